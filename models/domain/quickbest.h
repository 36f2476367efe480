// The best option alone, many times over: for the search of what would change the answer.
#pragma once

#include "models/domain/recommender.h"
#include "models/domain/seats.h"

#include <optional>
#include <string>

namespace rightrig {

struct QuickBest
{
    OptionKind kind = OptionKind::None;
    std::string id, name;
};

/// The kind, id and name of what recommend() would call the best, for a fraction of its time. Empty where there is no option at all.
[[nodiscard]] std::optional<QuickBest> quickBest(const Answers& answers, const Catalog& catalog, SeatStore& seats);

} // namespace rightrig
