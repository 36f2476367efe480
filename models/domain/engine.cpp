// Sources of the constants: the rows law.* and time.* of db/rows/assumptions*.csv.
#include "models/domain/engine.h"

#include "models/domain/interval.h"
#include "models/domain/measuredrig.h"
#include "models/domain/speed.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

bool isPicture(const Job& job)
{
    return job.family == JobFamily::Cnn || job.family == JobFamily::Detector || job.family == JobFamily::Segmentation
        || (job.family == JobFamily::TransformerEncoder && job.net.imagePx) || job.family == JobFamily::Reinforcement;
}

double cudaPhi(const Job& job, const SoftwareConstants& software)
{
    if (isPicture(job))
        return software.cudaVision;
    return isLanguageModel(job.family) && job.family != JobFamily::Diffusion ? software.cudaLarge : software.cudaText;
}

double cardPhi(const Job& job, const Rig& rig, const SoftwareConstants& software)
{
    if (rig.integrated)
        return software.integrated;
    switch (rig.stack) {
    case Stack::Cuda:
        return cudaPhi(job, software);
    case Stack::Rocm:
        return software.rocm;
    case Stack::Metal:
        return software.metal;
    case Stack::IntelGpu:
        return software.intel;
    case Stack::Xla:
        return software.xla;
    case Stack::Cpu:
        break;
    }
    return software.cpu;
}

double keptPerDoubling(JobFamily family, const TimeConstants& time)
{
    if (isLanguageModel(family))
        return time.multiLarge;
    if (family == JobFamily::TransformerEncoder)
        return time.multiEncoder;
    return family == JobFamily::Rnn ? time.multiRnn : time.multiCnn;
}

constexpr double tf32Since = 2020.5; ///< software that uses TF32 for convolutions without being asked

bool wantsHalf(const Job& job) { return job.precision != Precision::Fp32 && job.precision != Precision::Tf32; }

/// PyTorch uses TF32 for convolutions without being asked, for other layers only on request.
bool usesTf32(const Job& job, const Rig& rig, const Constants& c)
{
    if (rig.stack != Stack::Cuda || !rig.tf32Tflops)
        return false;
    const bool convolutions = isPicture(job) || job.family == JobFamily::Diffusion;
    return job.precision == Precision::Tf32 || (convolutions && job.softwareYear.value_or(c.law.softwareYear) >= tf32Since);
}

bool isFamily(const Rig& rig, std::string_view name) { return chipFamilies[rig.chip] == name; }

/// Cards before Volta compute 16 bits in their FP32 units: the numbers are converted to and fro.
bool emulatesHalf(const Rig& rig)
{
    return !rig.halfTflops
        || (rig.stack == Stack::Cuda && (isFamily(rig, "kepler") || isFamily(rig, "maxwell") || isFamily(rig, "pascal")));
}

/// The dense peak of the precision the job will use, and the bytes its activations take. False if the rate is unknown.
bool setRate(Engine& engine, const Job& job, const Rig& rig, const Constants& c)
{
    // XLA multiplies FP32 numbers in the matrix units of a TPU unless told not to.
    const double matrix = rig.stack == Stack::Xla ? rig.halfTflops.value_or(0.0) : 0.0;
    const double plain = std::max(rig.fp32Tflops.value_or(0.0), matrix);
    // The first RDNA cards have no fast 16-bit convolutions in ROCm, so a free choice falls on FP32.
    const bool half = wantsHalf(job) && (!isFamily(rig, "rdna1") || job.precisionIsFixed);
    engine.fp32 = !half || emulatesHalf(rig) || rig.stack == Stack::Metal;
    engine.tflops = engine.fp32 ? plain : *rig.halfTflops;
    engine.tensor = !engine.fp32;
    engine.elementBytes = !half ? 4.0 : engine.fp32 ? c.law.emulatedBytes : 2.0;
    if (!half && usesTf32(job, rig, c)) {
        engine.tflops = std::max(plain, *rig.tf32Tflops);
        engine.tensor = true;
    }
    if (half && isFamily(rig, "rdna1"))
        engine.slowdown = c.law.rdna1Half;
    else if (half && engine.fp32)
        engine.slowdown = c.law.emulatedTime;
    return engine.tflops > 0.0;
}

