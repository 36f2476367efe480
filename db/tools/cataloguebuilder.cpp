#include "db/tools/cataloguebuilder.h"

#include "db/datadigest.h"
#include "db/tools/rowloader.h"
#include "db/tools/semantics.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace rightrig {
namespace {

namespace fs = std::filesystem;

// Parents before children: a reference must exist when its row is written.
constexpr const char* tables[] = {"sources", "currencies", "countries", "devices", "machines", "parts", "offers", "class_members",
    "networks", "fits", "presets", "assumptions", "checkpoints"};

void runSchema(SQLite::Database& database, const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".sql")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        std::ifstream stream(file, std::ios::binary);
        try {
            database.exec(std::string(std::istreambuf_iterator<char>(stream), {}));
        } catch (const SQLite::Exception& error) {
            throw BuildError(file.generic_string() + ": " + error.what());
        }
    }
}

bool belongsToTable(const std::string& stem)
{
    return std::any_of(std::begin(tables), std::end(tables),
        [&](const char* table) { return stem == table || stem.starts_with(std::string(table) + "-"); });
}

void refuseStrayFiles(const fs::path& folder)
{
    std::vector<std::string> stray;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".csv" && !belongsToTable(entry.path().stem().string()))
            stray.push_back(entry.path().generic_string());
    }
    if (!stray.empty())
        throw BuildError(*std::min_element(stray.begin(), stray.end()) + ":1: no table has this name");
}

/// The day the prices are from: the newest of them. Shorter dates sort before longer ones of the same year.
std::string newestPriceDate(SQLite::Database& database)
{
    return database.execAndGet("SELECT coalesce(max(as_of), '') FROM offers").getString();
}

void writeMeta(SQLite::Database& database)
{
    SQLite::Statement insert(database, "INSERT INTO meta (key, value) VALUES (?, ?)");
    const auto put = [&](const char* key, const std::string& value) {
        insert.bind(1, key);
        insert.bind(2, value);
        insert.exec();
        insert.reset();
    };
    put("schema_version", "1");
    put("as_of", newestPriceDate(database));
    put("offers", std::to_string(database.execAndGet("SELECT count(*) FROM offers").getInt64()));
    put("data_sha256", dataDigest(database.getHandle()));
}

void fill(SQLite::Database& database, const BuildFolders& folders)
{
    SQLite::Transaction transaction(database);
    runSchema(database, folders.schema);
    refuseStrayFiles(folders.rows);
    RowLoader loader(database);
    for (const char* table : tables)
        loader.loadTable(table, folders.rows);
    checkSemantics(database, loader);
    writeMeta(database);
    transaction.commit();
}

std::string utf8(const fs::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace

void buildCatalogue(const BuildFolders& folders, const fs::path& out)
{
    for (const fs::path& folder : {folders.schema, folders.rows}) {
        if (!fs::is_directory(folder))
            throw BuildError(folder.generic_string() + ": no such folder");
    }
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'");
    fill(database, folders);

    // VACUUM INTO writes pages in one fixed order; the rename makes it all or nothing.
    fs::path part = out;
    part += ".part";
    fs::remove(part);
    if (out.has_parent_path())
        fs::create_directories(out.parent_path());
    SQLite::Statement vacuum(database, "VACUUM INTO ?");
    vacuum.bind(1, utf8(part));
    vacuum.exec();
    fs::rename(part, out);
}

} // namespace rightrig
