// From a measured run to a job and a rig, and through the estimator's own laws to a time and a range.
#include "models/domain/validation.h"

#include "models/domain/classical.h"
#include "models/domain/interval.h"
#include "models/domain/measuredrig.h"
#include "models/domain/neural.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double usualBatch = 64.0; ///< where nobody states the batch: enough to keep a card busy
constexpr double smallSide = 100.0; ///< pictures below this side are trained in larger batches
constexpr double smallSideBatch = 1024.0;

std::string_view segmentWord(Segment segment)
{
    switch (segment) {
    case Segment::Desktop:
        return "desktop";
    case Segment::Laptop:
        return "laptop";
    case Segment::Workstation:
        return "workstation";
    case Segment::Datacentre:
        return "datacentre";
    case Segment::Integrated:
        return "integrated";
    case Segment::Apple:
        return "apple";
    case Segment::Server:
        return "server";
    case Segment::Tpu:
        break;
    }
    return "tpu";
}

/// The name as it stands, then without what stands in brackets, then without the way of training behind it.
const Network* networkOf(const std::string& model, const Catalog& catalog)
{
    if (const Network* exact = catalog.findNetwork(model))
        return exact;
    std::string plain = model.substr(0, model.find('('));
    if (const Network* network = catalog.findNetwork(plain))
        return network;
    constexpr std::string_view ways[] = {" bnb-int4 lora", " gptq-int4 lora", " qlora", " lora", " full", " fine-tune", " pre-training"};
    const std::string lower = normalisedName(plain);
    for (const std::string_view way : ways) {
        if (lower.size() > way.size() && std::string_view(lower).ends_with(way))
            return catalog.findNetwork(std::string_view(lower).substr(0, lower.size() - way.size()));
    }
    return nullptr;
}

void take(std::optional<double>& field, const std::optional<double>& other)
{
    if (!field)
        field = other;
}

/// "3D U-Net", "nnU-Net (3D)", "UNet3D", "3DUNet": a name says whether convolutions work on volumes; the catalogue's own, too.
bool isVolumes(const Measurement& run, const Network* network)
{
    const WorkKind kind = workKindOf(network != nullptr && run.familyOfModel ? network->family : run.family);
    if (kind != WorkKind::Picture && kind != WorkKind::Map)
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string name = ' ' + normalisedName(run.model + (network != nullptr ? ' ' + network->name : std::string())) + ' ';
    for (std::size_t at = name.find("3d"); at != std::string::npos; at = name.find("3d", at + 1)) {
        const std::string_view rest = std::string_view(name).substr(at + 2);
        const bool before = !isDigit(name[at - 1]), after = !isDigit(rest[0]) && !isLetter(rest[0]);
        if (before
            && (after || (!isLetter(name[at - 1]) && (rest.starts_with("unet") || rest.starts_with("cnn") || rest.starts_with("resnet")))))
            return true;
    }
    return false;
}

/// Arithmetic and values of a known network at another picture side or text length.
void takeWork(NetworkShape& own, const NetworkShape& known)
{
    double factor = 1.0;
    if (own.imagePx && known.imagePx)
        factor = (*own.imagePx / *known.imagePx) * (*own.imagePx / *known.imagePx);
    else if (own.sequence && known.sequence)
        factor = *own.sequence / *known.sequence;
    // A transformer's attention grows with the square of its length, so its shape counts it better than its figure at another length.
    const bool shape = own.layers && own.hidden && own.sequence;
    const bool rescaled = factor < 0.999 || factor > 1.001;
    if (!own.forwardGflop && known.forwardGflop && !(shape && rescaled && !own.imagePx))
        own.forwardGflop = *known.forwardGflop * factor;
    if (!own.activationsM && known.activationsM && !(shape && rescaled && !own.imagePx))
        own.activationsM = *known.activationsM * factor;
}

