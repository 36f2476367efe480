// Where a catalogue's prices come from, how old they are, and what the user's own prices replace: figures for the page "Prices".
#pragma once

#include "models/domain/ownprices.h"

namespace rightrig {

/// The prices of one source. Days are as the source states them ("2026-08-01", "2026-08" or "2026"); empty if none can be read.
struct PricesOfSource
{
    std::string source;
    std::string oldest, newest;
    int prices = 0;
    int lowConfidence = 0;
    int old = 0, expired = 0; ///< 12 to 23 months, 24 months and more (priceage.h)
    int undated = 0;          ///< no day that can be read
};

/// Every price of the catalogue by its source: the source with most prices first, then by name. Offers without a price do not count.
[[nodiscard]] std::vector<PricesOfSource> pricesBySource(const Catalog& catalog, std::string_view today);

/// One of the user's own prices beside the shipped one that it stands for.
struct OwnPriceLine
{
    std::string name;            ///< of the machine, as the catalogue calls it
    std::optional<Money> before; ///< of the shipped catalogue; empty: there is none
    std::string beforeAsOf;
    bool counts = true; ///< false: the catalogue's own price is newer, or the row fits nothing
};

/// One line for each row, in the order of `rows`. `shipped` is the catalogue without them.
[[nodiscard]] std::vector<OwnPriceLine> ownPriceLines(const Catalog& shipped, std::span<const PriceRow> rows);

} // namespace rightrig
