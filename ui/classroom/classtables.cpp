#include "ui/classroom/classtables.h"

#include "models/qt/classtext.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <array>

namespace rightrig {
namespace {

struct ClassTableWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassTables)
};

const AssignmentTally& tallyAt(const JudgedClass& judged, int row) { return judged.overview.assignments[static_cast<std::size_t>(row)]; }
const CloudWeek& weekAt(const JudgedClass& judged, int row) { return judged.overview.weeks[static_cast<std::size_t>(row)]; }
const ClassStudent& studentAt(const JudgedClass& judged, int row) { return judged.students[static_cast<std::size_t>(row)]; }

std::array<int, 6> countsOf(const AssignmentTally& tally)
{
    return {tally.yes, tally.tight, tally.slow, tally.no, tally.unknown, tally.unsolved};
}

QVariant numberOr(const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); }

QString tallyText(const AssignmentTally& tally, int column)
{
    if (column == 0)
        return plain(tally.title, 80);
    if (column == 1)
        return tally.dueWeek ? weekText(tally.dueWeek) : QString();
    return QString::number(countsOf(tally)[static_cast<std::size_t>(column) - 2]);
}

QVariant tallyKey(const AssignmentTally& tally, int column)
{
    if (column == 0)
        return plain(tally.title, 80);
    return column == 1 ? numberOr(tally.dueWeek) : QVariant(countsOf(tally)[static_cast<std::size_t>(column) - 2]);
}

QString weekCell(const CloudWeek& week, CurrencyCode currency, int column)
{
    switch (column) {
    case 0:
        return weekText(week.week);
    case 1:
        return QString::number(week.students);
    case 2:
        return formatNumber(week.hours);
    case 3:
        return formatMoneyRange(week.cost, currency);
    default:
        return QString::number(week.machinesAtOnce, 'f', 0);
    }
}

QVariant weekKey(const CloudWeek& week, int column)
{
    const QVariant keys[] = {numberOr(week.week), week.students, week.hours, week.cost.likely, week.machinesAtOnce};
    return keys[column];
}

QString studentName(const ClassStudent& student) { return plain(student.name.empty() ? student.id : student.name, 60); }

QString matrixText(const ClassStudent& student, int column)
{
    if (column == 0)
        return studentName(student);
    if (column == 1)
        return needWord(student.readiness->need);
    const AssignmentReadiness& one = student.readiness->assignments[static_cast<std::size_t>(column) - 2];
    return ClassTableWords::tr("%1, %2").arg(standText(one), standNote(one));
}

/// From the fastest that runs, over the tight and the slow, to those that do not; unknown is last.
QVariant standKey(const AssignmentReadiness& one)
{
    constexpr double step = 1e12; // seconds: longer than any run
    if (one.fits == Fit::Unknown)
        return {};
    if (!one.seconds)
        return 3.0 * step;
    return one.seconds->likely.value + (one.tooSlow ? 2.0 : one.fits == Fit::Tight ? 1.0 : 0.0) * step;
}

QVariant matrixKey(const ClassStudent& student, int column)
{
    if (column == 0)
        return studentName(student);
    if (column == 1)
        return static_cast<int>(student.readiness->need);
    return standKey(student.readiness->assignments[static_cast<std::size_t>(column) - 2]);
}

} // namespace

QStringList tallyHeaders()
{
    return {ClassTableWords::tr("Assignment"), ClassTableWords::tr("Due"), ClassTableWords::tr("Runs"), ClassTableWords::tr("Tight"),
        ClassTableWords::tr("Too slow"), ClassTableWords::tr("No"), ClassTableWords::tr("Not known"), ClassTableWords::tr("No way")};
}

Rows tallyRows(const JudgedPtr& judged)
{
    return {static_cast<int>(judged->overview.assignments.size()),
        [judged](int row, int column) { return tallyText(tallyAt(*judged, row), column); },
        [judged](int row, int column) { return tallyKey(tallyAt(*judged, row), column); }, {}};
}

QStringList weekHeaders()
{
    return {ClassTableWords::tr("Due"), ClassTableWords::tr("Students"), ClassTableWords::tr("Hours"), ClassTableWords::tr("Cost"),
        ClassTableWords::tr("At once")};
}

Rows weekRows(const JudgedPtr& judged)
{
    return {static_cast<int>(judged->overview.weeks.size()),
        [judged](int row, int column) { return weekCell(weekAt(*judged, row), judged->overview.currency, column); },
        [judged](int row, int column) { return weekKey(weekAt(*judged, row), column); }, {}};
}

QStringList matrixHeaders(const Course& course)
{
    QStringList headers{ClassTableWords::tr("Student"), ClassTableWords::tr("Needs")};
    for (const Assignment& assignment : course.assignments)
        headers.append(plain(assignment.title, 40));
    return headers;
}

Rows matrixRows(const JudgedPtr& judged)
{
    return {static_cast<int>(judged->students.size()),
        [judged](int row, int column) { return matrixText(studentAt(*judged, row), column); },
        [judged](int row, int column) { return matrixKey(studentAt(*judged, row), column); }, {}};
}

} // namespace rightrig
