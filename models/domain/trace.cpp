// Writes the formulas of one estimate with its numbers filled in.
#include "models/domain/trace.h"

#include "models/domain/boosting.h"
#include "models/domain/classical.h"
#include "models/domain/cuml.h"
#include "models/domain/energy.h"
#include "models/domain/interval.h"
#include "models/domain/testedlaws.h"

#include <array>
#include <locale>
#include <sstream>

namespace rightrig {

namespace {

void input(Trace& trace, const char* name, double value, const char* unit = "") { trace.inputs.push_back({name, value, unit, {}}); }

void input(Trace& trace, const char* name, const std::optional<double>& value, const char* unit = "")
{
    if (value)
        input(trace, name, *value, unit);
}

void formula(Trace& trace, const char* text, double seconds)
{
    trace.formula = std::string("time = ") + text;
    trace.lines.push_back(trace.formula + " = " + shortNumber(seconds) + " s");
}

const char* boostingFormula(Booster booster, bool onCard)
{
    if (onCard)
        return "trees * ((rows * columns * cell * (1 + later * (levels-1)) + rows * levels * row + leaves * columns * 256 * bin)"
               " * (600 / memory bandwidth)^b + leaves * node + tree)";
    if (usesHistograms(booster))
        return "trees * ((rows * columns * cell * (1 + later * (levels-1)) + leaves * columns * 256 * bin) * (f + (1-f)/cores)"
               " + rows * levels * row * (g + (1-g)/cores) + leaves * node + tree) / core speed";
    return "trees * (rows * columns * k * (columns/8)^-g * (f + (1-f)/cores) + overhead) / core speed";
}

const char* tableFormula(const Job& job, bool onCard)
{
    return job.family == JobFamily::Gbdt ? boostingFormula(job.table.booster, onCard)
                                         : "unknown: a figure of the processor or a size of the table is not stated";
}

constexpr std::array<const char*, 6> boosterNames{"xgboost", "lightgbm", "catboost", "h2o", "sklearn_exact", "gbm_in_r"};

void boosterConstants(Booster booster, bool onCard, const TableConstants& tables, Trace& trace)
{
    const auto index = static_cast<std::size_t>(booster);
    const std::string name = std::string(onCard ? "tables.gpu_" : "tables.") + boosterNames[index];
    const auto add = [&](const char* what, double value) { trace.inputs.push_back({name + what, value, "", {}}); };
    if (!usesHistograms(booster)) {
        const BoosterLaw& law = tables.boost[index - histogramBoosters];
        add(".ns_per_cell", law.k);
        add(".column_exponent", law.g);
        add(".serial_share", law.f);
        add(".ms_per_tree", law.o);
        return;
    }
    const HistogramLaw& law = onCard ? tables.histogramOnCard[index] : tables.histogram[index];
    add(".cell_ns", law.cellNs);
    add(".later_levels", law.laterLevels);
    add(".row_ns", law.rowNs);
    add(".bin_ns", law.binNs);
    add(".node_us", law.nodeUs);
    add(".tree_us", law.treeUs);
    if (onCard) {
        add(".bandwidth_exponent", tables.cardBandwidth[index]);
        return;
    }
    add(".serial_share", law.serialShare);
    add(".sorting_serial_share", law.sortingSerial);
}

void tableConstants(const Job& job, bool onCard, const Constants& c, Trace& trace)
{
    if (job.family == JobFamily::Gbdt)
        boosterConstants(job.table.booster, onCard, c.tables, trace);
}

void engineInputs(const Engine& engine, Trace& trace)
{
    if (engine.onCpu) {
        input(trace, "processor.fp32", engine.tflops, "TFLOPS");
        input(trace, "processor.bandwidth", engine.bandwidth, "GB/s");
        return;
    }
    input(trace, engine.fp32 ? "accelerator.fp32" : "accelerator.half", engine.tflops, "TFLOPS");
    input(trace, "accelerator.bandwidth", engine.bandwidth, "GB/s");
    input(trace, "accelerator.power", engine.watts, "W");
    if (engine.devices > 1.0)
        input(trace, "machine.accelerators", engine.devices);
}

/// The names of the assumptions behind the composite law's numbers for this work.
void lawInputs(const Work& work, const Engine& engine, const Constants& c, Trace& trace)
{
    constexpr std::array<const char*, workKindCount> kinds{"picture", "map", "transformer", "language", "adapter", "recurrent"};
    const std::string kind = std::string("law.") + kinds[static_cast<std::size_t>(work.kind)];
    const WorkLaw& own = c.law.work[static_cast<std::size_t>(work.kind)];
    const auto add = [&trace](const std::string& name, double value, const char* unit = "") {
        trace.inputs.push_back({name, value, unit, {}});
    };
    add(kind + ".reached_share", own.eta);
    add(kind + ".moves", own.moves);
    if (!engine.tensor)
        add(kind + ".plain_gain", own.plainGain);
    if (engine.elementBytes > 2.0)
        add(kind + ".wide_moves", own.wideMoves);
    if (engine.plainKernels)
        add("law.plain_processor_time", c.law.plainProcessor);
    if (stepOverhead(engine.framework, c.law) > 0.0)
        add("law.graph_step_ms", c.law.graphStepMs, "ms");
    if (!engine.onCpu)
        add(kind + ".tflops_per_watt", own.perWatt);
    const std::string chip = "chip." + std::string(chipFamilies[engine.chip]);
    add(chip + ".compute", engine.computeGain);
    add(chip + ".bandwidth", engine.bandwidthGain);
    add("framework." + std::string(frameworkName(engine.framework)), c.law.framework[static_cast<std::size_t>(engine.framework)]);
    add("law.module_us", c.law.moduleUs);
    add("law.update_bytes", c.law.updateBytes);
    add("law.smoothness", c.law.smooth);
    add("law.launch_smoothness", c.law.launchSmooth);
}

void workInputs(const Job& job, const Work& work, Trace& trace)
{
    input(trace, "job.training_gflop", work.flop / 1e9, "GFLOP/sample");
    input(trace, "job.activations", work.activations / 1e6, "M/sample");
    input(trace, "job.parameters", job.net.paramsM, "M");
    input(trace, "job.modules", work.modules);
    input(trace, "job.calibration", job.net.calibration);
}

void compositeFormula(const Job& job, const NeuralChoice& choice, const Constants& c, Trace& trace)
{
    const auto work = workOf(job, choice.run.plan, c.law);
    const bool packed = work && work->unpacked > 0.0;
    trace.formula = std::string("time = samples * epochs / batch * (((compute^q + traffic^q)^(1/q) + update")
        + (packed ? " + unpacking" : "") + ")^r + launches^r)^(1/r) * software * calibration * 1.05 + start";
    if (!work)
        return;
    workInputs(job, *work, trace);
    if (const auto& tested = choice.engine->tested)
        trace.formula = testedNetworkFormula(work->kind == WorkKind::Picture || work->kind == WorkKind::Map, *tested, c, trace);
    else
        lawInputs(*work, *choice.engine, c, trace);
    if (packed)
        input(trace, "law.unpack_bytes", c.law.unpackBytes, "byte");
    if (choice.run.plan.checkpointing)
        input(trace, "law.checkpoint_launches", c.law.checkpointLaunches);
    const StepParts& parts = choice.run.parts;
    const auto line = [&trace](const char* text, double seconds) {
        if (seconds > 0.0)
            trace.lines.push_back(text + shortNumber(seconds * 1e3) + " ms per step");
    };
    trace.lines.push_back("batch computed at a time = " + shortNumber(choice.run.microBatch));
    line("compute = FLOP / (reached share * peak) = ", parts.computing);
    line("traffic = values * bytes * moves / bandwidth = ", parts.moving);
    line("update = parameters * bytes / bandwidth = ", parts.updating);
    line("unpacking = 4-bit weights * passes * bytes / bandwidth = ", parts.unpacking);
    line("launches = layers * time of one = ", parts.launching);
}

void networkFormula(const Job& job, const NeuralChoice& choice, const Constants& c, Trace& trace)
{
    if (job.family == JobFamily::Reinforcement) {
        trace.formula = "time = steps * (1 / (steps per core * core speed * (1 + 0.25 * further cores)) + learning)";
        input(trace, "time.game_steps_per_core", c.time.envSteps);
        input(trace, "time.game_core_share", c.time.envCoreShare);
        input(trace, "time.game_utilisation", c.time.envUtilisation);
        return;
    }
    compositeFormula(job, choice, c, trace);
    input(trace, "time.fixed_share", c.time.fixedShare);
    input(trace, "time.neural_start_seconds", c.time.neuralStartSeconds);
}

/// What a simpler law says of the same run: agreement is no proof, disagreement is a warning.
void secondOpinion(const Job& job, const Rig& rig, const NeuralChoice& choice, const Constants& c, Trace& trace)
{
    const auto step = simpleStepSeconds(job, *choice.engine, choice.run.plan, choice.run.microBatch, c);
    const auto samples = samplesPerEpoch(job, c.time);
    if (!step || !samples || choice.run.microBatch <= 0.0 || rig.integrated)
        return;
    const double seconds = *samples * job.epochs * *step / choice.run.microBatch / choice.engine->deviceFactor * (1.0 + c.time.fixedShare)
        + c.time.neuralStartSeconds;
    trace.lines.push_back("for comparison, a simpler published law gives " + shortNumber(seconds) + " s");
}

std::string inputUnit(const std::string& name, const Catalog& catalog, const std::string& unit)
{
    const Assumption* row = catalog.findAssumption(name);
    return row != nullptr ? row->unit : unit;
}

const SourceRef* deviceSource(const Catalog& catalog, int index)
{
    return index < 0 ? nullptr : &catalog.devices[static_cast<std::size_t>(index)].source;
}

SourceRef sourceOf(const std::string& name, const Job& job, const Catalog& catalog, const Machine& machine, const Constants& constants)
{
    for (const std::string& changed : constants.changed) {
        if (changed == name)
            return {"your own value", ""};
    }
    if (const Assumption* row = catalog.findAssumption(name))
        return row->source;
    const auto starts = [&name](std::string_view prefix) { return name.compare(0, prefix.size(), prefix) == 0; };
    const SourceRef* device = starts("accelerator.") ? deviceSource(catalog, machine.accelerator)
        : starts("processor.")                       ? deviceSource(catalog, machine.cpu)
                                                     : nullptr;
    if (device != nullptr)
        return *device;
    return starts("job.") ? job.source : machine.source;
}

/// What stands between the data sheet and the rates that a test would find.
void expectedRateInputs(const Job& job, const Rig& rig, const Constants& c, Trace& trace)
{
    const ProfileConstants& profile = c.profile;
    if (rig.cores && *rig.cores > c.tables.maxCores)
        input(trace, "tables.max_cores", c.tables.maxCores);
    if (job.family == JobFamily::RandomForest)
        input(trace, "profile.reference_tree", profile.referenceTree);
    else if (job.family == JobFamily::Gbdt)
        input(trace, "profile.reference_histogram", profile.referenceHistogram);
    else if (job.family == JobFamily::Linear)
        input(trace, "profile.triad_share", profile.triadShare);
    else if (job.family != JobFamily::Svm)
        input(trace, "profile.sgemm_share", profile.sgemmShare);
}

/// The factor of a library other than today's scikit-learn, and what it is made of.
void libraryInputs(const Job& job, const TestedRates& rates, const Constants& c, Trace& trace)
{
    const double times = libraryTime(job, rates, c);
    if (times == 1.0)
        return;
    trace.lines.push_back("library = time of scikit-learn * " + shortNumber(times));
    for (const auto& [name, value] : libraryConstants(job, c))
        trace.inputs.push_back({name, value, "", {}});
}

} // namespace

std::string shortNumber(double value)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(4);
    out << value;
    return out.str();
}

