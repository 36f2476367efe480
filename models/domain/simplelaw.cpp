// Two simpler published laws: the two-exponent law of known networks and the launch law of language models.
// They rest on other runs than the composite law, so they are a check on it, shown beside it and used for nothing else.
#include "models/domain/neural.h"
#include "models/domain/speed.h"
#include "models/domain/units.h"

#include <algorithm>

namespace rightrig {

namespace {

/// K in the engine's precision; a constant known in one precision only is carried over by its class's ratio.
std::optional<double> knownConstant(const Job& job, const Engine& engine, const TimeConstants& time)
{
    if (!engine.fp32)
        return job.net.throughputKAmp;
    if (job.net.throughputKFp32 || !job.net.throughputKAmp)
        return job.net.throughputKFp32;
    return *job.net.throughputKAmp * lawOf(job.family, time).fp32Share;
}

/// FLOP of one sequence of a language model, as it is trained; 0 if its size is not stated.
double languageFlop(const Job& job, const MemoryPlan& plan, bool full)
{
    const NetworkShape& net = job.net;
    if (!net.paramsM || !net.layers || !net.hidden || !net.sequence)
        return 0.0;
    const double head = net.vocabulary ? *net.vocabulary * *net.hidden : 0.0;
    const double embedding = net.embeddingParamsM.value_or(0.0) * million;
    const double working = std::max(0.0, *net.paramsM * million - embedding + std::min(head, embedding));
    const double perParameter = (full ? 6.0 : 4.0) + (plan.checkpointing ? 2.0 : 0.0);
    return *net.sequence * flopPerToken(perParameter, working, *net.layers, *net.hidden, *net.sequence);
}

std::optional<double> languageStep(const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& c)
{
    const bool full = job.family == JobFamily::LlmFull || job.family == JobFamily::TransformerDecoder;
    const double flop = languageFlop(job, plan, full);
    if (flop <= 0.0)
        return std::nullopt;
    const double eta = achievedShare(full ? c.time.eta : c.time.loraEta, engine.tflops, engine.watts, c.time);
    const double layerMs = engine.onCpu ? 0.0 : full ? c.time.layerMs : c.time.loraLayerMs;
    const double total = stepSeconds(*job.net.layers, layerMs, flop * microBatch, eta, engine.tflops);
    return total / engine.phi * (plan.quantised ? c.time.qloraSlowdown : 1.0);
}

} // namespace

std::optional<double> simpleStepSeconds(
    const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& constants)
{
    if (const auto k = knownConstant(job, engine, constants.time))
        return microBatch / knownThroughput(*k, engine.speed, engine.phi);
    return isLanguageModel(job.family) ? languageStep(job, engine, plan, microBatch, constants) : std::nullopt;
}

} // namespace rightrig
