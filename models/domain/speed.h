// Speed formulas of deep learning, one function each. Pure numbers: no machine, no job.
#pragma once

#include "models/domain/constants.h"

namespace rightrig {

/// TFLOPS a card sustains under its power limit: 1 / (1/C + 1/(perWatt W)). Infinite watts give C.
/// Source of the form and its constant: est-lambda in db/rows/sources-core.csv.
[[nodiscard]] double effectiveCompute(double peakTflops, double watts, double tflopsPerWatt);

/// Ce^a BW^b: how fast a machine is for one class of networks, before K and phi.
[[nodiscard]] double machineSpeed(double effectiveTflops, double bandwidthGbPerS, const SpeedLaw& law);

/// Samples per second of a network whose constant K is known: K Ce^a BW^b phi.
[[nodiscard]] double knownThroughput(double k, double machineSpeed, double phi);

/// FLOP per trained token: `perParameter` N + 2 perParameter L h s; perParameter 6 full, 8 checkpointed, 4 LoRA, 6 LoRA checkpointed.
[[nodiscard]] double flopPerToken(double perParameter, double parameters, double layers, double hidden, double sequence);

/// Share of peak that large transformers reach; falls where peak per watt is above the A100's (H100 rows).
[[nodiscard]] double achievedShare(double eta, double peakTflops, double watts, const TimeConstants& time);

/// Seconds of one micro-step: L tau + FLOP / (eta C).
[[nodiscard]] double stepSeconds(double layers, double layerMs, double flop, double eta, double peakTflops);

/// How much faster n equal cards are than one, if each doubling keeps `kept` of the speed. At least 1.
[[nodiscard]] double deviceFactor(double n, double kept);

/// FP32 GFLOP/s of a processor: cores x GHz x FLOP per cycle.
[[nodiscard]] double processorGflops(double cores, double ghz, double flopPerCycle);

} // namespace rightrig
