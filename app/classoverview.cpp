#include "app/classoverview.h"

#include "app/classsources.h"
#include "app/console.h"
#include "db/documents/rosterfile.h"
#include "models/domain/courseplan.h"
#include "models/qt/checkedfile.h"
#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/report/classreport.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct ClassOverviewWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

void noteOtherCourses(ClassSources& sources, const Course& course)
{
    for (const ClassEntry& entry : sources.students) {
        if (entry.answers.course && !course.assignments.empty() && *entry.answers.course != course.id)
            sources.problems.push_back({entry.file, entry.row,
                ClassOverviewWords::tr("made for the course \"%1\"; judged for \"%2\"")
                    .arg(plain(*entry.answers.course), plain(course.id))});
    }
}

std::vector<Answers> answersOf(const ClassSources& sources)
{
    std::vector<Answers> answers;
    for (const ClassEntry& entry : sources.students)
        answers.push_back(entry.answers);
    return answers;
}

Outcome<QByteArray> outputBytes(const JudgedClass& judged, const Request& request, const Catalog& catalog)
{
    if (request.out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return {classCsv(judged)};
    const ClassReport report{judged.course, judged.students, judged.overview, problemTexts(judged.problems)};
    auto pdf = renderClassReport(report, catalog, {request.paper, todaysDate(), {}, {}});
    if (const auto* problem = std::get_if<QString>(&pdf))
        return {*problem};
    return {std::get<QByteArray>(std::move(pdf))};
}

} // namespace

Outcome<JudgedClass> judgeClass(
    const QStringList& paths, const std::optional<Course>& course, const Catalog& catalog, const ClassWatch& watch)
{
    ClassSources sources = readClass(paths, catalog, watch);
    if (watch.stopped())
        return {ClassOverviewWords::tr("Cancelled.")};
    if (sources.students.empty()) {
        const QString why
            = ClassOverviewWords::tr("No student was found. Give PDFs, saved answers, profiles, a roster, or a folder of them.");
        return {(problemTexts(sources.problems) + QStringList{why}).join(QLatin1Char('\n'))};
    }
    JudgedClass judged;
    const bool own = !course && !sources.course;
    judged.course = course ? *course : own ? courseOfJobs(answersOf(sources), catalog) : *sources.course;
    if (own)
        judged.course.title = ClassOverviewWords::tr("The students' own jobs").toStdString();
    else
        noteOtherCourses(sources, judged.course);
    ClassJudge judge(catalog, judged.course, own);
    for (const ClassEntry& entry : sources.students) {
        if (watch.stopped())
            return {ClassOverviewWords::tr("Cancelled.")};
        watch.tell(judged.students.size(), sources.students.size(), filesPerMille, 1000);
        judged.students.push_back({entry.id, entry.answers.studentName.value_or(""), judge(entry.answers)});
    }
    judged.problems = std::move(sources.problems);
    judged.overview = overviewOf(judged.course, judged.students, catalog);
    return {std::move(judged)};
}

QByteArray classCsv(const JudgedClass& judged)
{
    Roster table;
    table.keyColumns = {"id", "name"};
    std::vector<std::vector<std::string>> cells;
    for (const ClassStudent& student : judged.students) {
        RosterStudent row;
        row.id = student.id;
        row.key = {student.id, student.name};
        table.students.push_back(std::move(row));
        cells.push_back(classCells(*student.readiness));
    }
    return writeRoster(table, classColumns(judged.course), cells);
}

int runClassOverview(const Request& request, const CatalogPtr& catalog)
{
    std::optional<Course> course;
    if (!request.course.isEmpty()) {
        Outcome<Course> read = readCourseFile(request.course);
        if (!read.ok())
            return failedCode(read.error());
        course = std::get<Course>(std::move(read.value));
        for (const std::string& problem : courseProblems(*course, *catalog))
            printError(ClassOverviewWords::tr("%1: %2. It counts as unknown.").arg(request.course, QString::fromStdString(problem)));
    }
    Outcome<JudgedClass> read = judgeClass(request.classes.paths, course, *catalog);
    if (!read.ok())
        return failedCode(read.error());
    auto judged = std::get<JudgedClass>(std::move(read.value));
    for (const QString& problem : problemTexts(judged.problems)) // for whoever types the command, also of a nameless overview
        printError(problem);
    if (request.classes.rush)
        judged.overview = overviewOf(judged.course, judged.students, *catalog, request.classes.rush);
    if (request.classes.anonymous)
        judged = withoutNames(std::move(judged));
    if (!request.out.isEmpty()) {
        const Outcome<QByteArray> bytes = outputBytes(judged, request, *catalog);
        const QString problem = bytes.ok() ? writeChecked(request.out, bytes.get()) : bytes.error();
        if (!problem.isEmpty())
            return failedCode(problem);
    }
    return printedCode(request.json ? classJson(judged) : classText(judged, *catalog).toUtf8());
}

} // namespace rightrig
