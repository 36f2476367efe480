// How well the program's own times are known: the comparison with published runs.
#include "models/qt/accuracytext.h"
#include "models/qt/formatter.h"
#include "ui/report/reportcontent.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {
namespace {

struct ReportAccuracyWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

ReportTable tableOf(const QString& first, const QList<AccuracyLine>& lines)
{
    ReportTable table{{38, 10, 22, 15, 15}, accuracyHeaders(first), {}, false};
    for (const AccuracyLine& line : lines) {
        QList<ReportCell> row;
        const QStringList cells = accuracyCells(line);
        for (const QString& cell : cells)
            row.append({cell, {}, row.isEmpty()});
        table.rows.append(row);
    }
    return table;
}

/// Each publisher once, with the newest date of its runs, in the order of the catalogue.
std::vector<SourceRef> publishersOf(const Catalog& catalog)
{
    std::vector<SourceRef> publishers;
    for (const Measurement& run : catalog.checkpoints) {
        const auto known = std::find_if(
            publishers.begin(), publishers.end(), [&run](const SourceRef& publisher) { return publisher.text == run.citation.text; });
        if (known == publishers.end())
            publishers.push_back(run.citation);
        else
            known->asOf = std::max(known->asOf, run.citation.asOf);
    }
    return publishers;
}

} // namespace

QString publishersText(const Catalog& catalog)
{
    QStringList names;
    for (const SourceRef& publisher : publishersOf(catalog)) {
        const QString name = plain(publisher.text.substr(0, publisher.text.find(':')));
        names.append(ReportAccuracyWords::tr("%1 (%2)").arg(name, formatDate(publisher.asOf)));
    }
    return ReportAccuracyWords::tr("Published by: %1.").arg(names.join(QLatin1String(", ")));
}

void writeAccuracy(ReportWriter& writer, const AccuracyReport& report)
{
    writer.heading(ReportAccuracyWords::tr("How accurate are these numbers?"));
    writer.bullets(accuracyNotes(report), Tone::Small);
    QList<AccuracyLine> jobs = accuracyByJob(report.summary);
    jobs.append({ReportAccuracyWords::tr("Every run"), report.summary.all});
    writer.leadIn(ReportAccuracyWords::tr("By kind of job:"));
    writer.table(tableOf(ReportAccuracyWords::tr("Kind of job"), jobs));
    writer.leadIn(ReportAccuracyWords::tr("By kind of machine:"));
    writer.table(tableOf(ReportAccuracyWords::tr("Kind of machine"), accuracyByMachine(report)));
}

} // namespace rightrig
