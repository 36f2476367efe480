#include "db/sqlitestatement.h"

namespace rightrig {
namespace {

std::string plainReason(sqlite3* database)
{
    switch (sqlite3_errcode(database)) {
    case SQLITE_INTERRUPT:
        return "reading took more than 2 seconds of work";
    case SQLITE_NOMEM:
        return "reading took more than 64 MiB of memory";
    case SQLITE_TOOBIG:
        return "a value is too large";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
        return "the file is damaged or is not a catalogue";
    case SQLITE_AUTH:
        return "the file asks for something a catalogue may not do";
    default:
        return std::string("the file cannot be read (") + sqlite3_errmsg(database) + ")";
    }
}

} // namespace

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) : m_database(database), m_statement(nullptr, &sqlite3_finalize)
{
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    if (result != SQLITE_OK)
        throw CatalogueFault(plainReason(database));
}

bool SqliteStatement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw CatalogueFault(plainReason(m_database));
    return result == SQLITE_ROW;
}

std::optional<std::string> SqliteStatement::text(int column) const
{
    const int type = sqlite3_column_type(m_statement.get(), column);
    if (type == SQLITE_NULL)
        return std::nullopt;
    if (type != SQLITE_TEXT)
        throw CatalogueFault("is not a text");
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    if (bytes == nullptr)
        throw CatalogueFault(plainReason(m_database));
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)));
}

std::optional<double> SqliteStatement::real(int column) const
{
    const int type = sqlite3_column_type(m_statement.get(), column);
    if (type == SQLITE_NULL)
        return std::nullopt;
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        throw CatalogueFault("is not a number");
    return sqlite3_column_double(m_statement.get(), column);
}

std::optional<std::int64_t> SqliteStatement::integer(int column) const
{
    const int type = sqlite3_column_type(m_statement.get(), column);
    if (type == SQLITE_NULL)
        return std::nullopt;
    if (type != SQLITE_INTEGER)
        throw CatalogueFault("is not a whole number");
    return sqlite3_column_int64(m_statement.get(), column);
}

} // namespace rightrig
