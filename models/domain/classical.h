// Time and memory of jobs on tables.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

namespace rightrig {

/// Bytes of loading and fitting a table, operating system not counted.
[[nodiscard]] double tableBytes(const Job& job, const TableConstants& tables);

/// Seconds of fitting the table, without program start; empty where a size or a figure of the machine is unknown.
struct TableTime
{
    std::optional<double> seconds;
    double sd = 0.0; ///< of ln time
    bool onCard = false;
};
[[nodiscard]] TableTime tableTime(const Job& job, const Rig& rig, const Constants& constants);

/// The rates by which the laws of own runs hold for this job: those of a test, else, for all but the boosters with published runs, those
/// that the data sheet lets expect. Empty where the other laws of this file hold.
[[nodiscard]] std::optional<TestedRates> ratesOfOwnLaws(const Job& job, const Rig& rig, const Constants& constants);

/// Memory, seconds (likely only), method and sd of a job on tables. Unknown sizes or specs give Fit::Unknown and no time.
[[nodiscard]] Estimate estimateTable(const Job& job, const Rig& rig, const Constants& constants);

} // namespace rightrig
