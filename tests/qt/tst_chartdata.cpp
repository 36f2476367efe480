// The charts' numbers: logarithms, ticks, the place of free options, the frontier, and the cap on points.
#include "models/qt/chartdata.h"

#include "models/domain/constants.h"
#include "models/qt/chartaxes.h"
#include "tests/qt/sampleresults.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace rightrig;

namespace {

const ChartPoint* pointOf(const CostTimeChart& chart, int option)
{
    const auto it
        = std::find_if(chart.points.begin(), chart.points.end(), [option](const ChartPoint& point) { return point.option == option; });
    return it != chart.points.end() ? &*it : nullptr;
}

QStringList labels(const QList<AxisTick>& ticks)
{
    QStringList texts;
    for (const AxisTick& tick : ticks)
        texts += tick.label;
    return texts;
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logTicksAreRoundAndFew_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("three decades") << 0.0 << 3.0;
        QTest::newRow("inside one decade") << std::log10(2.1) << std::log10(8.9);
        QTest::newRow("very narrow") << std::log10(1000.0) << std::log10(1030.0);
        QTest::newRow("many decades") << -3.0 << 12.0;
        QTest::newRow("odd ends") << -1.37 << 4.91;
    }
    void logTicksAreRoundAndFew()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const QList<double> ticks = logTicks(low, high);
        QVERIFY2(ticks.size() >= 2 && ticks.size() <= 9, qPrintable(QString::number(ticks.size())));
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end()));
        for (const double tick : ticks) {
            QVERIFY(tick >= low - 1e-6 && tick <= high + 1e-6);
            const double value = std::pow(10.0, tick), unit = std::pow(10.0, std::floor(tick + 1e-9) - 2.0);
            QVERIFY2(std::fabs(value / unit - std::round(value / unit)) < 1e-6 * value / unit, "not a round number");
        }
    }

    void whatWasMeasuredSaysSo()
    {
        Results results = sample::results();
        QVERIFY(!pointOf(costTimeChart(results), 0)->measured);
        results.options[0].jobs[0].method = results.options[3].jobs[0].method = Method::Measured;
        for (const int job : {-1, 0}) {
            const CostTimeChart chart = costTimeChart(results, job);
            QVERIFY(pointOf(chart, 0)->measured);
            QVERIFY(!pointOf(chart, 3)->measured); // nobody has tested a laptop in a shop
            QVERIFY(pointOf(chart, 0)->card.contains(QLatin1String("Measured on your computer")));
        }
        results.options[0].jobs[0].method = Method::Spec;
        auto constants = std::make_shared<Constants>();
        constants->ownEvidence.runs.push_back({}); // a real run corrects every estimate of its kind
        results.constants = constants;
        QVERIFY(pointOf(costTimeChart(results), 0)->measured);
    }

    void logTicksKeepBothEnds()
    {
        QCOMPARE(logTicks(0.0, 1.0), (QList<double>{0.0, std::log10(2.0), std::log10(5.0), 1.0}));
        QCOMPARE(logTicks(-1.0, 3.0).size(), 5); // whole decades only, the ends among them
    }

    void logTicksOfNonsense()
    {
        QVERIFY(logTicks(2.0, 1.0).isEmpty());
        QVERIFY(logTicks(std::numeric_limits<double>::quiet_NaN(), 1.0).isEmpty());
        QVERIFY(logTicks(0.0, std::numeric_limits<double>::infinity()).isEmpty());
        QVERIFY(logTicks(0.0, 1.0, 0).isEmpty());
        QCOMPARE(logTicks(2.0, 2.0), QList<double>{2.0});
    }

    void durationTicksUseNamedTimes()
    {
        const QStringList wide = labels(durationTicks(std::log10(20.0), std::log10(3e6)));
        for (const char* name : {"1 min", "10 min", "1 h", "1 day", "1 month"})
            QVERIFY2(wide.contains(QLatin1String(name)), qPrintable(wide.join(QLatin1Char('|'))));
        QVERIFY(wide.size() <= 9);
        QVERIFY(labels(durationTicks(std::log10(100.0), std::log10(1000.0))).contains(QStringLiteral("5 min")));
        QVERIFY(durationTicks(std::log10(70.0), std::log10(80.0)).size() >= 2);
    }

    void linearTicksStartAtZero()
    {
        QCOMPARE(linearTicks(1000.0), (QList<double>{0.0, 200.0, 400.0, 600.0, 800.0, 1000.0}));
        QCOMPARE(linearTicks(0.0), QList<double>{0.0});
        QCOMPARE(linearTicks(-1.0), QList<double>{0.0});
    }

    void pointsAreLogarithms()
    {
        const CostTimeChart chart = costTimeChart(sample::results());
        QCOMPARE(chart.points.size(), 6);
        const ChartPoint* rent = pointOf(chart, 2);
        QVERIFY(rent != nullptr);
        QCOMPARE(rent->position.x(), std::log10(60.0));
        QCOMPARE(rent->position.y(), std::log10(900.0)); // three runs a week
        QVERIFY(rent->costLow < rent->position.x() && rent->position.x() < rent->costHigh);
        QVERIFY(rent->timeLow < rent->position.y() && rent->position.y() < rent->timeHigh);
        QCOMPARE(rent->family, ChartFamily::Cloud);
        QVERIFY(rent->card.contains(QStringLiteral("0.53 USD an hour")));
        QVERIFY(pointOf(chart, 0)->best);
        QVERIFY(!pointOf(chart, 4)->usable);
        QVERIFY(pointOf(chart, 4)->card.contains(QStringLiteral("1,500 USD at once")));
    }

    void everyKindHasItsFamily()
    {
        QCOMPARE(familyOf(OptionKind::Keep), ChartFamily::Own);
        QCOMPARE(familyOf(OptionKind::Lab), ChartFamily::Own);
        QCOMPARE(familyOf(OptionKind::Free), ChartFamily::Free);
        QCOMPARE(familyOf(OptionKind::Rent), ChartFamily::Cloud);
        QCOMPARE(familyOf(OptionKind::Laptop), ChartFamily::Laptop);
        QCOMPARE(familyOf(OptionKind::Desktop), ChartFamily::Desktop);
        QCOMPARE(familyOf(OptionKind::Mixed), ChartFamily::Mixed);
    }

    void oneJobShowsItsOwnTime()
    {
        const CostTimeChart chart = costTimeChart(sample::results(), 0);
        QCOMPARE(pointOf(chart, 2)->position.y(), std::log10(300.0));
        QVERIFY(chart.yTitle.contains(QStringLiteral("Boosted trees")));
        QCOMPARE(chart.patience, std::optional<double>(std::log10(3600.0)));
        QVERIFY(costTimeChart(sample::results(), 7).points.isEmpty());
    }

    void freeOptionsStandLeftOfAllOthers()
    {
        const CostTimeChart chart = costTimeChart(sample::results());
        QCOMPARE(pointOf(chart, 0)->position.x(), chart.freeX);
        QCOMPARE(pointOf(chart, 1)->position.x(), chart.freeX);
        QVERIFY(chart.freeX < std::log10(60.0 * 0.8) - 0.2);
        QVERIFY(chart.xMin < chart.freeX);
        QCOMPARE(chart.xTicks.front().label, QStringLiteral("0 USD"));
        QCOMPARE(chart.xTicks.front().position, chart.freeX);
        for (int i = 1; i < chart.xTicks.size(); ++i)
            QVERIFY2(chart.xTicks.at(i).position > chart.freeX + 0.1, "a tick stands in the gap");
    }

    void onlyFreeOptions()
    {
        Results results = sample::results();
        results.options.resize(2);
        const CostTimeChart chart = costTimeChart(results);
        QCOMPARE(chart.points.size(), 2);
        QVERIFY(chart.xMin < chart.freeX && chart.freeX < chart.xMax);
        QCOMPARE(labels(chart.xTicks), QStringList{QStringLiteral("0 USD")});
    }

    void everythingStandsInsideTheAxes()
    {
        const CostTimeChart chart = costTimeChart(sample::results());
        for (const ChartPoint& point : chart.points) {
            QVERIFY(point.costLow > chart.xMin && point.costHigh < chart.xMax);
            QVERIFY(point.timeLow > chart.yMin && point.timeHigh < chart.yMax);
        }
        QVERIFY(std::is_sorted(chart.points.begin(), chart.points.end(),
            [](const ChartPoint& left, const ChartPoint& right) { return left.position.x() < right.position.x(); }));
    }

    void frontierFallsAndLeavesOutTheUnusable()
    {
        const CostTimeChart chart = costTimeChart(sample::results());
        QVERIFY(!chart.frontier.isEmpty());
        for (int i = 1; i < chart.frontier.size(); ++i) {
            QVERIFY(chart.frontier.at(i).x() > chart.frontier.at(i - 1).x());
            QVERIFY(chart.frontier.at(i).y() < chart.frontier.at(i - 1).y());
        }
        QVERIFY(pointOf(chart, 1)->onFrontier && pointOf(chart, 2)->onFrontier);
        QVERIFY(!pointOf(chart, 0)->onFrontier && !pointOf(chart, 3)->onFrontier);
        QVERIFY2(!pointOf(chart, 4)->onFrontier, "the fastest cannot be used");
    }

    void guides()
    {
        CostTimeChart chart = costTimeChart(sample::results());
        QCOMPARE(chart.budget, std::optional<double>(std::log10(1000.0 + 24.0 * 20.0)));
        QCOMPARE(chart.patience, std::optional<double>(std::log10(3.0 * 3600.0)));
        Results poor = sample::results();
        poor.settled.budgetUpfront.amount = poor.settled.budgetMonthly.amount = 0.0;
        QVERIFY(!costTimeChart(poor).budget);
    }

    void unknownIsLeftOut_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("no cost") << 0;
        QTest::newRow("no time") << 1;
        QTest::newRow("cost is no number") << 2;
        QTest::newRow("time is infinite") << 3;
        QTest::newRow("negative time") << 4;
        QTest::newRow("time of zero") << 5;
    }
    void unknownIsLeftOut()
    {
        QFETCH(int, what);
        Results results = sample::results();
        Option& option = results.options[2];
        if (what == 0)
            option.total.reset();
        else if (what == 1)
            option.weeklyTime.reset();
        else if (what == 2)
            option.total->likely = std::numeric_limits<double>::quiet_NaN();
        else if (what == 3)
            option.weeklyTime->high.value = std::numeric_limits<double>::infinity();
        else if (what == 4)
            option.weeklyTime->likely.value = -1.0;
        else
            option.weeklyTime = Range<Seconds>{};
        const CostTimeChart chart = costTimeChart(results);
        QCOMPARE(chart.points.size(), 5);
        QVERIFY(pointOf(chart, 2) == nullptr);
        QVERIFY(std::isfinite(chart.xMin) && std::isfinite(chart.yMax));
    }

    void nothingToDraw()
    {
        const CostTimeChart chart = costTimeChart(Results{});
        QVERIFY(chart.points.isEmpty() && chart.frontier.isEmpty());
        QVERIFY(chart.xMin < chart.xMax && chart.yMin < chart.yMax);
        QVERIFY(chart.summary.endsWith(QLatin1Char('.')));
    }

    void theBestSurvivesTheCap()
    {
        Results results = sample::results();
        for (int i = 0; i < 1500; ++i)
            results.options.push_back(sample::option(OptionKind::Rent, "r" + std::to_string(i), 10.0 + i, 5000.0 + i));
        Option dear = sample::option(OptionKind::Desktop, "dear and best", 9000.0, 90000.0);
        results.options.push_back(dear);
        results.best.option = static_cast<int>(results.options.size()) - 1;
        results.options[1000].onFrontier = true;
        results.options[1400].candidate = 0;
        const CostTimeChart chart = costTimeChart(results);
        QCOMPARE(chart.points.size(), 1000);
        QVERIFY(pointOf(chart, results.best.option) != nullptr && pointOf(chart, results.best.option)->best);
        QVERIFY(pointOf(chart, 0) != nullptr && pointOf(chart, 6) != nullptr);
        QVERIFY(pointOf(chart, 1000) != nullptr && pointOf(chart, 1400) != nullptr);
    }

    void summaryIsOneShortText()
    {
        const QString summary = costTimeChart(sample::results()).summary;
        QVERIFY2(summary.contains(QStringLiteral("6 options")) && summary.contains(QStringLiteral("Your laptop")), qPrintable(summary));
        QVERIFY(summary.split(QLatin1Char(' ')).size() <= 20);
    }

    void costOverTime()
    {
        Results results = sample::results();
        results.costLines
            = {{OptionKind::Keep, 0, 0.0, 2.0, 0.0}, {OptionKind::Rent, 2, 0.0, 30.0, 0.0}, {OptionKind::Laptop, 3, 1200.0, 1.0, 400.0}};
        CostOverTimeChart chart = costOverTimeChart(results);
        QCOMPARE(chart.lines.size(), 3);
        QCOMPARE(chart.months, 24.0);
        QCOMPARE(chart.lines.at(1).points, (QList<QPointF>{{0.0, 0.0}, {24.0, 720.0}}));
        QCOMPARE(chart.lines.at(2).points.back(), QPointF(24.0, 824.0));
        QVERIFY(chart.most >= 1224.0);
        QCOMPARE(labels(chart.xTicks),
            (QStringList{QStringLiteral("0"), QStringLiteral("6"), QStringLiteral("12"), QStringLiteral("18"), QStringLiteral("24")}));
        QCOMPARE(chart.yTicks.front().label, QStringLiteral("0 USD"));
        QVERIFY2(chart.summary.contains(QStringLiteral("Your laptop")), qPrintable(chart.summary));
        results.breakEvenHoursPerWeek = 9.0;
        QCOMPARE(costOverTimeChart(results).summary, QStringLiteral("Renting is cheaper below 9 hours a week."));
    }

    void costOverTimeOfNothing()
    {
        Results results;
        results.settled.horizonMonths = 0.0;
        results.costLines = {{OptionKind::Rent, 5, std::numeric_limits<double>::quiet_NaN(), 1.0, 0.0}};
        const CostOverTimeChart chart = costOverTimeChart(results);
        QVERIFY(chart.lines.isEmpty() && chart.months > 0.0 && chart.most > 0.0);
    }
};

QTEST_APPLESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
