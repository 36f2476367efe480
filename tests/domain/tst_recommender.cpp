// Gates, money, weights, candidates, mixtures and "what would change" on a shop of a few machines.
#include "models/domain/recommender.h"
#include "models/domain/wouldchange.h"
#include "tests/support/catalogbuilder.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rightrig;

namespace {

testing::CatalogBuilder shopBuilder()
{
    testing::CatalogBuilder builder;
    builder.cpu("Slow CPU", "cores=4 threads=8 base=1.6 boost=3.4 flop=32 speed=0.62 bw=38 power=15 segment=laptop")
        .cpu("Good CPU", "cores=8 threads=16 base=3 boost=4.5 flop=32 speed=1 bw=76 power=45")
        .gpu("Lap 8", "segment=laptop vram=8 bw=256 fp32=12 tf32=12 half=24 power=100")
        .gpu("Desk 12", "vram=12 bw=360 fp32=12.7 tf32=12.7 half=25.4 power=170")
        .gpu("Desk 24", "vram=24 bw=936 fp32=35.6 tf32=35.6 half=71 power=350")
        .gpu("Cloud 16", "segment=datacentre vram=16 bw=320 fp32=8.1 half=65 power=70 architecture=Turing")
        .gpu("Cloud 24", "segment=datacentre vram=24 bw=600 fp32=31 tf32=62 half=125 power=150")
        .machine("plain-laptop", "kind=laptop cpu=Good~CPU ram=16 weight=1.5 os=windows")
        .machine("gpu-laptop", "kind=laptop cpu=Good~CPU gpu=Lap~8 ram=16 weight=2.3 os=windows")
        .machine("desk", "kind=desktop cpu=Good~CPU gpu=Desk~12 ram=32")
        .machine("cloud-24", "kind=cloud cpu=Good~CPU gpu=Cloud~24 ram=64 vcpus=16 os=linux")
        .machine("mystery-cloud", "kind=cloud cpu=Good~CPU unknown ram=64 vcpus=16 os=linux")
        .machine("free-16", "kind=free cpu=Good~CPU gpu=Cloud~16 ram=30 vcpus=8 session=12 weekly=30 unsure os=linux")
        .offer("plain-laptop", "machine=plain-laptop price=600")
        .offer("gpu-laptop", "machine=gpu-laptop price=1100")
        .offer("gpu-laptop-unpriced", "machine=gpu-laptop")
        .offer("desk", "machine=desk price=1300")
        .offer("cloud", "machine=cloud-24 price=0.8 per=hour kind=on-demand unit=1")
        .offer("mystery", "machine=mystery-cloud price=0.01 per=hour kind=on-demand")
        .offer("free", "machine=free-16 per=free kind=free");
    return builder;
}

Catalog shop() { return shopBuilder().build(); }

Money usd(double amount) { return {amount, CurrencyCode("USD")}; }

/// Somebody with a slow laptop and enough money, who adapts a picture model.
Answers pictures()
{
    Answers answers;
    answers.goals = std::vector{Goal::Images};
    answers.depth = Depth::Adapt;
    answers.data.images = 20000;
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::Known;
    answers.computer->form = FormFactor::Laptop;
    answers.computer->cpu = "Slow CPU";
    answers.computer->gpu = "none";
    answers.computer->ram = Gib{16};
    answers.budgetUpfront = usd(3000);
    answers.budgetMonthly = usd(500);
    return answers;
}

Answers tables()
{
    Answers answers = pictures();
    answers.goals = std::vector{Goal::Tables};
    answers.data = {};
    return answers;
}

const Option& optionOf(const Results& results, std::string_view id)
{
    for (const Option& option : results.options) {
        if (option.id == id)
            return option;
    }
    throw std::runtime_error("no option " + std::string(id));
}

bool says(const std::vector<Reason>& reasons, ReasonCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [code](const Reason& reason) { return reason.code == code; });
}

OptionKind bestKind(const Results& results) { return results.options[static_cast<std::size_t>(results.best.option)].kind; }

struct Gate
{
    const char* name;
    const char* option;
    ReasonCode code;
    void (*spoil)(Answers&);
};

