// Price files: our own table, a simple price list, and SkyPilot's catalogues. One reader, since all come from outside.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/ownprices.h"

#include <functional>
#include <optional>
#include <span>

namespace rightrig {

enum class PriceFormat : std::uint8_t { OwnTable, PriceList, SkyPilot };
[[nodiscard]] const char* priceFormatName(PriceFormat format); ///< "rightrig", "price-list", "skypilot"

/// What the file itself may not say.
struct PriceFileContext
{
    std::string fileName; ///< cited as the source where a row names none
    std::string provider; ///< SkyPilot files need one; elsewhere it fills an empty cell
    std::string asOf;     ///< of prices without a day
};

struct PriceSink
{
    std::function<void(PriceRow&&)> row;
    std::function<void(int line, std::string reason)> reject; ///< the row is left out
};

constexpr qint64 priceFileBytes = qint64{64} << 20; ///< most a price file may have
constexpr std::size_t priceFileRows = 250000;

/// Reads row by row into `sink`. The columns tell the format; they may come in any order and unknown ones are not read.
/// An error (no UTF-8, no known columns, unbalanced quotes, too large) names line and column; rows before it may have been handed out.
[[nodiscard]] std::variant<PriceFormat, DocumentError> readPriceFile(
    std::string_view text, const PriceFileContext& context, const PriceSink& sink);

/// Our own table with its header. Text that a spreadsheet would take for a formula gets an apostrophe, which the reader removes.
[[nodiscard]] QByteArray writePriceFile(std::span<const PriceRow> rows);

} // namespace rightrig
