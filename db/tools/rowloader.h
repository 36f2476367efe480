// CSV rows -> SQLite rows, remembering for each row where it was written.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rightrig {

struct CsvRow;

struct TableColumn
{
    std::string name;
    std::string type; ///< TEXT, REAL or INTEGER (the tables are STRICT)
    bool required = false;
    std::string fallback; ///< the schema's DEFAULT, used for an empty cell; empty if there is none
    std::string parent;   ///< table it refers to, empty if none
};

class RowLoader
{
public:
    explicit RowLoader(SQLite::Database& database) : m_database(database) { }

    /// Loads TABLE.csv, then TABLE-*.csv in name order. Throws BuildError.
    void loadTable(const std::string& table, const std::filesystem::path& folder);
    /// "db/rows/offers.csv:12" of a loaded row; the table's name if nobody knows.
    [[nodiscard]] std::string place(const std::string& table, std::int64_t rowid) const;

private:
    struct Target;
    void loadFile(const std::string& table, const std::filesystem::path& file);
    void insertRow(const Target& target, const CsvRow& row);
    [[noreturn]] void explain(const SQLite::Exception& error, const Target& target, const CsvRow& row) const;
    [[nodiscard]] std::string brokenReference(const Target& target, const CsvRow& row) const;
    [[nodiscard]] std::string duplicate(const std::string& message, const Target& target, const CsvRow& row) const;

    SQLite::Database& m_database;
    std::map<std::string, std::map<std::int64_t, std::string>> m_places;
};

/// Columns of a table in their order, with references. Empty if there is no such table.
[[nodiscard]] std::vector<TableColumn> tableColumns(SQLite::Database& database, const std::string& table);

} // namespace rightrig
