#include "ui/report/classreport.h"

#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/report/chartobject.h"
#include "ui/report/classchartobject.h"
#include "ui/report/postprocess.h"
#include "ui/report/reportpages.h"
#include "ui/report/reportwriter.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>

namespace rightrig {
namespace {

constexpr std::size_t mostRows = 400;         // of the matrix
constexpr std::size_t rowsOfTable = 40;       // a table too long is laid out in a time that grows with its square
constexpr std::size_t columnsOfTable = 6;     // assignments side by side
constexpr std::size_t mostNamed = 60;         // students in one list
constexpr qsizetype mostProblemsPrinted = 40; // the command prints all

struct ClassReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassReport)
};

QString nameOf(const ClassStudent& student)
{
    const QString id = plain(student.id, 40);
    return student.name.empty() ? id : ClassReportWords::tr("%1 (%2)").arg(plain(student.name, 60), id);
}

void writeHead(ReportWriter& writer, const ClassReport& report, QDate today)
{
    const QString day = QLocale().toString(today, QStringLiteral("d MMMM yyyy"));
    const QString term = report.course.term ? plain(*report.course.term, 60) + QLatin1String(", ") : QString();
    writer.paragraph(ClassReportWords::tr("%1%2, %3 students").arg(term, day).arg(report.students.size()), Tone::Muted, 0, 4);
    writer.answerBox(classHeadline(report.overview), cloudSummary(report.overview));
    const ClassOverview& counts = report.overview;
    writer.facts({{ClassReportWords::tr("NEED NOTHING"), {QString::number(counts.nothing), {}}},
        {ClassReportWords::tr("NEED THE LAB"), {QString::number(counts.lab), {}}},
        {ClassReportWords::tr("NEED A LOAN"), {QString::number(counts.loan), {}}},
        {ClassReportWords::tr("NEED CREDITS"), {QString::number(counts.credits), {}}}});
}

void writeAssignments(ReportWriter& writer, const ClassReport& report)
{
    writer.heading(ClassReportWords::tr("On the students' own computers"));
    writer.chart(static_cast<int>(ClassChart::Students), {});
    ReportTable table{{37, 12, 9, 9, 10, 7, 8, 8},
        {ClassReportWords::tr("Assignment"), ClassReportWords::tr("Due"), ClassReportWords::tr("Runs"), ClassReportWords::tr("Tight"),
            ClassReportWords::tr("Too slow"), ClassReportWords::tr("No"), ClassReportWords::tr("Not known"),
            ClassReportWords::tr("No way")},
        {}, false};
    for (const AssignmentTally& tally : report.overview.assignments) {
        QList<ReportCell> row{{plain(tally.title, 80), {}, true}, {tally.dueWeek ? weekText(tally.dueWeek) : QString(), {}}};
        for (const int count : {tally.yes, tally.tight, tally.slow, tally.no, tally.unknown, tally.unsolved})
            row.append({QString::number(count), {}});
        table.rows.append(row);
    }
    writer.table(table);
    writer.paragraph(
        ClassReportWords::tr("No way: neither the own computer nor anything the course offers is known to be enough."), Tone::SmallMuted);
}

void writeMeasures(ReportWriter& writer, const ClassReport& report)
{
    const QStringList measures = measureTexts(report.overview);
    if (measures.isEmpty())
        return;
    writer.heading(ClassReportWords::tr("What one thing would change"));
    writer.bullets(measures);
}

void writeWeeks(ReportWriter& writer, const ClassReport& report)
{
    if (report.overview.weeks.empty())
        return;
    writer.heading(ClassReportWords::tr("Rented computers by the week"));
    writer.chart(static_cast<int>(ClassChart::Weeks), {});
    ReportTable table{{20, 16, 16, 28, 20},
        {ClassReportWords::tr("Due"), ClassReportWords::tr("Students"), ClassReportWords::tr("Hours"), ClassReportWords::tr("Cost"),
            ClassReportWords::tr("At once")},
        {}, false};
    for (const CloudWeek& week : report.overview.weeks)
        table.rows.append({{weekText(week.week), {}, true}, {QString::number(week.students), {}}, {formatNumber(week.hours), {}},
            rangeCell(formatMoneyRange(week.cost, report.overview.currency)), {QString::number(week.machinesAtOnce, 'f', 0), {}}});
    writer.table(table);
    writer.paragraph(ClassReportWords::tr("At once: how many machines the last days before the deadline keep busy."), Tone::SmallMuted);
}

void writeNeeds(ReportWriter& writer, const ClassReport& report)
{
    for (const Need need : {Need::Loan, Need::Lab, Need::Credits}) {
        QStringList names;
        std::size_t more = 0;
        for (const ClassStudent& student : report.students) {
            if (student.readiness->need != need)
                continue;
            if (static_cast<std::size_t>(names.size()) < mostNamed)
                names.append(nameOf(student));
            else
                ++more;
        }
        if (names.isEmpty())
            continue;
        if (more > 0)
            names.append(ClassReportWords::tr("and %1 more").arg(more));
        writer.heading(ClassReportWords::tr("Who needs %1").arg(needWord(need)));
        writer.paragraph(names.join(QLatin1String("; ")), Tone::Small);
    }
}

