// The user's own prices for the window: read, changed with a history beside them, put aside when they cannot be read.
#pragma once

#include "app/commandline.h"
#include "ui/priceservices.h"

namespace rightrig {

/// Reads the user's own prices once to say at the start what is wrong with them. Without them (--no-own-prices) nothing can be asked.
[[nodiscard]] PriceServices makePriceServices(const Request& request);

} // namespace rightrig
