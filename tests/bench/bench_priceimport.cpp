// Importing 200,000 rows of a SkyPilot catalogue, every value checked, beside `sqlite3 .import` of the same file in the same run.
#include "db/cataloguefile.h"
#include "db/documents/pricefile.h"
#include "models/domain/priceimport.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace rightrig;

namespace {

constexpr int rowCount = 200000;

/// Made-up rows of the usual shape: 2,000 kinds of machine in 100 regions.
QByteArray sampleRows()
{
    QByteArray text = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\n";
    for (int i = 0; i < rowCount; ++i) {
        const QByteArray kind = QByteArray::number(i % 2000);
        text += "sample-" + kind + "gpu-32vcpu,H100,8.0,128,1600," + QByteArray::number(20.0 + (i % 977) * 0.01) + ",region-"
            + QByteArray::number(i / 2000)
            + ",\"{'Gpus': [{'Name': 'H100', 'Manufacturer': 'NVIDIA', 'Count': 8.0, 'MemoryInfo': {'SizeInMiB': 81920}}], "
              "'TotalGpuMemoryInMiB': 655360}\","
            + (i % 3 == 0 ? "10.25" : "") + "\n";
    }
    return text;
}

/// Largest memory of this process so far, in MiB; 0 where the system does not say.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
    }
    return 0.0;
}

double importOnce(const QString& file, const Catalog& catalog, std::size_t& kept)
{
    QElapsedTimer timer;
    timer.start();
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return 0.0;
    const QByteArray bytes = input.readAll();
    ImportPlanner planner(catalog, false);
    const PriceSink sink{[&](PriceRow&& row) { planner.add(std::move(row)); },
        [&](int line, std::string reason) { planner.reject(line, std::move(reason)); }};
    static_cast<void>(readPriceFile(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), {"sample", "Sample", "2026-11-01"}, sink));
    const QByteArray table = writePriceFile(keptRows(planner.finish()));
    kept = static_cast<std::size_t>(table.count('\n')) - 1;
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double sqliteOnce(const QString& file, const QString& folder)
{
    QElapsedTimer timer;
    timer.start();
    QFile::remove(folder + QStringLiteral("/x.db"));
    QProcess process;
    process.start(QStringLiteral("sqlite3"),
        {folder + QStringLiteral("/x.db"), QStringLiteral(".mode csv"), QStringLiteral(".import '%1' vms").arg(file)});
    return process.waitForFinished(120000) && process.exitCode() == 0 ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0.0;
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("vms.csv"));
    {
        QFile output(file);
        const QByteArray text = sampleRows();
        if (!output.open(QIODevice::WriteOnly) || output.write(text) != text.size())
            return 1;
        std::printf("%d rows, %.1f MiB\n", rowCount, static_cast<double>(text.size()) / 1048576.0);
    }
    const auto opened = openCatalogue(testCatalogue());
    if (std::holds_alternative<DbError>(opened))
        return 1;
    for (int round = 0; round < 3; ++round) {
        std::size_t kept = 0;
        const double ours = importOnce(file, *std::get<std::shared_ptr<const Catalog>>(opened), kept);
        const double theirs = sqliteOnce(file, folder.path());
        std::printf("import %.2f s (%zu prices kept), sqlite3 .import %.2f s, peak %.0f MiB\n", ours, kept, theirs, peakMemory());
    }
    return 0;
}