/// Students `from` to `to` against some of the assignments, with what they need from the school.
ReportTable matrixPart(const ClassReport& report, std::size_t from, std::size_t to, std::size_t first, std::size_t last)
{
    ReportTable table{{24}, {ClassReportWords::tr("Student")}, {}, false};
    const double width = 62.0 / static_cast<double>(last - first);
    for (std::size_t i = first; i < last; ++i) {
        table.widths.append(width);
        table.header.append(plain(report.course.assignments[i].title, 40));
    }
    table.widths.append(14);
    table.header.append(ClassReportWords::tr("Needs"));
    for (std::size_t s = from; s < to; ++s) {
        const ClassStudent& student = report.students[s];
        QList<ReportCell> row{{student.name.empty() ? plain(student.id, 40) : plain(student.name, 60),
            student.name.empty() ? QString() : plain(student.id, 40), true}};
        for (std::size_t i = first; i < last; ++i) {
            const AssignmentReadiness& one = student.readiness->assignments[i];
            row.append({standText(one), standNote(one)});
        }
        row.append({needWord(student.readiness->need), {}});
        table.rows.append(row);
    }
    return table;
}

void writeMatrix(ReportWriter& writer, const ClassReport& report)
{
    const std::size_t all = std::min(report.students.size(), mostRows);
    const std::size_t columns = report.course.assignments.size();
    writer.heading(ClassReportWords::tr("Every student, every assignment"));
    writer.leadIn(ClassReportWords::tr("The second line says how long one run takes, or where it can be done instead."));
    for (std::size_t first = 0; first < columns; first += columnsOfTable) {
        for (std::size_t from = 0; from < all; from += rowsOfTable)
            writer.table(matrixPart(report, from, std::min(all, from + rowsOfTable), first, std::min(columns, first + columnsOfTable)));
    }
    if (all < report.students.size())
        writer.paragraph(ClassReportWords::tr("%1 more students are in the CSV file.").arg(report.students.size() - all), Tone::Muted);
}

void writeProblems(ReportWriter& writer, const ClassReport& report)
{
    if (report.problems.isEmpty())
        return;
    writer.heading(ClassReportWords::tr("What could not be read"));
    writer.bullets(report.problems.mid(0, mostProblemsPrinted), Tone::Small);
    if (report.problems.size() > mostProblemsPrinted)
        writer.paragraph(ClassReportWords::tr("And %1 more.").arg(report.problems.size() - mostProblemsPrinted), Tone::SmallMuted);
}

void writeClass(QTextDocument& document, const ClassReport& report, const Catalog& catalog, QDate today)
{
    QTextCursor whole(&document);
    whole.beginEditBlock();
    ReportWriter writer(document, ReportPages::spaceBelowBand());
    writeHead(writer, report, today);
    writeAssignments(writer, report);
    writeMeasures(writer, report);
    writeWeeks(writer, report);
    writeNeeds(writer, report);
    writeMatrix(writer, report);
    writer.heading(ClassReportWords::tr("How these numbers are made"));
    writer.bullets(classNotes(report.course, report.overview, catalog), Tone::Small);
    writeProblems(writer, report);
    whole.endEditBlock();
    ReportWriter::keepHeadingsWithText(document);
}

} // namespace

std::variant<QByteArray, QString> renderClassReport(const ClassReport& report, const Catalog& catalog, const ReportOptions& options)
{
    if (report.students.empty() || report.course.assignments.empty())
        return ClassReportWords::tr("There is nothing to report: no student or no assignment could be read.");
    if (const QString problem = fontProblem(); !problem.isEmpty())
        return problem;
    const QString title = plain(report.course.title, 80);
    const PageText text{ClassReportWords::tr("Class overview"), title, // a long title would run into the program's name
        ClassReportWords::tr("RightRig. Prices as of %1.").arg(formatDate(catalog.asOf))};
    QByteArray bytes;
    {
        ReportPages pages(bytes, options.paper, title);
        QTextDocument document;
        document.setUndoRedoEnabled(false);
        pages.prepare(document);
        ClassChartObject charts(report.overview, pages.textWidth());
        document.documentLayout()->registerHandler(ChartObject::type, &charts);
        writeClass(document, report, catalog, options.today);
        if (!pages.paint(document, text))
            return ClassReportWords::tr("The pages of the PDF could not be painted.");
    }
    ReportMeta meta;
    meta.title = title;
    meta.subject = classHeadline(report.overview);
    meta.creator = QStringLiteral("RightRig");
    meta.language = QStringLiteral("en");
    meta.date = options.today;
    return postProcess(bytes, meta);
}

} // namespace rightrig
