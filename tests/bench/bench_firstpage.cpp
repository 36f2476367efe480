// From starting the program to its first painted page, against a bare Qt wizard. The product's limit is three times.
// Run it in an optimised build, with a display (xvfb-run works): bench_firstpage [runs]
#include "app/composition.h"
#include "tests/bench/firstpaint.h"
#include "tests/support/paths.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStackedWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace rightrig;

namespace {

constexpr double mostTimes = 3.0;
constexpr int patienceMilliseconds = 60000;

/// What runWizard() does, without its error boxes, until the first page is painted.
int showFirstPage(int argc, char** argv)
{
    std::future<OpenedCatalogue> opening = openCatalogueEarly({QStringLiteral("--catalogue"), testCatalogue()});
    QApplication application(argc, argv);
    applyTheme(application, ThemeMode::System, 100);
    const OpenedCatalogue catalog = opening.get();
    if (const auto* problem = std::get_if<QString>(&catalog)) {
        std::fprintf(stderr, "%s\n", qPrintable(*problem));
        return 1;
    }
    MainWindow window(makeServices(std::get<CatalogPtr>(catalog)));
    const FirstPaint first(window.findChild<QStackedWidget*>()->currentWidget());
    window.show();
    return QApplication::exec();
}

/// Milliseconds from starting the program to the word that its page is painted; nothing if it failed.
std::optional<double> timeOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool said = process.waitForStarted(patienceMilliseconds) && process.waitForReadyRead(patienceMilliseconds);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished(patienceMilliseconds);
    const bool good = said && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return good ? std::optional(milliseconds) : std::nullopt;
}

/// The middle of several starts, after one that only warms the disk's cache; nothing if one failed.
std::optional<double> medianOf(const QString& program, const QStringList& arguments, int runs)
{
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        const std::optional<double> time = timeOf(program, arguments);
        if (!time)
            return std::nullopt;
        if (i > 0)
            times.push_back(*time);
    }
    const auto middle = times.begin() + runs / 2;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

int compare(int runs)
{
    const QTemporaryDir home; // nothing kept from before, nothing left behind
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, home.path().toUtf8());
    const auto bare = medianOf(QStringLiteral(RIGHTRIG_BAREWIZARD), {}, runs);
    const auto ours = medianOf(QCoreApplication::applicationFilePath(), {QStringLiteral("--show")}, runs);
    if (!bare || !ours) {
        std::fputs("A window could not be opened.\n", stderr);
        return 1;
    }
    std::printf(
        "bare Qt wizard  %7.1f ms\nRightRig        %7.1f ms\ntimes           %7.2f (limit %.1f)\n", *bare, *ours, *ours / *bare, mostTimes);
    return *ours <= mostTimes * *bare ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && qstrcmp(argv[1], "--show") == 0)
        return showFirstPage(argc, argv);
    const QCoreApplication application(argc, argv);
    return compare(argc == 2 ? std::max(1, atoi(argv[1])) : 11);
}
