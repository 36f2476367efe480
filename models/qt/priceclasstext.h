// What stands behind the price of a class of computers, in words.
#pragma once

#include "models/domain/catalog.h"

#include <QString>

namespace rightrig {

/// "This is a class of computers: the middle of 3 prices, 799 USD to 1,599 USD. For example: ..."; empty for any other offer.
[[nodiscard]] QString priceClassText(const Catalog& catalog, const Offer& offer);
/// "3 prices, 799 USD to 1,599 USD" for a narrow place; empty for any other offer.
[[nodiscard]] QString priceSpanText(const Catalog& catalog, const Offer& offer);

} // namespace rightrig
