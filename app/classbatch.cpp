#include "app/classbatch.h"

#include "app/answered.h"
#include "app/console.h"
#include "db/documents/rosterfile.h"
#include "models/domain/classroom.h"
#include "models/domain/courseplan.h"
#include "models/qt/checkedfile.h"
#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/report/classreport.h"
#include "ui/report/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

#include <exception>
#include <unordered_set>

namespace rightrig {
namespace {

constexpr const char* classFileName = "class";
constexpr qint64 mostMapBytes = 1 << 20;

struct ClassBatchWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

Outcome<RosterMap> mapOf(const Request& request)
{
    if (request.classes.map.isEmpty())
        return {RosterMap{}};
    QString error;
    const QByteArray bytes = readChecked(request.classes.map, mostMapBytes, error);
    if (!error.isEmpty())
        return {error};
    auto read = readRosterMap(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(request.classes.map, problem->text)};
    return {std::get<RosterMap>(std::move(read))};
}

Outcome<Roster> rosterOf(const Request& request, const RosterMap& map)
{
    QString error;
    const QByteArray bytes = readChecked(request.classes.roster, rosterBytes, error);
    if (!error.isEmpty())
        return {error};
    auto read = readRoster(bytes, map);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(request.classes.roster, problem->text)};
    Roster roster = std::get<Roster>(std::move(read));
    if (roster.students.empty())
        return {ClassBatchWords::tr("%1: no row of it is a student. Check the file, or name its columns with --map.")
                    .arg(request.classes.roster)};
    return {std::move(roster)};
}

std::vector<std::size_t> shardOf(const Roster& roster, const ClassRequest& classes)
{
    std::vector<std::size_t> own;
    const auto step = static_cast<std::size_t>(classes.shards);
    for (auto i = static_cast<std::size_t>(classes.shard - 1); i < roster.students.size(); i += step)
        own.push_back(i);
    return own;
}

/// A link could lead out of the folder: it is never written through.
QString linkProblem(const QString& path)
{
    return QFileInfo(path).isSymLink() ? ClassBatchWords::tr("%1 is a link. Remove it, then run this again.").arg(path) : QString();
}

/// Writes what `make` returns, unless the file is there.
template <class Make> Written writeUnlessThere(const QString& path, bool force, QString& problem, Make make)
{
    problem = linkProblem(path);
    if (!problem.isEmpty())
        return Written::Failed;
    if (!force && QFileInfo::exists(path))
        return Written::There;
    const std::variant<QByteArray, QString> made = make();
    const auto* bytes = std::get_if<QByteArray>(&made);
    problem = bytes != nullptr ? writeChecked(path, *bytes) : std::get<QString>(made);
    return problem.isEmpty() ? Written::Fresh : Written::Failed;
}

std::variant<QByteArray, QString> studentPdf(const ClassBatch& batch, const RosterStudent& student)
{
    const Answered answered = batch.answers->answer(rosterAnswers(student));
    ReportOptions options;
    options.paper = batch.request.paper;
    options.today = todaysDate();
    options.course = answered.course;
    options.answers = attachmentOf(answered);
    return renderReport(answered.results, answered.changes, *answered.catalog, options);
}

std::vector<ClassStudent> studentsOf(const ClassBatch& batch)
{
    std::vector<ClassStudent> students;
    students.reserve(batch.roster.students.size());
    ClassJudge judge(*batch.catalog, batch.course);
    for (const RosterStudent& student : batch.roster.students)
        students.push_back({student.id, student.name, judge(rosterAnswers(student))});
    return students;
}

QByteArray classTable(const ClassBatch& batch, const std::vector<ClassStudent>& students)
{
    std::vector<std::string> columns = classColumns(batch.course);
    columns.emplace_back("RightRig: report");
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < students.size(); ++i) {
        cells.push_back(classCells(*students[i].readiness));
        cells.back().push_back(batch.names[i] + ".pdf");
    }
    return writeRoster(batch.roster, columns, cells);
}

