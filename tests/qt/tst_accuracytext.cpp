// The words, the chart data and the table of "How accurate are these numbers?".
#include "db/cataloguefile.h"
#include "models/qt/accuracytext.h"
#include "models/qt/calibration.h"
#include "models/qt/checkpointmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <cmath>

using namespace rightrig;

namespace {

const char* const markup = "<img src='file:///canary.png'><b>Evil</b>";

/// Three runs: one met exactly, one three times too slow, one without an estimate.
AccuracyReport sample(Catalog& catalog)
{
    catalog.checkpoints.resize(3);
    AccuracyReport report;
    const double measured[] = {0.01, 0.02, 5.0};
    for (std::size_t i = 0; i < 3; ++i) {
        Measurement& run = catalog.checkpoints[i];
        run.value = 1.0 / measured[i];
        run.model = i == 1 ? markup : "ResNet-50";
        run.source = markup;
        run.citation = {"owner/name: speeds", "2024"};
        run.year = 2020.0 + static_cast<double>(i);
        Prediction prediction;
        prediction.measured = measured[i];
        prediction.kind = "laptop";
        prediction.hardware = "Some card";
        if (i < 2) {
            const double likely = i == 0 ? 0.01 : 0.06;
            prediction.predicted = Range<Seconds>{Seconds{likely * 0.7}, Seconds{likely}, Seconds{likely * 1.4}};
        } else {
            prediction.why = "the network is unknown";
        }
        report.predictions.push_back(prediction);
    }
    report.summary = summarise(report.predictions);
    return report;
}

} // namespace

class TestAccuracyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void offInWords_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("words");
        QTest::newRow("exact") << 1.0 << QStringLiteral("less than 1 % off");
        QTest::newRow("little") << 1.12 << QStringLiteral("about 12 % off");
        QTest::newRow("more") << 1.9 << QStringLiteral("about 90 % off");
        QTest::newRow("twice") << 2.0 << QStringLiteral("about 2 times off");
        QTest::newRow("much") << 4.13 << QStringLiteral("about 4.1 times off");
        QTest::newRow("nonsense") << std::nan("") << QStringLiteral("unknown");
        QTest::newRow("below one") << 0.5 << QStringLiteral("unknown");
    }
    void offInWords()
    {
        QFETCH(double, factor);
        QFETCH(QString, words);
        QCOMPARE(offText(factor), words);
    }
    void everyKindHasWords()
    {
        for (int family = 0; family <= static_cast<int>(JobFamily::Reinforcement); ++family)
            QVERIFY2(!jobKindText(static_cast<JobFamily>(family)).isEmpty(), qPrintable(QString::number(family)));
        for (const char* kind : {"desktop", "laptop", "integrated", "apple", "workstation", "datacentre", "server", "tpu"})
            QVERIFY2(machineKindText(kind) != QLatin1String(kind), kind);
        QCOMPARE(machineKindText("abacus"), QStringLiteral("abacus"));
    }
    void tablesHaveTheSummarysFigures()
    {
        Catalog catalog;
        const AccuracyReport report = sample(catalog);
        const QList<AccuracyLine> jobs = accuracyByJob(report.summary), machines = accuracyByMachine(report);
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(machines.size(), 1);
        const QStringList cells = accuracyCells(machines.first());
        QCOMPARE(cells.size(), accuracyHeaders(QStringLiteral("Kind")).size());
        QCOMPARE(cells.at(0), QStringLiteral("Laptops"));
        QCOMPARE(cells.at(1), QStringLiteral("2"));
        QCOMPARE(cells.at(3), QStringLiteral("50 %"));
        QCOMPARE(cells.at(4), QStringLiteral("50 %"));
    }
    void notesAreShortAndHonest()
    {
        Catalog catalog;
        AccuracyReport report = sample(catalog);
        const QStringList without = accuracyNotes(report);
        report.heldOut = HeldOut{1.205, 0.959, 0.846, 752};
        const QStringList notes = accuracyNotes(report);
        QVERIFY(notes.size() > without.size());
        QVERIFY(notes.join(QLatin1Char(' ')).contains(QLatin1String("fitted to most of these runs")));
        QVERIFY(notes.last().contains(QLatin1String("96 %")) && notes.last().contains(QLatin1String("85 %")));
        for (const QString& note : notes) {
            const QStringList sentences = note.split(QStringLiteral(". "));
            for (const QString& sentence : sentences)
                QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 20, qPrintable(sentence));
        }
    }
    void estimateAndMeasurementShareTheirUnit()
    {
        Catalog catalog;
        const AccuracyReport report = sample(catalog);
        Measurement run = catalog.checkpoints[0];
        QCOMPARE(measuredText(run), QStringLiteral("100 samples a second"));
        QCOMPARE(estimatedText(run, report.predictions[0]), QStringLiteral("100 samples a second (71-140)"));
        run.metric = Metric::RunSeconds;
        run.value = 0.01;
        QCOMPARE(measuredText(run), QStringLiteral("0.01 s in all"));
        QCOMPARE(estimatedText(run, report.predictions[0]), QStringLiteral("0.01 s in all (0.007-0.014)"));
        QCOMPARE(estimatedText(run, report.predictions[2]), QStringLiteral("unknown"));
        run.hardwareCount = 8.0;
        QCOMPARE(hardwareText(run, report.predictions[0]), QStringLiteral("8 x Some card"));
    }
    void chartHoldsWhatCouldBeEstimated()
    {
        Catalog catalog;
        const CalibrationChart chart = calibrationChart(sample(catalog));
        QCOMPARE(chart.points.size(), 2);
        QVERIFY(chart.points[0].inside && !chart.points[1].inside);
        QVERIFY(std::abs(chart.points[0].position.x() - chart.points[0].position.y()) < 1e-9);
        for (const CalibrationPoint& point : chart.points) {
            QVERIFY(point.low < point.position.y() && point.position.y() < point.high);
            QVERIFY(chart.low < point.low && point.high < chart.high);
        }
        QVERIFY(!chart.ticks.isEmpty());
        QVERIFY2(chart.summary.contains(QLatin1String("2 published runs")), qPrintable(chart.summary));
        QCOMPARE(calibrationChart({}).points.size(), 0);
        QVERIFY(!calibrationChart({}).summary.isEmpty());
    }
    void modelPassesTheTester()
    {
        auto catalog = std::make_shared<Catalog>();
        CheckpointModel model;
        CheckpointProxy proxy;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(catalog, sample(*catalog));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOfRun(2), 2);
        QCOMPARE(model.rowOfRun(3), -1);
        for (int column = 0; column < CheckpointModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }
    void unknownSortsLastBothWays()
    {
        auto catalog = std::make_shared<Catalog>();
        CheckpointModel model;
        CheckpointProxy proxy;
        proxy.setSourceModel(&model);
        model.setReport(catalog, sample(*catalog));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            proxy.sort(CheckpointModel::FactorColumn, order);
            QCOMPARE(proxy.index(2, CheckpointModel::FactorColumn).data(CheckpointModel::RunRole).toInt(), 2);
        }
    }
    void outsideTextIsNoMarkup()
    {
        auto catalog = std::make_shared<Catalog>();
        CheckpointModel model;
        model.setReport(catalog, sample(*catalog));
        QCOMPARE(model.index(1, CheckpointModel::ModelColumn).data().toString(), QString::fromLatin1(markup));
        const QString tip = model.index(1, CheckpointModel::ModelColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QLatin1Char('<')), qPrintable(tip));
    }
};

QTEST_GUILESS_MAIN(TestAccuracyText)
#include "tst_accuracytext.moc"
