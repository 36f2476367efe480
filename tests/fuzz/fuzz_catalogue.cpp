// Catalogues: any bytes are opened and read, or refused. Seed: the small catalogue that packaging/fuzz builds from corpus/catalogue.
#include "db/cataloguereader.h"
#include "db/datadigest.h"
#include "db/guardeddatabase.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>

using namespace rightrig;

namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

constexpr int mostSteps = 2000; // thousands of SQLite's instructions: what loops is left alone

void readOrRefuse(QByteArray bytes)
{
    try {
        const GuardedDatabase database(std::move(bytes));
        static_cast<void>(CatalogueReader(database.handle()).read());
        database.checkContent();
    } catch (const CatalogueFault&) { // refused, with its reason
    }
}

int countDown(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

Connection openCopy(const std::uint8_t* data, std::size_t size)
{
    sqlite3* opened = nullptr;
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
    Connection database(opened, &sqlite3_close);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(size));
    std::memcpy(copy, data, size);
    const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
    const auto length = static_cast<sqlite3_int64>(size);
    return sqlite3_deserialize(opened, "main", copy, length, length, flags) == SQLITE_OK ? std::move(database)
                                                                                         : Connection(nullptr, &sqlite3_close);
}

/// The check sum made right again, as somebody with bad intentions would: the reader behind it meets what was changed.
QByteArray withRightDigest(const std::uint8_t* data, std::size_t size)
{
    const Connection database = openCopy(data, size);
    int left = mostSteps;
    if (database)
        sqlite3_progress_handler(database.get(), 1000, &countDown, &left);
    try {
        const std::string digest = database ? dataDigest(database.get()) : std::string();
        const std::string update = "UPDATE meta SET value = '" + digest + "' WHERE key = 'data_sha256'";
        if (digest.empty() || sqlite3_exec(database.get(), update.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return {};
    } catch (const std::runtime_error&) { // too damaged to be read at all
        return {};
    }
    sqlite3_int64 length = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(sqlite3_serialize(database.get(), "main", &length, 0), &sqlite3_free);
    return {reinterpret_cast<const char*>(bytes.get()), bytes ? static_cast<qsizetype>(length) : 0};
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t header = 512;
    readOrRefuse(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (size >= header)
        readOrRefuse(withRightDigest(data, size));
    return 0;
}
