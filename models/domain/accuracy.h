// How accurate the estimates are: the published runs of the catalogue against what the program says of them.
#pragma once

#include "models/domain/validation.h"

#include <optional>

namespace rightrig {

/// What came out when every public source was predicted by constants fitted on the other sources only (tests/bench/fit).
struct HeldOut
{
    double factor = 1.0;    ///< typical factor between estimate and measurement
    double withinTwo = 0.0; ///< share of runs met within a factor of two
    double inside = 0.0;    ///< share of runs inside the 80 % range
    double runs = 0.0;
};

struct AccuracyReport
{
    std::vector<Prediction> predictions; ///< one for each of Catalog::checkpoints, in their order
    ValidationSummary summary;
    std::optional<HeldOut> heldOut; ///< empty if the catalogue does not say
};

/// Predicts every check point with the code of `validate`. The shipped constants have seen these figures, so `heldOut` belongs beside it.
[[nodiscard]] AccuracyReport accuracyOf(const Catalog& catalog, const Constants& constants);

} // namespace rightrig