const char* ownOrPublishedLaw(const Job& job, const Rig& rig, bool onCard, const Constants& constants, Trace& trace)
{
    const auto rates = onCard ? std::nullopt : ratesOfOwnLaws(job, rig, constants);
    if (rates && testedTableSeconds(job, *rates, constants)) {
        if (!rig.tested)
            expectedRateInputs(job, rig, constants, trace);
        libraryInputs(job, *rates, constants, trace);
        return testedTableFormula(job, *rates, constants, trace);
    }
    tableConstants(job, onCard, constants, trace);
    return tableFormula(job, onCard);
}

void traceTable(const Job& job, const Rig& rig, const Estimate& estimate, const Constants& constants, Trace& trace)
{
    const bool onCard = estimate.sdOwn == constants.sd.gpuBoosting && job.family == JobFamily::Gbdt;
    input(trace, "job.rows", job.samples);
    input(trace, "job.columns", job.table.columns);
    input(trace, "job.trees", job.table.trees);
    input(trace, "processor.cores", rig.cores);
    input(trace, "processor.core_speed", rig.singleCoreSpeed);
    input(trace, "processor.bandwidth", rig.cpuBandwidthGbPerS, "GB/s");
    const char* const text = usesCuml(job) ? cumlFormula(job, constants, trace) : ownOrPublishedLaw(job, rig, onCard, constants, trace);
    input(trace, "time.table_start_seconds", constants.time.tableStartSeconds);
    if (estimate.seconds)
        formula(trace, text, estimate.seconds->likely.value);
    else
        trace.formula = std::string("time = ") + text;
}

