// Who wins, who comes next, and why every other option lost.
#pragma once

#include "models/domain/plans.h"

namespace rightrig {

/// Index of the winner among the eligible options, -1 if there is none. Ties go to the more reversible kind, then to the surer price.
[[nodiscard]] int bestOption(const std::vector<Option>& options, const ChoiceConstants& choice, double perUsd);

/// True if the scores are too close to call: within 5 %, a small sum, or the errors that the two do not share.
[[nodiscard]] bool isTie(const Option& lowest, const Option& other, const ChoiceConstants& choice, double perUsd);

/// Sets onFrontier, and gives every eligible loser its reasons.
void explainLosers(std::vector<Option>& options, int best, const Ground& ground);

/// At most three others worth a look, of differing kinds first.
[[nodiscard]] std::vector<int> runnersUp(const std::vector<Option>& options, int best);

/// Why one would choose it, and what one must know before.
[[nodiscard]] Choice describe(int option, const Considered& considered, int best, const Ground& ground);

} // namespace rightrig
