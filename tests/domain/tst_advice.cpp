// Mixtures, candidates, the school, and "what would change" on a shop of a few machines.
#include "models/domain/recommender.h"
#include "models/domain/wouldchange.h"
#include "tests/support/shopfixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rightrig;

class TestAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mixtureSendsOnlyWhatNeedsIt();
    void noComputerGetsLaptopAndHours();
    void unknownCardIsLeftAside();
    void laptopCardIsItsOwnPart();
    void candidateEnoughMoreTooLittle();
    void candidateWithoutPriceIsStillJudged();
    void schoolIsWorthAsking_data();
    void schoolIsWorthAsking();
    void nothingAtAllIsAnHonestAnswer();
    void wouldChangeIsTrue();
    void wouldChangeStopsWhenCancelled();
    void breakEvenNeedsRentAndPurchase();
    void deterministic();
};

void TestAdvice::mixtureSendsOnlyWhatNeedsIt()
{
    Answers answers = pictures();
    answers.goals = std::vector{Goal::Tables, Goal::Images};
    answers.data.images = 200000;
    const Results results = recommend(answers, shop());
    const Option& mixed = optionOf(results, "mixed-own+cloud");
    QCOMPARE(mixed.rentedJob, (std::vector<bool>{false, true}));
    QVERIFY(mixed.kind == OptionKind::Mixed && mixed.rentOffer >= 0);
    const Option& own = optionOf(results, "own");
    const Option& cloud = optionOf(results, "cloud");
    QVERIFY(mixed.weeklyTime->likely < own.weeklyTime->likely);
    QVERIFY(mixed.cost.rent <= cloud.cost.rent);
}

void TestAdvice::noComputerGetsLaptopAndHours()
{
    Answers answers = pictures();
    answers.computer->kind = ComputerKind::None;
    answers.budgetUpfront = usd(700);
    answers.data.images = 200000;
    const Results results = recommend(answers, shop());
    const Option& mixed = optionOf(results, "mixed-plain-laptop+cloud");
    QVERIFY(mixed.eligible || bestKind(results) != OptionKind::None);
    QCOMPARE(mixed.upfrontCost, 600.0);
    QVERIFY(std::none_of(results.options.begin(), results.options.end(), [](const Option& o) { return o.kind == OptionKind::Keep; }));
}

void TestAdvice::unknownCardIsLeftAside()
{
    Answers answers = tables();
    answers.computer->gpu = "A card nobody heard of";
    const Results results = recommend(answers, shop());
    QVERIFY(bestKind(results) == OptionKind::Keep); // tables do not need it
    QVERIFY(says(results.best.drawbacks, ReasonCode::UnknownSpec));
    answers = pictures();
    answers.data.images = 2000000;
    answers.computer->gpu = "A card nobody heard of";
    const Option own = optionOf(recommend(answers, shop()), "own");
    QVERIFY(!own.eligible && says(own.whyNot, ReasonCode::UnknownSpec)); // and a slow processor proves nothing about the card
}

void TestAdvice::laptopCardIsItsOwnPart()
{
    Answers answers = pictures();
    answers.computer->gpu = "Desk 24";
    answers.data.images = 2000000;
    QVERIFY(!optionOf(recommend(answers, shop()), "own").eligible);
    answers.computer->form = FormFactor::Desktop;
    QVERIFY(optionOf(recommend(answers, shop()), "own").weeklyTime.has_value());
}

void TestAdvice::candidateEnoughMoreTooLittle()
{
    Answers answers = tables();
    answers.candidates.resize(3);
    for (Candidate& candidate : answers.candidates) {
        candidate.name = "seen";
        candidate.form = FormFactor::Laptop;
        candidate.cpu = "Good CPU";
        candidate.gpu = "none";
        candidate.ram = Gib{16};
        candidate.price = usd(600);
    }
    answers.candidates[1].gpu = "Lap 8";
    answers.candidates[1].price = usd(1200);
    answers.candidates[2].ram = Gib{1};
    answers.data.rows = 3000000;
    answers.data.columns = 100;
    const Results results = recommend(answers, shop());
    QCOMPARE(results.candidates.size(), std::size_t(3));
    QVERIFY(results.candidates[0].verdict == Verdict::Enough);
    QVERIFY(results.candidates[1].verdict == Verdict::MoreThanNeeded);
    QCOMPARE(std::get<std::string>(results.candidates[1].reasons.front().params.front()), std::string("gpu"));
    QVERIFY(results.candidates[1].better >= 0);
    QVERIFY(results.candidates[2].verdict == Verdict::TooLittle);
    QVERIFY(says(results.candidates[2].reasons, ReasonCode::NotEnoughRam));
    QVERIFY(results.candidates[2].better >= 0);
}

