// Amounts of money as people and spreadsheets write them.
#pragma once

#include "models/domain/units.h"

#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

struct Amount
{
    double value = 0.0;
    std::optional<CurrencyCode> currency; ///< if the text names one
};

/// "1299", "1,299.00", "1.299,50 EUR", "$1 299" (blanks group digits), "USD 12.5". `reason` says why nothing is returned.
/// "1.299" and "1,299" could be either and are refused; so are signs, zero, and more than 1e9.
[[nodiscard]] std::optional<Amount> parseAmount(std::string_view text, std::string& reason);

} // namespace rightrig
