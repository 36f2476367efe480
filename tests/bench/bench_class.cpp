// A class of 200 and of 2,000 students (or as many as the words say): judging it, and `rightrig class reports` as an instructor runs it,
// with two processes. Prints times and the most memory that one process held.
#include "db/cataloguefile.h"
#include "db/documents/coursefile.h"
#include "db/documents/rosterfile.h"
#include "models/domain/classroom.h"
#include "tests/support/paths.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include <cstdio>

using namespace rightrig;

namespace {

QString coursePath() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }

/// Made-up students with the computers of a usual class, 7 x 4 x 5 of them in no order; one in ten says nothing about it.
QByteArray sampleRoster(int students)
{
    const char* processors[] = {"Intel Core i5-1235U", "AMD Ryzen 7 5800H", "Apple M2", "Intel Core i7-13700H", "AMD Ryzen 5 5500U",
        "Intel Core i5-10210U", "Apple M1"};
    const char* cards[] = {"none", "NVIDIA GeForce RTX 3060 Laptop GPU", "NVIDIA GeForce RTX 4060 Laptop GPU",
        "NVIDIA GeForce GTX 1650 Laptop GPU", "NVIDIA GeForce RTX 4050 Laptop GPU"};
    const char* sizes[] = {"8", "16", "32", "64"};
    QByteArray csv = "id,name,cpu,ram,gpu\n";
    for (int i = 0; i < students; ++i) {
        csv += "s" + QByteArray::number(i) + ",Sample " + QByteArray::number(i) + ',';
        const QByteArray processor = processors[i % 7];
        const char* card = processor.startsWith("Apple") ? "" : cards[i % 5];
        csv += i % 10 == 9 ? QByteArray(",,\n") : processor + ',' + sizes[i % 4] + ',' + card + '\n';
    }
    return csv;
}

/// Of all processes that this one started and waited for; 0 where the system does not tell.
double processorSeconds()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    if (getrusage(RUSAGE_CHILDREN, &usage) == 0)
        return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
#endif
    return 0.0;
}

double secondsOf(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; }

/// Of this process, or of the largest that it started; 0 where the system does not tell.
double peakMib(bool children)
{
#ifdef Q_OS_UNIX
    rusage usage{};
    if (getrusage(children ? RUSAGE_CHILDREN : RUSAGE_SELF, &usage) == 0)
        return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts in KiB
#else
    static_cast<void>(children);
#endif
    return 0.0;
}

bool judge(int count, const Course& course, const Catalog& catalog)
{
    QElapsedTimer timer;
    timer.start();
    const auto read = readRoster(sampleRoster(count));
    const auto* roster = std::get_if<Roster>(&read);
    if (roster == nullptr)
        return false;
    const double reading = secondsOf(timer);
    timer.restart();
    std::vector<ClassStudent> students;
    ClassJudge judgeOne(catalog, course);
    for (const RosterStudent& student : roster->students)
        students.push_back({student.id, student.name, judgeOne(rosterAnswers(student))});
    const double judging = secondsOf(timer);
    timer.restart();
    const ClassOverview overview = overviewOf(course, students, catalog);
    std::printf("%5d students: roster %.3f s, readiness %.3f s (%.2f ms each), overview %.4f s, %d need nothing; %.0f MiB\n", count,
        reading, judging, judging * 1e3 / count, secondsOf(timer), overview.nothing, peakMib(false));
    return true;
}

bool makeReports(int count)
{
    QTemporaryDir folder;
    QFile roster(folder.filePath(QStringLiteral("roster.csv")));
    const QByteArray bytes = sampleRoster(count);
    if (!roster.open(QIODevice::WriteOnly) || roster.write(bytes) != bytes.size())
        return false;
    roster.close();
    const double before = processorSeconds();
    QElapsedTimer timer;
    timer.start();
    const int code = QProcess::execute(testProgram(),
        {QStringLiteral("class"), QStringLiteral("reports"), QStringLiteral("--course"), coursePath(), QStringLiteral("--roster"),
            roster.fileName(), QStringLiteral("--out"), folder.filePath(QStringLiteral("out")), QStringLiteral("--jobs"),
            QStringLiteral("2")});
    const double processor = processorSeconds() - before;
    std::printf("%5d reports: %.1f s with two processes; %.1f s of processor time (%.0f ms each); the largest process held %.0f MiB\n",
        count, secondsOf(timer), processor, processor * 1e3 / count, peakMib(true));
    std::fflush(stdout);
    return code == 0;
}

QList<int> wantedSizes()
{
    QList<int> sizes;
    const QStringList words = QCoreApplication::arguments().mid(1);
    for (const QString& word : words)
        sizes.append(std::max(1, word.toInt()));
    return sizes.isEmpty() ? QList<int>{200, 2000} : sizes;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto opened = openCatalogue(testCatalogue());
    QFile file(coursePath());
    if (std::holds_alternative<DbError>(opened) || !file.open(QIODevice::ReadOnly))
        return 1;
    const auto course = readCourse(file.readAll());
    if (std::holds_alternative<DocumentError>(course))
        return 1;
    bool good = true;
    const QList<int> sizes = wantedSizes();
    for (const int count : sizes)
        good = judge(count, std::get<Course>(course), *std::get<std::shared_ptr<const Catalog>>(opened)) && makeReports(count) && good;
    return good ? 0 : 1;
}
