// Sources of the constants: the rows memory.* of db/rows/assumptions*.csv.
#include "models/domain/memory.h"

#include "models/domain/engine.h"
#include "models/domain/units.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double bytesPerGb = 1e9;
constexpr double bytesPerMib = 1048576.0;
constexpr double resnet50Params = 25.56e6; ///< the measured fixed part of picture networks holds this many parameters

using Model = std::optional<MemoryModel>;

double context(bool onCpu, const MemoryConstants& memory) { return onCpu ? 0.0 : memory.contextGb * bytesPerGb; }

/// Whether attention leaves no scores in memory: PyTorch's own does not since its version 2, transformers' a year later. On Apple's
/// graphics its backward pass still keeps them; of Radeon and Arc no run says, and what nobody measured counts as the larger need.
bool attentionIsFused(const Job& job, const Engine& engine, const MemoryConstants& memory)
{
    const bool transformers = engine.framework == Framework::HfTrainer;
    const bool torch = transformers || engine.framework == Framework::PyTorch || engine.framework == Framework::PyTorchCompile
        || engine.framework == Framework::Ngc;
    const double since = memory.fusedSince + (transformers ? 1.0 : 0.0);
    return torch && (engine.onCpu || engine.stack == Stack::Cuda) && !job.plainAttention && job.softwareYear.value_or(since) >= since;
}

/// Bytes kept for each value that a picture network puts out.
double bytesPerValue(const Job& job, bool fused, const MemoryConstants& memory)
{
    const bool transformer = job.net.hidden && job.net.heads;
    return memory.half * (transformer && fused ? memory.transformerBytes : memory.mactBytes);
}

Model pictureMemory(const Job& job, const MemoryPlan& plan, bool fp32, bool fused, const MemoryConstants& memory)
{
    const NetworkShape& net = job.net;
    const double wider = fp32 ? memory.fp32Activations : 1.0;
    const double side = plan.smallerInput ? 0.25 : 1.0;
    MemoryModel model;
    if (net.memoryFixedGib && net.memoryPerSampleMib) {
        model.fixed = *net.memoryFixedGib * bytesPerGib;
        model.perSample = *net.memoryPerSampleMib * bytesPerMib * wider * side;
        model.calibrated = true;
        return model;
    }
    if (!net.paramsM || !net.activationsM)
        return std::nullopt;
    const double more = std::max(0.0, *net.paramsM * million - resnet50Params);
    model.fixed = memory.visionFixed * bytesPerGib + more * memory.adamAmp;
    model.perSample = bytesPerValue(job, fused, memory) * *net.activationsM * million * wider * side;
    return model;
}

Model encoderMemory(const NetworkShape& net, const MemoryPlan& plan, bool fp32, bool onCpu, bool fused, const MemoryConstants& memory)
{
    if (!net.paramsM || !net.layers || !net.hidden || !net.heads || !net.sequence)
        return std::nullopt;
    const double sequence = plan.smallerInput ? *net.sequence / 2.0 : *net.sequence;
    double bytes = fused ? *net.layers * sequence * *net.hidden * memory.encoderFused
                         : encoderActivationBytes(*net.layers, *net.hidden, *net.heads, sequence, memory);
    if (plan.checkpointing)
        bytes = bytes / *net.layers + memory.half * *net.layers * *net.hidden * sequence;
    MemoryModel model;
    const double spare = onCpu || fused ? 0.0 : memory.encoderSpareGb * bytesPerGb; // what the allocator of that time keeps back
    model.fixed = *net.paramsM * million * (fp32 ? memory.adamFp32 : memory.adamAmp) + context(onCpu, memory) + spare;
    model.perSample = bytes * memory.encoderMargin * (fp32 ? memory.fp32Activations : 1.0);
    return model;
}

std::optional<double> embeddingParams(const NetworkShape& net)
{
    if (net.embeddingParamsM)
        return *net.embeddingParamsM * million;
    if (net.vocabulary && net.hidden)
        return 2.0 * *net.vocabulary * *net.hidden;
    return std::nullopt;
}

constexpr double unitsGathered = 2.0; ///< the layer at work and the next one: what FSDP prefetches

/// What each of several cards gathers of weights that are spread over all (FSDP, ZeRO 3), beside embedding and head, which are one unit.
double gatheredBytes(double bytes, double embeddingBytes, double layers)
{
    return std::max(0.0, bytes - embeddingBytes) * std::min(1.0, unitsGathered / std::max(1.0, layers)) + embeddingBytes;
}

/// `bytes` of states spread over cards that each gather `gathered`; one card holds them all, and more cards never need more each.
double spreadBytes(double bytes, double gathered, double devices)
{
    return devices > 1.0 ? std::min(bytes, bytes / devices + gathered) : bytes;
}

