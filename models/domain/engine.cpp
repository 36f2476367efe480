// Science notes 2.1 (rates), 2.4 (software), 2.5 (several cards), 6 (errors).
#include "models/domain/engine.h"

#include "models/domain/interval.h"
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

/// Dense peak of the precision the job will use. Where the 16-bit rate is unknown the job runs in FP32, which every card can do.
std::optional<double> cardRate(const Job& job, const Rig& rig, bool& fp32)
{
    const bool wantsHalf = job.precision != Precision::Fp32 && job.precision != Precision::Tf32;
    fp32 = !wantsHalf || rig.stack == Stack::Metal || !rig.halfTflops;
    if (!fp32)
        return rig.halfTflops;
    // PyTorch uses TF32 for convolutions without being asked, for other layers only on request.
    const bool tf32 = rig.stack == Stack::Cuda && rig.tf32Tflops && (job.precision == Precision::Tf32 || isPicture(job));
    if (!tf32)
        return rig.fp32Tflops;
    return std::max(*rig.tf32Tflops, rig.fp32Tflops.value_or(0.0));
}

void addSpeed(Engine& engine, const Job& job, const Rig& rig, const Constants& c)
{
    engine.effective = effectiveCompute(engine.tflops, engine.watts, c.time.cePerWatt);
    engine.speed = machineSpeed(engine.effective, engine.bandwidth, lawOf(job.family, c.time));
    if (rig.fanless)
        engine.phi *= c.power.fanlessShare;
}

double hardwareSpread(JobFamily family, const SpreadConstants& sd)
{
    switch (family) {
    case JobFamily::Cnn:
    case JobFamily::Detector:
    case JobFamily::Segmentation:
        return sd.cnn;
    case JobFamily::TransformerEncoder:
        return sd.encoder;
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

} // namespace

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
    const auto rate = cardRate(job, rig, engine.fp32);
    if (!rate || !rig.bandwidthGbPerS || !rig.power)
        return std::nullopt;
    engine.stack = rig.stack;
    engine.onCpu = false;
    engine.integrated = rig.integrated;
    engine.tflops = *rate;
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
    if (engine.onCpu && rig.processorIsGuess)
        all = together(all, sd.guessedProcessor);
    return !engine.onCpu && rig.powerIsGuess ? together(all, sd.guessedPower) : all;
}

} // namespace rightrig
