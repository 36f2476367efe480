#include "app/startup.h"

#include "app/console.h"

#include <QApplication>
#include <QHashFunctions>
#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

namespace rightrig {
namespace {

/// Without a display Qt ends the process with an abort; finding out first leaves room for a sentence and an exit code.
bool hasDisplay([[maybe_unused]] const QStringList& arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return arguments.contains(QLatin1String("-platform")) || qEnvironmentVariableIsSet("QT_QPA_PLATFORM")
        || !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

/// Headless commands write nothing but their own messages to standard error; timing lines carry a category of their own.
void dropQtNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const bool ours = context.category && QLatin1String(context.category) != QLatin1String("default");
    if (ours || type == QtFatalMsg || type == QtCriticalMsg)
        static_cast<void>(std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text))));
}

} // namespace

std::optional<int> finishWithoutApplication(const QStringList& arguments)
{
    const ParsedLine line = parseCommandLine(arguments);
    if (std::holds_alternative<JustPrint>(line))
        return finishUnlessRequest(line);
    // Where a QApplication follows, Qt may still take options of its own ("-platform") away.
    const bool qtMayHelp = opensWindow(arguments) || drawsPages(arguments);
    return qtMayHelp ? std::nullopt : finishUnlessRequest(line);
}

std::optional<int> finishUnlessRequest(const ParsedLine& line)
{
    if (const auto* print = std::get_if<JustPrint>(&line))
        return printedCode(print->text.toUtf8());
    if (const auto* wrong = std::get_if<UsageError>(&line)) {
        printError(wrong->text + QStringLiteral("\n\n") + wrong->help);
        return 2;
    }
    return std::nullopt;
}

std::unique_ptr<QCoreApplication> makeApplication(const QStringList& arguments, int& argc, char** argv)
{
    const bool window = opensWindow(arguments);
    if (!window) // numbers in files and pipes never depend on the environment
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    if (!window)
        qInstallMessageHandler(dropQtNoise);
    if (!window) // the PDF engine numbers its fonts in the order of a hash: same input, same bytes
        QHashSeed::setDeterministicGlobalSeed();
    if (window ? !hasDisplay(arguments) : !drawsPages(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!window && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("rightrig"));
    QCoreApplication::setOrganizationName(QStringLiteral("rightrig")); // or Qt keeps the settings of an "Unknown Organization"
    QCoreApplication::setApplicationVersion(QStringLiteral(RIGHTRIG_VERSION));
}

QString dataFolder()
{
    const QString all = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return all.isEmpty() ? QString() : all + QLatin1String("/rightrig");
}

} // namespace rightrig