void noteClassFile(Written written, const QString& path, const QString& problem, QStringList& problems)
{
    if (written == Written::Failed)
        problems.append(problem);
    if (written == Written::There)
        problems.append(ClassBatchWords::tr("%1 is there already and was kept. --force writes it again.").arg(path));
}

} // namespace

QString ClassBatch::path(const std::string& name, const char* ending) const
{
    return QDir(request.out).filePath(QString::fromStdString(name) + QLatin1String(ending));
}

QString ClassBatch::rosterPlace(int line) const
{
    return line > 0 ? QStringLiteral("%1:%2").arg(request.classes.roster).arg(line) : request.classes.roster;
}

Outcome<ClassBatch> openBatch(const Request& request, const CatalogPtr& catalog)
{
    const Outcome<Course> course = readCourseFile(request.course);
    if (!course.ok())
        return {course.error()};
    const Outcome<RosterMap> map = mapOf(request);
    if (!map.ok())
        return {map.error()};
    Outcome<Roster> roster = rosterOf(request, map.get());
    if (!roster.ok())
        return {roster.error()};
    if (!QDir().mkpath(request.out))
        return {ClassBatchWords::tr("The folder %1 cannot be made. Choose another one.").arg(request.out)};
    ClassBatch batch{request, catalog, course.get(), std::get<Roster>(std::move(roster.value)), {}, {}, {}};
    batch.answers = std::make_shared<CourseAnswers>(&batch.course, catalog);
    std::vector<std::string> ids;
    for (const RosterStudent& student : batch.roster.students)
        ids.push_back(student.id);
    batch.names = safeFileNames(ids, {classFileName});
    batch.own = shardOf(batch.roster, request.classes);
    return {std::move(batch)};
}

void removeLeftovers(const ClassBatch& batch)
{
    std::unordered_set<std::string> names{classFileName};
    for (const std::size_t student : batch.own)
        names.insert(batch.names[student]);
    // The checked helper writes beside its file, under its name and six random letters; "x.pdf.backup" is somebody's own
    static const QRegularExpression form(QStringLiteral("^(.*)\\.(?:pdf|csv)\\.(?=.*[a-z])(?=.*[A-Z])[A-Za-z]{6}$"));
    QDirIterator files(batch.request.out, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto match = form.match(files.fileName());
        if (match.hasMatch() && names.contains(match.captured(1).toStdString()))
            QFile::remove(path);
    }
}

Written writeStudentReport(const ClassBatch& batch, std::size_t student, QString& problem)
try {
    return writeUnlessThere(batch.path(batch.names[student], ".pdf"), batch.request.classes.force, problem,
        [&] { return studentPdf(batch, batch.roster.students[student]); });
} catch (const std::exception& fault) { // one student never stops the others
    problem = QString::fromUtf8(fault.what());
    return Written::Failed;
}

bool writeClassFiles(const ClassBatch& batch, QStringList& problems)
{
    const QString csv = batch.path(classFileName, ".csv"), pdf = batch.path(classFileName, ".pdf");
    const bool force = batch.request.classes.force;
    std::vector<ClassStudent> students;
    if (force || !QFileInfo::exists(csv) || !QFileInfo::exists(pdf))
        students = studentsOf(batch);
    QString problem;
    const Written table
        = writeUnlessThere(csv, force, problem, [&] { return std::variant<QByteArray, QString>(classTable(batch, students)); });
    noteClassFile(table, csv, problem, problems);
    const Written pages = writeUnlessThere(pdf, force, problem, [&] {
        const ClassOverview overview = overviewOf(batch.course, students, *batch.catalog, batch.request.classes.rush);
        QStringList rows;
        for (const RosterProblem& row : batch.roster.problems)
            rows.append(ClassBatchWords::tr("Line %1: %2").arg(row.line).arg(plain(row.text)));
        return renderClassReport({batch.course, students, overview, rows}, *batch.catalog, {batch.request.paper, todaysDate(), {}, {}});
    });
    noteClassFile(pages, pdf, problem, problems);
    return table != Written::Failed && pages != Written::Failed;
}

} // namespace rightrig
