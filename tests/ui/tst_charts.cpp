// The two charts on their own: drawing, keyboard, hover, compare, screen reader, PDF, and names that try to be HTML.
#include "ui/charts/chartexport.h"
#include "ui/charts/charts.h"
#include "ui/charts/costlinelayer.h"
#include "ui/charts/costtimelayer.h"
#include "ui/charts/costtimeview.h"
#include "ui/charts/markers.h"
#include "ui/charts/plainchartview.h"

#include <QAccessible>
#include <QBuffer>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

#include <cmath>

using namespace rightrig;

namespace {

QString canary() { return QStringLiteral("<img src=\"file:///canary.png\"><b>Evil</b>"); }

ChartPoint point(int option, ChartFamily family, double cost, double seconds)
{
    ChartPoint p;
    p.option = option;
    p.family = family;
    p.position = {std::log10(cost), std::log10(seconds)};
    p.timeLow = p.position.y() - 0.1;
    p.timeHigh = p.position.y() + 0.1;
    p.costLow = p.position.x() - 0.05;
    p.costHigh = p.position.x() + 0.05;
    p.label = QStringLiteral("Option %1").arg(option);
    p.card = QStringLiteral("Option %1\ncosts %2\ntakes %3 s").arg(option).arg(cost).arg(seconds);
    return p;
}

/// Options 10 to 15, one of each family; 13 and 14 stand on the same spot.
CostTimeChart sample()
{
    CostTimeChart d;
    d.points = {point(10, ChartFamily::Own, 20, 40000), point(11, ChartFamily::Free, 30, 9000), point(12, ChartFamily::Cloud, 100, 3000),
        point(13, ChartFamily::Mixed, 400, 1500), point(14, ChartFamily::Desktop, 400, 1500), point(15, ChartFamily::Laptop, 2000, 600)};
    d.points[2].best = d.points[2].onFrontier = true;
    d.points[5].usable = false;
    d.frontier = {d.points[0].position, d.points[2].position};
    d.xMin = 1.0;
    d.xMax = 3.6;
    d.yMin = 2.5;
    d.yMax = 5.0;
    for (const double v : {20.0, 100.0, 1000.0})
        d.xTicks.append({std::log10(v), QString::number(v)});
    for (const double v : {600.0, 3600.0, 36000.0})
        d.yTicks.append({std::log10(v), QString::number(v / 60.0)});
    d.patience = 4.0;
    d.budget = 3.0;
    d.xTitle = QStringLiteral("Cost");
    d.yTitle = QStringLiteral("Time");
    d.summary = QStringLiteral("Six options from 20 to 2000.");
    return d;
}

CostOverTimeChart crossing()
{
    CostOverTimeChart d;
    d.months = 24;
    d.most = 2000;
    d.lines
        = {{ChartFamily::Laptop, QStringLiteral("Laptop"), {{0, 900}, {24, 948}}}, {ChartFamily::Cloud, canary(), {{0, 0}, {24, 1920}}}};
    d.xTicks = {{0, QStringLiteral("0")}, {12, QStringLiteral("12")}, {24, QStringLiteral("24")}};
    d.yTicks = {{0, QStringLiteral("0")}, {1000, QStringLiteral("1000")}};
    d.xTitle = canary();
    d.yTitle = QStringLiteral("Money");
    return d;
}

ChartStyle lightStyle() { return printStyle(QFont()); }

QByteArray pdfOf(QChart& chart)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(300);
        QPainter painter(&writer);
        paintChart(painter, chart, QRectF(0, 0, 2000, 1200), QSizeF(760, 456));
    }
    return buffer.data();
}

bool holds(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb())
                return true;
        }
    }
    return false;
}

class ShownView : public CostTimeView
{
public:
    explicit ShownView(const CostTimeChart& data)
    {
        resize(820, 520);
        setData(data);
        show();
        QTest::qWait(1); // lay out
    }
};