NetworkShape shapeOf(const Measurement& run, const Network* network)
{
    NetworkShape net = run.net;
    if (network == nullptr)
        return net;
    const NetworkShape& known = network->net;
    take(net.paramsM, known.paramsM);
    take(net.embeddingParamsM, known.embeddingParamsM);
    take(net.layers, known.layers);
    take(net.hidden, known.hidden);
    take(net.heads, known.heads);
    take(net.vocabulary, known.vocabulary);
    takeWork(net, known);
    take(net.sequence, known.sequence);
    take(net.imagePx, known.imagePx);
    net.modules = known.modules;
    net.calibration = known.calibration;
    return net;
}

double batchOf(const Measurement& run, const NetworkShape& net)
{
    if (run.batch)
        return std::max(1.0, *run.batch);
    return net.imagePx && *net.imagePx < smallSide ? smallSideBatch : usualBatch;
}

Booster boosterOf(Framework framework, const std::string& model)
{
    switch (framework) {
    case Framework::LightGbm:
        return Booster::LightGbm;
    case Framework::CatBoost:
        return Booster::CatBoost;
    case Framework::H2o:
        return Booster::H2o;
    case Framework::Sklearn:
        return normalisedName(model).find("hist") == std::string::npos ? Booster::SklearnExact : Booster::LightGbm;
    case Framework::R:
        return Booster::GbmInR;
    default:
        return Booster::XgBoost;
    }
}

Job jobOf(const Measurement& run, const Network* network)
{
    Job job;
    job.family = run.family;
    job.net = shapeOf(run, network);
    job.table = run.table;
    job.framework = frameworkOf(run.stack);
    job.table.booster = boosterOf(*job.framework, run.model);
    job.softwareYear = run.year;
    job.precision = run.precision;
    job.precisionIsFixed = true;
    job.realPipeline = run.realPipeline;
    job.syntheticTable = run.syntheticData;
    job.volumes = isVolumes(run, network);
    job.plainAttention = normalisedName(run.model).find("no flash") != std::string::npos;
    job.checkpointing = run.checkpointing.value_or(false);
    job.halfStates = run.pureHalf;
    job.batch = batchOf(run, job.net);
    job.samples = run.rows.value_or(run.samples.value_or(1.0));
    job.epochs = run.epochs.value_or(1.0);
    job.sizeFromStudent = true;
    return job;
}

/// The devices of a row, as a machine of nothing else.
Rig rigOf(const Measurement& run, const Catalog& catalog, int device, const Constants& constants)
{
    const Device& chip = catalog.devices[static_cast<std::size_t>(device)];
    const bool processor = chip.kind == DeviceKind::Cpu;
    Machine machine;
    // What nobody says of a server is taken as of any rented one, with a wider range.
    machine.kind = processor && chip.segment == Segment::Server ? MachineKind::Cloud : MachineKind::Desktop;
    if (processor && !chip.cores && run.coresUsed)
        machine.vcpus = *run.coresUsed * threadsPerCore;
    (processor ? machine.cpu : machine.accelerator) = device;
    machine.acceleratorCount = processor ? 0 : static_cast<int>(run.hardwareCount);
    if (run.powerWatts)
        machine.tgp = Watts{*run.powerWatts};
    Rig rig = makeRig(catalog, machine, constants);
    if (run.powerWatts)
        rig.power = Watts{*run.powerWatts};
    if (run.coresUsed && rig.cores) {
        const double part = std::min(1.0, *run.coresUsed / *rig.cores);
        rig.cores = run.coresUsed;
        if (rig.cpuFp32Gflops)
            rig.cpuFp32Gflops = *rig.cpuFp32Gflops * part;
    }
    return rig;
}

/// The batch of a large model on several cards is mostly that of an update; what is computed at a time is what fits.
double samplesAtATime(const Measurement& run, const Job& job, const Rig& rig, const Engine& engine, double perDevice, const Constants& c)
{
    if (workKindOf(job.family) != WorkKind::Language || run.hardwareCount <= 1.0 || !rig.vram)
        return perDevice;
    const auto model = memoryOn(engine, job, {job.checkpointing, false, false}, c);
    return model ? std::clamp(maxBatch(plannedBytes(*rig.vram, c.memory), model->fixed, model->perSample), 1.0, perDevice) : perDevice;
}