/// PyTorch and TensorFlow came without a vendor's kernels for processors at first; MXNet, Paddle and others had them.
bool lacksProcessorKernels(const Engine& engine, const Job& job, const LawConstants& law)
{
    const bool late = engine.framework == Framework::PyTorch || engine.framework == Framework::TensorFlow;
    return late && engine.onCpu && !engine.tested && job.softwareYear.value_or(law.softwareYear) < law.processorKernelsSince;
}

/// Software grows faster by the year, its launches too; what it gains after the last measurements nobody knows.
void setSoftware(Engine& engine, const Job& job, const Constants& c)
{
    const LawConstants& law = c.law;
    engine.framework = job.framework.value_or(usualFramework(job, engine.stack));
    const double known = law.framework[static_cast<std::size_t>(engine.framework)];
    // The laws of a tested computer were fitted to runs of their own software, whatever the other laws say of its age.
    const double years = engine.tested ? 0.0 : std::min(job.softwareYear.value_or(law.softwareYear), law.softwareYear) - law.referenceYear;
    engine.slowdown *= (known > 0.0 ? known : 1.0) * std::pow(1.0 + law.yearShare, years);
    engine.launchSlowdown = std::pow(1.0 + law.launchYearShare, years);
    if (engine.integrated)
        engine.slowdown *= law.integrated;
    engine.plainKernels = lacksProcessorKernels(engine, job, law);
    if (engine.plainKernels)
        engine.slowdown *= law.plainProcessor;
}

void addSpeed(Engine& engine, const Job& job, const Rig& rig, const Constants& c)
{
    const double perWatt = c.law.work[static_cast<std::size_t>(workKindOf(job.family))].perWatt;
    engine.chip = engine.onCpu ? (rig.appleProcessor ? appleProcessor : usualProcessor) : rig.chip;
    const ChipGain& gain = c.law.chip[engine.chip];
    engine.computeGain = gain.compute;
    engine.bandwidthGain = gain.bandwidth;
    engine.effective = effectiveCompute(engine.tflops, engine.watts, perWatt);
    setSoftware(engine, job, c);
    const double simple = effectiveCompute(engine.tflops, engine.watts, c.time.cePerWatt);
    engine.speed = machineSpeed(simple, engine.bandwidth, lawOf(job.family, c.time));
    if (rig.fanless) {
        engine.phi *= c.power.fanlessShare;
        engine.slowdown /= c.power.fanlessShare;
    }
}

double hardwareSpread(JobFamily family, const SpreadConstants& sd)
{
    switch (family) {
    case JobFamily::Cnn:
        return sd.cnn;
    case JobFamily::Detector:
    case JobFamily::Segmentation:
    case JobFamily::Diffusion:
        return sd.map;
    case JobFamily::TransformerEncoder:
        return sd.encoder;
    case JobFamily::LlmFull:
        return sd.language;
    case JobFamily::Lora:
    case JobFamily::Qlora:
        return sd.adapter;
    case JobFamily::Reinforcement:
        return sd.games;
    case JobFamily::Rnn:
    case JobFamily::Mlp:
    case JobFamily::Recommender:
        return sd.rnn;
    default:
        return sd.transformer;
    }
}

double softwareSpread(const Engine& engine, const SpreadConstants& sd)
{
    if (engine.integrated || engine.onCpu)
        return sd.softwareOther;
    if (engine.stack == Stack::Cuda)
        return sd.softwareCuda;
    return engine.stack == Stack::Metal ? sd.softwareMetal : sd.softwareOther;
}

/// The spread of a framework's own factor. Plain PyTorch is what the others are compared with; its spread is that of software as such.
double frameworkSpread(const Engine& engine, const LawConstants& law)
{
    return engine.framework == Framework::PyTorch ? 0.0 : law.frameworkSpread[static_cast<std::size_t>(engine.framework)];
}

} // namespace