const Gate gates[] = {
    {"private data", "cloud", ReasonCode::PrivateDataOffSite, [](Answers& a) { a.privateData = true; }},
    {"private data, free", "free", ReasonCode::PrivateDataOffSite, [](Answers& a) { a.privateData = true; }},
    {"money now", "gpu-laptop", ReasonCode::OverUpfrontBudget, [](Answers& a) { a.budgetUpfront = usd(1099); }},
    {"money a month", "cloud", ReasonCode::OverMonthlyBudget, [](Answers& a) { a.budgetMonthly = usd(0); }},
    {"carrying", "desk", ReasonCode::NotPortable, [](Answers& a) { a.computer->form = FormFactor::Desktop; }},
    {"system", "gpu-laptop", ReasonCode::WrongOs, [](Answers& a) { a.os = Os::MacOs; }},
    {"slow internet", "cloud", ReasonCode::SlowInternet,
        [](Answers& a) {
            a.internet = Internet::Slow;
            a.data.images = 800000;
        }},
    {"hours a week", "free", ReasonCode::QuotaExceeded,
        [](Answers& a) {
            a.data.images = 500000;
            a.runsPerWeek = 30;
        }},
    {"length of a session", "free", ReasonCode::SessionTooLong, [](Answers& a) { a.data.images = 20000000; }},
    {"a run of weeks", "own", ReasonCode::TooSlow, [](Answers& a) { a.data.images = 20000000; }},
    {"nothing to reach it from", "cloud", ReasonCode::NeedsOwnLaptopToo,
        [](Answers& a) {
            a.computer.emplace();
            a.computer->kind = ComputerKind::None;
        }},
};

} // namespace

class TestRecommender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gate_data();
    void gate();
    void memoryGate();
    void unknownNeverWins();
    void loanLaptopReachesTheCloud();
    void linuxGoesOntoWindowsMachines();
    void keepWinsForTables();
    void costAddsUp();
    void creditsPayRent();
    void everyWeightMatters_data();
    void everyWeightMatters();
    void otherUsesLowerTheScoreOnly();
    void currencyDoesNotChangeTheAnswer();
    void moreBudgetNeverWorsens();
    void mixtureSendsOnlyWhatNeedsIt();
    void noComputerGetsLaptopAndHours();
    void unknownCardIsLeftAside();
    void laptopCardIsItsOwnPart();
    void candidateEnoughMoreTooLittle();
    void candidateWithoutPriceIsStillJudged();
    void schoolIsWorthAsking();
    void nothingAtAllIsAnHonestAnswer();
    void wouldChangeIsTrue();
    void wouldChangeStopsWhenCancelled();
    void breakEvenNeedsRentAndPurchase();
    void deterministic();
};

void TestRecommender::gate_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(gates)); ++i)
        QTest::newRow(gates[i].name) << i;
}

void TestRecommender::gate()
{
    QFETCH(int, index);
    const Gate& gate = gates[index];
    const Catalog catalog = shop();
    Answers answers = pictures();
    answers.tuning = false;
    answers.runsPerWeek = 1;
    const Option before = optionOf(recommend(answers, catalog), gate.option);
    QVERIFY2(!says(before.whyNot, gate.code), "the gate is shut before anything is wrong");
    gate.spoil(answers);
    const Option after = optionOf(recommend(answers, catalog), gate.option);
    QVERIFY(!after.eligible);
    QVERIFY2(says(after.whyNot, gate.code), qPrintable(QString::fromStdString(std::string(codeName(gate.code)))));
}

void TestRecommender::memoryGate()
{
    Answers answers = tables();
    const Catalog catalog = shop();
    QVERIFY(optionOf(recommend(answers, catalog), "own").eligible);
    answers.data.rows = 5e8;
    answers.data.columns = 200;
    const Option own = optionOf(recommend(answers, catalog), "own");
    QVERIFY(!own.eligible && own.fit == Fit::No);
    QVERIFY(says(own.whyNot, ReasonCode::NotEnoughRam));
}

void TestRecommender::unknownNeverWins()
{
    const Results results = recommend(pictures(), shop());
    const Option& mystery = optionOf(results, "mystery");
    QVERIFY(!mystery.eligible && !mystery.total);
    QVERIFY(says(mystery.whyNot, ReasonCode::UnknownSpec));
    const Option& unpriced = optionOf(results, "gpu-laptop-unpriced");
    QVERIFY(!unpriced.eligible && !unpriced.total);
    QVERIFY(says(unpriced.whyNot, ReasonCode::UnknownPrice));
    for (const int i : frontier(results.options))
        QVERIFY(results.options[static_cast<std::size_t>(i)].id.find("mystery") == std::string::npos);
}