/// A published speed of a large model states the batch computed at a time; nobody updates its weights after every single text.
double samplesPerUpdate(const Measurement& run, const Job& job, const LawConstants& law)
{
    const bool language = workKindOf(job.family) == WorkKind::Language && run.metric != Metric::StepSeconds;
    return language && job.net.sequence ? law.tokensPerUpdate / *job.net.sequence : 1.0;
}

/// Seconds of what the row counts, from the seconds one sample takes.
std::optional<double> secondsOf(const Measurement& run, const Job& job, double perSample, std::string& why)
{
    switch (run.metric) {
    case Metric::SamplesPerSecond:
        return perSample;
    case Metric::TokensPerSecond:
        return perSample / job.net.sequence.value_or(1.0);
    case Metric::StepSeconds:
        return perSample * job.batch;
    case Metric::RunSeconds:
        break;
    }
    if (!run.samples) {
        why = "the number of samples is missing";
        return std::nullopt;
    }
    return perSample * *run.samples * run.epochs.value_or(1.0);
}

double measuredSeconds(const Measurement& run)
{
    const bool rate = run.metric == Metric::SamplesPerSecond || run.metric == Metric::TokensPerSecond;
    return rate ? 1.0 / run.value : run.value;
}

void addMemory(Prediction& result, const Measurement& run, const Job& job, const Engine& engine, double microBatch, const Constants& c)
{
    if (!run.peakMemoryGib || engine.onCpu)
        return;
    const MemoryPlan plan{job.checkpointing, job.family == JobFamily::Qlora, false};
    if (const auto model = memoryOn(engine, job, plan, c)) {
        result.memoryNeedGib = model->at(microBatch) / bytesPerGib;
        result.memoryMeasuredGib = run.peakMemoryGib;
    }
}

void predictNetwork(Prediction& result, const Measurement& run, const Job& given, const Rig& rig, const Constants& c)
{
    Job job = given;
    const auto engine = rig.hasAccelerator ? cardEngine(job, rig, c) : processorEngine(job, rig, c);
    if (!engine) {
        result.why = "a figure of the hardware is unknown: peak, bandwidth or power";
        return;
    }
    // A tuned script states the batch of one card, others that of all.
    const bool perCard = engine->framework == Framework::Ngc || run.hardwareCount <= 1.0 || run.metric == Metric::StepSeconds;
    const double perDevice = std::max(1.0, perCard && run.metric != Metric::StepSeconds ? job.batch : job.batch / run.hardwareCount);
    const MemoryPlan plan{job.checkpointing, false, false};
    const double microBatch = samplesAtATime(run, job, rig, *engine, perDevice, c);
    Job onDevice = job;
    onDevice.batch = std::max(perDevice, samplesPerUpdate(run, job, c.law));
    const auto step = stepTime(onDevice, *engine, plan, microBatch, c);
    if (!step) {
        result.why = "the network is unknown, and its row states neither arithmetic nor shape";
        return;
    }
    const auto seconds = secondsOf(run, job, step->seconds / microBatch / engine->deviceFactor, result.why);
    if (!seconds)
        return;
    result.method = step->method;
    const double atPeak = step->flop / (engine->tflops * 1e12 * std::max(1.0, run.hardwareCount));
    if (const auto least = secondsOf(run, job, atPeak, result.why))
        result.peakShare = *least / result.measured;
    result.predicted = interval80(Seconds{*seconds}, runSpread(job, rig, *engine, step->method, c));
    addMemory(result, run, job, *engine, microBatch, c);
}

void predictTable(Prediction& result, const Measurement& run, const Job& job, const Rig& rig, const Constants& c)
{
    const TableTime time = tableTime(job, rig, c);
    result.method = Method::Classical;
    if (!time.seconds) {
        result.why = "rows, columns, trees or a figure of the processor are unknown";
        return;
    }
    result.predicted = interval80(Seconds{*time.seconds}, tableSpread(time, rig, c));
    if (run.peakMemoryGib) {
        result.memoryNeedGib = (tableBytes(job, c.tables) + c.memory.frameworkGb * 1e9) / bytesPerGib;
        result.memoryMeasuredGib = run.peakMemoryGib;
    }
}

