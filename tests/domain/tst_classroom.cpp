// The class as a whole: counts, weeks and measures from readiness made by hand, and rules that hold for any class.
#include "db/cataloguefile.h"
#include "db/documents/coursefile.h"
#include "models/domain/classroom.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace rightrig;

namespace {

Catalog rushCatalog()
{
    Catalog catalog;
    const auto add = [&catalog](const char* name, double value) {
        Assumption assumption;
        assumption.name = name;
        assumption.value = value;
        catalog.assumptions.push_back(assumption);
    };
    add("class.rush.share", 0.6);
    add("class.rush.days", 2);
    add("class.rush.hours_per_day", 12);
    catalog.index();
    return catalog;
}

Course courseOf(std::initializer_list<double> weeks)
{
    Course course;
    course.title = "Sample";
    for (const double week : weeks) {
        Assignment assignment;
        assignment.id = assignment.title = "a" + std::to_string(course.assignments.size() + 1);
        assignment.dueWeek = week;
        course.assignments.push_back(assignment);
    }
    return course;
}

Range<Seconds> hours(double likely) { return {Seconds{likely * 1800}, Seconds{likely * 3600}, Seconds{likely * 7200}}; }

AssignmentReadiness ready(const std::string& id, Fit fit = Fit::Yes)
{
    AssignmentReadiness one;
    one.id = id;
    one.fits = fit;
    one.seconds = hours(1);
    return one;
}

AssignmentReadiness notReady(const std::string& id, double week, Need need, std::vector<WayOut> ways)
{
    AssignmentReadiness one;
    one.id = id;
    one.fits = Fit::No;
    one.dueWeek = week;
    one.ways = std::move(ways);
    one.need = need;
    return one;
}

WayOut way(WayKind kind, double runHours, std::optional<double> cost = {})
{
    WayOut out;
    out.kind = kind;
    out.fit = Fit::Yes;
    out.seconds = hours(runHours);
    out.hours = runHours;
    if (cost)
        out.cost = Range<double>{*cost / 2, *cost, *cost * 2};
    return out;
}

ClassStudent student(const std::string& id, std::vector<AssignmentReadiness> assignments, Need need, const char* currency = "USD")
{
    ClassStudent one;
    one.id = id;
    one.name = "Sample " + id;
    Readiness readiness;
    readiness.assignments = std::move(assignments);
    readiness.need = need;
    readiness.currency = CurrencyCode(currency);
    one.readiness = std::make_shared<const Readiness>(std::move(readiness));
    return one;
}

} // namespace

class TestClassroom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhoCanDoWhat();
    void poolsRentedHoursByWeek();
    void rushNeedsNoMoreMachinesThanStudents();
    void rushCanBeGiven();
    void equalAnswersAreJudgedOnce();
    void saysWhatOneThingWouldChange();
    void addsNoMoneyOfOtherCurrencies();
    void anonymousNamesNobody();
    void theSampleCourseAddsUp();
    void ownJobsMakeACourse();
};

void TestClassroom::countsWhoCanDoWhat()
{
    AssignmentReadiness slow = ready("a1");
    slow.tooSlow = true;
    AssignmentReadiness unknown = notReady("a1", 1, Need::Loan, {});
    unknown.fits = Fit::Unknown;
    const std::vector<ClassStudent> students{student("1", {ready("a1")}, Need::Nothing),
        student("2", {ready("a1", Fit::Tight)}, Need::Nothing), student("3", {slow}, Need::Lab),
        student("4", {notReady("a1", 1, Need::Loan, {})}, Need::Loan), student("5", {unknown}, Need::Credits)};
    const ClassOverview overview = overviewOf(courseOf({1}), students, rushCatalog());
    const AssignmentTally& tally = overview.assignments.at(0);
    QCOMPARE(tally.yes, 1);
    QCOMPARE(tally.tight, 1);
    QCOMPARE(tally.slow, 1);
    QCOMPARE(tally.no, 1);
    QCOMPARE(tally.unknown, 1);
    QCOMPARE(tally.unsolved, 3);
    QCOMPARE(tally.ready(), 2);
    QCOMPARE(overview.nothing, 2);
    QCOMPARE(overview.lab + overview.loan * 10 + overview.credits * 100, 111);
}