/// Weights, gradients and optimiser of a language model, by the way it is trained.
std::optional<double> languageStates(
    const Job& job, const MemoryPlan& plan, bool fp32, double devices, Framework framework, const MemoryConstants& memory)
{
    const double params = *job.net.paramsM * million, layers = *job.net.layers;
    const bool adapters = job.family == JobFamily::Lora || job.family == JobFamily::Qlora;
    const auto embedding = embeddingParams(job.net);
    if (!embedding)
        return std::nullopt;
    const double embedded = std::min(params, *embedding);
    if (!adapters) {
        const double states = params * (job.halfStates ? memory.adamHalf : fp32 ? memory.adamFp32 : memory.adamAmp);
        const double bytes = fp32 && !job.halfStates ? 2.0 * memory.half : memory.half;
        return spreadBytes(states, gatheredBytes(params * bytes, embedded * bytes, layers), devices);
    }
    const double adapterBytes = job.net.adapterParamsM.value_or(*job.net.paramsM * memory.adapterShare) * million * memory.adapter;
    if (!plan.quantised)
        return spreadBytes(params * memory.half, gatheredBytes(params * memory.half, embedded * memory.half, layers), devices)
            + adapterBytes;
    // PEFT keeps what it does not quantise in FP32 when it prepares a 4-bit model for training.
    const double upcast = framework == Framework::HfTrainer ? *embedding * memory.half : 0.0;
    const double packed = quantisedWeightBytes(std::max(0.0, params - *embedding), *embedding, false, memory);
    return spreadBytes(packed, gatheredBytes(packed, embedded * memory.half, layers), devices) + upcast + adapterBytes;
}

Model languageMemory(
    const Job& job, const MemoryPlan& plan, bool fp32, bool onCpu, double devices, Framework framework, const MemoryConstants& memory)
{
    const NetworkShape& net = job.net;
    if (!net.paramsM || !net.layers || !net.hidden || !net.sequence || !net.vocabulary)
        return std::nullopt;
    const auto states = languageStates(job, plan, fp32, devices, framework, memory);
    if (!states)
        return std::nullopt;
    const double tokens = plan.smallerInput ? *net.sequence / 2.0 : *net.sequence;
    const double kappaFactor = plan.quantised ? memory.qloraActivations : 1.0;
    const double activations
        = decoderActivationBytes(*net.layers, *net.hidden, net.kappa.value_or(memory.kappa), tokens, plan.checkpointing, kappaFactor);
    MemoryModel model;
    model.fixed = *states + context(onCpu, memory);
    model.perSample = activations * (fp32 ? memory.fp32Activations : 1.0)
        + logitBytes(tokens, *net.vocabulary, memory) * (framework == Framework::HfTrainer ? memory.hfLogits / memory.logits : 1.0);
    model.calibrated = net.kappa.has_value();
    return model;
}

Model memoryModel(const Engine& engine, const Job& job, const MemoryPlan& plan, const MemoryConstants& memory)
{
    const bool fused = attentionIsFused(job, engine, memory);
    switch (job.family) {
    case JobFamily::TransformerEncoder:
        return job.net.imagePx ? pictureMemory(job, plan, engine.fp32, fused, memory)
                               : encoderMemory(job.net, plan, engine.fp32, engine.onCpu, fused, memory);
    case JobFamily::TransformerDecoder:
    case JobFamily::LlmFull:
    case JobFamily::Lora:
    case JobFamily::Qlora:
        return languageMemory(job, plan, engine.fp32, engine.onCpu, engine.devices, engine.framework, memory);
    default:
        return pictureMemory(job, plan, engine.fp32, fused, memory);
    }
}

} // namespace

double encoderActivationBytes(double layers, double hidden, double heads, double sequence, const MemoryConstants& memory)
{
    return layers * sequence * hidden * (memory.encoderFixed + memory.encoderAttention * heads * sequence / hidden);
}

double decoderActivationBytes(double layers, double hidden, double kappa, double tokens, bool checkpointing, double kappaFactor)
{
    const double unit = 2.0 * hidden * tokens;
    return checkpointing ? layers * unit + kappa * kappaFactor * unit : layers * kappa * kappaFactor * unit;
}

double logitBytes(double tokens, double vocabulary, const MemoryConstants& memory, double chunks)
{
    return memory.logits * tokens * vocabulary / chunks;
}

double quantisedWeightBytes(double linear, double embedding, bool doubleQuant, const MemoryConstants& memory)
{
    return linear * (doubleQuant ? memory.nf4Double : memory.nf4) + embedding * memory.half;
}

double maxBatch(double capacityBytes, double fixedBytes, double perSampleBytes)
{
    const double room = capacityBytes - fixedBytes;
    return room <= 0.0 || perSampleBytes <= 0.0 ? 0.0 : std::floor(room / perSampleBytes);
}

std::optional<MemoryModel> memoryOn(const Engine& engine, const Job& job, const MemoryPlan& plan, const Constants& constants)
{
    auto model = memoryModel(engine, job, plan, constants.memory);
    if (model && engine.stack == Stack::Metal && !engine.onCpu) {
        model->fixed *= constants.memory.metalFactor;
        model->perSample *= constants.memory.metalFactor;
    }
    return model;
}

double plannedBytes(Gib have, const MemoryConstants& memory) { return have.value * (1.0 + memory.edge) * bytesPerGib * memory.fillShare; }

Fit fitOf(double needBytes, double margin, std::optional<Gib> have, const MemoryConstants& memory)
{
    if (!have || !std::isfinite(needBytes))
        return Fit::Unknown;
    const double room = plannedBytes(*have, memory);
    if (needBytes * margin <= room)
        return Fit::Yes;
    return needBytes <= room ? Fit::Tight : Fit::No;
}

Fit worse(Fit a, Fit b)
{
    const auto rank = [](Fit fit) { return fit == Fit::No ? 3 : fit == Fit::Unknown ? 2 : fit == Fit::Tight ? 1 : 0; };
    return rank(a) >= rank(b) ? a : b;
}

} // namespace rightrig
