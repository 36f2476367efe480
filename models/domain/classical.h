// Time and memory of jobs on tables.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

namespace rightrig {

/// Seconds of histogram boosting on a processor: n rows, p columns, T trees; depth counts for XGBoost, leaves for LightGBM (depth or
/// leaves 0: 10 or 512, the shape the constants were fitted at). s: single-core speed.
struct BoostingSize
{
    double rows = 0.0, columns = 0.0, trees = 0.0, depth = 0.0, leaves = 0.0;
};
[[nodiscard]] double boostingSeconds(
    Booster booster, const BoostingSize& size, double cores, double singleCoreSpeed, const TableConstants& tables);
/// The same with the best number of threads up to `cores`: more cores are never slower.
[[nodiscard]] double bestBoostingSeconds(
    Booster booster, const BoostingSize& size, double cores, double singleCoreSpeed, const TableConstants& tables);
/// XGBoost, LightGBM or CatBoost on a graphics card. Nearly the same on every current card, so bandwidth counts little.
[[nodiscard]] double gpuBoostingSeconds(Booster booster, const BoostingSize& size, double bandwidthGbPerS, const TableConstants& tables);
/// T n log2(n) mtry 8 ns (n/1e4)^0.25 / (c s).
[[nodiscard]] double forestSeconds(
    double trees, double rows, double triedColumns, double cores, double singleCoreSpeed, const TableConstants& tables);
/// iterations 2 x 8 n p / (0.6 BW): linear models of other libraries than scikit-learn.
[[nodiscard]] double linearSeconds(double iterations, double rows, double columns, double bandwidthGbPerS, const TableConstants& tables);
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

/// The rates by which the laws of own runs hold for this job: those of a test, else, for scikit-learn's algorithms that have no published
/// runs, those that the data sheet lets expect. Empty where the other laws of this file hold.
[[nodiscard]] std::optional<TestedRates> ratesOfOwnLaws(const Job& job, const Rig& rig, const Constants& constants);

/// Memory, seconds (likely only), method and sd of a job on tables. Unknown sizes or specs give Fit::Unknown and no time.
[[nodiscard]] Estimate estimateTable(const Job& job, const Rig& rig, const Constants& constants);

} // namespace rightrig
