// Seconds of one training step by the best evidence there is (science notes 2.1-2.4).
#include "models/domain/neural.h"
#include "models/domain/speed.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr double giga = 1e9;
constexpr double million = 1e6;
constexpr double trainingOverForward = 3.0;
constexpr double envCores = 8.0; ///< more copies of a game than this are rare in tutorials

/// FLOP of one training sample from its size; 0 if the size is not stated.
double trainingFlop(const NetworkShape& net)
{
    if (net.forwardGflop)
        return trainingOverForward * *net.forwardGflop * giga;
    if (!net.paramsM || !net.layers || !net.hidden || !net.sequence)
        return 0.0;
    const double working = std::max(0.0, *net.paramsM - net.embeddingParamsM.value_or(0.0)) * million;
    return encoderFlop(working, *net.layers, *net.hidden, *net.sequence);
}

/// Launching the kernels of a step takes this long however small the batch; a processor has no such gap.
double launchFloor(const Job& job, const Engine& engine, const TimeConstants& time)
{
    if (engine.onCpu || !job.net.layers)
        return 0.0;
    const double perLayer = job.family == JobFamily::TransformerEncoder ? time.layerMs : time.cnnLayerMs;
    return *job.net.layers * perLayer * 1e-3;
}

StepTime fromThroughput(
    double throughput, const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, Method method, const Constants& c)
{
    StepTime step;
    step.method = method;
    step.flop = trainingFlop(job.net);
    const double working = microBatch / throughput * (plan.checkpointing ? c.time.checkpointing : 1.0);
    const double floor = launchFloor(job, engine, c.time);
    // The law is a fit; no machine does more than its peak.
    const double atPeak = microBatch * step.flop / (engine.tflops * 1e12);
    step.launchBound = floor > std::max(working, atPeak);
    step.seconds = std::max({working, floor, atPeak});
    return step;
}

/// K in the engine's precision; a constant known in one precision only is carried over by its class's ratio.
std::optional<double> knownConstant(const Job& job, const Engine& engine, const TimeConstants& time)
{
    if (!engine.fp32)
        return job.net.throughputKAmp ? job.net.throughputKAmp : job.net.throughputKFp32;
    if (!job.net.throughputKAmp)
        return job.net.throughputKFp32;
    if (!job.net.throughputKFp32)
        return *job.net.throughputKAmp * lawOf(job.family, time).fp32Share;
    // Where old software was slower in mixed precision, a card without it must not look faster for that.
    return std::min(*job.net.throughputKFp32, *job.net.throughputKAmp);
}

double pictureThroughput(const Job& job, const Engine& engine, const Constants& c)
{
    const SpeedLaw& law = lawOf(job.family, c.time);
    const double perImage = visionMilliseconds(*job.net.forwardGflop / 2.0, *job.net.activationsM, c.time);
    const double layout = &law == &c.time.cnn ? c.time.visionLayout : 1.0;
    const double precision = engine.fp32 ? law.fp32Share : 1.0;
    return 1000.0 / perImage / layout * precision * engine.speed / visionReferenceSpeed(law, c.time) * engine.phi;
}

double encoderThroughput(double flop, const Engine& engine, const Constants& c)
{
    const double k = c.time.bertLargeK * c.time.bertLargeFlop * 1e12 / flop;
    return knownThroughput(k, engine.speed, engine.phi) * (engine.fp32 ? c.time.transformer.fp32Share : 1.0);
}

/// FLOP of one sample of a language model or a picture generator, as it is trained.
double languageFlop(const Job& job, const MemoryPlan& plan)
{
    const NetworkShape& net = job.net;
    const bool full = job.family == JobFamily::LlmFull || job.family == JobFamily::TransformerDecoder;
    const double recompute = plan.checkpointing ? 2.0 : 0.0;
    if (net.forwardGflop)
        return *net.forwardGflop * giga * ((full ? 6.0 : 4.0) + recompute) / 2.0;
    if (!net.paramsM || !net.layers || !net.hidden || !net.sequence)
        return 0.0;
    const double head = net.vocabulary ? *net.vocabulary * *net.hidden : 0.0;
    const double embedding = net.embeddingParamsM.value_or(0.0) * million;
    const double working = std::max(0.0, *net.paramsM * million - embedding + std::min(head, embedding));
    return *net.sequence * flopPerToken((full ? 6.0 : 4.0) + recompute, working, *net.layers, *net.hidden, *net.sequence);
}

std::optional<StepTime> languageStep(const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& c)
{
    StepTime step;
    step.flop = languageFlop(job, plan);
    if (step.flop <= 0.0 || !job.net.layers)
        return std::nullopt;
    const bool full = job.family == JobFamily::LlmFull || job.family == JobFamily::TransformerDecoder;
    const double eta = achievedShare(full ? c.time.eta : c.time.loraEta, engine.tflops, engine.watts, c.time);
    const double layerMs = engine.onCpu ? 0.0 : full ? c.time.layerMs : c.time.loraLayerMs;
    const double total = stepSeconds(*job.net.layers, layerMs, step.flop * microBatch, eta, engine.tflops);
    step.launchBound = *job.net.layers * layerMs * 1e-3 > total / 2.0;
    step.seconds = total / engine.phi * (plan.quantised ? c.time.qloraSlowdown : 1.0);
    return step;
}

} // namespace

std::optional<double> samplesPerEpoch(const Job& job, const TimeConstants& time)
{
    if (job.unit == SampleUnit::Tokens)
        return job.net.sequence ? std::optional(job.samples / *job.net.sequence) : std::nullopt;
    if (job.unit != SampleUnit::AudioHours)
        return job.samples;
    const bool speech = job.family == JobFamily::TransformerEncoder || job.family == JobFamily::TransformerDecoder;
    return job.samples * 3600.0 / (speech ? time.speechSeconds : time.clipSeconds);
}

std::optional<StepTime> stepTime(
    const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& constants)
{
    if (const auto k = knownConstant(job, engine, constants.time)) {
        const double throughput = knownThroughput(*k, engine.speed, engine.phi);
        return fromThroughput(throughput, job, engine, plan, microBatch, Method::Calibrated, constants);
    }
    if (isLanguageModel(job.family))
        return languageStep(job, engine, plan, microBatch, constants);
    if (job.net.forwardGflop && job.net.activationsM) {
        const double throughput = pictureThroughput(job, engine, constants);
        return fromThroughput(throughput, job, engine, plan, microBatch, Method::Spec, constants);
    }
    const double flop = trainingFlop(job.net);
    if (job.family != JobFamily::TransformerEncoder || flop <= 0.0)
        return std::nullopt;
    return fromThroughput(encoderThroughput(flop, engine, constants), job, engine, plan, microBatch, Method::Spec, constants);
}

std::optional<double> gameSeconds(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants)
{
    if (!rig.cores || !rig.singleCoreSpeed || !job.net.forwardGflop)
        return std::nullopt;
    const TimeConstants& time = constants.time;
    const double more = std::clamp(*rig.cores, 1.0, envCores) - 1.0;
    const double cooling = rig.fanless ? constants.power.fanlessShare : 1.0;
    const double stepsPerSecond = time.envSteps * *rig.singleCoreSpeed * (1.0 + time.envCoreShare * more) * cooling;
    const double passes = job.table.iterations.value_or(1.0);
    const double flop = *job.net.forwardGflop * giga * (1.0 + trainingOverForward * passes);
    const double learning = flop / (time.envUtilisation * engine.tflops * 1e12 * engine.phi);
    return job.samples * job.epochs * (1.0 / stepsPerSecond + learning);
}

} // namespace rightrig
