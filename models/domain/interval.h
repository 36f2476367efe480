// From a likely time and standard deviations of its logarithm to an 80 % interval.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <optional>

namespace rightrig {

/// t exp(-1.2816 sd), t, t exp(+1.2816 sd).
[[nodiscard]] Range<Seconds> interval80(Seconds likely, double sd);

/// Root of the sum of squares.
[[nodiscard]] double together(double a, double b);

/// Adds the error of a guessed workload and writes the interval into `result` from its sdOwn and sdCommon.
/// No seconds, or seconds that are no sensible number, make an estimate that otherwise fits unknown.
void finish(Estimate& result, std::optional<double> seconds, const Job& job, const Constants& constants);

/// Chance that a job takes less time on A than on B: Phi(ln(tB/tA) / sqrt(sdA^2 + sdB^2)).
[[nodiscard]] double chanceFaster(Seconds a, double sdA, Seconds b, double sdB);

} // namespace rightrig
