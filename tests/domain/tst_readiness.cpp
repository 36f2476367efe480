// Each assignment on the student's computer, by the same engine as everything else, and what to do where it does not run.
#include "models/domain/courseplan.h"
#include "models/domain/ground.h"
#include "models/domain/owncomputer.h"
#include "models/domain/readiness.h"
#include "models/domain/savedplan.h"
#include "models/domain/waysout.h"
#include "tests/support/answerfixture.h"
#include "tests/support/shopfixture.h"

#include <QTest>

using namespace rightrig;

namespace {

Assignment task(const char* preset, double runs = 1.0)
{
    Assignment assignment;
    assignment.id = assignment.title = preset;
    assignment.job.preset = preset;
    assignment.runs = runs;
    return assignment;
}

Course courseOf(std::vector<Assignment> assignments)
{
    Course course;
    course.id = "c";
    course.title = "Course";
    course.assignments = std::move(assignments);
    return course;
}

/// The shop with a provider for what can be rented.
Catalog town()
{
    Catalog catalog = shop();
    for (Machine& machine : catalog.machines) {
        if (machine.kind == MachineKind::Cloud || machine.kind == MachineKind::Free)
            machine.provider = machine.kind == MachineKind::Free ? "Freely" : "Cloudy";
    }
    return catalog;
}

Candidate labPc(const char* gpu)
{
    Candidate machine;
    machine.name = "Lab PC";
    machine.form = FormFactor::Desktop;
    machine.cpu = "Good CPU";
    machine.gpu = gpu;
    machine.ram = Gib{32};
    return machine;
}

const WayOut* wayOf(const AssignmentReadiness& assignment, WayKind kind)
{
    for (const WayOut& way : assignment.ways) {
        if (way.kind == kind)
            return &way;
    }
    return nullptr;
}

Answers withPrivateData()
{
    Answers answers = tables();
    answers.privateData = true;
    return answers;
}

Estimate onOwn(const Assignment& assignment, const Answers& answers, const Catalog& catalog)
{
    const auto constants = resolveConstants(catalog, answers);
    const Settled settled = settle(answers, catalog);
    return estimate(jobFor(assignment.job, *catalog.findPreset(assignment.job.preset)), ownRig(settled, catalog, *constants), *constants);
}

} // namespace

class TestReadiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheEstimatorSays_data()
    {
        QTest::addColumn<QString>("preset");
        for (const char* preset : {"tables-boosted-small", "tables-kmeans", "images-resnet18", "text-bert", "text-qlora-8b"})
            QTest::newRow(preset) << QString::fromLatin1(preset);
    }
    void saysWhatTheEstimatorSays()
    {
        QFETCH(QString, preset);
        const Catalog catalog = town();
        const Assignment assignment = task(preset.toLatin1().constData());
        const Estimate own = onOwn(assignment, tables(), catalog);
        const AssignmentReadiness ready = readiness(catalog, courseOf({assignment}), tables()).assignments.at(0);
        QCOMPARE(ready.fits, own.fit);
        QVERIFY(ready.seconds == own.seconds);
        QCOMPARE(ready.memory.need, own.memory.need);
        QCOMPARE(ready.memory.have, own.memory.have);
        if (own.seconds)
            QCOMPARE(ready.method, own.method);
    }

    void tablesNeedNothing()
    {
        const Readiness found = readiness(town(), courseOf({task("tables-boosted-small", 10)}), tables());
        const AssignmentReadiness& tablesTask = found.assignments.at(0);
        QVERIFY(tablesTask.ready() && tablesTask.ways.empty() && !tablesTask.unsolved());
        QCOMPARE(tablesTask.need, Need::Nothing);
        QCOMPARE(found.need, Need::Nothing);
        QCOMPARE(found.currency.view(), std::string_view("USD"));
    }

    void aFreeServiceComesFirstAndNeedsNothing()
    {
        const Readiness found = readiness(town(), courseOf({task("text-qlora-1b", 2)}), tables());
        const AssignmentReadiness& lora = found.assignments.at(0);
        QCOMPARE(lora.fits, Fit::No); // 4 bits need a card that the laptop lacks
        QCOMPARE(lora.blocked, std::optional(ReasonCode::SoftwareUnsupported));
        QVERIFY(!lora.ways.empty());
        QCOMPARE(lora.ways.front().kind, WayKind::Free);
        QCOMPARE(lora.ways.front().id, std::string("free"));
        QVERIFY(!lora.ways.front().cost);
        QCOMPARE(found.need, Need::Nothing);
    }

    void rentCountsSetUpIdleAndCredits()
    {
        Course course = courseOf({task("text-qlora-1b", 3)});
        course.deniedProviders = {"Freely"};
        course.school.creditsPerStudent = usd(1000);
        const Catalog catalog = town();
        const Readiness found = readiness(catalog, course, tables());
        QCOMPARE(found.need, Need::Credits);
        const WayOut* cloud = wayOf(found.assignments.at(0), WayKind::Cloud);
        QVERIFY(cloud && cloud->cost && cloud->covered && cloud->hours);
        QVERIFY(!wayOf(found.assignments.at(0), WayKind::Free));
        // 3 runs at 0.80 an hour are the least; set-up, idle hours, a disk and one download come on top, each within reason
        const double bare = *cloud->hours * 0.8;
        QVERIFY2(cloud->cost->likely > bare && cloud->cost->likely < bare * 3.0 + 2.0, qPrintable(QString::number(cloud->cost->likely)));
        QCOMPARE(*cloud->hours, cloud->seconds->likely.value * 3.0 / 3600.0);
        course.school.creditsPerStudent = usd(0.1);
        QVERIFY(!wayOf(readiness(catalog, course, tables()).assignments.at(0), WayKind::Cloud)->covered);
    }

    void privateDataStaysAtHomeAndAtSchool()
    {
        Course course = courseOf({task("text-qlora-1b")});
        course.school.labMachines = 20.0;
        const Readiness found = readiness(town(), course, withPrivateData());
        const AssignmentReadiness& lora = found.assignments.at(0);
        QVERIFY(!wayOf(lora, WayKind::Free) && !wayOf(lora, WayKind::Cloud));
        const WayOut* lab = wayOf(lora, WayKind::Lab);
        QVERIFY(lab && lab->fit == Fit::Unknown && !lab->seconds && lab->name.empty()); // nobody said what the lab has
        QVERIFY(lora.unsolved());
        QCOMPARE(found.need, Need::Lab); // worth asking
    }

    void aDescribedLabIsEstimated()
    {
        Course course = courseOf({task("text-qlora-1b", 2)});
        course.school.labMachines = 20.0;
        course.school.labMachine = labPc("Desk 24");
        const Catalog catalog = town();
        const AssignmentReadiness lora = readiness(catalog, course, withPrivateData()).assignments.at(0);
        const WayOut* lab = wayOf(lora, WayKind::Lab);
        QVERIFY(lab && lab->seconds && !lora.unsolved());
        QCOMPARE(lab->name, std::string("Lab PC"));
        const auto constants = resolveConstants(catalog, {});
        const Rig rig = makeRig(catalog, candidateMachine(*course.school.labMachine, catalog), *constants);
        QVERIFY(lab->seconds == estimate(jobFor(course.assignments[0].job, *catalog.findPreset("text-qlora-1b")), rig, *constants).seconds);
        QCOMPARE(lora.need, Need::Lab);
        course.school.labHoursPerWeek = *lab->hours * 0.9; // closed before the runs are done
        QVERIFY(!wayOf(readiness(catalog, course, withPrivateData()).assignments.at(0), WayKind::Lab));
    }

    void aLabThatCannotIsNoWay()
    {
        Course course = courseOf({task("text-qlora-13b")});
        course.school.labMachines = 20.0;
        course.school.labMachine = labPc("Lap 8");
        const AssignmentReadiness lora = readiness(town(), course, withPrivateData()).assignments.at(0);
        QVERIFY(!wayOf(lora, WayKind::Lab));
        QVERIFY(lora.unsolved());
        QCOMPARE(lora.need, Need::Loan); // a computer must be found
    }

    void ownMachineMeansOwnOrLent()
    {
        Course course = courseOf({task("text-qlora-1b")});
        course.assignments[0].ownMachine = true;
        course.school.labMachines = 20.0;
        course.school.labMachine = labPc("Desk 24");
        course.school.loanLaptops = 3.0;
        course.school.loanMachine = labPc("Lap 8");
        const AssignmentReadiness lora = readiness(town(), course, tables()).assignments.at(0);
        for (const WayOut& way : lora.ways)
            QVERIFY(way.kind == WayKind::Loan || way.kind == WayKind::Lighter);
        QVERIFY(wayOf(lora, WayKind::Loan)->seconds);
        QCOMPARE(lora.need, Need::Loan);
    }

    void oneThingForAllBeatsTwo()
    {
        Course course = courseOf({task("text-qlora-1b"), task("text-qlora-1b")});
        course.assignments[1].id = "own";
        course.assignments[1].ownMachine = true;
        course.school.labMachines = 20.0;
        course.school.labMachine = labPc("Desk 24");
        course.school.loanLaptops = 3.0;
        course.school.loanMachine = labPc("Desk 24");
        const Readiness found = readiness(town(), course, withPrivateData());
        QCOMPARE(found.assignments[0].need, Need::Lab);
        QCOMPARE(found.assignments[1].need, Need::Loan);
        QCOMPARE(found.need, Need::Loan); // the lent laptop does both
    }

    void noComputerRunsNothing()
    {
        Answers answers = tables();
        answers.computer = ComputerFacts{};
        answers.computer->kind = ComputerKind::None;
        Course course = courseOf({task("tables-boosted-small")});
        AssignmentReadiness found = readiness(town(), course, answers).assignments.at(0);
        QCOMPARE(found.fits, Fit::No);
        QVERIFY(!found.seconds && !found.memory.need && found.unsolved()); // no screen to reach a free service from
        course.school.labMachines = 5.0;
        found = readiness(town(), course, answers).assignments.at(0);
        QVERIFY(wayOf(found, WayKind::Free)); // from the lab
    }

    void aComputerNobodyDescribedIsNeverSaidToFail()
    {
        Answers answers = tables();
        answers.computer.reset();
        const Readiness found = readiness(town(), courseOf({task("tables-boosted-small"), task("text-qlora-1b")}), answers);
        QVERIFY(found.computerAssumed);
        QCOMPARE(found.assignments[0].fits, Fit::Yes); // even the modest one that stands in does it
        QCOMPARE(found.assignments[1].fits, Fit::Unknown);
        QVERIFY(!readiness(town(), courseOf({task("tables-boosted-small")}), tables()).computerAssumed);
    }

    void presetsNobodyKnowsAreUnknown()
    {
        const AssignmentReadiness found = readiness(town(), courseOf({task("no-such-preset")}), tables()).assignments.at(0);
        QCOMPARE(found.fits, Fit::Unknown);
        QVERIFY(!found.seconds && found.unsolved());
    }

    void tooLongIsANightOrAWeek_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("runs");
        QTest::addColumn<bool>("tooLong");
        QTest::newRow("a night") << 12.0 << 1.0 << false;
        QTest::newRow("more than a night") << 12.1 << 1.0 << true;
        QTest::newRow("a week") << 12.0 << 14.0 << false;
        QTest::newRow("more than a week") << 12.0 << 15.0 << true;
    }
    void tooLongIsANightOrAWeek()
    {
        QFETCH(double, hours);
        QFETCH(double, runs);
        const Ground ground(tables(), town());
        const Seconds run{hours * 3600.0};
        QTEST(takesTooLong({run, run, run}, runs, ground.choice), "tooLong");
    }

    void slowAtHomeFindsAFasterPlace()
    {
        Assignment assignment = task("images-resnet18", 2);
        assignment.job.samples = 2e6;
        const AssignmentReadiness slow = readiness(town(), courseOf({assignment}), tables()).assignments.at(0);
        QVERIFY(slow.tooSlow && slow.seconds && !slow.ready());
        for (const WayOut& way : slow.ways) {
            if (way.seconds)
                QVERIFY(way.seconds->likely < slow.seconds->likely);
        }
    }

    void aLighterJobIsOfferedWhereOneRuns()
    {
        Answers answers = tables();
        answers.computer->cpu = "Good CPU";
        answers.computer->gpu = "Lap 8";
        const AssignmentReadiness lora = readiness(town(), courseOf({task("text-qlora-13b")}), answers).assignments.at(0);
        QVERIFY(!lora.ready());
        const WayOut* lighter = wayOf(lora, WayKind::Lighter);
        QVERIFY(lighter && lighter->seconds);
        const Catalog catalog = town();
        const Preset* preset = catalog.findPreset(lighter->id);
        QVERIFY(preset && preset->net.paramsM < catalog.findPreset("text-qlora-13b")->net.paramsM);
        QVERIFY(onOwn(task(lighter->id.c_str()), answers, catalog).seconds);
    }

    void anyStudentGetsAnAnswer()
    {
        test::RandomAnswers random(17);
        const Catalog catalog = town();
        Course course = courseOf({task("tables-kmeans", 10), task("text-lora-1b", 3), task("text-llm-7b")});
        course.school.labMachines = 3.0;
        course.school.creditsPerStudent = usd(25);
        for (int i = 0; i < 60; ++i) {
            const Readiness found = readiness(catalog, course, random.next());
            QCOMPARE(found.assignments.size(), std::size_t{3});
            for (const AssignmentReadiness& one : found.assignments) {
                QCOMPARE(one.seconds.has_value(), one.fits == Fit::Yes || one.fits == Fit::Tight);
                QVERIFY(!one.ready() || (one.ways.empty() && one.need == Need::Nothing));
                QVERIFY(std::is_sorted(one.ways.begin(), one.ways.end(), [](const WayOut& a, const WayOut& b) { return a.kind < b.kind; }));
            }
        }
    }

    void plansKnowWhichPricesChanged()
    {
        const Answers answers = pictures();
        Catalog catalog = town();
        const Results results = recommend(answers, catalog);
        const SavedPlan plan = planOf(answers, nullptr, results, catalog, "2026-11-25");
        QVERIFY(!plan.prices.empty() && plan.answers == answers && !plan.course);
        QVERIFY(changedPrices(plan, catalog).empty());
        const std::string first = plan.prices.front().offer;
        for (Offer& offer : catalog.offers) {
            offer.source.asOf = "2027-01-02"; // a newer day alone is no change
            if (offer.id == first)
                offer.price = usd(12345);
        }
        const std::vector<PlanPriceChange> changes = changedPrices(plan, catalog);
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes[0].then.offer, first);
        QCOMPARE(changes[0].now, std::optional(usd(12345)));
        QCOMPARE(changes[0].nowAsOf, std::string("2027-01-02"));
        QVERIFY(!changes[0].gone);
        const std::vector<PlanPriceChange> none = changedPrices(plan, Catalog{});
        QCOMPARE(none.size(), plan.prices.size());
        QVERIFY(none[0].gone && !none[0].now && none[0].then == plan.prices.front());
    }

    void plansGiveTheirPricesBack()
    {
        const Answers answers = pictures();
        const Catalog before = town();
        const SavedPlan plan = planOf(answers, nullptr, recommend(answers, before), before, "2026-11-25");
        Catalog today = before;
        for (Offer& offer : today.offers) {
            if (offer.price)
                offer.price->amount *= 3.0;
            offer.source.asOf = "2027-01-02";
        }
        const Catalog then = withPlanPrices(today, plan);
        QVERIFY(changedPrices(plan, then).empty());
        QCOMPARE(then.planDate, std::string("2026-11-25"));
        QVERIFY(today.planDate.empty());
        for (const UsedPrice& used : plan.prices) {
            const auto index = static_cast<std::size_t>(then.findOffer(used.offer));
            QCOMPARE(then.offers[index].source.asOf, used.asOf);
            QCOMPARE(then.offers[index].price, before.offers[index].price);
        }
        const Results again = recommend(answers, then);
        QCOMPARE(again.options[static_cast<std::size_t>(again.best.option)].id, plan.prices.front().offer);
        SavedPlan crafted = plan;
        crafted.prices.front().price = usd(0); // nothing becomes free this way
        QCOMPARE(changedPrices(crafted, withPlanPrices(today, crafted)).size(), std::size_t{1});
        SavedPlan gone = plan; // an offer that no catalogue knows any more harms nothing
        gone.prices.front().offer = "gone";
        QCOMPARE(changedPrices(gone, withPlanPrices(today, gone)).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
