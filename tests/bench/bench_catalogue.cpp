// Opening the catalogue, every value checked: the shipped one, whose bytes the program knows, and one that it meets for the first time.
#include "db/cataloguefile.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

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
    return measure("shipped catalogue", testCatalogue()) && makeStranger(stranger) && measure("unknown catalogue", stranger) ? 0 : 1;
}
