// One published or own training run: what ran, on what, and how long it took.
#pragma once

#include "models/domain/job.h"

#include <optional>
#include <string>

namespace rightrig {

/// What the measured number is. Rates count all devices together.
enum class Metric : std::uint8_t { SamplesPerSecond, TokensPerSecond, StepSeconds, RunSeconds };

struct Measurement
{
    std::string id, source, hardware, stack, model, notes;
    JobFamily family = JobFamily::Cnn;
    bool familyOfModel = false; ///< the row calls itself "other": the family is that of its model
    double hardwareCount = 1.0;
    std::optional<double> coresUsed, powerWatts;
    NetworkShape net; ///< what the row itself states
    TableShape table;
    std::optional<double> rows; ///< of a table
    std::optional<double> samples, epochs, batch, year;
    std::optional<bool> checkpointing;
    Precision precision = Precision::Fp32;
    bool pureHalf = false;      ///< "bf16" or "fp16" instead of "amp": nothing is kept in FP32
    bool realPipeline = false;  ///< files are read and decoded
    bool syntheticData = false; ///< the row says so: random numbers
    Metric metric = Metric::SamplesPerSecond;
    double value = 0.0;
    std::optional<double> peakMemoryGib;
    int line = 0;       ///< in the file it came from
    SourceRef citation; ///< of a check point of the catalogue: who published it, and when
};

} // namespace rightrig
