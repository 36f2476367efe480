// The two charts on their own: where points stand, axes, colours, PDF, and labels that keep off each other.
#include "tests/ui/charttools.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/charts.h"
#include "ui/charts/costlinelayer.h"
#include "ui/charts/costtimelayer.h"
#include "ui/charts/markers.h"
#include "ui/charts/plainchartview.h"

#include <QAccessible>
#include <QGraphicsTextItem>
#include <QTest>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

#include <cmath>

using namespace rightrig;

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, 100);
        QAccessible::setActive(true);
    }

    void everyFamilyHasItsOwnShapeAndLine()
    {
        for (const ChartFamily a : allFamilies()) {
            QVERIFY(!familyMarker(a, 10).isEmpty());
            QVERIFY(familyMarker(a, 10).contains(QPointF(0, 0)));
            for (const ChartFamily b : allFamilies()) {
                if (a != b)
                    QVERIFY(familyMarker(a, 10) != familyMarker(b, 10));
            }
        }
        QCOMPARE(allFamilies().size(), 6);
    }

    void pointsStandWhereTheirNumbersSay()
    {
        const auto chart = makeCostTimeChart(sample(), lightStyle());
        QByteArray pdf = pdfOf(*chart); // lays the chart out
        QVERIFY(pdf.startsWith("%PDF"));
        const CostTimeLayer* layer = CostTimeLayer::of(*chart);
        QVERIFY(layer);
        const QList<ChartPoint>& points = layer->data().points;
        QCOMPARE(points.size(), 6);
        for (qsizetype i = 1; i < points.size(); ++i)
            QVERIFY(layer->place(points[i].position).x() >= layer->place(points[i - 1].position).x());
        QVERIFY(layer->place(points[0].position).y() < layer->place(points[5].position).y()); // slower is higher
        QCOMPARE(layer->place({layer->data().xMin, layer->data().yMin}), chart->plotArea().bottomLeft());
        for (const ChartPoint& p : points)
            QVERIFY(chart->plotArea().contains(layer->place(p.position)));
    }

    void axesShowOurTicksAndEscapeTitles()
    {
        CostTimeChart data = sample();
        data.xTitle = canary();
        data.xTicks[1].label = canary();
        const auto chart = makeCostTimeChart(data, lightStyle());
        chart->resize(1600, 400);
        const auto* axis = qobject_cast<QCategoryAxis*>(chart->axes(Qt::Horizontal).constFirst());
        QVERIFY(axis);
        QCOMPARE(const_cast<QCategoryAxis*>(axis)->categoriesLabels().size(), 3);
        QVERIFY(!axis->titleText().contains(QLatin1Char('<')));
        const QByteArray pdf = pdfOf(*chart);
        QVERIFY(!pdf.contains("/Subtype /Image"));
        const QList<QGraphicsItem*> items = chart->childItems();
        for (QGraphicsItem* item : items) { // nothing that Qt reads as HTML may hold the tag
            const auto* text = dynamic_cast<QGraphicsTextItem*>(item);
            if (text)
                QVERIFY(!text->toHtml().contains(QLatin1String("<img")));
        }
    }

    void chartsAreVectorsInAPdf()
    {
        const auto costTime = makeCostTimeChart(sample(), lightStyle());
        const auto overTime = makeCostOverTimeChart(crossing(), lightStyle());
        for (QChart* chart : {costTime.get(), overTime.get()}) {
            const QByteArray pdf = pdfOf(*chart);
            QVERIFY(pdf.size() > 2000);
            QVERIFY2(!pdf.contains("/Subtype /Image"), "a bitmap in the chart");
            QVERIFY(!chart->scene()); // the loaned scene gave it back
            QCOMPARE(chart->animationOptions(), QChart::NoAnimation);
        }
    }

    void emptyChartsArePaintedToo()
    {
        QVERIFY(!pdfOf(*makeCostTimeChart({}, lightStyle())).isEmpty());
        QVERIFY(!pdfOf(*makeCostOverTimeChart({}, lightStyle())).isEmpty());
        CostTimeChart flat = sample();
        flat.xMax = flat.xMin;
        QVERIFY(!pdfOf(*makeCostTimeChart(flat, lightStyle())).isEmpty());
    }

    void updateReplacesEverything()
    {
        const auto chart = makeCostTimeChart(sample(), lightStyle());
        CostTimeChart other = sample();
        other.points.removeLast();
        other.xTicks = {{2.0, QStringLiteral("hundred")}};
        updateCostTimeChart(*chart, other, lightStyle());
        QCOMPARE(CostTimeLayer::of(*chart)->data().points.size(), 5);
        chart->resize(600, 400);
        auto* axis = qobject_cast<QCategoryAxis*>(chart->axes(Qt::Horizontal).constFirst());
        QCOMPARE(axis->categoriesLabels(), QStringList{QStringLiteral("hundred")});
        QCOMPARE(axis->min(), other.xMin);
        QCOMPARE(axis->max(), other.xMax);
        QCOMPARE(chart->series().size(), 1);
    }

    void labelsThatWouldBeCutOffAreLeftOut()
    {
        CostTimeChart data = sample();
        data.xTitle = QStringLiteral("Total cost (USD)");
        data.xTicks.clear();
        for (int i = 0; i < 9; ++i)
            data.xTicks.append({1.1 + 0.28 * i, QStringLiteral("%1,000 USD").arg(i + 1)});
        const auto chart = makeCostTimeChart(data, lightStyle());
        chart->resize(900, 500);
        auto* axis = qobject_cast<QCategoryAxis*>(chart->axes(Qt::Horizontal).constFirst());
        QCOMPARE(axis->categoriesLabels().size(), 9);
        QCOMPARE(axis->categoriesLabels().constFirst(), QStringLiteral("1,000")); // the title names the currency already
        chart->resize(320, 300);
        QVERIFY(axis->categoriesLabels().size() >= 2);
        QVERIFY(axis->categoriesLabels().size() < 9);
        chart->resize(900, 500);
        QCOMPARE(axis->categoriesLabels().size(), 9);
    }

    void breakEvenIsWhereTheLinesCross()
    {
        const QList<CostCrossing> found = cheapestChanges(crossing());
        QCOMPARE(found.size(), 1);
        QVERIFY(std::abs(found.first().at.x() - 900.0 / 78.0) < 0.2);
        QCOMPARE(found.first().before, 1);
        QCOMPARE(found.first().after, 0);
        CostOverTimeChart apart = crossing();
        apart.lines[1].points = {{0, 1000}, {24, 1900}};
        QVERIFY(cheapestChanges(apart).isEmpty());
        QVERIFY(cheapestChanges({}).isEmpty());
    }

    void lightAndDarkColoursAreUsed_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void lightAndDarkColoursAreUsed()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light, 100);
        ShownView view(sample());
        const QImage image = view.grab().toImage();
        QVERIFY(holds(image, chartStyle(view.palette(), view.font()).background));
        QVERIFY(holds(image, familyColour(ChartFamily::Cloud, dark)));
        QVERIFY(holds(image, familyColour(ChartFamily::Desktop, dark)));
        QVERIFY(!holds(image, familyColour(ChartFamily::Cloud, !dark)));
        applyTheme(*qApp, ThemeMode::Light, 100);
    }

    void aNewPaletteRecoloursAShownChart()
    {
        ShownView view(sample());
        applyTheme(*qApp, ThemeMode::Dark, 100);
        QTest::qWait(1);
        QVERIFY(holds(view.grab().toImage(), familyColour(ChartFamily::Cloud, true)));
        applyTheme(*qApp, ThemeMode::Light, 100);
    }

    void textAndPicturesHoldEveryPoint()
    {
        ShownView view(sample());
        QCOMPARE(view.asText().count(QLatin1Char('\n')), 6);
        const QByteArray svg = chartAsSvg(view);
        QVERIFY(svg.contains("<svg"));
        QVERIFY(!svg.contains("<image"));
        QVERIFY(chartAsPng(view).startsWith("\x89PNG"));
    }

    void aThousandPointsAreQuick()
    {
        CostTimeChart data = sample();
        while (data.points.size() < 1000)
            data.points.append(point(static_cast<int>(data.points.size()), ChartFamily::Cloud, 20.0 + data.points.size(), 900));
        ShownView view(sample());
        QElapsedTimer timer;
        timer.start();
        view.setData(data);
        QVERIFY2(timer.elapsed() < 400, "replacing 1000 points is not one by one"); // generous: sanitizers and shared machines
    }

    void labelsKeepOffEachOther()
    {
        const QRectF area(0, 0, 200, 100);
        const QRectF first = placeBeside({100, 50}, {60, 12}, 5, area, {});
        const QRectF second = placeBeside({100, 50}, {60, 12}, 5, area, {first});
        QVERIFY(!first.isNull() && !second.isNull());
        QVERIFY(!first.intersects(second));
        QVERIFY(placeBeside({100, 50}, {300, 12}, 5, area, {}).isNull());
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
