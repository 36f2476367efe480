// A class of 200 and of 2,000 students: reading the roster, judging every assignment, adding it all up. Reports themselves are timed by
// running `rightrig class reports`.
#include "db/cataloguefile.h"
#include "db/documents/coursefile.h"
#include "db/documents/rosterfile.h"
#include "models/domain/classroom.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace rightrig;

namespace {

/// Made-up students of the usual shape; one in five says nothing about the computer.
QByteArray sampleRoster(int students)
{
    const char* computers[] = {"Intel Core i5-1235U,16,none", "AMD Ryzen 7 5800H,16,NVIDIA GeForce RTX 3060 Laptop GPU", "Apple M2,8,",
        "Intel Core i7-13700H,32,NVIDIA GeForce RTX 4060 Laptop GPU", ",,"};
    QByteArray csv = "id,name,cpu,ram,gpu\n";
    for (int i = 0; i < students; ++i)
        csv += "s" + QByteArray::number(i) + ",Sample " + QByteArray::number(i) + ',' + computers[i % 5] + '\n';
    return csv;
}

double secondsOf(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; }

void run(int count, const Course& course, const Catalog& catalog)
{
    QElapsedTimer timer;
    timer.start();
    const auto read = readRoster(sampleRoster(count));
    const auto* roster = std::get_if<Roster>(&read);
    if (roster == nullptr)
        return;
    const double reading = secondsOf(timer);
    timer.restart();
    std::vector<ClassStudent> students;
    for (const RosterStudent& student : roster->students)
        students.push_back({student.id, student.name, readiness(catalog, course, rosterAnswers(student))});
    const double judging = secondsOf(timer);
    timer.restart();
    const ClassOverview overview = overviewOf(course, students, catalog);
    std::printf("%5d students: roster %.3f s, readiness %.3f s (%.2f ms each), overview %.4f s; %d need nothing\n", count, reading, judging,
        judging * 1e3 / count, secondsOf(timer), overview.nothing);
}

} // namespace

int main()
{
    const auto opened = openCatalogue(testCatalogue());
    QFile file(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")));
    if (std::holds_alternative<DbError>(opened) || !file.open(QIODevice::ReadOnly))
        return 1;
    const auto course = readCourse(file.readAll());
    if (std::holds_alternative<DocumentError>(course))
        return 1;
    for (const int count : {200, 2000})
        run(count, std::get<Course>(course), *std::get<std::shared_ptr<const Catalog>>(opened));
    return 0;
}
