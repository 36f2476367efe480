// The cells of one row of a price file by the name of their column, each checked.
#pragma once

#include "db/csvreader.h"
#include "db/words.h"

#include <map>
#include <stdexcept>

namespace rightrig {

/// Why a row is left out.
class BadPriceRow : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Column names in lower case -> index.
using PriceColumns = std::map<std::string, std::size_t, std::less<>>;

/// A text as one cell of a file that PriceCells reads: quoted where needed; what a spreadsheet would take for a formula gets an apostrophe.
[[nodiscard]] std::string priceCell(std::string text);

class PriceCells
{
public:
    PriceCells(const PriceColumns& columns, const CsvRow& row) : m_columns(columns), m_row(row) { }

    [[nodiscard]] int line() const { return m_row.line; }
    /// Empty if the column or the cell is. Throws BadPriceRow on control characters and more than 200 characters.
    [[nodiscard]] std::string text(std::string_view column) const;
    [[nodiscard]] std::string needed(std::string_view column) const; ///< never empty
    [[nodiscard]] std::string_view raw(std::string_view column) const;
    /// A number in C form within the range; "8.0" is 8.
    [[nodiscard]] std::optional<double> number(std::string_view column, double low, double high) const;
    [[nodiscard]] int count(std::string_view column) const; ///< a whole number from 0 to 64; empty is 0
    [[nodiscard]] std::string date(std::string_view column) const;
    template <class E> [[nodiscard]] std::optional<E> word(std::string_view column) const
    {
        const std::string value = text(column);
        if (value.empty())
            return std::nullopt;
        const std::optional<E> found = fromWord<E>(value);
        if (!found)
            fail(column, "'" + value + "' is not one of " + wordList<E>());
        return found;
    }
    [[noreturn]] static void fail(std::string_view column, const std::string& reason);

private:
    const PriceColumns& m_columns;
    const CsvRow& m_row;
};

} // namespace rightrig
