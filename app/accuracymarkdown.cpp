#include "app/accuracymarkdown.h"

#include "models/qt/accuracytext.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct AccuracyMarkdownWords
{
    Q_DECLARE_TR_FUNCTIONS(AccuracyMarkdown)
};

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

AccuracyLine everyRun(const ValidationSummary& summary) { return {AccuracyMarkdownWords::tr("Every run"), summary.all}; }

} // namespace

QByteArray accuracyMarkdown(const AccuracyReport& report)
{
    QString text;
    const QStringList notes = accuracyNotes(report);
    for (const QString& note : notes)
        text += note + QLatin1Char('\n');
    text += QLatin1Char('\n') + tableText(AccuracyMarkdownWords::tr("Kind of job"), accuracyByJob(report.summary));
    text += tableText(AccuracyMarkdownWords::tr("Kind of machine"), accuracyByMachine(report));
    return (text + tableText(AccuracyMarkdownWords::tr("All"), {everyRun(report.summary)})).trimmed().toUtf8() + '\n';
}

QByteArray runsMarkdown(const ValidationSummary& summary)
{
    QList<AccuracyLine> lines = accuracyByJob(summary);
    lines.append(everyRun(summary));
    return tableText(AccuracyMarkdownWords::tr("Kind of job"), lines).trimmed().toUtf8() + '\n';
}

} // namespace rightrig