void TestClassroom::poolsRentedHoursByWeek()
{
    std::vector<ClassStudent> students;
    students.reserve(11);
    for (int i = 0; i < 10; ++i)
        students.push_back(student(std::to_string(i),
            {notReady("a1", 4, Need::Credits, {way(WayKind::Cloud, 8, 4.0)}),
                notReady("a2", 2, Need::Credits, {way(WayKind::Cloud, 1, 1.0)})},
            Need::Credits));
    students.push_back(
        student("lab", {notReady("a1", 4, Need::Lab, {way(WayKind::Lab, 2), way(WayKind::Cloud, 9, 9)}), ready("a2")}, Need::Lab));
    const ClassOverview overview = overviewOf(courseOf({4, 2}), students, rushCatalog());
    QCOMPARE(overview.weeks.size(), 2U);
    QCOMPARE(overview.weeks[0].week, std::optional<double>(2));
    QCOMPARE(overview.weeks[1].hours, 80.0);
    QCOMPARE(overview.weeks[1].students, 10);
    QCOMPARE(overview.weeks[1].cost.likely, 40.0);
    QCOMPARE(overview.weeks[1].machinesAtOnce, 2.0); // 0.6 x 80 h in 2 x 12 h
    QCOMPARE(overview.weeks[0].machinesAtOnce, 1.0);
    QCOMPARE(overview.cloudHours, 90.0);
    QCOMPARE(overview.cloudCost.high, 100.0);
}

void TestClassroom::rushNeedsNoMoreMachinesThanStudents()
{
    const std::vector<ClassStudent> one{student("1", {notReady("a1", 1, Need::Credits, {way(WayKind::Cloud, 1000, 4.0)})}, Need::Credits)};
    QCOMPARE(overviewOf(courseOf({1}), one, rushCatalog()).weeks.at(0).machinesAtOnce, 1.0);
}

void TestClassroom::rushCanBeGiven()
{
    std::vector<ClassStudent> students;
    students.reserve(11);
    for (int i = 0; i < 10; ++i)
        students.push_back(student(std::to_string(i), {notReady("a1", 4, Need::Credits, {way(WayKind::Cloud, 8, 4.0)})}, Need::Credits));
    QCOMPARE(overviewOf(courseOf({4}), students, rushCatalog()).rushShare, 0.6);
    const auto atOnce = [&](double share) { return overviewOf(courseOf({4}), students, rushCatalog(), share).weeks.at(0).machinesAtOnce; };
    QCOMPARE(atOnce(1.0), 4.0); // 80 h in 2 x 12 h
    QCOMPARE(atOnce(0.0), 1.0); // somebody works on it sometime
    QCOMPARE(overviewOf(courseOf({4}), students, rushCatalog(), 1.0).rushShare, 1.0);
}

