// Renting against owning, month by month.
#pragma once

#include "models/domain/plans.h"

namespace rightrig {

/// The best option of each family as a straight line: start, per month, value left at the end.
[[nodiscard]] std::vector<CostLine> costLines(const Considered& considered, const Ground& ground);

/// Rented hours a week above which the best machine to buy is cheaper (H*); empty if there is no such pair or point.
[[nodiscard]] std::optional<double> breakEvenHoursPerWeek(
    const Considered& considered, const std::vector<CostLine>& lines, const Ground& ground);

} // namespace rightrig
