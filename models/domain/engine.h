// What a network runs on: the cards or the processor of a machine, in the precision it will use there.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <limits>
#include <optional>

namespace rightrig {

struct Engine
{
    Stack stack = Stack::Cpu;
    bool onCpu = true, integrated = false;
    bool fp32 = true;    ///< false: mixed precision
    double tflops = 0.0; ///< dense peak in that precision
    double bandwidth = 0.0;
    double watts = std::numeric_limits<double>::infinity(); ///< processors: their sustained clock already holds the limit
    double effective = 0.0;                                 ///< TFLOPS under the power limit
    std::uint8_t chip = 0;                                  ///< index into chipFamilies
    bool tensor = false;                                    ///< the rate is that of matrix units
    double elementBytes = 4.0;                              ///< of one activation as it moves through memory
    double computeGain = 1.0, bandwidthGain = 1.0;          ///< of this family of chips
    double slowdown = 1.0;                                  ///< time against plain PyTorch on a cooled machine
    double launchSlowdown = 1.0;                            ///< the same for the launches of kernels
    bool plainKernels = false;                              ///< a processor without its vendor's kernels; counted in the slowdown
    Framework framework = Framework::PyTorch;
    double speed = 0.0;                ///< Ce^a BW^b of the job's class, for the simpler law
    double phi = 1.0;                  ///< software and cooling, for the simpler law
    std::optional<TestedRates> tested; ///< of a processor
    double devices = 1.0;
    double deviceFactor = 1.0; ///< all devices over one
};

/// The kind of work that training a family is.
[[nodiscard]] WorkKind workKindOf(JobFamily family);
/// What beginners write this job with on that machine, unless the job says.
[[nodiscard]] Framework usualFramework(const Job& job, Stack stack);
/// The speed law of a family's class.
[[nodiscard]] const SpeedLaw& lawOf(JobFamily family, const TimeConstants& time);
/// Text models whose time comes from FLOP and launches: decoders, adapters, picture generators.
[[nodiscard]] bool isLanguageModel(JobFamily family);

/// The cards of `rig`; empty if one of the figures needed is unknown.
[[nodiscard]] std::optional<Engine> cardEngine(const Job& job, const Rig& rig, const Constants& constants);
/// The processor of `rig`; empty if cores, clock, arithmetic or bandwidth are unknown.
[[nodiscard]] std::optional<Engine> processorEngine(const Job& job, const Rig& rig, const Constants& constants);

/// Whether the job's software exists for the machine's cards at all (notes: bitsandbytes needs CUDA; ROCm needs Linux).
[[nodiscard]] bool cardSoftwareExists(const Rig& rig);

/// Standard deviation of the machine's own error: hardware, software, guessed power, new generation.
[[nodiscard]] double ownSpread(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants);

} // namespace rightrig
