#include "db/cataloguefile.h"

#include "db/cataloguereader.h"
#include "db/guardeddatabase.h"
#include "db/shippedhash.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <future>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace rightrig {
namespace {

/// The whole file. Only a regular file is opened at all: a pipe would block, a device would never end.
QByteArray readRegularFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        throw CatalogueFault("there is no such file");
    if (!info.isFile())
        throw CatalogueFault("it is not a regular file");
    if (info.size() > catalogueBytesLimit)
        throw CatalogueFault("the file is larger than 32 MiB");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw CatalogueFault("the file cannot be opened");
    QByteArray bytes = file.read(catalogueBytesLimit + 1);
    if (file.error() != QFileDevice::NoError)
        throw CatalogueFault("the file cannot be read");
    if (bytes.size() > catalogueBytesLimit)
        throw CatalogueFault("the file is larger than 32 MiB");
    return bytes;
}

std::shared_ptr<Catalog> readRows(const GuardedDatabase& database)
{
    return std::make_shared<Catalog>(CatalogueReader(database.handle()).read());
}

/// The rows of a file that may prove to be a stranger while they are read; null if it did, or if they are wrong.
std::shared_ptr<Catalog> readUnlessStranger(GuardedDatabase& database, const GuardedDatabase::Flag& stranger)
{
    database.stopOn(stranger);
    std::shared_ptr<Catalog> catalog;
    try {
        catalog = readRows(database);
    } catch (const CatalogueFault&) { // that the file is damaged says more than which value it made odd
    }
    database.stopOn(nullptr);
    return catalog;
}

/// Bytes that the build made and checked are proven by their hash, which is found while they are read. In all others the check sum
/// and SQLite have the first word.
std::shared_ptr<Catalog> readCatalogue(const QString& path)
{
    QByteArray bytes = readRegularFile(path);
    const auto stranger = std::make_shared<std::atomic<bool>>(false);
    std::future<std::string> hash = std::async(std::launch::async, [bytes, stranger] {
        std::string found = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
        *stranger = found != shippedCatalogueSha256;
        return found;
    });
    GuardedDatabase database(std::move(bytes));
    std::shared_ptr<Catalog> catalog = readUnlessStranger(database, stranger);
    std::string sha256 = hash.get();
    if (sha256 != shippedCatalogueSha256)
        database.checkContent();
    if (!catalog)
        catalog = readRows(database);
    catalog->sha256 = std::move(sha256);
    return catalog;
}

DbError errorOf(const QString& path, const char* reason)
{
    return {QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), QString::fromUtf8(reason))};
}

} // namespace

std::variant<std::shared_ptr<const Catalog>, DbError> openCatalogue(const QString& path)
{
    auto opened = openCatalogueToChange(path);
    if (auto* error = std::get_if<DbError>(&opened))
        return std::move(*error);
    return std::shared_ptr<const Catalog>(std::get<std::shared_ptr<Catalog>>(std::move(opened)));
}

std::variant<std::shared_ptr<Catalog>, DbError> openCatalogueToChange(const QString& path)
{
    try {
        return readCatalogue(path);
    } catch (const std::bad_alloc&) {
        return errorOf(path, "there is not enough memory to read it");
    } catch (const std::exception& error) {
        return errorOf(path, error.what());
    }
}

QString shippedCataloguePath(const QString& programFolder)
{
    if (programFolder.isEmpty())
        return {};
    const QDir program(programFolder);
    const QString places[] = {QStringLiteral("../share/rightrig/catalogue.db"), QStringLiteral("../Resources/catalogue.db"),
        QStringLiteral("share/rightrig/catalogue.db")};
    for (const QString& place : places) {
        QString path = QDir::cleanPath(program.absoluteFilePath(place));
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace rightrig
