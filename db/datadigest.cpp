#include "db/datadigest.h"

#include <sqlite3.h>

#include <QCryptographicHash>

#include <bit>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace rightrig {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepare(sqlite3* database, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
    return {statement, &sqlite3_finalize};
}

bool step(sqlite3* database, const Statement& statement)
{
    const int result = sqlite3_step(statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(database));
    return result == SQLITE_ROW;
}

std::vector<std::string> tableNames(sqlite3* database)
{
    const Statement statement
        = prepare(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' ORDER BY name COLLATE BINARY");
    std::vector<std::string> names;
    while (step(database, statement)) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
        names.emplace_back(text == nullptr ? "" : text);
    }
    return names;
}

// The same bytes on every processor: lowest first.
void addNumber(std::string& bytes, std::uint64_t number)
{
    for (int i = 0; i < 8; ++i)
        bytes.push_back(static_cast<char>(number >> (8 * i)));
}

// Type and length before each value: no two different rows give the same bytes.
void addValue(std::string& bytes, sqlite3_stmt* statement, int column)
{
    const int type = sqlite3_column_type(statement, column);
    bytes.push_back(static_cast<char>(type));
    if (type == SQLITE_INTEGER) {
        addNumber(bytes, static_cast<std::uint64_t>(sqlite3_column_int64(statement, column)));
    } else if (type == SQLITE_FLOAT) { // the bits: SQLite's text keeps 15 digits only
        addNumber(bytes, std::bit_cast<std::uint64_t>(sqlite3_column_double(statement, column)));
    } else if (const void* text = sqlite3_column_blob(statement, column); text != nullptr) {
        const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        addNumber(bytes, length);
        bytes.append(static_cast<const char*>(text), length);
    }
}

} // namespace

std::string dataBytes(sqlite3* database)
{
    std::string bytes;
    for (const std::string& table : tableNames(database)) {
        const Statement statement = prepare(database, "SELECT * FROM \"" + table + "\" ORDER BY rowid");
        bytes += table + '\n';
        while (step(database, statement)) {
            for (int column = 0; column < sqlite3_column_count(statement.get()); ++column)
                addValue(bytes, statement.get(), column);
        }
    }
    return bytes;
}

std::string digestOf(std::string_view bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

std::string dataDigest(sqlite3* database) { return digestOf(dataBytes(database)); }

} // namespace rightrig
