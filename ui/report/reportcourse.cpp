#include "ui/report/reportcontent.h"

#include "models/qt/formatter.h"
#include "models/qt/readinesstext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr qsizetype mostWays = 3; // of one assignment; the first are the ones to try first

struct ReportCourseWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString memoryText(const MemoryCheck& memory)
{
    if (!memory.need || !memory.have)
        return unknownText();
    return ReportCourseWords::tr("%1 of %2").arg(formatGib(*memory.need), formatGib(*memory.have));
}

QList<ReportCell> assignmentRow(const AssignmentReadiness& assignment, CurrencyCode currency)
{
    const QStringList ways = wayTexts(assignment, currency).mid(0, mostWays);
    const QString elsewhere = ways.isEmpty() ? ReportCourseWords::tr("not needed") : ways.join(QLatin1Char(' '));
    return {{plain(assignment.title, 80), assignmentFacts(assignment), true}, {readinessWord(assignment), memoryText(assignment.memory)},
        rangeCell(assignment.seconds ? formatDurationRange(*assignment.seconds) : unknownText()), {elsewhere, {}}};
}

} // namespace

void writeCourse(ReportWriter& writer, const ReportInput& input)
{
    if (input.course == nullptr)
        return;
    const CoursePlan& plan = *input.course;
    writer.heading(ReportCourseWords::tr("Your course: %1").arg(courseTitle(plan.course)));
    for (const QString& sentence : needTexts(plan.readiness))
        writer.paragraph(sentence, Tone::Strong, 0, 2);
    ReportTable table{{26, 16, 17, 41},
        {ReportCourseWords::tr("Assignment"), ReportCourseWords::tr("On your computer"), ReportCourseWords::tr("One run there"),
            ReportCourseWords::tr("Where else")},
        {}, false};
    for (const AssignmentReadiness& assignment : plan.readiness.assignments)
        table.rows.append(assignmentRow(assignment, plan.readiness.currency));
    writer.table(table);
    writer.bullets(courseNotes(plan.course), Tone::Small);
}

} // namespace rightrig