void traceNetwork(
    const Job& job, const Rig& rig, const Estimate& estimate, const NeuralChoice& choice, const Constants& constants, Trace& trace)
{
    if (!choice.engine)
        return;
    const Engine& engine = *choice.engine;
    input(trace, "job.samples", job.samples);
    input(trace, "job.epochs", job.epochs);
    engineInputs(engine, trace);
    networkFormula(job, choice, constants, trace);
    if (job.loadsImages || job.family == JobFamily::Reinforcement)
        input(trace, "processor.cores", rig.cores);
    if (job.loadsImages && rig.jpegPerSecond) {
        input(trace, "processor.jpeg_rate", rig.jpegPerSecond, "pictures/s");
        input(trace, "profile.jpeg_share", constants.profile.jpegShare);
    } else if (job.loadsImages) {
        input(trace, "time.loader_images_per_core", constants.time.loaderImages);
    }
    if (engine.effective < engine.tflops) {
        trace.lines.push_back("sustained peak = 1 / (1/" + shortNumber(engine.tflops)
            + " + 1/(TFLOPS per watt * power)) = " + shortNumber(engine.effective) + " TFLOPS");
    }
    if (choice.run.perSample > 0.0) {
        trace.lines.push_back("throughput = " + shortNumber(1.0 / choice.run.perSample) + " samples/s"
            + (choice.run.loaderBound ? ", limited by reading the pictures" : ""));
    }
    if (!estimate.seconds)
        return;
    trace.lines.push_back(trace.formula + " = " + shortNumber(estimate.seconds->likely.value) + " s");
    secondOpinion(job, rig, choice, constants, trace);
}