void TestClassroom::equalAnswersAreJudgedOnce()
{
    const auto opened = openCatalogue(testCatalogue());
    const Catalog& catalog = *std::get<std::shared_ptr<const Catalog>>(opened);
    const auto read = readCourse(test::fileBytes(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json"))));
    const auto& course = std::get<Course>(read);
    ClassJudge judge(catalog, course);
    Answers ada, ben;
    ada.studentName = "Sample Ada";
    ben.studentId = "S-2";
    const auto first = judge(ada);
    QCOMPARE(judge(ben).get(), first.get()); // a name changes nothing
    ben.computer.emplace();
    ben.computer->kind = ComputerKind::Known;
    ben.computer->ram = Gib{4};
    const auto other = judge(ben);
    QVERIFY(other.get() != first.get());
    QVERIFY(first->computerAssumed && !other->computerAssumed);
    const Readiness alone = readiness(catalog, course, ben);
    for (std::size_t i = 0; i < alone.assignments.size(); ++i)
        QCOMPARE(other->assignments[i].fits, alone.assignments[i].fits);
}

void TestClassroom::saysWhatOneThingWouldChange()
{
    WayOut maybe;
    maybe.kind = WayKind::Lab; // nobody said what the lab has
    const std::vector<ClassStudent> students{
        student("1", {notReady("a1", 1, Need::Lab, {way(WayKind::Lab, 2), way(WayKind::Cloud, 1, 3.0)})}, Need::Lab),
        student("2", {notReady("a1", 1, Need::Lab, {way(WayKind::Lab, 1.5)})}, Need::Lab),
        student("3", {notReady("a1", 1, Need::Lab, {maybe})}, Need::Lab), student("4", {ready("a1")}, Need::Nothing)};
    const ClassOverview overview = overviewOf(courseOf({1}), students, rushCatalog());
    QCOMPARE(overview.measures.size(), 2U);
    QCOMPARE(overview.measures[0].kind, WayKind::Lab);
    QCOMPARE(overview.measures[0].helped, 2);
    QCOMPARE(overview.measures[0].of, 3);
    QCOMPARE(overview.measures[0].hours, 2.0);
    QCOMPARE(overview.measures[1].kind, WayKind::Cloud);
    QCOMPARE(overview.measures[1].mostPerStudent, 3.0);
    QVERIFY(overview.weeks.empty()); // nobody needs credits
}

void TestClassroom::addsNoMoneyOfOtherCurrencies()
{
    const auto renting = [](const char* id, const char* currency) {
        return student(id, {notReady("a1", 1, Need::Credits, {way(WayKind::Cloud, 1, 3.0)})}, Need::Credits, currency);
    };
    const ClassOverview overview = overviewOf(courseOf({1}), {renting("1", "EUR"), renting("2", "JPY")}, rushCatalog());
    QCOMPARE(overview.currency, CurrencyCode("EUR"));
    QCOMPARE(overview.cloudCost.likely, 3.0);
    QCOMPARE(overview.cloudHours, 2.0);
    QCOMPARE(overview.otherCurrency, 1);
}

void TestClassroom::anonymousNamesNobody()
{
    std::vector<ClassStudent> students{
        student("zoe", {ready("a1")}, Need::Nothing), student("ada", {ready("a1", Fit::Tight)}, Need::Nothing)};
    auto turned = std::vector<ClassStudent>(students.rbegin(), students.rend());
    anonymise(students);
    anonymise(turned);
    QCOMPARE(students[0].id, "1");
    QVERIFY(students[0].name.empty() && students[1].name.empty());
    QCOMPARE(students[0].readiness->assignments[0].fits, turned[0].readiness->assignments[0].fits); // the order says nothing
}

void TestClassroom::theSampleCourseAddsUp()
{
    const auto opened = openCatalogue(testCatalogue());
    const Catalog& catalog = *std::get<std::shared_ptr<const Catalog>>(opened);
    const auto read = readCourse(test::fileBytes(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json"))));
    const auto& course = std::get<Course>(read);
    std::vector<ClassStudent> students;
    ClassJudge judge(catalog, course);
    for (const char* gpu : {"none", "NVIDIA GeForce RTX 4060 Laptop GPU", "no such card"}) {
        Answers answers;
        answers.computer.emplace();
        answers.computer->kind = ComputerKind::Known;
        answers.computer->ram = Gib{8};
        answers.computer->gpu = gpu;
        students.push_back({gpu, "", judge(answers)});
    }
    students.push_back({"nothing said", "", judge(Answers{})});
    const ClassOverview overview = overviewOf(course, students, catalog);
    QCOMPARE(overview.assignments.size(), course.assignments.size());
    QCOMPARE(overview.nothing + overview.lab + overview.loan + overview.credits, 4);
    QCOMPARE(overview.assumed, 1);
    for (const AssignmentTally& tally : overview.assignments)
        QCOMPARE(tally.yes + tally.tight + tally.slow + tally.no + tally.unknown, 4);
    for (const Measure& measure : overview.measures)
        QVERIFY(measure.helped > 0 && measure.helped <= measure.of);
    const double sum = std::accumulate(
        overview.weeks.begin(), overview.weeks.end(), 0.0, [](double all, const CloudWeek& week) { return all + week.hours; });
    QCOMPARE(sum, overview.cloudHours);
}

void TestClassroom::ownJobsMakeACourse()
{
    const auto opened = openCatalogue(testCatalogue());
    const Catalog& catalog = *std::get<std::shared_ptr<const Catalog>>(opened);
    Answers tables, images;
    tables.goals = std::vector{Goal::Tables};
    tables.data.rows = 12345;
    images.goals = std::vector{Goal::Images};
    const Course course = courseOfJobs({tables, images, tables}, catalog);
    std::set<std::string> ids;
    for (const Assignment& assignment : course.assignments)
        QVERIFY(catalog.findPreset(assignment.job.preset) != nullptr && ids.insert(assignment.id).second);
    QVERIFY(ids.size() >= 2U);
    const Course own = withOwnSizes(course, tables, catalog);
    QCOMPARE(own.assignments.at(0).job.samples, std::optional<double>(12345));
    QVERIFY(!withOwnSizes(course, images, catalog).assignments.at(0).job.samples);
}

QTEST_GUILESS_MAIN(TestClassroom)
#include "tst_classroom.moc"
