#include "db/documents/pricecells.h"

#include "db/documents/strictjson.h"
#include "db/values.h"

#include <cmath>

namespace rightrig {
namespace {

constexpr std::string_view formulaSigns = "=+-@\t\r";

std::string_view trimmedCell(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
}

} // namespace

void PriceCells::fail(std::string_view column, const std::string& reason) { throw BadPriceRow(std::string(column) + ": " + reason); }

std::string_view PriceCells::raw(std::string_view column) const
{
    const auto found = m_columns.find(column);
    return found == m_columns.end() || found->second >= m_row.cells.size() ? std::string_view() : m_row.cells[found->second];
}

std::string PriceCells::text(std::string_view column) const
{
    std::string_view cell = trimmedCell(raw(column));
    const std::size_t mark = cell.find_first_not_of('\'');
    if (mark != 0 && mark != std::string_view::npos && formulaSigns.find(cell[mark]) != std::string_view::npos)
        cell.remove_prefix(1); // as writePriceFile() put it there
    if (hasControlCharacter(cell) || cell.find('\n') != std::string_view::npos)
        fail(column, "has a control character");
    const std::size_t most = column == "source" ? textLimit("text") : textLimit(column); // a source is its whole sentence here
    if (characterCount(cell) > most)
        fail(column, "is longer than " + std::to_string(most) + " characters");
    return std::string(cell);
}

std::string PriceCells::needed(std::string_view column) const
{
    std::string value = text(column);
    if (value.empty())
        fail(column, "is empty");
    return value;
}

std::optional<double> PriceCells::number(std::string_view column, double low, double high) const
{
    const std::string_view cell = trimmedCell(raw(column));
    if (cell.empty())
        return std::nullopt;
    const auto value = parseNumber(cell);
    if (!value)
        fail(column, "'" + shown(cell) + "' is not a number");
    if (*value < low || *value > high)
        fail(column, "'" + shown(cell) + "' is not from " + numberText(low) + " to " + numberText(high));
    return value;
}

int PriceCells::count(std::string_view column) const
{
    const double value = number(column, 0, 64).value_or(0.0);
    if (std::trunc(value) != value)
        fail(column, "'" + shown(raw(column)) + "' is not a whole number");
    return static_cast<int>(value);
}

std::string PriceCells::date(std::string_view column) const
{
    std::string value = text(column);
    if (!value.empty() && !isDate(value))
        fail(column, "'" + shown(value) + "' is not a date (2026, 2026-08 or 2026-08-01)");
    return value;
}

} // namespace rightrig
