// What one step of training a network does, counted from its size: arithmetic, values moved, parameters updated, layers launched.
#pragma once

#include "models/domain/engine.h"
#include "models/domain/memory.h"

#include <optional>

namespace rightrig {

struct Work
{
    WorkKind kind = WorkKind::Picture;
    double flop = 0.0;        ///< of training one sample: 3 x forward (adapters 2 x), with checkpointing 1 x more
    double activations = 0.0; ///< values one sample writes in a forward pass, times the passes over 3
    double parameters = 0.0;  ///< updated at each optimiser step; 0 where nobody states them
    double modules = 0.0;     ///< leaf layers that run forward in each micro-step, counted again where checkpointing repeats them
    double unpacked = 0.0; ///< 4-bit weights that each micro-step turns into 16-bit ones, over all passes; 0 if the weights are not packed
    double balance = 1.0;  ///< forward GFLOP per million activations against that of ResNet-50
};

/// Counts the work of `job` under `plan`; empty if neither the arithmetic nor the shape of the network is known.
/// Layers that nobody counted: law.modules_per_layer, law.recurrent_step_modules, or a usual number, fewer below law.tiny_network_gflop.
/// Transformers without a stated figure: 2 N s + 4 L h s^2 FLOP and 10 L h + heads s (encoders) or 14 L h + 4 V (decoders) values a token.
[[nodiscard]] std::optional<Work> workOf(const Job& job, const MemoryPlan& plan, const LawConstants& law);

/// Seconds that a framework's loop takes around each step, however small the network: TensorFlow's law.graph_step_ms, else 0.
[[nodiscard]] double stepOverhead(Framework framework, const LawConstants& law);

/// Seconds of one micro-step and what they are made of.
struct StepParts
{
    double seconds = 0.0;
    double computing = 0.0, moving = 0.0, updating = 0.0, unpacking = 0.0, launching = 0.0; ///< each alone, before they overlap
};

/// ((compute^q + traffic^q)^(1/q) + update + unpack)^r + launches^r)^(1/r) x software. `batch` samples make one optimiser step of which
/// `microBatch` are computed at a time. Constants: fitted on published runs, tests/bench/fit.
[[nodiscard]] StepParts stepParts(const Work& work, const Engine& engine, double microBatch, double batch, const LawConstants& law);

} // namespace rightrig
