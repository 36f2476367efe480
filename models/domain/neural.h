// Networks: which way of running fits, and how long it takes there.
#pragma once

#include "models/domain/engine.h"
#include "models/domain/memory.h"
#include "models/domain/work.h"

#include <optional>

namespace rightrig {

/// One way to run a job on one engine, with its time.
struct NeuralRun
{
    MemoryPlan plan;
    double microBatch = 1.0;
    double needBytes = 0.0; ///< of the tighter memory
    Fit fit = Fit::Unknown;
    Method method = Method::Spec;
    double perSample = 0.0; ///< seconds a sample, all devices together
    StepParts parts;        ///< of one micro-step
    std::optional<double> seconds;
    std::optional<double> utilisation;
    bool loaderBound = false, launchBound = false;
};

/// What a training step takes, before memory is looked at.
struct StepTime
{
    double seconds = 0.0; ///< of one micro-batch on one device
    double flop = 0.0;    ///< of one sample; 0: not known
    Method method = Method::Spec;
    StepParts parts;
    bool launchBound = false; ///< the launches, not the arithmetic, take most of the time
};

/// Samples of the network in one epoch: sequences, pictures or clips; empty if the sequence length is unknown.
[[nodiscard]] std::optional<double> samplesPerEpoch(const Job& job, const TimeConstants& time);
/// Seconds of one micro-batch by the composite law; calibrated where published runs of the network exist. Empty if the size is unknown.
[[nodiscard]] std::optional<StepTime> stepTime(
    const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& constants);
/// Seconds of one micro-batch by the simpler laws that were published elsewhere: a second opinion, shown beside ours.
/// Empty where they do not apply.
[[nodiscard]] std::optional<double> simpleStepSeconds(
    const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& constants);
/// Seconds of the whole job of games: simulation on the processor, learning on the engine (assumptions of this project).
[[nodiscard]] std::optional<double> gameSeconds(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants);
/// The fastest way that fits on the engine; if none does, the most sparing one with fit Tight, No or Unknown.
[[nodiscard]] NeuralRun bestRun(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants);

/// Standard deviation of ln time of one run: the machine's own error, and for a network without published runs that of its size.
[[nodiscard]] double runSpread(const Job& job, const Rig& rig, const Engine& engine, Method method, const Constants& constants);

/// Memory, time, energy of a network on a machine. With `chosen`, the engine and run behind the numbers (for the open formula).
struct NeuralChoice
{
    std::optional<Engine> engine;
    NeuralRun run;
};
[[nodiscard]] Estimate estimateNetwork(const Job& job, const Rig& rig, const Constants& constants, NeuralChoice* chosen = nullptr);

} // namespace rightrig
