#include "app/accuracymarkdown.h"

#include "models/qt/accuracytext.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("AccuracyMarkdown", text); }

/// A bar would end the cell.
QString rowText(QStringList cells)
{
    for (QString& cell : cells)
        cell.replace(QLatin1Char('|'), QLatin1Char('/'));
    return QStringLiteral("| %1 |\n").arg(cells.join(QLatin1String(" | ")));
}

QString tableText(const QString& first, const QList<AccuracyLine>& lines)
{
    QString text = rowText(accuracyHeaders(first)) + QStringLiteral("|---|---:|---|---:|---:|\n");
    for (const AccuracyLine& line : lines)
        text += rowText(accuracyCells(line));
    return text + QLatin1Char('\n');
}

} // namespace

QByteArray accuracyMarkdown(const AccuracyReport& report)
{
    QString text;
    const QStringList notes = accuracyNotes(report);
    for (const QString& note : notes)
        text += note + QLatin1Char('\n');
    text += QLatin1Char('\n') + tableText(translated("Kind of job"), accuracyByJob(report));
    text += tableText(translated("Kind of machine"), accuracyByMachine(report));
    text += rowText(accuracyHeaders(translated("All"))) + QStringLiteral("|---|---:|---|---:|---:|\n")
        + rowText(accuracyCells({translated("Every run"), report.summary.all}));
    return text.toUtf8();
}

} // namespace rightrig