void TestRecommender::loanLaptopReachesTheCloud()
{
    Answers answers = pictures();
    answers.computer->kind = ComputerKind::None;
    answers.school.loanLaptop = true;
    QVERIFY(!says(optionOf(recommend(answers, shop()), "cloud").whyNot, ReasonCode::NeedsOwnLaptopToo));
}

void TestRecommender::linuxGoesOntoWindowsMachines()
{
    Answers answers = pictures();
    answers.os = Os::Linux;
    QVERIFY(!says(optionOf(recommend(answers, shop()), "gpu-laptop").whyNot, ReasonCode::WrongOs));
}

void TestRecommender::keepWinsForTables()
{
    const Results results = recommend(tables(), shop());
    QVERIFY(bestKind(results) == OptionKind::Keep);
    QVERIFY(says(results.best.reasons, ReasonCode::CostsNothingNew));
    QVERIFY(results.options[static_cast<std::size_t>(results.best.option)].whyNot.empty());
}

void TestRecommender::costAddsUp()
{
    for (const Option& option : recommend(pictures(), shop()).options) {
        if (!option.total)
            continue;
        QVERIFY(std::abs(option.cost.sum() - option.total->likely) < 1e-6);
        QVERIFY(option.total->low <= option.total->likely && option.total->likely <= option.total->high);
        QVERIFY(option.cost.purchase >= 0.0 && option.cost.resale <= 0.0 && option.cost.credits <= 0.0 && option.total->likely >= 0.0);
        QVERIFY(std::isfinite(option.score));
    }
}

void TestRecommender::creditsPayRent()
{
    Answers answers = pictures();
    const Option before = optionOf(recommend(answers, shop()), "cloud");
    answers.school.credits = usd(5);
    const Option after = optionOf(recommend(answers, shop()), "cloud");
    QVERIFY(std::abs(before.total->likely - after.total->likely - 5.0) < 1e-6);
    answers.school.credits = usd(1e6);
    QVERIFY(std::abs(optionOf(recommend(answers, shop()), "cloud").total->likely) < 1e-6); // never a profit
}

void TestRecommender::everyWeightMatters_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("option");
    for (const char* priority : {"cost", "time", "hassle", "quiet"}) {
        for (const auto& [weight, option] :
            {std::pair("wait", "own"), std::pair("work", "cloud"), std::pair("quiet", "gpu-laptop"), std::pair("light", "gpu-laptop")})
            QTest::addRow("%s.%s", weight, priority) << QByteArray("choice.") + weight + '.' + priority << QByteArray(option);
    }
    QTest::newRow("within") << QByteArray("choice.wait.within") << QByteArray("cloud");
    QTest::newRow("electricity") << QByteArray("electricity.price_per_kwh") << QByteArray("own");
}

void TestRecommender::everyWeightMatters()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, option);
    const Catalog catalog = shop();
    Answers answers = pictures();
    answers.data.images = 100000;
    if (name.endsWith(".time"))
        answers.priority = Priority::Time;
    if (name.endsWith(".hassle"))
        answers.priority = Priority::Hassle;
    if (name.endsWith("wait.quiet") || name.endsWith("work.quiet") || name.endsWith("quiet.quiet") || name.endsWith("light.quiet"))
        answers.priority = Priority::Quiet;
    double last = -1e300;
    for (const double value : {0.0, 1.0, 2.0, 4.0}) {
        answers.overrides = {{name.toStdString(), value}};
        const double score = optionOf(recommend(answers, catalog), option.toStdString()).score;
        QVERIFY2(score > last, name.constData());
        last = score;
    }
    if (const Assumption* shipped = catalog.findAssumption(name.toStdString()))
        QVERIFY2(shipped->value > 0.0, name.constData());
}

void TestRecommender::otherUsesLowerTheScoreOnly()
{
    Answers answers = pictures();
    const Option before = optionOf(recommend(answers, shop()), "gpu-laptop");
    answers.otherUses = std::vector{OtherUse::Gaming};
    const Option after = optionOf(recommend(answers, shop()), "gpu-laptop");
    QVERIFY(after.score < before.score);
    QCOMPARE(after.total->likely, before.total->likely); // the price stays honest
    QCOMPARE(optionOf(recommend(answers, shop()), "plain-laptop").total->likely,
        optionOf(recommend(pictures(), shop()), "plain-laptop").total->likely);
}

