// The overview of a class for the terminal and for other programs.
#include "app/classoverview.h"
#include "app/coursejson.h"
#include "app/plaintext.h"
#include "models/qt/classtext.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr qsizetype mostNamedInText = 30;

struct ClassOverviewText
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

Json costJson(const Range<double>& cost, CurrencyCode currency)
{
    return {{"low", cost.low}, {"likely", cost.likely}, {"high", cost.high}, {"currency", currency.text()}};
}

Json tallyJson(const AssignmentTally& tally)
{
    return {{"id", tally.id}, {"title", tally.title}, {"due_week", orNull(tally.dueWeek)}, {"yes", tally.yes}, {"tight", tally.tight},
        {"too_slow", tally.slow}, {"no", tally.no}, {"unknown", tally.unknown}, {"unsolved", tally.unsolved}};
}

Json studentJson(const ClassStudent& student)
{
    Json assignments = Json::array();
    for (const AssignmentReadiness& one : student.readiness->assignments)
        assignments.push_back(assignmentReadinessJson(one, student.readiness->currency));
    return {{"id", student.id}, {"name", orNull(student.name)}, {"computer_assumed", student.readiness->computerAssumed},
        {"assignments", std::move(assignments)}, {"needs", std::string(needName(student.readiness->need))}};
}

Json poolJson(const ClassOverview& overview)
{
    Json weeks = Json::array();
    for (const CloudWeek& week : overview.weeks)
        weeks.push_back({{"due_week", orNull(week.week)}, {"students", week.students}, {"cloud_hours", week.hours},
            {"cost", costJson(week.cost, overview.currency)}, {"machines_at_once", week.machinesAtOnce}});
    return {{"cloud_hours", overview.cloudHours}, {"cost", costJson(overview.cloudCost, overview.currency)},
        {"rush_share", overview.rushShare}, {"weeks", std::move(weeks)}, {"students_in_other_currency", overview.otherCurrency}};
}

Json measuresJson(const ClassOverview& overview)
{
    Json measures = Json::array();
    const QStringList texts = measureTexts(overview);
    for (std::size_t i = 0; i < overview.measures.size(); ++i) {
        const Measure& measure = overview.measures[i];
        const bool priced = measure.kind == WayKind::Cloud;
        measures.push_back({{"kind", std::string(wayName(measure.kind))}, {"assignment", overview.assignments[measure.assignment].id},
            {"helped", measure.helped}, {"of", measure.of}, {"hours", measure.hours},
            {"cost", priced ? costJson(measure.cost, overview.currency) : Json(nullptr)},
            {"text", textJson(texts.at(static_cast<qsizetype>(i)))}});
    }
    return measures;
}

Json problemJson(const ClassProblem& problem)
{
    const Json file = problem.file.isEmpty() ? Json(nullptr) : textJson(problem.file);
    return {{"file", file}, {"row", problem.row > 0 ? Json(problem.row) : Json(nullptr)}, {"text", textJson(problem.text)}};
}

QString tallyText(const ClassOverview& overview)
{
    QList<QStringList> rows{{ClassOverviewText::tr("Assignment"), ClassOverviewText::tr("Due"), ClassOverviewText::tr("Runs"),
        ClassOverviewText::tr("Tight"), ClassOverviewText::tr("Too slow"), ClassOverviewText::tr("No"), ClassOverviewText::tr("Not known"),
        ClassOverviewText::tr("No way")}};
    for (const AssignmentTally& tally : overview.assignments) {
        QStringList row{plain(tally.title, 60), tally.dueWeek ? weekText(tally.dueWeek) : QString()};
        for (const int count : {tally.yes, tally.tight, tally.slow, tally.no, tally.unknown, tally.unsolved})
            row.append(QString::number(count));
        rows.append(row);
    }
    return headingText(ClassOverviewText::tr("On the students' own computers")) + columnsText(rows, 30);
}

QString weeksText(const ClassOverview& overview)
{
    if (overview.weeks.empty())
        return {};
    QList<QStringList> rows{{ClassOverviewText::tr("Due"), ClassOverviewText::tr("Students"), ClassOverviewText::tr("Hours"),
        ClassOverviewText::tr("Cost"), ClassOverviewText::tr("At once")}};
    for (const CloudWeek& week : overview.weeks)
        rows.append({weekText(week.week), QString::number(week.students), formatNumber(week.hours),
            formatMoneyRange(week.cost, overview.currency), QString::number(week.machinesAtOnce, 'f', 0)});
    return headingText(ClassOverviewText::tr("Rented computers by the week")) + columnsText(rows);
}

QString needsText(const JudgedClass& judged)
{
    QStringList lines;
    for (const Need need : {Need::Loan, Need::Lab, Need::Credits}) {
        QStringList names;
        int count = 0;
        for (const ClassStudent& student : judged.students) {
            if (student.readiness->need != need)
                continue;
            ++count;
            if (names.size() < mostNamedInText)
                names.append(plain(student.name.empty() ? student.id : student.name, 60));
        }
        if (count > names.size())
            names.append(ClassOverviewText::tr("and %1 more").arg(count - names.size()));
        if (count > 0)
            lines.append(
                ClassOverviewText::tr("%1 need %2: %3").arg(QString::number(count), needWord(need), names.join(QLatin1String("; "))));
    }
    return lines.isEmpty() ? QString() : headingText(ClassOverviewText::tr("Who needs what")) + bulletsText(lines);
}

} // namespace

QByteArray classJson(const JudgedClass& judged)
{
    Json assignments = Json::array(), students = Json::array(), problems = Json::array();
    for (const AssignmentTally& tally : judged.overview.assignments)
        assignments.push_back(tallyJson(tally));
    for (const ClassStudent& student : judged.students)
        students.push_back(studentJson(student));
    for (const ClassProblem& problem : judged.problems)
        problems.push_back(problemJson(problem));
    const ClassOverview& overview = judged.overview;
    return documentBytes({{"schema", "rightrig.class/1"}, {"course", {{"id", judged.course.id}, {"title", judged.course.title}}},
        {"assignments", std::move(assignments)}, {"students", std::move(students)},
        {"needs", {{"nothing", overview.nothing}, {"lab", overview.lab}, {"loan", overview.loan}, {"credits", overview.credits}}},
        {"pool", poolJson(overview)}, {"measures", measuresJson(overview)}, {"problems", std::move(problems)}});
}

QString classText(const JudgedClass& judged, const Catalog& catalog)
{
    const ClassOverview& overview = judged.overview;
    QString text = wrappedText(plain(judged.course.title) + QLatin1Char('\n')) + QLatin1Char('\n');
    text += wrappedText(classHeadline(overview) + QLatin1Char(' ') + cloudSummary(overview));
    text += tallyText(overview) + weeksText(overview) + needsText(judged);
    const QStringList measures = measureTexts(overview);
    if (!measures.isEmpty())
        text += headingText(ClassOverviewText::tr("What one thing would change")) + bulletsText(measures);
    return text + headingText(ClassOverviewText::tr("Good to know")) + bulletsText(classNotes(judged.course, overview, catalog));
}

} // namespace rightrig
