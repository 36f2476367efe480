#include "db/guardeddatabase.h"

#include "db/datadigest.h"
#include "db/schematext.h"

#include <cstring>
#include <ctime>
#include <future>
#include <utility>
#include <vector>

namespace rightrig {
namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

std::mutex& heapMutex()
{
    static std::mutex mutex;
    return mutex;
}

Connection openMemory()
{
    sqlite3* database = nullptr;
    // no locks: one thread at a time uses a connection
    const int result
        = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(database, &sqlite3_close);
    if (result != SQLITE_OK)
        throw CatalogueFault("there is not enough memory to read it");
    return connection;
}

/// What this thread has worked so far; where no such clock is known, the time that has passed.
std::chrono::nanoseconds workDone()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
    return std::chrono::steady_clock::now().time_since_epoch();
}

// Only reading, and the one check that runs as a pragma. `length` and `glob` stand in the CHECKs of our schema.
int allow(void*, int action, const char* first, const char* second, const char*, const char*)
{
    const auto is = [](const char* text, const char* wanted) { return text != nullptr && std::strcmp(text, wanted) == 0; };
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return is(second, "length") || is(second, "glob") ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return is(first, "quick_check") || is(first, "cell_size_check") ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

std::vector<std::string> schemaOf(sqlite3* database)
{
    constexpr std::size_t most = 64;
    SqliteStatement statement(
        database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name COLLATE BINARY, type COLLATE BINARY");
    std::vector<std::string> lines;
    while (statement.step() && lines.size() < most) {
        std::string line;
        for (int column = 0; column < statement.columnCount(); ++column)
            line += statement.text(column).value_or("(none)") + '\x1F';
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> expectedSchema()
{
    const Connection connection = openMemory();
    if (sqlite3_exec(connection.get(), schemaText, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw CatalogueFault(std::string("our own schema is wrong: ") + sqlite3_errmsg(connection.get()));
    return schemaOf(connection.get());
}

std::string metaValue(sqlite3* database, std::string_view key)
{
    SqliteStatement statement(database, "SELECT key, value FROM meta");
    while (statement.step()) {
        if (statement.text(0) == key)
            return statement.text(1).value_or("");
    }
    throw CatalogueFault("meta: '" + std::string(key) + "' is missing");
}

} // namespace

HeapLimit::HeapLimit(sqlite3_int64 bytes)
    : m_lock(heapMutex()), m_hard(sqlite3_hard_heap_limit64(-1)), m_soft(sqlite3_soft_heap_limit64(-1))
{
    sqlite3_hard_heap_limit64(bytes);
}

HeapLimit::~HeapLimit()
{
    sqlite3_hard_heap_limit64(m_hard);
    sqlite3_soft_heap_limit64(m_soft);
}

GuardedDatabase::GuardedDatabase(QByteArray bytes)
    : m_bytes(std::move(bytes)), m_brakes{workDone() + catalogueTimeLimit, nullptr}, m_database(openMemory())
{
    checkHeader();
    open();
    restrain();
    checkSchema(); // first: a view or generated column can be a bomb, and reading would set it off
}

int GuardedDatabase::mustStop(void* brakes)
{
    const auto& [deadline, stop] = *static_cast<const Brakes*>(brakes);
    return (stop && stop->load()) || workDone() > deadline ? 1 : 0;
}

void GuardedDatabase::checkHeader() const
{
    constexpr char magic[] = "SQLite format 3"; // with its final NUL
    const auto byte = [&](qsizetype at) { return static_cast<unsigned char>(m_bytes.at(at)); };
    if (m_bytes.size() < 512 || std::memcmp(m_bytes.constData(), magic, sizeof magic) != 0)
        throw CatalogueFault("the file is not a catalogue");
    if (byte(18) != 1 || byte(19) != 1)
        throw CatalogueFault("the file expects a second file beside it (write-ahead log)");
    const int stored = byte(16) * 256 + byte(17);
    const int pageSize = stored == 1 ? 65536 : stored;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0 || m_bytes.size() % pageSize != 0)
        throw CatalogueFault("the file is cut off or damaged");
}

void GuardedDatabase::open()
{
    auto* data = reinterpret_cast<unsigned char*>(m_bytes.data());
    const sqlite3_int64 size = m_bytes.size();
    if (sqlite3_deserialize(m_database.get(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        throw CatalogueFault("the file is damaged or is not a catalogue");
}

void GuardedDatabase::restrain()
{
    sqlite3* database = m_database.get();
    constexpr std::pair<int, int> switches[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0}, {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}};
    for (const auto& [option, value] : switches)
        sqlite3_db_config(database, option, value, nullptr);
    constexpr std::pair<int, int> limits[] = {{SQLITE_LIMIT_LENGTH, 1'000'000}, {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_COLUMN, 100}, {SQLITE_LIMIT_EXPR_DEPTH, 20}, {SQLITE_LIMIT_COMPOUND_SELECT, 3}, {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8}, {SQLITE_LIMIT_ATTACHED, 0}, {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 10}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(database, limit, value);
    sqlite3_progress_handler(database, 1000, &mustStop, &m_brakes);
    sqlite3_set_authorizer(database, &allow, nullptr);
}

void GuardedDatabase::checkSchema() const
{
    if (schemaOf(m_database.get()) != expectedSchema())
        throw CatalogueFault("its tables are not those of a catalogue that this version reads");
}

void GuardedDatabase::checkContent() const
{
    SqliteStatement(m_database.get(), "PRAGMA cell_size_check = 1").step();
    std::future<std::string> found; // made while SQLite checks the pages
    try {
        found = std::async([bytes = dataBytes(m_database.get())] { return digestOf(bytes); });
    } catch (const std::runtime_error&) {
        throw CatalogueFault("the file is damaged");
    }
    SqliteStatement check(m_database.get(), "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok")
        throw CatalogueFault("the file is damaged");
    if (metaValue(m_database.get(), "schema_version") != "1")
        throw CatalogueFault("it is a catalogue of another version");
    if (found.get() != metaValue(m_database.get(), "data_sha256"))
        throw CatalogueFault("the file is damaged: its data do not match their check sum");
}

} // namespace rightrig