void predictRun(Prediction& result, const PreparedRun& prepared, const Rig& rig, const Constants& c)
{
    if (isClassical(prepared.job.family))
        predictTable(result, prepared.run, prepared.job, rig, c);
    else
        predictNetwork(result, prepared.run, prepared.job, rig, c);
}

/// As an estimate for the tested machine says it: its table's range is narrower, and it is called measured.
void predictMeasuredRun(Prediction& result, const PreparedRun& prepared, const Rig& rig, const Constants& c)
{
    predictRun(result, prepared, rig, c);
    if (!result.predicted || !rig.processorMeasured)
        return;
    result.method = Method::Measured;
    if (isClassical(prepared.job.family)) {
        const double sd = tableTime(prepared.job, rig, c).sd * measuredSpreadShare(rig, c);
        result.predicted = interval80(result.predicted->likely, sd);
    }
}

std::string number(const std::optional<double>& value) { return value ? std::to_string(*value) : std::string(); }

std::string workloadOf(const Measurement& run)
{
    return std::string(familyName(run.family)) + '|' + networkKey(run.model) + '|' + std::to_string(static_cast<int>(run.precision)) + '|'
        + std::to_string(static_cast<int>(run.metric)) + '|' + number(run.net.imagePx) + '|' + number(run.net.sequence) + '|'
        + number(run.rows) + '|' + number(run.table.columns) + '|' + number(run.table.trees) + '|' + std::to_string(run.hardwareCount)
        + (run.metric == Metric::StepSeconds ? '|' + number(run.batch) : std::string());
}

} // namespace

double Prediction::logError() const { return predicted ? std::log(predicted->likely.value / measured) : 0.0; }

bool Prediction::inside() const { return predicted && predicted->low.value <= measured && measured <= predicted->high.value; }

PreparedRun prepareMeasurement(const Measurement& run, const Catalog& catalog)
{
    PreparedRun prepared;
    prepared.run = run;
    prepared.device = catalog.findDevice(run.hardware);
    prepared.network = networkOf(run.model, catalog);
    prepared.job = jobOf(run, prepared.network);
    Prediction& result = prepared.empty;
    result.id = run.id;
    result.source = run.source;
    result.stack = run.stack;
    result.family = run.family;
    result.single = run.hardwareCount <= 1.0;
    result.measured = measuredSeconds(run);
    result.workload = workloadOf(run);
    if (run.familyOfModel && prepared.network != nullptr)
        result.family = prepared.job.family = prepared.network->family;
    if (prepared.device < 0) {
        result.why = "the hardware '" + run.hardware + "' is not in the catalogue";
        return prepared;
    }
    if (run.familyOfModel && prepared.network == nullptr)
        result.why = "the family is 'other' and the network is unknown";
    const Device& chip = catalog.devices[static_cast<std::size_t>(prepared.device)];
    result.hardware = chip.name;
    result.kind = segmentWord(chip.segment);
    result.processor = chip.kind == DeviceKind::Cpu;
    return prepared;
}

Prediction predictPrepared(const PreparedRun& prepared, const Catalog& catalog, const Constants& constants)
{
    Prediction result = prepared.empty;
    if (!result.why.empty())
        return result;
    predictRun(result, prepared, rigOf(prepared.run, catalog, prepared.device, constants), constants);
    return result;
}

Prediction predictMeasurement(const Measurement& run, const Catalog& catalog, const Constants& constants)
{
    return predictPrepared(prepareMeasurement(run, catalog), catalog, constants);
}

Prediction predictOnThis(const Measurement& run, const Catalog& catalog, const Constants& constants, const MachineProfile& profile)
{
    const PreparedRun prepared = prepareMeasurement(run, catalog);
    Prediction result = prepared.empty;
    result.why = run.familyOfModel && prepared.network == nullptr ? "the family is 'other' and the network is unknown" : "";
    result.hardware = profile.cpu.value_or("this computer");
    result.kind = profile.laptop.value_or(false) ? "laptop" : "desktop";
    result.processor = true;
    if (result.why.empty())
        predictMeasuredRun(result, prepared, profileRig(profile, catalog, constants, run.coresUsed), constants);
    return result;
}

} // namespace rightrig
