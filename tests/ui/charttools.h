// What the tests of the charts share: small charts with known points, and ways to look at what was drawn.
#pragma once

#include "ui/charts/charts.h"
#include "ui/charts/costtimeview.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>
#include <QWheelEvent>
#include <QtCharts/QChart>

#include <cmath>

namespace rightrig {

inline QString canary() { return QStringLiteral("<img src=\"file:///canary.png\"><b>Evil</b>"); }

inline ChartPoint point(int option, ChartFamily family, double cost, double seconds)
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
inline CostTimeChart sample()
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

inline CostOverTimeChart crossing()
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

inline ChartStyle lightStyle() { return printStyle(QFont()); }

inline QByteArray pdfOf(QChart& chart)
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

inline bool holds(const QImage& image, const QColor& colour)
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
inline bool takesWheel(QWidget& widget)
{
    const QPointF middle = widget.rect().center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

} // namespace rightrig
