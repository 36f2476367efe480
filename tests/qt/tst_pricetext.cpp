// Prices in words, and the table they are shown in, watched by Qt's model tester.
#include "models/qt/planpricetext.h"
#include "models/qt/pricetext.h"
#include "tests/qt/sampleresults.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace rightrig;

namespace {

const QDate today(2026, 11, 23);
const char evil[] = "<img src='file:///x'>";

QStringList cells(const Rows& rows, int row, int columns)
{
    QStringList all;
    for (int column = 0; column < columns; ++column)
        all.append(rows.text(row, column));
    return all;
}

PriceRow rented(const char* id, double amount)
{
    PriceRow row;
    row.id = id;
    row.machine = id;
    row.price = {amount, CurrencyCode("USD")};
    row.per = Per::Hour;
    row.priceKind = PriceKind::Spot;
    row.region = "eu";
    row.source = {"a list", "2026-11-20"};
    return row;
}

std::shared_ptr<const ImportPlan> samplePlan()
{
    ImportPlan plan;
    plan.added.push_back({rented("new", 0.5), "New machine", std::nullopt, {}});
    plan.changed.push_back({rented("old", 0.7), "Old machine", Money{0.9, CurrencyCode("USD")}, "2025-08"});
    plan.changed.back().row.confidence = Confidence::Low;
    plan.changed.back().row.line = 3;
    plan.unmatched.push_back({4, "'Strange' is not in the catalogue"});
    plan.rejected.push_back({5, "price: 0 is not a price"});
    plan.rows = 12345;
    plan.unmatchedCount = 7;
    plan.rejectedCount = 1;
    plan.otherRegions = 2;
    return std::make_shared<const ImportPlan>(plan);
}

} // namespace

class TestPriceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAge_data()
    {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QString>("text");
        QTest::newRow("fresh") << QByteArray("2026-08") << QStringLiteral("August 2026");
        QTest::newRow("last fresh day") << QByteArray("2025-11-24") << QStringLiteral("24 November 2025");
        QTest::newRow("old") << QByteArray("2025-11-23") << QStringLiteral("23 November 2025 (old)");
        QTest::newRow("too old") << QByteArray("2024-11-23") << QStringLiteral("23 November 2024 (too old)");
        QTest::newRow("a year") << QByteArray("2025") << QStringLiteral("2025 (old)");
        QTest::newRow("no date") << QByteArray("yesterday") << QStringLiteral("yesterday");
    }
    void marksAge()
    {
        QFETCH(QByteArray, day);
        QTEST(datedText(day.toStdString(), today), "text");
        QVERIFY(!datedText(day.toStdString(), {}).contains(QStringLiteral("old")));
    }

    void sourcesAsRows()
    {
        PricesOfSource source{"a list", "2023", "2026-11", 40, 10, 3, 2, 1};
        const Rows rows = sourceRows({source, {evil, "", "", 1, 1, 0, 0, 1}}, today);
        QCOMPARE(rows.rows, 2);
        const auto columns = static_cast<int>(sourceHeaders().size());
        QCOMPARE(cells(rows, 0, columns),
            QStringList({QStringLiteral("a list"), QStringLiteral("40"), QStringLiteral("November 2026"), QStringLiteral("2023 (too old)"),
                QStringLiteral("25 %"), QStringLiteral("3 old, 2 not counted, 1 without a day")}));
        QVERIFY(sourceRows({source}, today, true).text(0, 5).contains(QStringLiteral("2 too old")));
        QCOMPARE(rows.text(1, 2), unknown());
        QVERIFY(!rows.sortKey(1, 2).isValid());
        QCOMPARE(rows.sortKey(0, 4).toDouble(), 0.25);
        QVERIFY(!rows.doubtful(0) && rows.doubtful(1));
    }
    void ownPricesAsRows()
    {
        OwnPriceLine replaced{"Card box", Money{0.9, CurrencyCode("USD")}, "2025-08", true};
        OwnPriceLine beaten = replaced;
        beaten.counts = false;
        const Rows rows = ownPriceRows({rented("a", 0.5), rented("b", 0.6), rented("c", 0.7), rented("d", 0.8)},
            {replaced, beaten, {"New", {}, {}, true}, {"Lost", {}, {}, false}}, today);
        QCOMPARE(cells(rows, 0, 6),
            QStringList({QStringLiteral("Card box"), QStringLiteral("rented, spot"), QStringLiteral("eu"),
                QStringLiteral("0.50 USD an hour"), QStringLiteral("20 November 2026"), QStringLiteral("0.90 USD an hour, August 2025")}));
        QCOMPARE(rows.text(1, 5), QStringLiteral("not used: 0.90 USD an hour, August 2025 is newer"));
        QCOMPARE(rows.text(2, 5), QStringLiteral("nothing: it is new"));
        QCOMPARE(rows.text(3, 5), QStringLiteral("it fits nothing"));
        QCOMPARE(rows.sortKey(3, 3).toDouble(), 0.8);
    }
    void plansAsRows()
    {
        const auto plan = samplePlan();
        const Rows rows = planRows(plan);
        QCOMPARE(rows.rows, 4);
        const auto columns = static_cast<int>(planHeaders().size());
        QCOMPARE(rows.text(0, 0), QStringLiteral("New"));
        QCOMPARE(cells(rows, 1, columns),
            QStringList({QStringLiteral("Changed"), QStringLiteral("Old machine"), QStringLiteral("rented, spot"), QStringLiteral("eu"),
                QStringLiteral("0.70 USD an hour"), QStringLiteral("0.90 USD an hour, August 2025"), QStringLiteral("3")}));
        QVERIFY(rows.doubtful(1) && !rows.doubtful(0) && !rows.doubtful(3));
        QCOMPARE(rows.text(2, 1), QStringLiteral("'Strange' is not in the catalogue"));
        QCOMPARE(rows.text(3, 0), QStringLiteral("Refused"));
        QCOMPARE(rows.text(3, 6), QStringLiteral("5"));
        const QString summary = planSummary(*plan);
        QVERIFY2(summary.contains(QStringLiteral("12,345 prices read")), qPrintable(summary));
        QVERIFY2(summary.contains(QStringLiteral("Without a machine: 7. Refused: 1.")), qPrintable(summary));
        QVERIFY(!summary.contains(QStringLiteral("Written twice")));
    }
    void historyAsRows()
    {
        PriceEvent first{"2026-11-01", PriceAction::Edit, "Book", "US", Money{900, CurrencyCode("USD")}, std::nullopt, 1, {}};
        PriceEvent last{"2026-11-02", PriceAction::Import, {}, {}, {}, {}, 412, "list.csv"};
        const Rows rows = priceHistoryRows({first, last});
        QCOMPARE(rows.text(0, 0), QStringLiteral("2 November 2026")); // the newest first
        QCOMPARE(rows.text(0, 2), QStringLiteral("412 more price(s)"));
        QCOMPARE(rows.text(1, 2), QStringLiteral("Book, US"));
        QCOMPARE(rows.text(1, 3), QStringLiteral("900 USD"));
        QCOMPARE(rows.text(1, 4), QString());
        QVERIFY(!rows.sortKey(1, 4).isValid());
    }

    void saysWhatTheAnswerDoes()
    {
        const Results before = sample::results();
        QCOMPARE(answerChangeText(before, before), QStringLiteral("Nothing changes: the best option stays Your laptop."));
        Results after = before;
        after.best.option = 2;
        QCOMPARE(answerChangeText(before, after), QStringLiteral("The best option changes from Your laptop to Cloud card."));
        Results cheaper = after;
        cheaper.options[2].total = Range<double>{40, 50, 60};
        QCOMPARE(answerChangeText(after, cheaper),
            QStringLiteral("The best option stays Cloud card. Its total cost changes from 60 USD to 50 USD."));
        Results none = before;
        none.best.option = -1;
        QCOMPARE(answerChangeText(before, none), QStringLiteral("The best option changes from Your laptop to nothing."));
    }

    void saysWhatBecameOfAPlansPrices()
    {
        SavedPlan plan;
        plan.date = "2026-02-01";
        plan.prices = {{"a", "Book", Money{1000, CurrencyCode("USD")}, Per::Once, "2026-01"},
            {"b", "Tower", Money{2000, CurrencyCode("USD")}, Per::Once, "2026-01-15"},
            {"c", evil, Money{0.5, CurrencyCode("USD")}, Per::Hour, ""}, {"d", "", std::nullopt, Per::Once, "2024"},
            {"e", "Same", Money{5, CurrencyCode("USD")}, Per::Once, "2026"}};
        const std::vector<PlanPriceChange> changes{{plan.prices[0], Money{750, CurrencyCode("USD")}, Per::Once, "2026-11-20", false},
            {plan.prices[1], Money{2500, CurrencyCode("USD")}, Per::Once, "2024-01", false},
            {plan.prices[2], std::nullopt, Per::Free, "", true}, {plan.prices[3], Money{7, CurrencyCode("EUR")}, Per::Once, "2026", false}};
        QCOMPARE(planPriceSummary(plan, changes),
            QStringLiteral("4 of the plan's 5 prices changed since 1 February 2026: 1 fell, 1 rose, 1 not offered any more, "
                           "1 known at one time only."));
        const Rows rows = planPriceRows(changes, today);
        QCOMPARE(rows.rows, 4);
        QCOMPARE(cells(rows, 0, 6),
            (QStringList{QStringLiteral("Book"), QStringLiteral("1,000 USD"), QStringLiteral("January 2026"), QStringLiteral("750 USD"),
                QStringLiteral("20 November 2026"), QStringLiteral("\u221225 %")}));
        QCOMPARE(rows.text(1, 5), QStringLiteral("+25 %"));
        QCOMPARE(rows.text(1, 4), QStringLiteral("January 2024 (too old)"));
        QCOMPARE(cells(rows, 2, 6),
            (QStringList{QLatin1String(evil), QStringLiteral("0.50 USD an hour"), unknown(), QStringLiteral("not offered any more"),
                QString(), QString()}));
        QCOMPARE(rows.text(3, 0), QStringLiteral("d")); // without a name its offer says which
        QCOMPARE(rows.text(3, 1), unknown());
        QVERIFY(!rows.sortKey(3, 1).isValid() && !rows.sortKey(2, 5).isValid());
        QVERIFY(rows.sortKey(0, 5).toDouble() < rows.sortKey(1, 5).toDouble());
        QCOMPARE(planPriceHeaders().size(), 6);
    }
    void saysWhatAPlansPricesMean()
    {
        const Results then = sample::results();
        Results now = then;
        QCOMPARE(planMeaningText(then, now), QStringLiteral("Nothing changes: the best option stays Your laptop."));
        now.best.option = 2;
        now.options[0].total = Range<double>{80, 100, 120};
        QCOMPARE(planMeaningText(then, now),
            QStringLiteral("The best option changes from Your laptop to Cloud card. Total cost: 0 USD then, 60 USD now. "
                           "With today's prices, Your laptop costs 100 USD."));
        now.options.erase(now.options.begin()); // it cannot be had any more
        now.best.option = 1;
        QVERIFY(planMeaningText(then, now).endsWith(QStringLiteral("now.")));
        QVERIFY(planPricesNote("2026-02-01").contains(QStringLiteral("1 February 2026")));
    }

    void theModelHoldsTogether()
    {
        RowModel model(planHeaders());
        RowProxy proxy;
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setRows(planRows(samplePlan()));
        QCOMPARE(proxy.rowCount(), 4);
        QVERIFY(model.index(1, 0).data(RowModel::DoubtRole).toBool());
        QCOMPARE(model.index(1, 4).data(Qt::AccessibleTextRole).toString(), QStringLiteral("New price: 0.70 USD an hour"));
        proxy.sort(0, Qt::DescendingOrder);
        QCOMPARE(proxy.index(0, 0).data().toString(), QStringLiteral("Refused"));
        QCOMPARE(proxy.index(0, 0).data(RowModel::RowRole).toInt(), 3);
        model.setRows({});
        QCOMPARE(proxy.rowCount(), 0);
        QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
    }
    void unknownSortsLastBothWays()
    {
        RowModel model(QStringList{QStringLiteral("one")});
        RowProxy proxy;
        proxy.setSourceModel(&model);
        model.setRows(
            {3, [](int row, int) { return QString::number(row); }, [](int row, int) { return row == 1 ? QVariant() : QVariant(row); }, {}});
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            proxy.sort(0, order);
            QCOMPARE(proxy.index(2, 0).data().toString(), QStringLiteral("1"));
        }
    }
    void outsideTextIsNotMarkup()
    {
        PriceRow row = rented("x", 1);
        row.region = evil;
        row.source.text = evil;
        RowModel model(ownPriceHeaders());
        model.setRows(ownPriceRows({row}, {{evil, {}, {}, true}}, today));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.index(0, column).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
        QCOMPARE(model.index(0, 0).data().toString(), QLatin1String(evil));
    }

private:
    static QString unknown() { return QStringLiteral("unknown"); }
};

QTEST_GUILESS_MAIN(TestPriceText)
#include "tst_pricetext.moc"