/// False if the widget lets the wheel through to the page around it (QTBUG-119712).
bool takesWheel(QWidget& widget)
{
    const QPointF middle = widget.rect().center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

} // namespace

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

    void arrowKeysSpeakEveryPoint()
    {
        ShownView view(sample());
        view.setFocus();
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(reader);
        QCOMPARE(reader->role(), QAccessible::Chart);
        QCOMPARE(reader->text(QAccessible::Name), sample().summary);
        QVERIFY(!reader->text(QAccessible::Description).isEmpty());
        QTest::keyClick(&view, Qt::Key_Home);
        for (int i = 0; i < view.data().points.size(); ++i) {
            QCOMPARE(view.focusedPoint(), i);
            QVERIFY(reader->text(QAccessible::Value).contains(view.data().points[i].card));
            QVERIFY(view.cardText().contains(view.data().points[i].card));
            QCOMPARE(reader->valueInterface()->currentValue().toInt(), i);
            QTest::keyClick(&view, Qt::Key_Right);
        }
        QCOMPARE(view.focusedPoint(), 5); // stays at the end
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.focusedPoint(), 4);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.focusedPoint(), 5);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.focusedPoint(), -1);
        QVERIFY(view.cardText().isEmpty());
    }

    void enterSelectsAndSpaceCompares()
    {
        ShownView view(sample());
        QSignalSpy chosen(&view, &CostTimeView::currentChanged);
        QSignalSpy compared(&view, &CostTimeView::compareChanged);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(chosen.isEmpty()); // no point in focus yet
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 10);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(view.compared(), QList<int>{10});
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(view.compared().isEmpty());
        QCOMPARE(compared.size(), 2);
    }

    void fourAreComparedAtMost()
    {
        ShownView view(sample());
        for (int i = 0; i < 5; ++i) {
            view.focusPoint(i);
            QTest::keyClick(&view, Qt::Key_Space);
        }
        QCOMPARE(view.compared(), (QList<int>{11, 12, 13, 14}));
        CostTimeChart fewer = sample();
        fewer.points.removeFirst();
        fewer.points.removeFirst();
        view.setData(fewer);
        QCOMPARE(view.compared(), (QList<int>{12, 13, 14})); // one that is gone is no longer compared
    }

    void clickComparesAndSelects()
    {
        ShownView view(sample());
        QSignalSpy chosen(&view, &CostTimeView::currentChanged);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pixelOf(2));
        QCOMPARE(view.compared(), QList<int>{12});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 12);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pixelOf(2));
        QVERIFY(view.compared().isEmpty());
    }

    void hoverNamesTheNearestAndAllOnTheSameSpot()
    {
        ShownView view(sample());
        QTest::mouseMove(view.viewport(), view.pixelOf(0) + QPoint(4, 3));
        QVERIFY(view.cardText().contains(QLatin1String("Option 10")));
        QVERIFY(!view.cardText().contains(QLatin1String("Option 11")));
        QTest::mouseMove(view.viewport(), view.pixelOf(3) + QPoint(2, 2));
        QVERIFY(view.cardText().contains(QLatin1String("Option 13")));
        QVERIFY(view.cardText().contains(QLatin1String("Option 14")));
        QTest::mouseMove(view.viewport(), QPoint(2, view.height() - 3));
        QVERIFY(view.cardText().isEmpty());
    }

    void theCardStaysInsideTheView()
    {
        ShownView view(sample());
        const auto* card = view.findChild<QLabel*>(QStringLiteral("chartCardLabel"));
        for (int i = 0; i < 6; ++i) {
            view.focusPoint(i);
            QVERIFY(view.viewport()->rect().contains(card->geometry()));
        }
    }

    void outsideNamesStayText()
    {
        CostTimeChart data = sample();
        data.points[0].label = data.points[0].card = canary();
        ShownView view(data);
        view.focusPoint(0);
        const auto* card = view.findChild<QLabel*>(QStringLiteral("chartCardLabel"));
        QCOMPARE(card->textFormat(), Qt::PlainText);
        QCOMPARE(card->text(), canary());
        QVERIFY(view.spoken().contains(canary()));
    }

    void aPressAnywhereIsSafe()
    {
        ShownView view(sample());
        PlainChartView plainView(makeCostOverTimeChart(crossing(), lightStyle()), nullptr);
        plainView.resize(400, 300);
        plainView.show();
        for (QChartView* each : {static_cast<QChartView*>(&view), static_cast<QChartView*>(&plainView)}) {
            for (int x = 0; x < each->width(); x += 37) {
                for (int y = 0; y < each->height(); y += 41)
                    QTest::mouseDClick(each->viewport(), Qt::LeftButton, {}, {x, y});
            }
            each->chart()->hide(); // a press where no item lies crashes Qt 6.4 (QTBUG-118669)
            QTest::mousePress(each->viewport(), Qt::LeftButton, {}, QPoint(200, 150));
            QTest::mouseRelease(each->viewport(), Qt::LeftButton, {}, QPoint(200, 150));
        }
    }

    void theWheelIsLeftToThePage()
    {
        ShownView view(sample());
        PlainChartView plainView(makeCostOverTimeChart(crossing(), lightStyle()), nullptr);
        QVERIFY(!takesWheel(*view.viewport()));
        QVERIFY(!takesWheel(*plainView.viewport()));
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