void TestAdvice::candidateWithoutPriceIsStillJudged()
{
    Answers answers = tables();
    answers.candidates.resize(1);
    answers.candidates[0].name = "plain-laptop"; // exactly a machine of the catalogue
    const Results results = recommend(answers, shop());
    QVERIFY(results.candidates.front().verdict == Verdict::Enough);
    const Option& option = optionOf(results, "candidate-1");
    QVERIFY(!option.eligible && says(option.whyNot, ReasonCode::UnknownPrice));
}

void TestAdvice::schoolIsWorthAsking_data()
{
    QTest::addColumn<std::string>("id");
    for (const char* id : {"school-lab", "school-server", "school-loan"})
        QTest::newRow(id) << std::string(id);
}

void TestAdvice::schoolIsWorthAsking()
{
    QFETCH(std::string, id);
    Answers answers = pictures();
    answers.school.lab = id == "school-lab";
    answers.school.gpuServer = id == "school-server";
    answers.school.loanLaptop = id == "school-loan";
    const Results results = recommend(answers, shop());
    const Option& school = optionOf(results, id);
    QVERIFY(school.kind == OptionKind::Lab && !school.eligible && !school.whyNot.empty());
    const bool mentioned = std::any_of(results.runnersUp.begin(), results.runnersUp.end(),
        [&](const Choice& choice) { return results.options[static_cast<std::size_t>(choice.option)].kind == OptionKind::Lab; });
    QVERIFY(mentioned);
}

void TestAdvice::nothingAtAllIsAnHonestAnswer()
{
    Answers answers = pictures();
    answers.computer->kind = ComputerKind::None;
    answers.budgetUpfront = answers.budgetMonthly = usd(0);
    const Results results = recommend(answers, shop());
    QVERIFY(bestKind(results) == OptionKind::None);
    QVERIFY(!results.best.drawbacks.empty());
    QVERIFY(!results.runnersUp.empty()); // what a little money would buy
    Catalog empty = testing::CatalogBuilder().build();
    QCOMPARE(recommend(answers, empty).best.option, -1);
}

void TestAdvice::wouldChangeIsTrue()
{
    Answers answers = pictures();
    answers.data.images = 50000;
    answers.budgetUpfront = usd(0);
    answers.budgetMonthly = usd(0);
    const Catalog catalog = shop();
    const Results results = recommend(answers, catalog);
    const auto changes = whatWouldChange(results, catalog);
    QVERIFY(!changes.empty());
    for (const WouldChange& change : changes) {
        const Results other = recommend(withChange(results, change.path, change.value), catalog);
        QVERIFY(bestKind(other) == change.kind);
        QVERIFY(change.kind != bestKind(results));
        QCOMPARE(other.options[static_cast<std::size_t>(other.best.option)].id, change.optionId);
    }
}

void TestAdvice::wouldChangeStopsWhenCancelled()
{
    const Catalog catalog = shop();
    const Results results = recommend(pictures(), catalog);
    int asked = 0;
    const auto changes = whatWouldChange(results, catalog, [&] { return ++asked > 3; });
    QVERIFY(asked < 20);
    QVERIFY(changes.size() <= 1);
}

void TestAdvice::breakEvenNeedsRentAndPurchase()
{
    const Results results = recommend(pictures(), shop());
    QVERIFY(results.breakEvenHoursPerWeek.has_value());
    QVERIFY(*results.breakEvenHoursPerWeek > 0.0 && std::isfinite(*results.breakEvenHoursPerWeek));
    for (const CostLine& line : results.costLines) {
        const Option& option = results.options[static_cast<std::size_t>(line.option)];
        const double sum = line.atStart + line.perMonth * results.settled.horizonMonths - line.resaleAtEnd;
        QVERIFY(std::abs(sum - option.total->likely) < 1e-6);
    }
    Answers hidden = pictures();
    hidden.privateData = true;
    QVERIFY(!recommend(hidden, shop()).breakEvenHoursPerWeek.has_value());
}

void TestAdvice::deterministic()
{
    const Catalog catalog = shop();
    const Results a = recommend(pictures(), catalog), b = recommend(pictures(), catalog);
    QCOMPARE(a.best.option, b.best.option);
    QCOMPARE(a.options.size(), b.options.size());
    for (std::size_t i = 0; i < a.options.size(); ++i) {
        QCOMPARE(a.options[i].id, b.options[i].id);
        QCOMPARE(a.options[i].score, b.options[i].score);
    }
}

QTEST_APPLESS_MAIN(TestAdvice)
#include "tst_advice.moc"
