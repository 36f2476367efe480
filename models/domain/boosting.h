// Time of boosted trees. Sources of the constants: the rows tables.* of db/rows/assumptions-boosting.csv.
#pragma once

#include "models/domain/constants.h"

#include <optional>

namespace rightrig {

/// rows, columns (as numbers: of a one-hot encoded table those before encoding), trees (of several classes: all of them), and the trees'
/// shape as far as it is stated; 0: not stated, the library's own default. `year` of the software: today's if it is not known.
struct BoostingSize
{
    double rows = 0.0, columns = 0.0, trees = 0.0, depth = 0.0, leaves = 0.0;
    std::optional<double> year;
    bool synthetic = false; ///< random numbers: no value comes twice, so every column fills its bins
};

/// Seconds of boosting on `cores` cores of `coreSpeed` (1: a current laptop's core).
[[nodiscard]] double boostingSeconds(
    Booster booster, const BoostingSize& size, double cores, double coreSpeed, const TableConstants& tables);
/// The same with the best number of threads up to `cores`: more cores are never slower.
[[nodiscard]] double bestBoostingSeconds(
    Booster booster, const BoostingSize& size, double cores, double coreSpeed, const TableConstants& tables);
/// XGBoost, LightGBM or CatBoost on a graphics card of this memory bandwidth.
[[nodiscard]] double gpuBoostingSeconds(Booster booster, const BoostingSize& size, double bandwidthGbPerS, const TableConstants& tables);
/// XGBoost, LightGBM and CatBoost build trees from histograms, and run on cards, too.
[[nodiscard]] constexpr bool usesHistograms(Booster booster) { return static_cast<std::size_t>(booster) < histogramBoosters; }

} // namespace rightrig
