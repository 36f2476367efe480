#include "models/domain/planner.h"
#include "tests/support/catalogbuilder.h"

#include <QTest>

#include <algorithm>

using namespace rightrig;

namespace {

const Catalog& real() { return *testing::realCatalog(); }

const Assumed* assumedAt(const Settled& settled, std::string_view path)
{
    const auto it = std::find_if(settled.assumed.begin(), settled.assumed.end(), [&](const Assumed& a) { return a.path == path; });
    return it == settled.assumed.end() ? nullptr : &*it;
}

Answers about(Goal goal, Depth depth)
{
    Answers answers;
    answers.goals = std::vector{goal};
    answers.depth = depth;
    return answers;
}

Job onlyJob(const Answers& answers)
{
    const auto jobs = planJobs(settle(answers, real()), real());
    if (jobs.size() != 1)
        throw std::runtime_error("expected one job");
    return jobs.front();
}

bool hasIssue(const Answers& answers, std::string_view path, std::string_view code)
{
    const auto issues = checkAnswers(answers, real());
    return std::any_of(issues.begin(), issues.end(), [&](const AnswerIssue& issue) { return issue.path == path && issue.code == code; });
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMissingAnswerIsNamed_data();
    void everyMissingAnswerIsNamed();
    void givenAnswersAreNotAssumed();
    void currencyFollowsCountry();
    void unknownCountryFallsBackToDollars();
    void unknownComputerIsModest();
    void everyGoalAndDepthHasAJob();
    void rowsAndColumnsReachTheJob();
    void largerPicturesAreMoreWork();
    void longTextsAreCut();
    void tuningMultipliesRunsWithinReason();
    void runsAreSharedByGoals();
    void emptyCatalogueStillHasAJob();
    void convertsThereAndBack();
    void studentsRateWins();
    void contradictions();
};

void TestPlanner::everyMissingAnswerIsNamed_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path : {"goals", "depth", "runs_per_week", "tuning", "patience_hours", "computer.kind", "computer.ram_gib",
             "budget.upfront", "budget.monthly", "horizon_months", "portability", "os", "internet", "private_data", "priority", "country",
             "school.lab", "school.gpu_server", "school.loan_laptop", "data.rows", "data.columns", "data.images"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestPlanner::everyMissingAnswerIsNamed()
{
    QFETCH(QString, path);
    QVERIFY(assumedAt(settle(Answers{}, real()), path.toStdString()) != nullptr);
}

void TestPlanner::givenAnswersAreNotAssumed()
{
    Answers answers = about(Goal::Tables, Depth::Tutorials);
    answers.data.rows = 5000;
    answers.data.columns = 12;
    answers.runsPerWeek = 9;
    answers.budgetMonthly = Money{7, CurrencyCode("USD")};
    const Settled settled = settle(answers, real());
    for (const char* path : {"goals", "depth", "data.rows", "data.columns", "runs_per_week", "budget.monthly"})
        QVERIFY2(assumedAt(settled, path) == nullptr, path);
    QCOMPARE(settled.runsPerWeek, 9.0);
    QCOMPARE(settled.budgetMonthly.amount, 7.0);
}

void TestPlanner::currencyFollowsCountry()
{
    Answers answers;
    answers.country = "DE";
    answers.budgetUpfront = Money{1000, CurrencyCode("USD")};
    const Settled settled = settle(answers, real());
    QCOMPARE(settled.currency, CurrencyCode("EUR"));
    const double rate = real().findCurrency(CurrencyCode("EUR"))->usdPerUnit;
    QCOMPARE(settled.budgetUpfront.amount, 1000.0 / rate);
    QCOMPARE(settled.budgetUpfront.currency, CurrencyCode("EUR"));
}

void TestPlanner::unknownCountryFallsBackToDollars()
{
    Answers answers;
    answers.country = "QQ";
    QCOMPARE(settle(answers, real()).currency, CurrencyCode("USD"));
    QVERIFY(hasIssue(answers, "country", "unknown_country"));
}

void TestPlanner::unknownComputerIsModest()
{
    const Settled settled = settle(Answers{}, real());
    QCOMPARE(settled.computer.ram->value, 8.0);
    QCOMPARE(*settled.computer.gpu, std::string("none"));
    QVERIFY(settled.computer.form == FormFactor::Laptop);
}

void TestPlanner::everyGoalAndDepthHasAJob()
{
    for (const Goal goal : {Goal::Tables, Goal::Images, Goal::Text, Goal::Sound, Goal::Games}) {
        for (const Depth depth : {Depth::Tutorials, Depth::Adapt, Depth::Scratch}) {
            const Job job = onlyJob(about(goal, depth));
            QVERIFY(real().findPreset(job.presetId)->goal == goal);
            QVERIFY(job.samples > 0.0 && job.runsPerWeek > 0.0);
        }
    }
}

void TestPlanner::rowsAndColumnsReachTheJob()
{
    Answers answers = about(Goal::Tables, Depth::Adapt);
    QVERIFY(!onlyJob(answers).sizeFromStudent);
    answers.data.rows = 1234567;
    answers.data.columns = 77;
    const Job job = onlyJob(answers);
    QCOMPARE(job.samples, 1234567.0);
    QCOMPARE(*job.table.columns, 77.0);
    QVERIFY(job.sizeFromStudent);
}

void TestPlanner::largerPicturesAreMoreWork()
{
    Answers answers = about(Goal::Images, Depth::Adapt);
    const Job before = onlyJob(answers);
    answers.data.pixels = *before.net.imagePx * 2.0;
    const Job after = onlyJob(answers);
    QCOMPARE(*after.net.forwardGflop, *before.net.forwardGflop * 4.0);
    QCOMPARE(*after.net.activationsM, *before.net.activationsM * 4.0);
    QCOMPARE(*after.net.imagePx, *before.net.imagePx * 2.0);
    if (before.net.throughputKAmp)
        QCOMPARE(*after.net.throughputKAmp, *before.net.throughputKAmp / 4.0);
}

void TestPlanner::longTextsAreCut()
{
    Answers answers = about(Goal::Text, Depth::Tutorials);
    answers.data.documents = 1000;
    answers.data.tokens = 2048;
    const Job job = onlyJob(answers);
    QCOMPARE(*job.net.sequence, 512.0);
    QCOMPARE(job.samples, 4000.0);
}

void TestPlanner::tuningMultipliesRunsWithinReason()
{
    Answers answers = about(Goal::Images, Depth::Adapt);
    answers.tuning = false;
    answers.runsPerWeek = 2;
    QCOMPARE(onlyJob(answers).runsPerWeek, 2.0);
    answers.tuning = true;
    const double tuned = onlyJob(answers).runsPerWeek;
    QCOMPARE(tuned, 2.0 * real().findPreset(onlyJob(answers).presetId)->tuningRuns);
    answers.runsPerWeek = 20;
    QCOMPARE(onlyJob(answers).runsPerWeek, real().findAssumption("choice.tuning.longest_week")->value);
    answers.runsPerWeek = 90; // somebody who really trains that often is believed
    QCOMPARE(onlyJob(answers).runsPerWeek, 90.0);
}

void TestPlanner::runsAreSharedByGoals()
{
    Answers answers;
    answers.goals = std::vector{Goal::Tables, Goal::Images, Goal::Images};
    answers.tuning = false;
    answers.runsPerWeek = 6;
    const auto jobs = planJobs(settle(answers, real()), real());
    QCOMPARE(jobs.size(), std::size_t(2));
    QCOMPARE(jobs[0].runsPerWeek + jobs[1].runsPerWeek, 6.0);
}

void TestPlanner::emptyCatalogueStillHasAJob()
{
    Catalog catalog;
    catalog.assumptions = real().assumptions;
    catalog.index();
    QCOMPARE(planJobs(settle(Answers{}, catalog), catalog).size(), std::size_t(1));
}

void TestPlanner::convertsThereAndBack()
{
    const Answers answers;
    for (const Currency& currency : real().currencies) {
        const auto there = convert({250.0, CurrencyCode("USD")}, currency.code, real(), answers);
        QVERIFY(there.has_value());
        const auto back = convert(*there, CurrencyCode("USD"), real(), answers);
        QVERIFY(back && std::abs(back->amount - 250.0) < 1e-9);
    }
    QVERIFY(!convert({1.0, CurrencyCode("ZZZ")}, CurrencyCode("USD"), real(), answers));
}

void TestPlanner::studentsRateWins()
{
    Answers answers;
    answers.overrides = {{"rate.EUR", 2.0}};
    QCOMPARE(convert({10.0, CurrencyCode("EUR")}, CurrencyCode("USD"), real(), answers)->amount, 20.0);
    answers.overrides = {{"rate.EUR", 0.0}}; // no rate at all: the catalogue's stays
    QVERIFY(convert({10.0, CurrencyCode("EUR")}, CurrencyCode("USD"), real(), answers)->amount > 5.0);
}

void TestPlanner::contradictions()
{
    Answers answers;
    QVERIFY(checkAnswers(answers, real()).empty());
    answers.goals = std::vector{Goal::Tables};
    answers.data.images = 100;
    answers.privateData = true;
    answers.budgetUpfront = Money{0, CurrencyCode("USD")};
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::None;
    answers.os = Os::MacOs;
    answers.portability = Portability::Carry;
    answers.candidates.resize(2);
    answers.candidates[0].name = "window";
    answers.candidates[0].form = FormFactor::Desktop;
    answers.candidates[0].cpu = "no such chip";
    answers.candidates[0].os = Os::Windows;
    answers.candidates[1].name = "second";
    answers.candidates[1].price = Money{5, CurrencyCode("USD")};
    QVERIFY(hasIssue(answers, "data.images", "data_without_goal"));
    QVERIFY(hasIssue(answers, "private_data", "private_needs_own_computer"));
    QVERIFY(hasIssue(answers, "budget.upfront", "no_computer_no_money"));
    QVERIFY(hasIssue(answers, "candidates[0].os", "candidate_wrong_os"));
    QVERIFY(hasIssue(answers, "candidates[0].kind", "carry_desktop"));
    QVERIFY(hasIssue(answers, "candidates[0].cpu", "unknown_device"));
    QVERIFY(hasIssue(answers, "candidates[0].price", "candidate_without_price"));
    QVERIFY(hasIssue(answers, "candidates[1].price", "candidate_over_budget"));
    QVERIFY(hasIssue(answers, "candidates[1]", "candidate_without_parts"));
}

QTEST_APPLESS_MAIN(TestPlanner)
#include "tst_planner.moc"
