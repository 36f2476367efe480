#include "ui/report/report.h"

#include "models/qt/calibration.h"
#include "models/qt/chartdata.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/charts/calibrationchart.h"
#include "ui/charts/charts.h"
#include "ui/report/chartobject.h"
#include "ui/report/postprocess.h"
#include "ui/report/reportcontent.h"
#include "ui/report/reportpages.h"

#include <QAbstractTextDocumentLayout>
#include <QChart>
#include <QCoreApplication>
#include <QTextDocument>

namespace rightrig {
namespace {

constexpr int chartPixels = 11; // of the size a chart is laid out for: points would be scaled by the paper's resolution once more

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

ChartStyle chartPrintStyle()
{
    QFont font = reportFont(8);
    font.setPixelSize(chartPixels);
    return printStyle(font);
}

void writeCharts(ReportWriter& writer, ChartObject& charts, const Results& results)
{
    const ChartStyle style = chartPrintStyle();
    const CostTimeChart costTime = costTimeChart(results);
    if (!costTime.points.isEmpty()) {
        writer.heading(ReportWords::tr("Cost against training time"));
        writer.chart(charts.add(makeCostTimeChart(costTime, style)), costTime.summary);
    }
    const CostOverTimeChart overTime = costOverTimeChart(results);
    if (overTime.lines.isEmpty())
        return;
    writer.heading(ReportWords::tr("Cost over time"));
    writer.chart(charts.add(makeCostOverTimeChart(overTime, style)), overTime.summary);
    const QString breakEven = breakEvenText(results);
    if (!breakEven.isEmpty() && !overTime.summary.contains(breakEven))
        writer.paragraph(breakEven, Tone::Strong);
}

void writeAccuracyWithChart(ReportWriter& writer, ChartObject& charts, ReportInput& input)
{
    if (input.catalog.checkpoints.empty())
        return;
    const AccuracyReport report = accuracyOf(input.catalog, *resolveConstants(input.catalog, Answers{}));
    writeAccuracy(writer, report);
    writer.leadIn(ReportWords::tr("Estimate against measurement, both on a scale of tens:"));
    const CalibrationChart calibration = calibrationChart(report);
    writer.chart(charts.add(makeCalibrationChart(calibration, chartPrintStyle())), calibration.summary);
    writer.paragraph(publishersText(input.catalog), Tone::SmallMuted);
}

void writeAll(QTextDocument& document, ChartObject& charts, ReportInput& input)
{
    QTextCursor whole(&document);
    whole.beginEditBlock(); // one layout at the end, not one for each word
    ReportWriter writer(document, ReportPages::spaceBelowBand());
    writeAnswer(writer, input);
    writeCourse(writer, input);
    writeAlternatives(writer, input);
    writeCharts(writer, charts, input.results);
    writeOptions(writer, input);
    writeJobs(writer, input);
    writeAssumptions(writer, input);
    writeAccuracyWithChart(writer, charts, input);
    writeSources(writer, input);
    whole.endEditBlock();
    ReportWriter::keepHeadingsWithText(document);
}

PageText pageText(const Catalog& catalog)
{
    return {ReportWords::tr("Your computer for machine learning"),
        ReportWords::tr("What to use, what it costs, and how long training takes"),
        catalog.planDate.empty() ? ReportWords::tr("RightRig. Prices as of %1.").arg(formatDate(catalog.asOf))
                                 : ReportWords::tr("RightRig. Prices of the plan of %1.").arg(formatDate(catalog.planDate))};
}

} // namespace

std::variant<QByteArray, QString> renderReport(
    const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, const ReportOptions& options)
{
    if (results.options.empty())
        return ReportWords::tr("There is nothing to report: the catalogue has no options.");
    const QString problem = fontProblem();
    if (!problem.isEmpty())
        return problem;
    const PageText text = pageText(catalog);
    QByteArray bytes;
    {
        ReportPages pages(bytes, options.paper, text.title);
        QTextDocument document;
        document.setUndoRedoEnabled(false);
        pages.prepare(document);
        ChartObject charts(pages.textWidth());
        document.documentLayout()->registerHandler(ChartObject::type, &charts);
        ReportInput input{results, changes, catalog, options.today, {}, options.course.get()};
        writeAll(document, charts, input);
        if (!pages.paint(document, text))
            return ReportWords::tr("The pages of the PDF could not be painted.");
    }
    return postProcess(
        bytes, {text.title, headline(results), QStringLiteral("RightRig"), QStringLiteral("en"), options.today, options.answers});
}

} // namespace rightrig
