#include "app/classreports.h"

#include "app/classbatch.h"
#include "app/classworkers.h"
#include "app/console.h"
#include "models/domain/courseplan.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <array>

namespace rightrig {
namespace {

constexpr std::size_t studentsPerJob = 4; // opening the catalogue costs as much as a few reports

struct ClassReportsWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

constexpr std::array<const char*, 3> writtenWords{"fresh", "there", "failed"}; // by Written

/// Counts, and says so: on standard error at most once a second, or each on standard output.
class Tally
{
public:
    Tally(std::size_t all, bool tells) : m_all(all), m_tells(tells)
    {
        m_timer.start();
        tell("all", QString::number(all));
    }

    void add(Written written, const QString& problem)
    {
        ++m_counts[static_cast<std::size_t>(written)];
        tell(writtenWords[static_cast<std::size_t>(written)], written == Written::Failed ? problem : QString());
        if (written == Written::Failed)
            m_problems.append(problem);
        constexpr qint64 pause = 1000;
        if (m_tells)
            return;
        if (done() != m_all && m_timer.elapsed() < pause)
            return;
        m_timer.restart();
        printError(ClassReportsWords::tr("%1 of %2 reports").arg(done()).arg(m_all));
    }
    /// A line for whoever started this with --tell; false if nobody listens any more.
    bool tell(const char* what, const QString& text) const { return !m_tells || printOut(workerLine(what, text)); }
    [[nodiscard]] bool tells() const { return m_tells; }
    [[nodiscard]] std::size_t done() const { return m_counts[0] + m_counts[1] + m_counts[2]; }
    [[nodiscard]] std::size_t count(Written written) const { return m_counts[static_cast<std::size_t>(written)]; }
    [[nodiscard]] const QStringList& problems() const { return m_problems; }

private:
    std::size_t m_all;
    bool m_tells;
    std::array<std::size_t, 3> m_counts{};
    QStringList m_problems;
    QElapsedTimer m_timer;
};

QString failedText(const ClassBatch& batch, std::size_t student, const QString& problem)
{
    return QStringLiteral("%1: %2").arg(batch.rosterPlace(batch.roster.students[student].line), problem);
}

/// Says each result to the first process. Ends where nobody listens any more.
int runWorker(const ClassBatch& batch)
{
    for (const std::size_t student : batch.own) {
        QString problem;
        const Written written = writeStudentReport(batch, student, problem);
        const QString text = written == Written::Failed ? failedText(batch, student, problem) : QString();
        if (!printOut(workerLine(writtenWords[static_cast<std::size_t>(written)], text)))
            return 1;
    }
    return 0;
}

void writeHere(const ClassBatch& batch, Tally& tally)
{
    for (const std::size_t student : batch.own) {
        QString problem;
        const Written written = writeStudentReport(batch, student, problem);
        tally.add(written, failedText(batch, student, problem));
    }
}

/// Returns what to say if a worker did not come to its end.
QString writeByWorkers(const ClassBatch& batch, int jobs, Tally& tally)
{
    const int lost = runWorkers(batch.request, jobs, [&tally](const QByteArray& line) {
        const QByteArray word = line.split(' ').first();
        const Written written = word == "fresh" ? Written::Fresh : word == "there" ? Written::There : Written::Failed;
        tally.add(written, QString::fromUtf8(line.mid(word.size() + 1)));
    });
    return lost == 0
        ? QString()
        : ClassReportsWords::tr("%1 of %2 processes ended early. Run this again to make the reports that are missing.").arg(lost).arg(jobs);
}

int jobsFor(const ClassBatch& batch)
{
    const int wanted = batch.request.classes.jobs > 0 ? batch.request.classes.jobs : QThread::idealThreadCount();
    const auto useful = static_cast<int>(std::min<std::size_t>((batch.own.size() + studentsPerJob - 1) / studentsPerJob, 256));
    return std::clamp(wanted, 1, std::max(1, useful));
}

QStringList rowProblems(const ClassBatch& batch, int& leftOut)
{
    QStringList texts;
    for (const RosterProblem& problem : batch.roster.problems) {
        texts.append(QStringLiteral("%1: %2").arg(batch.rosterPlace(problem.line), plain(problem.text)));
        leftOut += problem.leftOut ? 1 : 0;
    }
    return texts;
}

QString summaryText(const Tally& tally, int leftOut)
{
    QString text = ClassReportsWords::tr("%1 reports written, %2 were there already, %3 failed.")
                       .arg(tally.count(Written::Fresh))
                       .arg(tally.count(Written::There))
                       .arg(tally.count(Written::Failed));
    if (leftOut > 0)
        text += ClassReportsWords::tr(" %1 rows of the roster were left out.").arg(leftOut);
    return text + QLatin1Char('\n');
}

/// Problems, then the counts. Returns the exit code of printing them.
int printSummary(const Tally& tally, const QStringList& problems, int leftOut)
{
    for (const QString& problem : problems) {
        if (tally.tells())
            tally.tell("problem", problem);
        else
            printError(problem);
    }
    const QString summary = summaryText(tally, leftOut);
    if (tally.tells())
        return tally.tell("summary", summary.trimmed()) ? 0 : 1;
    return printedCode(summary.toUtf8());
}

} // namespace

int runClassReports(const Request& request, const CatalogPtr& catalog)
{
    const Outcome<ClassBatch> opened = openBatch(request, catalog);
    if (!opened.ok()) {
        printError(opened.error());
        return 1;
    }
    const ClassBatch& batch = opened.get();
    if (request.classes.worker)
        return runWorker(batch);
    for (const std::string& problem : courseProblems(batch.course, *catalog))
        printError(ClassReportsWords::tr("%1: %2. It counts as unknown.").arg(request.course, QString::fromStdString(problem)));
    removeLeftovers(batch);
    Tally tally(batch.own.size(), request.classes.tell);
    QStringList problems;
    if (const int jobs = jobsFor(batch); jobs == 1)
        writeHere(batch, tally);
    else if (const QString lost = writeByWorkers(batch, jobs, tally); !lost.isEmpty())
        problems.append(lost);
    const bool whole = request.classes.shard != 1 || writeClassFiles(batch, problems);
    int leftOut = 0;
    const QStringList all = rowProblems(batch, leftOut) + tally.problems() + problems;
    const int printed = printSummary(tally, all, leftOut);
    return !whole || leftOut > 0 || tally.done() < batch.own.size() || tally.count(Written::Failed) > 0 ? 1 : printed;
}

} // namespace rightrig
