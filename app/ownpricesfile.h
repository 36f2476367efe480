// The user's own prices: a table in the data folder, kept apart from the shipped catalogue and laid over it.
#pragma once

#include "app/composition.h"
#include "models/domain/ownprices.h"

#include <QString>

namespace rightrig {

/// The file named with --prices, else prices.csv in the user's data folder; empty if there is no such folder.
[[nodiscard]] QString ownPricesPath(const Request& request);
/// Reads and checks the file. A file that does not exist is an empty list. Rows that cannot be read are named in `problems`.
[[nodiscard]] Outcome<std::vector<PriceRow>> readOwnPrices(const QString& path, std::vector<PriceProblem>& problems);
/// Lays the file over the catalogue; rows that do not fit are said on standard error. The text says why nothing could be read.
[[nodiscard]] QString layOwnPrices(Catalog& catalog, const QString& path);
/// Empty, or one sentence that says why it could not be written.
[[nodiscard]] QString writeOwnPrices(const QString& path, const std::vector<PriceRow>& rows);

} // namespace rightrig
