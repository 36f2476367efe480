// Time and memory of jobs on tables.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"
#include "models/domain/testedrates.h"

#include <string>
#include <utility>
#include <vector>

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
/// Spread of ln time of this very machine: a processor that its owner does not name adds to it.
[[nodiscard]] double tableSpread(const TableTime& time, const Rig& rig, const Constants& constants);

/// The rates by which the laws of own runs hold for this job: those of a test, else, for all but the boosters with published runs, those
/// that the data sheet lets expect. Empty where the other laws of this file hold.
[[nodiscard]] std::optional<TestedRates> ratesOfOwnLaws(const Job& job, const Rig& rig, const Constants& constants);

/// Time of the job's library against scikit-learn's of today on the same computer: forests and linear models; 1 where nobody measured it.
[[nodiscard]] double libraryTime(const Job& job, const TestedRates& rates, const Constants& constants);
/// The constants behind libraryTime(), by name.
[[nodiscard]] std::vector<std::pair<std::string, double>> libraryConstants(const Job& job, const Constants& constants);

/// Memory, seconds (likely only), method and sd of a job on tables. Unknown sizes or specs give Fit::Unknown and no time.
[[nodiscard]] Estimate estimateTable(const Job& job, const Rig& rig, const Constants& constants);

} // namespace rightrig
