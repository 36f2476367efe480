// Walks the rows of one table and checks every value it hands out against db/values.h.
#pragma once

#include "db/sqlitestatement.h"
#include "db/values.h"
#include "db/words.h"

#include <string>
#include <vector>

namespace rightrig {

/// Every getter throws CatalogueFault "offers, row 'id': price: -1 is below 0" if the value is wrong.
class CatalogueTable
{
public:
    CatalogueTable(sqlite3* database, const std::string& table);
    /// Goes to the next row; false at the end. At most 20,000 rows.
    bool next();

    [[nodiscard]] std::string text(std::string_view column) const; ///< never empty
    [[nodiscard]] std::optional<std::string> optionalText(std::string_view column) const;
    [[nodiscard]] double number(std::string_view column) const;
    [[nodiscard]] std::optional<double> optionalNumber(std::string_view column) const;
    [[nodiscard]] std::optional<int> optionalWhole(std::string_view column) const;
    [[nodiscard]] bool flag(std::string_view column) const;
    [[nodiscard]] std::string date(std::string_view column) const;
    [[nodiscard]] CurrencyCode currency(std::string_view column) const;
    template <class Q> [[nodiscard]] std::optional<Q> optionalQuantity(std::string_view column) const
    {
        const std::optional<double> value = optionalNumber(column);
        return value ? std::optional(Q{*value}) : std::nullopt;
    }
    template <class E> [[nodiscard]] E word(std::string_view column) const
    {
        const std::string value = text(column);
        const std::optional<E> found = fromWord<E>(value);
        if (!found)
            fail(column, "'" + value + "' is not one of " + wordList<E>());
        return *found;
    }

    [[noreturn]] void fail(std::string_view column, const std::string& reason) const;

private:
    struct Column
    {
        std::string name;
        ValueRange range;
        std::size_t textLimit;
    };
    [[nodiscard]] int indexOf(std::string_view column) const;
    void checkRange(int index, double value) const;

    std::string m_table;
    SqliteStatement m_statement;
    std::vector<Column> m_columns;  ///< looked up once, not for each value
    mutable std::size_t m_hint = 0; ///< columns are mostly asked for in their order
    int m_row = 0;
};

} // namespace rightrig
