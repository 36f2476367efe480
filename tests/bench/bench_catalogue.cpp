// Opening the catalogue, every value checked: the shipped one, whose bytes the program knows, and one that it meets for the first time;
// and the memory that the opened one holds.
#include "db/cataloguefile.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace rightrig;

namespace {

constexpr int rounds = 31;
constexpr qsizetype changeCounter = 27; ///< a byte of SQLite's header that says nothing about the data

bool isOpened(const QString& path) { return std::holds_alternative<std::shared_ptr<const Catalog>>(openCatalogue(path)); }

bool measure(const char* what, const QString& path)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!isOpened(path))
            return false;
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    std::printf("%s: first %.1f ms, median %.1f ms, best %.1f ms\n", what, first, times[times.size() / 2], times.front());
    return true;
}

/// What the heap holds more while a catalogue is open. Only glibc says it.
bool measureMemory(const QString& path)
{
#ifdef __GLIBC__
    const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    const auto opened = openCatalogue(path);
    const auto* catalog = std::get_if<std::shared_ptr<const Catalog>>(&opened);
    if (catalog == nullptr)
        return false;
    const std::size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;
    std::printf("memory of the loaded catalogue: %.1f MiB for %zu devices, %zu machines, %zu offers\n",
        static_cast<double>(after - before) / (1024.0 * 1024.0), (*catalog)->devices.size(), (*catalog)->machines.size(),
        (*catalog)->offers.size());
    return true;
#else
    std::printf("memory of the loaded catalogue: not measured on this system\n");
    return isOpened(path);
#endif
}

bool makeStranger(const QString& path)
{
    QFile shipped(testCatalogue()), stranger(path);
    if (!shipped.open(QIODevice::ReadOnly) || !stranger.open(QIODevice::WriteOnly))
        return false;
    QByteArray bytes = shipped.readAll();
    bytes[changeCounter] = static_cast<char>(bytes[changeCounter] + 1);
    return stranger.write(bytes) == bytes.size();
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString stranger = folder.filePath(QStringLiteral("stranger.db"));
    const bool shipped = measureMemory(testCatalogue()) && measure("shipped catalogue", testCatalogue());
    return shipped && makeStranger(stranger) && measure("unknown catalogue", stranger) ? 0 : 1;
}
