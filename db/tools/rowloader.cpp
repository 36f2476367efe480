#include "db/tools/rowloader.h"

#include "db/csvreader.h"
#include "db/tools/cataloguebuilder.h"
#include "db/values.h"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace rightrig {
namespace {

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw BuildError(file.generic_string() + ": cannot be read");
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> filesOf(const std::string& table, const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".csv") && (name == table + ".csv" || name.starts_with(table + "-")))
            files.push_back(entry.path());
    }
    // the plain file first; the folder's own order differs from system to system
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.stem().string() < b.stem().string(); });
    return files;
}

/// What stands in a cell, short enough for a message.
std::string quoted(const std::string& cell) { return "'" + (cell.size() > 60 ? cell.substr(0, 60) + "..." : cell) + "'"; }

std::string outOfRange(double value, const ValueRange& range, const std::string& cell, const std::string& column)
{
    if (column == "price" && value == 0.0)
        return "0 is not a price; leave the cell empty if it is unknown";
    if (value < range.low)
        return cell + " is below " + (range.low > 0 && range.low < 1e-8 ? "or at 0" : numberText(range.low));
    return value > range.high ? cell + " is above " + numberText(range.high) : std::string();
}

std::string badText(const std::string& column, const std::string& cell)
{
    if (hasControlCharacter(cell))
        return "has a control character";
    if (characterCount(cell) > textLimit(column))
        return "is longer than " + std::to_string(textLimit(column)) + " characters";
    if (cell.front() == ' ' || cell.back() == ' ')
        return quoted(cell) + " begins or ends with a blank";
    if (column.ends_with("as_of") && !isDate(cell))
        return quoted(cell) + " is not a date (2026, 2026-08 or 2026-08-01)";
    return {};
}

} // namespace

/// One open CSV file on its way into one table.
struct RowLoader::Target
{
    std::string table;
    std::string file;
    std::vector<TableColumn> columns; ///< in the order of the file
    SQLite::Statement insert;

    [[nodiscard]] std::string at(int line) const { return file + ":" + std::to_string(line) + ": "; }
    [[nodiscard]] int indexOf(const std::string& name) const
    {
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& c) { return c.name == name; });
        return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
    }
};

namespace {

std::vector<TableColumn> headerColumns(
    const CsvRow& header, const std::vector<TableColumn>& known, const std::string& table, const std::string& at)
{
    std::vector<TableColumn> columns;
    std::set<std::string> seen;
    for (const std::string& name : header.cells) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const TableColumn& column) { return column.name == name; });
        if (found == known.end())
            throw BuildError(std::string(at).append(quoted(name)).append(" is not a column of ").append(table));
        if (!seen.insert(name).second)
            throw BuildError(at + name + ": column written twice");
        columns.push_back(*found);
    }
    for (const TableColumn& column : known) {
        if (column.required && column.fallback.empty() && !seen.contains(column.name))
            throw BuildError(at + column.name + ": column is missing");
    }
    return columns;
}

std::string insertSql(const std::string& table, const std::vector<TableColumn>& columns)
{
    std::string names;
    std::string marks;
    for (const TableColumn& column : columns) {
        names += (names.empty() ? "" : ", ") + column.name;
        marks += marks.empty() ? "?" : ", ?";
    }
    return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
}

void bindCell(SQLite::Statement& insert, int index, const std::string& table, const TableColumn& column, const std::string& cell)
{
    if (cell.empty() && !column.fallback.empty())
        return bindCell(insert, index, table, column, column.fallback);
    if (cell.empty()) {
        if (column.required)
            throw BuildError("is empty");
        insert.bind(index);
        return;
    }
    if (const std::string fault = badText(column.name, cell); !fault.empty())
        throw BuildError(fault);
    if (column.type == "TEXT") {
        insert.bind(index, cell);
        return;
    }
    const std::optional<double> number = parseNumber(cell);
    if (!number)
        throw BuildError(quoted(cell) + " is not a number");
    if (const std::string fault = outOfRange(*number, valueRange(table, column.name), cell, column.name); !fault.empty())
        throw BuildError(fault);
    if (column.type == "REAL") {
        insert.bind(index, *number);
    } else if (const std::optional<std::int64_t> whole = parseWhole(cell)) {
        insert.bind(index, *whole);
    } else {
        throw BuildError(quoted(cell) + " is not a whole number");
    }
}

/// The column a CHECK speaks about: the first name in its text that the file has.
std::string columnOfRule(const std::string& rule, const std::vector<TableColumn>& columns)
{
    std::string best;
    std::size_t first = std::string::npos;
    for (const TableColumn& column : columns) {
        const std::size_t at = rule.find(column.name);
        if (at < first || (at == first && at != std::string::npos && column.name.size() > best.size())) {
            first = at;
            best = column.name;
        }
    }
    return best;
}

} // namespace

