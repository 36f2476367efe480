// The choice itself, on options made by hand: ties, dominance, frontier, unknowns.
#include "models/domain/ranking.h"

#include <QTest>

#include <cmath>

using namespace rightrig;

namespace {

ChoiceConstants rules()
{
    ChoiceConstants choice;
    choice.tieShare = 0.05;
    choice.tieFloorUsd = 10.0;
    choice.tieCap = 0.25;
    return choice;
}

Option option(OptionKind kind, double score, double cost = 100.0, double hours = 1.0)
{
    Option o;
    o.id = o.name = std::string(kindName(kind));
    o.kind = kind;
    o.score = score;
    o.eligible = true;
    o.fit = Fit::Yes;
    o.total = Range<double>{cost, cost, cost};
    const Seconds time{hours * secondsPerHour};
    o.weeklyTime = o.runTime = Range<Seconds>{time, time, time};
    return o;
}

int best(const std::vector<Option>& options) { return bestOption(options, rules(), 1.0); }

} // namespace

class TestRanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lowestScoreWins();
    void tieGoesToTheReversible_data();
    void tieGoesToTheReversible();
    void clearlyDearerIsNoTie();
    void uncertaintyMakesATieButNotAnyTie();
    void lowConfidenceLosesTies();
    void dominatedNeverWins();
    void ineligibleNeverWins();
    void emptyHasNoBest();
    void frontierIsTheLowerEdge();
    void frontierLeavesUnknownOut();
    void runnersUpDifferInKind();
};

void TestRanking::lowestScoreWins()
{
    QCOMPARE(best({option(OptionKind::Keep, 900), option(OptionKind::Desktop, 500), option(OptionKind::Rent, 700)}), 1);
}

void TestRanking::tieGoesToTheReversible_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < static_cast<int>(OptionKind::Desktop); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void TestRanking::tieGoesToTheReversible()
{
    QFETCH(int, kind);
    const auto reversible = static_cast<OptionKind>(kind);
    const auto final = static_cast<OptionKind>(kind + 1);
    QCOMPARE(best({option(final, 1000), option(reversible, 1049)}), 1);
    QCOMPARE(best({option(reversible, 1049), option(final, 1000)}), 0);
}

void TestRanking::clearlyDearerIsNoTie()
{
    QCOMPARE(best({option(OptionKind::Desktop, 1000), option(OptionKind::Keep, 1060)}), 0);
    QCOMPARE(best({option(OptionKind::Free, 1), option(OptionKind::Keep, 10)}), 1); // a few dollars over two years are a tie
}

void TestRanking::uncertaintyMakesATieButNotAnyTie()
{
    Option sure = option(OptionKind::Desktop, 1000), unsure = option(OptionKind::Rent, 1150);
    QCOMPARE(best({sure, unsure}), 0);
    unsure.uncertainty = 200;
    QCOMPARE(best({sure, unsure}), 1);
    unsure.score = 1300;
    unsure.uncertainty = 5000; // the cap: knowing nothing does not win
    QCOMPARE(best({sure, unsure}), 0);
}

void TestRanking::lowConfidenceLosesTies()
{
    Option doubtful = option(OptionKind::Laptop, 1000), sure = option(OptionKind::Laptop, 1030, 110.0, 0.9);
    doubtful.confidence = Confidence::Low;
    QCOMPARE(best({doubtful, sure}), 1);
    sure.score = 1200;
    QCOMPARE(best({doubtful, sure}), 0);
}

void TestRanking::dominatedNeverWins()
{
    Option good = option(OptionKind::Laptop, 1000, 800, 1.0), bad = option(OptionKind::Laptop, 1000, 900, 2.0);
    QCOMPARE(best({bad, good}), 1);
    bad.score = 990; // a smaller burden does not make up for being dearer and slower within a tie
    QCOMPARE(best({bad, good}), 1);
}

void TestRanking::ineligibleNeverWins()
{
    Option unknown = option(OptionKind::Keep, -1e9);
    unknown.eligible = false;
    QCOMPARE(best({unknown, option(OptionKind::Desktop, 1e6)}), 1);
}

void TestRanking::emptyHasNoBest() { QCOMPARE(best({}), -1); }

void TestRanking::frontierIsTheLowerEdge()
{
    const std::vector<Option> options{option(OptionKind::Keep, 0, 10, 9), option(OptionKind::Rent, 0, 20, 5),
        option(OptionKind::Rent, 0, 30, 6), option(OptionKind::Desktop, 0, 40, 1), option(OptionKind::Desktop, 0, 40, 2),
        option(OptionKind::Laptop, 0, 10, 9)};
    QCOMPARE(frontier(options), (std::vector<int>{0, 1, 3}));
}

void TestRanking::frontierLeavesUnknownOut()
{
    std::vector<Option> options{option(OptionKind::Keep, 0, 10, 9), option(OptionKind::Rent, 0, 1, 1), option(OptionKind::Rent, 0, 1, 1)};
    options[1].total.reset();
    options[2].weeklyTime.reset();
    QCOMPARE(frontier(options), std::vector<int>{0});
}

void TestRanking::runnersUpDifferInKind()
{
    const std::vector<Option> options{option(OptionKind::Keep, 10), option(OptionKind::Rent, 20), option(OptionKind::Rent, 21),
        option(OptionKind::Laptop, 30), option(OptionKind::Desktop, 40), option(OptionKind::Free, 50)};
    QCOMPARE(runnersUp(options, 0), (std::vector<int>{1, 3, 4}));
    const std::vector<Option> rentOnly{option(OptionKind::Rent, 10), option(OptionKind::Rent, 20)};
    QCOMPARE(runnersUp(rentOnly, 0), std::vector<int>{1});
}

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