void traceRuns(double factor, const Estimate& estimate, Trace& trace)
{
    if (factor == 1.0 || !estimate.seconds)
        return;
    trace.lines.push_back("your own runs took longer or shorter than estimated: time without start * " + shortNumber(factor) + " = "
        + shortNumber(estimate.seconds->likely.value) + " s with start");
}

void traceCommon(const Job& job, const Rig& rig, const Estimate& estimate, const Constants& constants, Trace& trace)
{
    if (estimate.memory.need && estimate.memory.have) {
        trace.lines.push_back("memory: need " + shortNumber(estimate.memory.need->value) + " GiB, have "
            + shortNumber(estimate.memory.have->value) + " GiB, " + std::string(fitName(estimate.memory.fit)));
    }
    if (!estimate.seconds)
        return;
    const double sd = together(estimate.sdOwn, estimate.sdCommon);
    trace.lines.push_back("range = time * exp(-1.2816 * " + shortNumber(sd) + ") to time * exp(1.2816 * " + shortNumber(sd)
        + ") = " + shortNumber(estimate.seconds->low.value) + " to " + shortNumber(estimate.seconds->high.value) + " s");
    if (!job.sizeFromStudent)
        input(trace, "sd.workload", constants.sd.workload);
    if (!estimate.energy)
        return;
    trace.lines.push_back(
        "energy = time * (0.9 * part + rest) / supply * cooling = " + shortNumber(estimate.energy->likely.value) + " kWh");
    input(trace, "power.utilisation", constants.power.utilisation);
    if (rig.laptop)
        input(trace, "power.rest_laptop_watts", constants.power.restLaptop);
    else
        input(trace, "power.rest_desktop_watts", constants.power.restDesktop);
}

void addSources(const Job& job, const Catalog& catalog, const Machine& machine, const Constants& constants, Trace& trace)
{
    for (TraceInput& item : trace.inputs) {
        item.source = sourceOf(item.name, job, catalog, machine, constants);
        if (trace.processorMeasured && item.name.starts_with("processor."))
            item.source = {"measured on this computer", ""};
        item.unit = inputUnit(item.name, catalog, item.unit);
    }
}

} // namespace rightrig
