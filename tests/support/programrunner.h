// Runs the built program, or a tool, the way a script would: no display, its own environment, both outputs kept apart.
#include "tests/support/paths.h"

#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace rightrig::test {

struct Ran
{
    int code = -1; ///< -1: did not start, crashed or ran too long
    QByteArray out, err;
    [[nodiscard]] QString text() const { return QString::fromUtf8(out); }
    [[nodiscard]] QString errorText() const { return QString::fromUtf8(err); }
};

/// A machine without a display: what a server or a container has.
inline QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_LOGGING_RULES"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("SOURCE_DATE_EPOCH"), QStringLiteral("1795392000")); // 2026-11-23
    return environment;
}

inline Ran runTool(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment = bareEnvironment(),
    const QByteArray& input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Ran runProgram(
    const QStringList& arguments, const QProcessEnvironment& environment = bareEnvironment(), const QByteArray& input = {})
{
    return runTool(testProgram(), arguments, environment, input);
}

inline QString sampleAnswers() { return sourcePath(QStringLiteral("resources/samples/student.rightrig.json")); }

/// The one JSON object on standard output; empty if there is anything else.
inline QJsonObject jsonOf(const Ran& ran) { return QJsonDocument::fromJson(ran.out).object(); }

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace rightrig::test
