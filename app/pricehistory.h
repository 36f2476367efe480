// The dated list of changes to the user's own prices, kept beside them: the window shows it, and every command that changes them adds to
// it.
#pragma once

#include "models/domain/pricehistory.h"

#include <QString>

#include <span>
#include <vector>

namespace rightrig {

/// "history-of-prices.csv" beside the file of own prices.
[[nodiscard]] QString priceHistoryPath(const QString& ownPrices);
/// The oldest first. A file that does not exist is an empty list; `problem` says why one cannot be read.
[[nodiscard]] std::vector<PriceEvent> readHistory(const QString& path, QString& problem);
/// Adds today's events of a change that has been written to `ownPrices`; `before` were its rows. Empty, or why that failed:
/// the history is a convenience, and never keeps a price from being changed.
[[nodiscard]] QString recordChange(
    const QString& ownPrices, const Catalog& shipped, std::span<const PriceRow> before, const OwnPriceChange& change, PriceAction action);

} // namespace rightrig
