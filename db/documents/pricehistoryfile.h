// The dated list of changes to the user's own prices, as a table beside them. Read strictly: it is ours, so any odd line is damage.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/pricehistory.h"

#include <span>
#include <vector>

namespace rightrig {

constexpr qint64 priceHistoryBytes = qint64{8} << 20; ///< most the file may have

/// An error names the line and the column. The oldest change comes first.
[[nodiscard]] std::variant<std::vector<PriceEvent>, DocumentError> readPriceHistory(std::string_view text);
/// Reading what this wrote gives equal events; the newest `mostPriceEvents` are written.
[[nodiscard]] QByteArray writePriceHistory(std::span<const PriceEvent> events);

} // namespace rightrig
