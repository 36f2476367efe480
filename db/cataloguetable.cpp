#include "db/cataloguetable.h"

#include <utility>

namespace rightrig {
namespace {

constexpr int mostRows = 20000;

} // namespace

CatalogueTable::CatalogueTable(sqlite3* database, const std::string& table)
    : m_table(table), m_statement(database, "SELECT * FROM " + table + " ORDER BY rowid")
{
    for (int i = 0; i < m_statement.columnCount(); ++i) {
        const std::string_view name = m_statement.columnName(i);
        m_columns.push_back({std::string(name), valueRange(table, name), textLimit(name)});
    }
}

bool CatalogueTable::next()
{
    if (!m_statement.step())
        return false;
    if (++m_row > mostRows)
        throw CatalogueFault(m_table + ": more than " + std::to_string(mostRows) + " rows");
    return true;
}

int CatalogueTable::indexOf(std::string_view column) const
{
    const std::size_t count = m_columns.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = (m_hint + i) % count;
        if (m_columns[index].name == column) {
            m_hint = (index + 1) % count;
            return static_cast<int>(index);
        }
    }
    throw CatalogueFault(m_table + ": no column " + std::string(column));
}

std::optional<std::string> CatalogueTable::optionalText(std::string_view column) const
{
    const int index = indexOf(column);
    std::optional<std::string> value;
    try {
        value = m_statement.text(index);
    } catch (const CatalogueFault& fault) {
        fail(column, fault.what());
    }
    if (!value)
        return std::nullopt;
    if (value->empty())
        fail(column, "is an empty text");
    const bool ascii = isPrintableAscii(*value);
    if (!ascii && (!isValidUtf8(*value) || hasControlCharacter(*value)))
        fail(column, "is not plain text");
    const std::size_t length = ascii ? value->size() : characterCount(*value);
    if (const std::size_t most = m_columns[static_cast<std::size_t>(index)].textLimit; length > most)
        fail(column, "is longer than " + std::to_string(most) + " characters");
    return value;
}

std::string CatalogueTable::text(std::string_view column) const
{
    std::optional<std::string> value = optionalText(column);
    if (!value)
        fail(column, "is empty");
    return std::move(*value);
}

std::optional<double> CatalogueTable::optionalNumber(std::string_view column) const
{
    const int index = indexOf(column);
    std::optional<double> value;
    try {
        value = m_statement.real(index);
    } catch (const CatalogueFault& fault) {
        fail(column, fault.what());
    }
    if (value)
        checkRange(index, *value);
    return value;
}

double CatalogueTable::number(std::string_view column) const
{
    const std::optional<double> value = optionalNumber(column);
    if (!value)
        fail(column, "is empty");
    return *value;
}

std::optional<int> CatalogueTable::optionalWhole(std::string_view column) const
{
    const int index = indexOf(column);
    std::optional<std::int64_t> value;
    try {
        value = m_statement.integer(index);
    } catch (const CatalogueFault& fault) {
        fail(column, fault.what());
    }
    if (!value)
        return std::nullopt;
    checkRange(index, static_cast<double>(*value));
    return static_cast<int>(*value); // every whole-number column has a narrow range
}

bool CatalogueTable::flag(std::string_view column) const
{
    const std::optional<int> value = optionalWhole(column);
    if (!value)
        fail(column, "is empty");
    return *value != 0;
}

std::string CatalogueTable::date(std::string_view column) const
{
    std::string value = text(column);
    if (!isDate(value))
        fail(column, "'" + value + "' is not a date");
    return value;
}

CurrencyCode CatalogueTable::currency(std::string_view column) const
{
    const std::string value = text(column);
    if (!isCurrencyCode(value))
        fail(column, "'" + value + "' is not a currency code");
    return CurrencyCode(value);
}

void CatalogueTable::checkRange(int index, double value) const
{
    const auto& [name, range, limit] = m_columns[static_cast<std::size_t>(index)];
    if (!(value >= range.low)) // catches what is not a number, too
        fail(name, numberText(value) + " is below " + numberText(range.low));
    if (!(value <= range.high))
        fail(name, numberText(value) + " is above " + numberText(range.high));
}

void CatalogueTable::fail(std::string_view column, const std::string& reason) const
{
    std::string id;
    try {
        id = m_statement.text(0).value_or("");
    } catch (const CatalogueFault&) {
        id.clear();
    }
    const bool usable = !id.empty() && id.size() <= 200 && isValidUtf8(id) && !hasControlCharacter(id);
    const std::string row = usable ? "'" + id + "'" : std::to_string(m_row);
    throw CatalogueFault(m_table + ", row " + row + ": " + std::string(column) + ": " + reason);
}

} // namespace rightrig
