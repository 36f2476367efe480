// Writes the formulas of science notes 2-6 with the numbers of one estimate filled in.
#include "models/domain/trace.h"

#include "models/domain/classical.h"
#include "models/domain/energy.h"
#include "models/domain/interval.h"

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

const char* tableFormula(const Job& job, bool onCard)
{
    switch (job.family) {
    case JobFamily::Gbdt:
        return onCard ? "trees * (rows * columns * k_gpu * (columns/8)^-g * depth/10 + overhead)"
                      : "trees * (rows * columns * k * (columns/8)^-g * (f + (1-f)/cores) + overhead) / core speed";
    case JobFamily::RandomForest:
        return "trees * rows * log2(rows) * tried columns * 8 ns * (rows/10000)^0.25 / (cores * core speed)";
    case JobFamily::Linear:
        return "rounds * 2 * 8 * rows * columns / (0.6 * memory bandwidth)";
    case JobFamily::Kmeans:
        return "3 * rows * groups * columns * rounds * starts / (0.3 * peak)";
    default:
        return "rows^2 * columns * 2 ns / core speed";
    }
}

void tableConstants(const Job& job, bool onCard, const Constants& c, Trace& trace)
{
    const bool xgboost = job.table.booster == Booster::XgBoost;
    if (job.family == JobFamily::Gbdt && onCard) {
        input(trace, "tables.gpu_ns_per_cell", c.tables.gpuK);
        input(trace, "tables.gpu_ms_per_tree", c.tables.gpuTreeMs);
    } else if (job.family == JobFamily::Gbdt) {
        const BoosterLaw& law = xgboost ? c.tables.xgb : c.tables.lgb;
        input(trace, xgboost ? "tables.xgboost.ns_per_cell" : "tables.lightgbm.ns_per_cell", law.k);
        input(trace, xgboost ? "tables.xgboost.column_exponent" : "tables.lightgbm.column_exponent", law.g);
        input(trace, xgboost ? "tables.xgboost.serial_share" : "tables.lightgbm.serial_share", law.f);
        input(trace, xgboost ? "tables.xgboost.ms_per_tree" : "tables.lightgbm.ms_per_tree", law.o);
    } else if (job.family == JobFamily::RandomForest) {
        input(trace, "tables.forest_ns", c.tables.forestNs);
    } else if (job.family == JobFamily::Linear) {
        input(trace, "tables.linear_bandwidth_share", c.tables.linearShare);
    } else if (job.family == JobFamily::Kmeans) {
        input(trace, "tables.kmeans_peak_share", c.tables.kmeansShare);
    } else {
        input(trace, "tables.svm_ns", c.tables.svmNs);
        input(trace, "tables.svm_row_limit", c.tables.svmRows);
    }
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

const char* softwareName(const Job& job, const Engine& engine)
{
    if (engine.onCpu)
        return "software.cpu";
    if (engine.integrated)
        return "software.integrated";
    switch (engine.stack) {
    case Stack::Rocm:
        return "software.rocm";
    case Stack::Metal:
        return "software.metal";
    case Stack::IntelGpu:
        return "software.intel";
    case Stack::Xla:
        return "software.xla";
    default:
        break;
    }
    if (isLanguageModel(job.family) && job.family != JobFamily::Diffusion)
        return "software.cuda_large";
    const bool text = job.family == JobFamily::Diffusion || (job.family == JobFamily::TransformerEncoder && !job.net.imagePx)
        || job.family == JobFamily::Rnn || job.family == JobFamily::Mlp || job.family == JobFamily::Recommender;
    return text ? "software.cuda_text" : "software.cuda_vision";
}

void lawInputs(const Job& job, const Constants& c, Trace& trace)
{
    const SpeedLaw& law = lawOf(job.family, c.time);
    const std::string name = &law == &c.time.cnn ? "time.cnn"
        : &law == &c.time.rnn                    ? "time.rnn"
        : &law == &c.time.recommender            ? "time.recommender"
                                                 : "time.transformer";
    trace.inputs.push_back({name + ".a", law.a, "", {}});
    trace.inputs.push_back({name + ".b", law.b, "", {}});
    input(trace, "time.ce_tflops_per_watt", c.time.cePerWatt);
}

void languageInputs(const Job& job, const Constants& c, Trace& trace)
{
    const bool full = job.family == JobFamily::LlmFull || job.family == JobFamily::TransformerDecoder;
    input(trace, full ? "time.transformer_eta" : "time.lora_eta", full ? c.time.eta : c.time.loraEta);
    input(trace, full ? "time.layer_ms" : "time.lora_layer_ms", full ? c.time.layerMs : c.time.loraLayerMs);
    input(trace, "job.parameters", job.net.paramsM, "M");
    input(trace, "job.layers", job.net.layers);
    input(trace, "job.sequence", job.net.sequence, "tokens");
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
    if (choice.run.method == Method::Calibrated) {
        trace.formula = "time = samples * epochs / (K * Ce^a * BW^b * phi) * 1.05 + start";
        input(trace, "job.speed_constant", choice.engine->fp32 ? job.net.throughputKFp32 : job.net.throughputKAmp);
        lawInputs(job, c, trace);
    } else if (isLanguageModel(job.family)) {
        trace.formula = "time = samples * epochs * (layers * tau + FLOP / (eta * C)) / phi * 1.05 + start";
        languageInputs(job, c, trace);
    } else {
        trace.formula
            = "time = samples * epochs / (throughput of its size on a reference card * (Ce/Ce_ref)^a * (BW/BW_ref)^b * phi) * 1.05 + start";
        input(trace, "job.forward_gflop", job.net.forwardGflop, "GFLOP");
        input(trace, "job.activations", job.net.activationsM, "M");
        lawInputs(job, c, trace);
    }
    input(trace, "time.fixed_share", c.time.fixedShare);
    input(trace, "time.neural_start_seconds", c.time.neuralStartSeconds);
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

} // namespace

std::string shortNumber(double value)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(4);
    out << value;
    return out.str();
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
    tableConstants(job, onCard, constants, trace);
    input(trace, "time.table_start_seconds", constants.time.tableStartSeconds);
    if (estimate.seconds)
        formula(trace, tableFormula(job, onCard), estimate.seconds->likely.value);
    else
        trace.formula = std::string("time = ") + tableFormula(job, onCard);
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
    input(trace, softwareName(job, engine), engine.phi);
    if (job.loadsImages || job.family == JobFamily::Reinforcement)
        input(trace, "processor.cores", rig.cores);
    if (job.loadsImages)
        input(trace, "time.loader_images_per_core", constants.time.loaderImages);
    trace.lines.push_back("Ce = 1 / (1/" + shortNumber(engine.tflops) + " + 1/(" + shortNumber(constants.time.cePerWatt)
        + " * power)) = " + shortNumber(engine.effective) + " TFLOPS");
    if (choice.run.perSample > 0.0) {
        trace.lines.push_back("throughput = " + shortNumber(1.0 / choice.run.perSample) + " samples/s"
            + (choice.run.loaderBound ? ", limited by reading the pictures" : ""));
    }
    if (estimate.seconds)
        trace.lines.push_back(trace.formula + " = " + shortNumber(estimate.seconds->likely.value) + " s");
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
        item.unit = inputUnit(item.name, catalog, item.unit);
    }
}

} // namespace rightrig
