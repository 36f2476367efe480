// The open formula of an estimate: the lines a student can check with a pocket calculator, and every number with its source.
#pragma once

#include "models/domain/neural.h"

#include <string>

namespace rightrig {

/// Four significant digits, no locale.
[[nodiscard]] std::string shortNumber(double value);

/// Lines and inputs of a job on tables.
void traceTable(const Job& job, const Rig& rig, const Estimate& estimate, const Constants& constants, Trace& trace);
/// Lines and inputs of a network; nothing about time where the engine is unknown.
void traceNetwork(
    const Job& job, const Rig& rig, const Estimate& estimate, const NeuralChoice& choice, const Constants& constants, Trace& trace);
/// What real runs of the own computer changed; nothing where `factor` is 1.
void traceRuns(double factor, const Estimate& estimate, Trace& trace);
/// Memory, interval and energy: the same for every job.
void traceCommon(const Job& job, const Rig& rig, const Estimate& estimate, const Constants& constants, Trace& trace);
/// Sources, units and dates for the inputs by their names ("accelerator.", "processor.", "machine.", "job.", else an assumption).
void addSources(const Job& job, const Catalog& catalog, const Machine& machine, const Constants& constants, Trace& trace);

} // namespace rightrig
