// One prepared statement of the C API. Values come out as std::optional: NULL is empty, never 0.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace rightrig {

/// What is wrong with a catalogue, as a plain sentence without the file's name.
class CatalogueFault : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

class SqliteStatement
{
public:
    /// Throws CatalogueFault if SQLite refuses the statement.
    SqliteStatement(sqlite3* database, std::string_view sql);
    /// True while there is a row. Throws CatalogueFault on damage, time-out or lack of memory.
    bool step();

    [[nodiscard]] int columnCount() const { return sqlite3_column_count(m_statement.get()); }
    [[nodiscard]] std::string_view columnName(int column) const { return sqlite3_column_name(m_statement.get(), column); }
    /// Each getter throws CatalogueFault if the value has another type.
    [[nodiscard]] std::optional<std::string> text(int column) const;
    [[nodiscard]] std::optional<double> real(int column) const; ///< also of an integer
    [[nodiscard]] std::optional<std::int64_t> integer(int column) const;

private:
    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> m_statement;
};

} // namespace rightrig
