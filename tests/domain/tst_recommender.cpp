// Gates, money and weights on a shop of a few machines.
#include "models/domain/recommender.h"
#include "tests/support/shopfixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rightrig;

namespace {

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
    void carbonWhereTheCountryIsUnknown();
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
    QVERIFY(mystery.whyNot.front().params.back() == ReasonParam(std::string("gpu"))); // and says what is unknown
    const Option& unpriced = optionOf(results, "gpu-laptop-unpriced");
    QVERIFY(!unpriced.eligible && !unpriced.total);
    QVERIFY(says(unpriced.whyNot, ReasonCode::UnknownPrice));
    for (const int i : frontier(results.options))
        QVERIFY(results.options[static_cast<std::size_t>(i)].id.find("mystery") == std::string::npos);
}

void TestRecommender::carbonWhereTheCountryIsUnknown()
{
    Catalog catalog = shop();
    for (Country& country : catalog.countries)
        country.carbonGramsPerKwh.reset();
    Answers answers = tables();
    const auto usual = optionOf(recommend(answers, catalog), "own").co2;
    answers.overrides = {{"power.co2_world_grams", 2.0 * catalog.findAssumption("power.co2_world_grams")->value}};
    const auto dirty = optionOf(recommend(answers, catalog), "own").co2;
    QVERIFY(usual && usual->likely.value > 0.0 && dirty);
    QCOMPARE(dirty->likely.value, 2.0 * usual->likely.value);
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

QTEST_APPLESS_MAIN(TestRecommender)
#include "tst_recommender.moc"
