// Classes of computers: "any gaming laptop with this chip", priced by the sourced offers they are built from.
#pragma once

#include "models/domain/catalog.h"

#include <string>

namespace rightrig {

/// From the cheapest to the dearest offer of a class, and how many there are. Both amounts are in the class's own currency.
struct PriceSpan
{
    Money low, high;
    int prices = 0;
};

/// Empty unless the offer is a class with at least one priced member: an offer that left no price behind (too old) does not count.
[[nodiscard]] std::optional<PriceSpan> priceSpan(const Catalog& catalog, const Offer& offer);
/// Names of at most `most` computers of the class, cheapest first; those without a price are left out.
[[nodiscard]] std::vector<std::string> classExamples(const Catalog& catalog, const Offer& offer, std::size_t most);

} // namespace rightrig
