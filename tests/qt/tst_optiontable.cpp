// The table of all options and its filter, watched by Qt's model tester.
#include "models/qt/optiontablemodel.h"

#include "tests/qt/sampleresults.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace rightrig;

namespace {

using Column = OptionTableModel::Column;

struct Table
{
    OptionTableModel model;
    OptionFilterProxy proxy;
    QAbstractItemModelTester modelTester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester proxyTester{&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Table(Results results = sample::results())
    {
        auto catalog = std::make_shared<Catalog>();
        catalog->offers.resize(1);
        catalog->offers[0].source.asOf = "2026-08";
        results.options[2].offer = 0;
        results.options[5].offer = 77; // beyond the catalogue: no date, no crash
        proxy.setSourceModel(&model);
        model.setResults(std::make_shared<const Results>(std::move(results)), catalog);
    }
    [[nodiscard]] QString shown(int row, int column) const { return model.index(row, column).data().toString(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < proxy.rowCount(); ++row)
            all += proxy.index(row, Column::NameColumn).data().toString();
        return all;
    }
};

} // namespace

class TestOptionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyModel()
    {
        OptionTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), static_cast<int>(Column::ColumnCount));
        QCOMPARE(model.rowOfOption(0), -1);
        QVERIFY(!model.data(model.index(0, 0)).isValid());
    }

    void showsEveryOption()
    {
        const Table table;
        QCOMPARE(table.model.rowCount(), 6);
        QCOMPARE(table.model.rowOfOption(3), 3);
        QCOMPARE(table.model.rowOfOption(6), -1);
        QCOMPARE(table.shown(2, Column::NameColumn), QStringLiteral("Cloud card"));
        QCOMPARE(table.shown(2, Column::KindColumn), QStringLiteral("Rent"));
        QCOMPARE(table.shown(2, Column::FitColumn), QStringLiteral("runs"));
        QCOMPARE(table.shown(2, Column::PriceColumn), QStringLiteral("0.53 USD an hour"));
        QCOMPARE(table.shown(2, Column::TotalCostColumn), QStringLiteral("about 60 USD (48-78)"));
        QCOMPARE(table.shown(2, Column::RunTimeColumn), QStringLiteral("about 5 min (3.5-7.5 min)"));
        QCOMPARE(table.shown(2, Column::MemoryColumn), QStringLiteral("4 GB of 16 GB"));
        QCOMPARE(table.shown(2, Column::PriceDateColumn), QStringLiteral("August 2026"));
        QCOMPARE(table.shown(2, Column::EnergyColumn), QStringLiteral("unknown"));
        QCOMPARE(table.shown(5, Column::PriceDateColumn), QString());
        QVERIFY(table.shown(4, Column::WhyNotColumn).contains(QStringLiteral("1,500 USD")));
    }

    void rolesOfOneRow()
    {
        const Table table;
        const QModelIndex index = table.model.index(4, Column::TotalCostColumn);
        QCOMPARE(index.data(OptionTableModel::OptionRole).toInt(), 4);
        QCOMPARE(index.data(OptionTableModel::KindRole).toInt(), static_cast<int>(OptionKind::Desktop));
        QCOMPARE(index.data(OptionTableModel::EligibleRole).toBool(), false);
        QCOMPARE(index.data(OptionTableModel::SortRole).toDouble(), 1500.0);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Total cost: about 1,500 USD (1,200-2,000)"));
        QVERIFY(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
        QVERIFY(!index.data(Qt::DecorationRole).isValid());
        for (int column = 0; column < Column::ColumnCount; ++column)
            QVERIFY(!table.model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!table.model.headerData(Column::ColumnCount, Qt::Horizontal).isValid());
        QVERIFY(!table.model.headerData(0, Qt::Vertical).isValid());
    }

    void oldAndWeakPricesSaySo()
    {
        Results results = sample::results();
        results.options[2].offer = 0;
        results.options[2].confidence = Confidence::Low;
        auto catalog = std::make_shared<Catalog>();
        catalog->offers.resize(1);
        catalog->offers[0].source.asOf = "2025-08";
        OptionTableModel model;
        const auto shared = std::make_shared<const Results>(results);
        model.setResults(shared, catalog, QDate(2026, 11, 23));
        const auto cell = [&model](int row, int column) { return model.index(row, column); };
        QCOMPARE(cell(2, Column::PriceDateColumn).data().toString(), QStringLiteral("August 2025 (old)"));
        QCOMPARE(cell(2, Column::PriceColumn).data().toString(), QStringLiteral("0.53 USD an hour (weakly sourced)"));
        QCOMPARE(cell(2, Column::PriceColumn).data(OptionTableModel::SortRole).toDouble(), 0.53);
        QVERIFY(cell(2, Column::PriceColumn).data(OptionTableModel::DoubtRole).toBool());
        QVERIFY(cell(2, Column::TotalCostColumn).data(OptionTableModel::DoubtRole).toBool());
        QVERIFY(!cell(2, Column::NameColumn).data(OptionTableModel::DoubtRole).toBool());
        QVERIFY(!cell(3, Column::PriceColumn).data(OptionTableModel::DoubtRole).toBool());
        model.setResults(shared, catalog, QDate(2026, 7, 31));
        QCOMPARE(cell(2, Column::PriceDateColumn).data().toString(), QStringLiteral("August 2025"));
    }

    void outsideNamesAreNotMarkup()
    {
        Results results = sample::results();
        results.options[0].name = "<img src='file:///x'>\n\xe2\x80\xaeRTX";
        const Table table(std::move(results));
        QCOMPARE(table.shown(0, Column::NameColumn), QStringLiteral("<img src='file:///x'> RTX"));
        QVERIFY(!table.model.index(0, Column::NameColumn).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    }

    void unknownSortsLastBothWays_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("cost") << static_cast<int>(Column::TotalCostColumn);
        QTest::newRow("run") << static_cast<int>(Column::RunTimeColumn);
        QTest::newRow("week") << static_cast<int>(Column::WeekTimeColumn);
        QTest::newRow("memory") << static_cast<int>(Column::MemoryColumn);
        QTest::newRow("price") << static_cast<int>(Column::PriceColumn);
        QTest::newRow("fit") << static_cast<int>(Column::FitColumn);
    }
    void unknownSortsLastBothWays()
    {
        QFETCH(int, column);
        Results results = sample::results();
        Option& unknown = results.options[2];
        unknown.total.reset();
        unknown.runTime.reset();
        unknown.weeklyTime.reset();
        unknown.price.reset();
        unknown.jobs.clear();
        unknown.fit = Fit::Unknown;
        results.options[5].price = Money{1.0, sample::usd};
        Table table(std::move(results));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.proxy.sort(column, order);
            const QStringList names = table.names();
            if (column == Column::PriceColumn) // sold without a price: last as well
                QVERIFY(names.last(2).contains(QStringLiteral("Cloud card")));
            else
                QCOMPARE(names.last(), QStringLiteral("Cloud card"));
        }
    }

    void numbersSortAsNumbers()
    {
        Table table;
        table.proxy.sort(Column::RunTimeColumn, Qt::AscendingOrder);
        QCOMPARE(table.names().constFirst(), QStringLiteral("Built desktop"));
        table.proxy.sort(Column::TotalCostColumn, Qt::DescendingOrder);
        QCOMPARE(table.names().constFirst(), QStringLiteral("Built desktop"));
        QCOMPARE(table.names().at(1), QStringLiteral("Shop laptop")); // 1,200 before 90: not as text
        table.proxy.sort(Column::NameColumn, Qt::AscendingOrder);
        QCOMPARE(table.names().constFirst(), QStringLiteral("Built desktop"));
    }

    void filters()
    {
        Table table;
        table.proxy.setEligibleOnly(true);
        QVERIFY(!table.names().contains(QStringLiteral("Built desktop")));
        QCOMPARE(table.proxy.rowCount(), 5);
        table.proxy.setKinds({OptionKind::Rent, OptionKind::Desktop});
        QCOMPARE(table.names(), QStringList{QStringLiteral("Cloud card")});
        table.proxy.setEligibleOnly(false);
        QCOMPARE(table.proxy.rowCount(), 2);
        table.proxy.setKinds({});
        table.proxy.setText(QStringLiteral("  LAPTOP "));
        QVERIFY(table.names().contains(QStringLiteral("Shop laptop")) && !table.names().contains(QStringLiteral("Cloud card")));
        table.proxy.setText(QStringLiteral("nothing has this"));
        QCOMPARE(table.proxy.rowCount(), 0);
        table.proxy.setText(QString());
        QCOMPARE(table.proxy.rowCount(), 6);
    }

    void newResultsReplaceTheOld()
    {
        Table table;
        table.proxy.sort(Column::TotalCostColumn, Qt::AscendingOrder);
        Results fewer = sample::results();
        fewer.options.resize(2);
        table.model.setResults(std::make_shared<const Results>(fewer), nullptr);
        QCOMPARE(table.proxy.rowCount(), 2);
        table.model.setResults(nullptr, nullptr);
        QCOMPARE(table.proxy.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOptionTable)
#include "tst_optiontable.moc"
