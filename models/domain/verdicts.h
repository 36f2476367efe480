// Candidates from a shop: enough, more than needed, or too little, and what is better for the same money.
#pragma once

#include "models/domain/plans.h"

namespace rightrig {

[[nodiscard]] std::vector<CandidateVerdict> candidateVerdicts(const Considered& considered, const Ground& ground);

} // namespace rightrig
