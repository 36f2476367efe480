// What would change the answer: one answer changed at a time, the engine run again.
#pragma once

#include "models/domain/recommender.h"

namespace rightrig {

/// The answers of `results` with the answer at `path` set to `value`, as whatWouldChange() reports them:
/// budgets in the student's currency, "data" as a factor of the sizes now used. An unknown path changes nothing.
[[nodiscard]] Answers withChange(const Results& results, std::string_view path, double value);

} // namespace rightrig
