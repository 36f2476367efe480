// Sources of the constants: the rows sd.* of db/rows/assumptions*.csv.
#include "models/domain/interval.h"

#include <cmath>

namespace rightrig {

namespace {

constexpr double quantile90 = 1.2816; ///< of the normal distribution

} // namespace

Range<Seconds> interval80(Seconds likely, double sd)
{
    const double factor = std::exp(quantile90 * sd);
    return {likely / factor, likely, likely * factor};
}

double together(double a, double b) { return std::sqrt(a * a + b * b); }

void finish(Estimate& result, std::optional<double> seconds, const Job& job, const Constants& constants)
{
    if (!job.sizeFromStudent)
        result.sdCommon = together(result.sdCommon, constants.sd.workload);
    if (result.fit == Fit::No)
        return;
    if (!seconds || !std::isfinite(*seconds) || *seconds <= 0.0) {
        result.fit = Fit::Unknown;
        result.blocked = ReasonCode::UnknownSpec;
        return;
    }
    if (result.fit == Fit::Unknown) {
        result.blocked = ReasonCode::UnknownSpec;
        return;
    }
    result.seconds = interval80(Seconds{*seconds}, together(result.sdOwn, result.sdCommon));
}

double chanceFaster(Seconds a, double sdA, Seconds b, double sdB)
{
    const double sd = together(sdA, sdB);
    const double distance = std::log(b / a);
    if (sd <= 0.0)
        return distance > 0.0 ? 1.0 : distance < 0.0 ? 0.0 : 0.5;
    return 0.5 * std::erfc(-distance / sd / std::sqrt(2.0));
}

} // namespace rightrig
