// The dialog "How accurate are these numbers?": what it shows, how it is reached. How fast it opens: tests/bench/bench_accuracy.cpp.
#include "wizardtools.h"

#include "models/qt/accuracytext.h"
#include "models/qt/checkpointmodel.h"
#include "tests/ui/charttools.h"
#include "ui/accuracy/accuracydialog.h"
#include "ui/charts/calibrationchart.h"
#include "ui/charts/plainchartview.h"
#include "ui/results/resultspage.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace wizardtools;

class TestAccuracyDialog : public QObject
{
    Q_OBJECT

    static AccuracyReport report() { return accuracyOf(*catalogue(), *resolveConstants(*catalogue(), Answers{})); }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, 100); }
    void cleanup() { applyTheme(*qApp, ThemeMode::Light, 100); }

    void showsTheTablesOfTheReport()
    {
        AccuracyDialog dialog(catalogue());
        auto& jobs = find<QTableWidget>(dialog, "accuracyJobsTable");
        const QList<AccuracyLine> lines = accuracyByJob(report().summary);
        QCOMPARE(jobs.rowCount(), static_cast<int>(lines.size()) + 1);
        for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
            const QStringList cells = accuracyCells(lines[row]);
            for (int column = 0; column < jobs.columnCount(); ++column)
                QCOMPARE(jobs.item(row, column)->text(), cells.at(column));
        }
        QCOMPARE(find<QTableWidget>(dialog, "accuracyMachinesTable").rowCount(), static_cast<int>(accuracyByMachine(report()).size()));
        QCOMPARE(find<QTableView>(dialog, "checkpointsTable").model()->rowCount(), static_cast<int>(catalogue()->checkpoints.size()));
        const auto& chart = find<PlainChartView>(dialog, "calibrationView");
        QCOMPARE(chart.accessibleName(), calibrationChart(report()).summary);
    }
    void markedRunHasARing()
    {
        AccuracyDialog dialog(catalogue());
        dialog.show();
        auto& list = find<QTableView>(dialog, "checkpointsTable");
        CalibrationLayer* layer = CalibrationLayer::of(*find<PlainChartView>(dialog, "calibrationView").chart());
        QVERIFY(layer != nullptr);
        QCOMPARE(layer->marked(), -1);
        list.sortByColumn(CheckpointModel::MeasuredColumn, Qt::DescendingOrder);
        list.setCurrentIndex(list.model()->index(0, 0));
        const int run = list.currentIndex().data(CheckpointModel::RunRole).toInt();
        QCOMPARE(layer->marked(), run);
        QTest::keyClick(&list, Qt::Key_Down);
        QVERIFY(layer->marked() != run);
    }
    void copiesRows()
    {
        AccuracyDialog dialog(catalogue());
        auto& list = find<QTableView>(dialog, "checkpointsTable");
        list.selectRow(0);
        find<QAction>(list, "copyRowsAction").trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).split(QLatin1Char('\t')).size(), static_cast<int>(CheckpointModel::ColumnCount));
        QVERIFY(lines.at(1).contains(list.model()->index(0, CheckpointModel::ModelColumn).data().toString()));
    }
    void outsideTextStaysText()
    {
        auto evil = std::make_shared<Catalog>(*catalogue());
        evil->checkpoints.front().model = canary().toStdString();
        evil->checkpoints.front().source = canary().toStdString();
        evil->index();
        AccuracyDialog dialog(evil);
        dialog.show();
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->objectName()));
        auto& list = find<QTableView>(dialog, "checkpointsTable");
        for (int row = 0; row < list.model()->rowCount(); ++row)
            QVERIFY(!list.model()->index(row, 0).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    }
    void darkAndLargeFit_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << static_cast<int>(ThemeMode::Light) << 100;
        QTest::newRow("dark") << static_cast<int>(ThemeMode::Dark) << 100;
        QTest::newRow("large") << static_cast<int>(ThemeMode::Light) << 200;
    }
    void darkAndLargeFit()
    {
        QFETCH(int, mode);
        QFETCH(int, percent);
        applyTheme(*qApp, static_cast<ThemeMode>(mode), percent);
        AccuracyDialog dialog(catalogue());
        dialog.resize(1000, 760);
        dialog.show();
        QTest::qWait(50);
        auto& view = find<PlainChartView>(dialog, "calibrationView");
        const QImage image = view.grab().toImage();
        const bool dark = static_cast<ThemeMode>(mode) == ThemeMode::Dark;
        QVERIFY(holds(image, familyColour(ChartFamily::Laptop, dark)));
        QCOMPARE(isDark(view.palette()), dark);
        const QRectF plot = view.chart()->plotArea();
        const CalibrationLayer* layer = CalibrationLayer::of(*view.chart());
        for (const CalibrationPoint& point : layer->data().points)
            QVERIFY(plot.adjusted(-1, -1, 1, 1).contains(layer->place(point.position)));
        if (const QByteArray folder = qgetenv("RIGHTRIG_SCREENSHOTS"); !folder.isEmpty())
            find<QWidget>(dialog, "accuracyBodyWidget")
                .grab()
                .save(QStringLiteral("%1/accuracy-%2.png").arg(QString::fromLocal8Bit(folder), QLatin1String(QTest::currentDataTag())));
    }
    void chartIsVectorsOnPaper()
    {
        auto chart = makeCalibrationChart(calibrationChart(report()), lightStyle());
        const QByteArray pdf = pdfOf(*chart);
        QVERIFY(pdf.size() > 2000);
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }
    void isReachedFromMenuAndAnswer()
    {
        QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        window.show();
        find<QAction>(window, "accuracyQAction").trigger();
        QVERIFY(window.findChild<AccuracyDialog*>() != nullptr);
        window.findChild<AccuracyDialog*>()->close();
        QTRY_VERIFY(window.findChild<AccuracyDialog*>() == nullptr);
        window.showPage(9);
        find<QPushButton>(window, "accuracyButton").click();
        QTRY_VERIFY(window.findChild<AccuracyDialog*>() != nullptr);
        QTest::keyClick(window.findChild<AccuracyDialog*>(), Qt::Key_Escape);
        QTRY_VERIFY(window.findChild<AccuracyDialog*>() == nullptr);
    }
};

QTEST_MAIN(TestAccuracyDialog)
#include "tst_accuracy.moc"