WorkKind workKindOf(JobFamily family)
{
    switch (family) {
    case JobFamily::Cnn:
    case JobFamily::Reinforcement:
        return WorkKind::Picture;
    case JobFamily::Detector:
    case JobFamily::Segmentation:
    case JobFamily::Diffusion:
        return WorkKind::Map;
    case JobFamily::TransformerEncoder:
    case JobFamily::TransformerDecoder:
        return WorkKind::Transformer;
    case JobFamily::LlmFull:
        return WorkKind::Language;
    case JobFamily::Lora:
    case JobFamily::Qlora:
        return WorkKind::Adapter;
    default:
        return WorkKind::Recurrent;
    }
}

Framework usualFramework(const Job& job, Stack stack)
{
    const bool text = isLanguageModel(job.family) || (job.family == JobFamily::TransformerEncoder && !job.net.imagePx);
    return text && job.family != JobFamily::Diffusion && stack != Stack::Xla ? Framework::HfTrainer : Framework::PyTorch;
}

const SpeedLaw& lawOf(JobFamily family, const TimeConstants& time)
{
    switch (family) {
    case JobFamily::Cnn:
    case JobFamily::Detector:
    case JobFamily::Segmentation:
    case JobFamily::Reinforcement:
        return time.cnn;
    case JobFamily::Rnn:
        return time.rnn;
    case JobFamily::Mlp:
    case JobFamily::Recommender:
        return time.recommender;
    default:
        return time.transformer;
    }
}

bool isLanguageModel(JobFamily family)
{
    return family == JobFamily::TransformerDecoder || family == JobFamily::LlmFull || family == JobFamily::Lora
        || family == JobFamily::Qlora || family == JobFamily::Diffusion;
}

std::optional<Engine> cardEngine(const Job& job, const Rig& rig, const Constants& constants)
{
    Engine engine;
    if (!setRate(engine, job, rig, constants) || !rig.bandwidthGbPerS || !rig.power)
        return std::nullopt;
    engine.stack = rig.stack;
    engine.onCpu = false;
    engine.integrated = rig.integrated;
    engine.bandwidth = *rig.bandwidthGbPerS;
    engine.watts = rig.power->value;
    engine.phi = cardPhi(job, rig, constants.software);
    engine.devices = std::max(1, rig.acceleratorCount);
    engine.deviceFactor = deviceFactor(engine.devices, keptPerDoubling(job.family, constants.time));
    addSpeed(engine, job, rig, constants);
    return engine;
}

std::optional<Engine> processorEngine(const Job& job, const Rig& rig, const Constants& constants)
{
    if (!rig.cpuFp32Gflops || !rig.cpuBandwidthGbPerS)
        return std::nullopt;
    Engine engine;
    engine.tflops = *rig.cpuFp32Gflops / 1000.0;
    engine.bandwidth = *rig.cpuBandwidthGbPerS;
    engine.phi = constants.software.cpu;
    engine.tested = rig.tested;
    addSpeed(engine, job, rig, constants);
    return engine;
}

bool cardSoftwareExists(const Rig& rig)
{
    if (rig.stack == Stack::Cpu)
        return false;
    return rig.stack != Stack::Rocm || (!rig.integrated && rig.os != Os::Windows && rig.os != Os::MacOs);
}

double ownSpread(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants)
{
    const SpreadConstants& sd = constants.sd;
    double hardware = hardwareSpread(job.family, sd);
    if (!engine.onCpu && rig.newGeneration)
        hardware *= sd.newFactor;
    double all = together(hardware, softwareSpread(engine, sd));
    // Few or no runs pin down a new chip or a rare framework: what their factors leave open comes on top.
    all = together(all, together(constants.law.chip[engine.chip].spread, frameworkSpread(engine, constants.law)));
    if (engine.onCpu)
        all *= measuredSpreadShare(rig, constants);
    if (engine.onCpu && rig.processorIsGuess)
        all = together(all, sd.guessedProcessor);
    return !engine.onCpu && rig.powerIsGuess ? together(all, sd.guessedPower) : all;
}

} // namespace rightrig
