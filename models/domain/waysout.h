// What to do with one assignment that the student's own computer is not enough for.
#pragma once

#include "models/domain/ground.h"
#include "models/domain/readiness.h"

namespace rightrig {

/// A machine of the school that somebody described: the place of its facts among the candidates of a Ground.
struct SchoolMachine
{
    WayKind kind = WayKind::Lab;
    std::size_t candidate = 0;
};

/// Everything that the search needs besides the Ground of this one job.
struct WaySearch
{
    const Course& course;
    const Assignment& assignment;
    const std::vector<SchoolMachine>& school;
    std::optional<double> credits; ///< student's currency
};

/// Longer than a night for one run, or longer than a week for all.
[[nodiscard]] bool takesTooLong(const Range<Seconds>& run, double runs, const ChoiceConstants& choice);

/// The ways in the order of WayKind, at most one of each kind. What the school has and nobody described has Fit::Unknown.
[[nodiscard]] std::vector<WayOut> waysOut(Ground& ground, const WaySearch& search);

} // namespace rightrig
