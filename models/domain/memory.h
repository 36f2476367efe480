// Memory of a training step, in bytes, and what is done to make a job fit.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <optional>

namespace rightrig {

struct Engine;

/// How a job is run to save memory. Each step costs time or quality and is told to the student.
struct MemoryPlan
{
    bool checkpointing = false;
    bool quantised = false;    ///< LoRA on 4-bit weights
    bool smallerInput = false; ///< half the picture side or text length
};

/// Bytes one device needs: fixed + microBatch x perSample.
struct MemoryModel
{
    double fixed = 0.0, perSample = 0.0;
    bool calibrated = false; ///< rests on a measured figure of this network
    [[nodiscard]] double at(double microBatch) const { return fixed + microBatch * perSample; }
};

/// One layer's stored activations of `tokens` tokens x all layers, 16 bit, no flash attention: s b h (34 + 5 a s / h) L (arXiv 2205.05198).
[[nodiscard]] double encoderActivationBytes(double layers, double hidden, double heads, double sequence, const MemoryConstants& memory);
/// L kappa 2h T, or with checkpointing L 2h T + kappa 2h T; `kappaFactor` is 1.35 for 4-bit weights.
[[nodiscard]] double decoderActivationBytes(
    double layers, double hidden, double kappa, double tokens, bool checkpointing, double kappaFactor = 1.0);
/// 10 T V / chunks: logits in two precisions and their gradient, in a script that is careful with them.
[[nodiscard]] double logitBytes(double tokens, double vocabulary, const MemoryConstants& memory, double chunks = 1.0);
/// 4-bit linear layers plus 16-bit embedding and head.
[[nodiscard]] double quantisedWeightBytes(double linear, double embedding, bool doubleQuant, const MemoryConstants& memory);
/// Largest whole batch with fixed + batch x perSample <= capacity; 0 if none fits.
[[nodiscard]] double maxBatch(double capacityBytes, double fixedBytes, double perSampleBytes);

/// The memory of `job` under `plan` on an engine; empty if a size is unknown.
/// Several cards share the weights and states of a language model, as FSDP and ZeRO 3 do: each holds its part, and gathers the layer at
/// work, the next one, and embedding and head (Rajbhandari et al. 2020, arXiv 1910.02054; checked on published runs of
/// AnswerDotAI/fsdp_qlora and QwenLM/Qwen). The framework decides how often the logits of a language model are copied, and with the year
/// and the stack whether attention keeps its scores. Apple's graphics keep more than they need.
[[nodiscard]] std::optional<MemoryModel> memoryOn(const Engine& engine, const Job& job, const MemoryPlan& plan, const Constants& constants);

/// Compares with three states: the upper end fits in the planned share, the likely value does, or neither. `have` may be unknown.
[[nodiscard]] Fit fitOf(double needBytes, double margin, std::optional<Gib> have, const MemoryConstants& memory);
/// Bytes that a job may plan with on a device of that size.
[[nodiscard]] double plannedBytes(Gib have, const MemoryConstants& memory);
/// The worse of two: No, then Unknown, then Tight, then Yes.
[[nodiscard]] Fit worse(Fit a, Fit b);

} // namespace rightrig
