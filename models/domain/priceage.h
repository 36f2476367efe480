// How old a price is. Days come in as text ("2026-08-01", "2026-08" or "2026"): the core has no clock.
#pragma once

#include "models/domain/catalog.h"

#include <optional>
#include <string_view>

namespace rightrig {

constexpr int oldPriceMonths = 12;     ///< from here on a price is marked as old wherever it is shown
constexpr int expiredPriceMonths = 24; ///< from here on a price counts only for a student who asks for it

/// Whole months from `asOf` to `today`, never below 0; a month or year alone means its first day. Empty if either is not a date.
[[nodiscard]] std::optional<int> monthsOld(std::string_view asOf, std::string_view today);

/// Months of every offer's price in four boxes, for a report on a catalogue.
struct PriceAges
{
    int fresh = 0, old = 0, expired = 0, unknown = 0; ///< below 12, 12 to 23, 24 and more months; no readable date
};
[[nodiscard]] PriceAges priceAges(const Catalog& catalog, std::string_view today);

/// Makes the prices of 24 months and more unknown, so that they can never win, and counts them in `expiredPrices`.
void leaveOutExpiredPrices(Catalog& catalog, std::string_view today);

} // namespace rightrig