void TestRecommender::currencyDoesNotChangeTheAnswer()
{
    const Catalog catalog = shop();
    Answers dollars = pictures();
    dollars.overrides = {{"electricity.price_per_kwh", 0.2}};
    Answers rupees = dollars;
    rupees.country = "IN";
    const double rate = catalog.findCurrency(CurrencyCode("INR"))->usdPerUnit;
    rupees.overrides = {{"electricity.price_per_kwh", 0.2 / rate}};
    const Results a = recommend(dollars, catalog), b = recommend(rupees, catalog);
    QCOMPARE(b.settled.currency, CurrencyCode("INR"));
    QCOMPARE(a.best.option, b.best.option);
    for (std::size_t i = 0; i < a.options.size(); ++i) {
        QCOMPARE(a.options[i].eligible, b.options[i].eligible);
        if (a.options[i].total && a.options[i].total->likely > 0.0)
            QVERIFY(std::abs(b.options[i].total->likely * rate / a.options[i].total->likely - 1.0) < 1e-9);
    }
}

void TestRecommender::moreBudgetNeverWorsens()
{
    const Catalog catalog = shop();
    double last = 1e300;
    for (const double budget : {0.0, 300.0, 700.0, 1200.0, 2000.0, 9000.0}) {
        Answers answers = pictures();
        answers.data.images = 200000;
        answers.budgetUpfront = usd(budget);
        answers.budgetMonthly = usd(budget / 20.0);
        double lowest = 1e300;
        for (const Option& option : recommend(answers, catalog).options)
            lowest = option.eligible ? std::min(lowest, option.score) : lowest;
        QVERIFY(lowest <= last);
        last = lowest;
    }
}

void TestRecommender::mixtureSendsOnlyWhatNeedsIt()
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

void TestRecommender::noComputerGetsLaptopAndHours()
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

void TestRecommender::unknownCardIsLeftAside()
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

void TestRecommender::laptopCardIsItsOwnPart()
{
    Answers answers = pictures();
    answers.computer->gpu = "Desk 24";
    answers.data.images = 2000000;
    QVERIFY(!optionOf(recommend(answers, shop()), "own").eligible);
    answers.computer->form = FormFactor::Desktop;
    QVERIFY(optionOf(recommend(answers, shop()), "own").weeklyTime.has_value());
}

void TestRecommender::candidateEnoughMoreTooLittle()
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

void TestRecommender::candidateWithoutPriceIsStillJudged()
{
    Answers answers = tables();
    answers.candidates.resize(1);
    answers.candidates[0].name = "plain-laptop"; // exactly a machine of the catalogue
    const Results results = recommend(answers, shop());
    QVERIFY(results.candidates.front().verdict == Verdict::Enough);
    const Option& option = optionOf(results, "candidate-1");
    QVERIFY(!option.eligible && says(option.whyNot, ReasonCode::UnknownPrice));
}

void TestRecommender::schoolIsWorthAsking()
{
    Answers answers = pictures();
    answers.school.gpuServer = true;
    const Results results = recommend(answers, shop());
    const Option& school = optionOf(results, "school-server");
    QVERIFY(school.kind == OptionKind::Lab && !school.eligible && !school.whyNot.empty());
    const bool mentioned = std::any_of(results.runnersUp.begin(), results.runnersUp.end(),
        [&](const Choice& choice) { return results.options[static_cast<std::size_t>(choice.option)].kind == OptionKind::Lab; });
    QVERIFY(mentioned);
}

void TestRecommender::nothingAtAllIsAnHonestAnswer()
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

void TestRecommender::wouldChangeIsTrue()
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

void TestRecommender::wouldChangeStopsWhenCancelled()
{
    const Catalog catalog = shop();
    const Results results = recommend(pictures(), catalog);
    int asked = 0;
    const auto changes = whatWouldChange(results, catalog, [&] { return ++asked > 3; });
    QVERIFY(asked < 20);
    QVERIFY(changes.size() <= 1);
}

void TestRecommender::breakEvenNeedsRentAndPurchase()
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

void TestRecommender::deterministic()
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

QTEST_APPLESS_MAIN(TestRecommender)
#include "tst_recommender.moc"