std::vector<TableColumn> tableColumns(SQLite::Database& database, const std::string& table)
{
    std::vector<TableColumn> columns;
    SQLite::Statement info(
        database, "SELECT name, type, \"notnull\", trim(coalesce(dflt_value, ''), '''') FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, table);
    while (info.executeStep()) {
        columns.push_back({info.getColumn(0).getString(), info.getColumn(1).getString(), info.getColumn(2).getInt() != 0,
            info.getColumn(3).getString(), {}});
    }
    SQLite::Statement keys(database, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)");
    keys.bind(1, table);
    while (keys.executeStep()) {
        for (TableColumn& column : columns) {
            if (column.name == keys.getColumn(0).getString())
                column.parent = keys.getColumn(1).getString();
        }
    }
    return columns;
}

void RowLoader::loadTable(const std::string& table, const std::filesystem::path& folder)
{
    for (const auto& file : filesOf(table, folder))
        loadFile(table, file);
}

void RowLoader::loadFile(const std::string& table, const std::filesystem::path& file)
{
    const std::string name = file.generic_string();
    const std::string text = readFile(file);
    try {
        CsvReader reader(text);
        const std::optional<CsvRow> header = reader.next();
        if (!header)
            throw BuildError(name + ":1: the line with the column names is missing");
        const std::vector<TableColumn> columns
            = headerColumns(*header, tableColumns(m_database, table), table, name + ":" + std::to_string(header->line) + ": ");
        const Target target{table, name, columns, SQLite::Statement(m_database, insertSql(table, columns))};
        while (const std::optional<CsvRow> row = reader.next())
            insertRow(target, *row);
    } catch (const CsvError& error) {
        throw BuildError(name + ":" + std::to_string(error.line) + ": column " + std::to_string(error.column) + ": " + error.what());
    }
}

void RowLoader::insertRow(const Target& target, const CsvRow& row)
{
    if (row.cells.size() != target.columns.size())
        throw BuildError(target.at(row.line) + std::to_string(row.cells.size()) + " cells, but the first line names "
            + std::to_string(target.columns.size()) + " columns");
    SQLite::Statement insert(m_database, target.insert.getQuery());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        try {
            bindCell(insert, static_cast<int>(i) + 1, target.table, target.columns[i], row.cells[i]);
        } catch (const BuildError& error) {
            throw BuildError(target.at(row.line) + target.columns[i].name + ": " + error.what());
        }
    }
    try {
        insert.exec();
    } catch (const SQLite::Exception& error) {
        explain(error, target, row);
    }
    m_places[target.table][m_database.getLastInsertRowid()] = target.file + ":" + std::to_string(row.line);
}

void RowLoader::explain(const SQLite::Exception& error, const Target& target, const CsvRow& row) const
{
    const std::string message = error.what();
    std::string reason = message;
    if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY) {
        reason = brokenReference(target, row);
    } else if (message.starts_with("UNIQUE constraint failed: ")) {
        reason = duplicate(message, target, row);
    } else if (message.starts_with("CHECK constraint failed: ")) {
        const std::string rule = message.substr(message.find(": ") + 2);
        const std::string column = columnOfRule(rule, target.columns);
        const int index = target.indexOf(column);
        reason = column + ": " + quoted(index < 0 ? "" : row.cells[static_cast<std::size_t>(index)]) + " breaks the rule " + rule;
    }
    throw BuildError(target.at(row.line) + reason);
}

std::string RowLoader::brokenReference(const Target& target, const CsvRow& row) const
{
    for (std::size_t i = 0; i < target.columns.size(); ++i) {
        const TableColumn& column = target.columns[i];
        if (column.parent.empty() || row.cells[i].empty())
            continue;
        const std::string key = tableColumns(m_database, column.parent).front().name;
        SQLite::Statement find(m_database, "SELECT 1 FROM " + column.parent + " WHERE " + key + " = ?");
        find.bind(1, row.cells[i]);
        if (!find.executeStep())
            return column.name + ": " + quoted(row.cells[i]) + " is not in " + column.parent;
    }
    return "refers to a row that does not exist";
}

std::string RowLoader::duplicate(const std::string& message, const Target& target, const CsvRow& row) const
{
    const std::string names = message.substr(message.find(": ") + 2) + ","; // "offers.id," or "parts.machine, parts.name,"
    std::vector<std::size_t> indices;
    std::string where;
    std::string values;
    for (std::size_t i = 0; i < target.columns.size(); ++i) {
        const std::string& name = target.columns[i].name;
        if (names.find(target.table + "." + name + ",") == std::string::npos)
            continue;
        where += (where.empty() ? "" : " AND ") + name + " = ?";
        values += (values.empty() ? "" : ", ") + name + ": " + quoted(row.cells[i]);
        indices.push_back(i);
    }
    SQLite::Statement find(m_database, "SELECT rowid FROM " + target.table + " WHERE " + where);
    for (std::size_t i = 0; i < indices.size(); ++i)
        find.bind(static_cast<int>(i) + 1, row.cells[indices[i]]);
    const std::string first = find.executeStep() ? place(target.table, find.getColumn(0).getInt64()) : std::string("an earlier row");
    return values + " is written twice, first at " + first;
}

std::string RowLoader::place(const std::string& table, std::int64_t rowid) const
{
    const auto rows = m_places.find(table);
    if (rows == m_places.end() || !rows->second.contains(rowid))
        return table;
    return rows->second.at(rowid);
}

} // namespace rightrig
