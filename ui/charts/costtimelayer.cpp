#include "ui/charts/costtimelayer.h"

#include "ui/charts/markers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QtCharts/QChart>

#include <algorithm>
#include <cmath>
#include <set>

namespace rightrig {
namespace {

struct CostTimeChartWords
{
    Q_DECLARE_TR_FUNCTIONS(CostTimeChart)
};

double share(double value, double low, double high) { return high > low ? (value - low) / (high - low) : 0.5; }

bool same(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < 2.5; }

} // namespace

CostTimeLayer::CostTimeLayer(QChart* chart) : QGraphicsItem(chart), m_chart(chart)
{
    setZValue(100);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] { prepareGeometryChange(); });
    QObject::connect(chart, &QGraphicsWidget::geometryChanged, chart, [this] { fitLegend(); });
}

CostTimeLayer* CostTimeLayer::of(const QChart& chart)
{
    const QList<QGraphicsItem*> items = chart.childItems();
    for (QGraphicsItem* item : items) {
        if (auto* layer = qgraphicsitem_cast<CostTimeLayer*>(item))
            return layer;
    }
    return nullptr;
}

void CostTimeLayer::setData(const CostTimeChart& data, const ChartStyle& style)
{
    m_data = data;
    m_style = style;
    m_current = -1;
    m_compared.clear();
    fitLegend();
    update();
}

void CostTimeLayer::setMarked(int current, const QList<int>& compared)
{
    m_current = current;
    m_compared = compared;
    update();
}

QRectF CostTimeLayer::boundingRect() const { return {QPointF(), m_chart->size()}; }

QPointF CostTimeLayer::place(QPointF position) const
{
    const QRectF plot = m_chart->plotArea();
    return {plot.left() + plot.width() * share(position.x(), m_data.xMin, m_data.xMax),
        plot.bottom() - plot.height() * share(position.y(), m_data.yMin, m_data.yMax)};
}

QList<int> CostTimeLayer::pointsNear(QPointF where, double reach) const
{
    int nearest = -1;
    double least = reach;
    for (int i = 0; i < m_data.points.size(); ++i) {
        const QPointF offset = place(m_data.points[i].position) - where;
        const double distance = std::hypot(offset.x(), offset.y());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    if (nearest < 0)
        return {};
    QList<int> found{nearest};
    const QPointF spot = place(m_data.points[nearest].position);
    for (int i = 0; i < m_data.points.size(); ++i) {
        if (i != nearest && same(place(m_data.points[i].position), spot))
            found.append(i);
    }
    return found;
}

QList<LegendEntry> CostTimeLayer::legend() const
{
    std::set<ChartFamily> used;
    bool hollow = false, measured = false;
    for (const ChartPoint& point : m_data.points) {
        used.insert(point.family);
        hollow = hollow || !point.usable;
        measured = measured || point.measured;
    }
    QList<LegendEntry> entries;
    for (const ChartFamily family : allFamilies()) {
        if (used.contains(family))
            entries.append({family, familyName(family), true});
    }
    if (measured)
        entries.append({ChartFamily::Own, CostTimeChartWords::tr("Ringed: measured on your computer"), true, true});
    if (hollow)
        entries.append({ChartFamily::Laptop, CostTimeChartWords::tr("Hollow: ruled out by your answers"), false});
    return entries;
}

void CostTimeLayer::fitLegend()
{
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    const double height = drawLegend(nullptr, legend(), {}, m_chart->size().width() - 2.0 * margin, m_style, false);
    const int side = qRound(margin);
    const QMargins margins(side, qRound(height + margin), qRound(margin * 2.0), side);
    if (m_chart->margins() != margins)
        m_chart->setMargins(margins);
    fitHorizontalTicks(*m_chart, m_data.xTicks, m_data.xMin, m_data.xMax, m_data.xTitle);
    prepareGeometryChange();
}

void CostTimeLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_style.font);
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    drawLegend(painter, legend(), {margin, margin * 0.5}, m_chart->size().width() - 2.0 * margin, m_style, false);
    QList<QRectF> taken;
    drawPoints(*painter);
    drawGuides(*painter, taken);
    drawMarks(*painter, taken);
    painter->restore();
}

/// Where a box of this size hides the fewest points; the first of equals.
QPointF CostTimeLayer::emptiest(std::initializer_list<QPointF> corners, QSizeF size) const
{
    const auto hidden = [&](QPointF corner) {
        const QRectF box(corner, size);
        return std::count_if(
            m_data.points.begin(), m_data.points.end(), [&](const ChartPoint& point) { return box.contains(place(point.position)); });
    };
    return *std::min_element(corners.begin(), corners.end(), [&](QPointF a, QPointF b) { return hidden(a) < hidden(b); });
}

void CostTimeLayer::drawGuides(QPainter& painter, QList<QRectF>& taken) const
{
    const QRectF plot = m_chart->plotArea();
    const auto tag = [&](const QString& text, QPointF corner) {
        const QRectF box(corner, tagSize(text, m_style.font));
        drawTag(painter, box, text, m_style, m_style.text);
        taken.append(box);
    };
    const QPen pen(m_style.guide, 1.4, Qt::DashLine);
    if (m_data.patience && *m_data.patience > m_data.yMin && *m_data.patience < m_data.yMax) {
        const double y = place({m_data.xMin, *m_data.patience}).y();
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QString text = CostTimeChartWords::tr("Longest you want to wait");
        const QSizeF size = tagSize(text, m_style.font);
        const double right = plot.right() - size.width();
        const double left = plot.left() + 1.0;
        const double above = y - size.height() - 1.0;
        tag(text, emptiest({{right, y + 1.0}, {left, y + 1.0}, {right, above}, {left, above}}, size));
    }
    if (m_data.budget && *m_data.budget > m_data.xMin && *m_data.budget < m_data.xMax) {
        const double x = place({*m_data.budget, m_data.yMin}).x();
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QString text = CostTimeChartWords::tr("Your budget");
        const QSizeF size = tagSize(text, m_style.font);
        tag(text, {x + size.width() > plot.right() ? x - size.width() - 1.0 : x + 1.0, plot.top() + 1.0});
    }
}

void CostTimeLayer::drawInterval(QPainter& painter, const ChartPoint& point, double strength) const
{
    QColor colour = familyColour(point.family, m_style.dark);
    colour.setAlphaF(static_cast<float>(strength));
    painter.setPen(QPen(colour, 1.0));
    const QRectF plot = m_chart->plotArea();
    const auto clamped = [&plot](QPointF p) {
        return QPointF(std::clamp(p.x(), plot.left(), plot.right()), std::clamp(p.y(), plot.top(), plot.bottom()));
    };
    const QPointF at = point.position;
    painter.drawLine(clamped(place({at.x(), point.timeLow})), clamped(place({at.x(), point.timeHigh})));
    if (point.costHigh > point.costLow)
        painter.drawLine(clamped(place({point.costLow, at.y()})), clamped(place({point.costHigh, at.y()})));
}

void CostTimeLayer::drawPoints(QPainter& painter) const
{
    const double size = markerSize(m_style);
    for (const ChartPoint& point : m_data.points) {
        if (point.usable)
            drawInterval(painter, point, point.onFrontier ? 0.8 : 0.22);
    }
    for (const bool usable : {false, true}) {
        for (const ChartPoint& point : m_data.points) {
            if (point.usable == usable)
                drawMarker(painter, point.family, place(point.position), usable ? size : size * 0.8, usable, m_style);
        }
    }
    for (const ChartPoint& point : m_data.points) {
        if (point.measured)
            drawRing(painter, place(point.position), size, m_style);
    }
}

void CostTimeLayer::drawName(QPainter& painter, const ChartPoint& point, QList<QRectF>& taken, bool bold) const
{
    QFont font = m_style.font;
    font.setBold(bold);
    const QString text = shortened(point.label, font, m_chart->plotArea().width() * 0.4);
    const QRectF box = placeBeside(place(point.position), tagSize(text, font), markerSize(m_style), m_chart->plotArea(), taken);
    if (box.isNull())
        return;
    painter.setFont(font);
    drawTag(painter, box, text, m_style, m_style.text);
    painter.setFont(m_style.font);
    taken.append(box);
}

void CostTimeLayer::drawMarks(QPainter& painter, QList<QRectF>& taken) const
{
    const double size = markerSize(m_style);
    const auto ring = [&](const ChartPoint& point, double factor, double width, Qt::PenStyle line) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_style.highlight, width, line));
        painter.drawEllipse(place(point.position), size * factor, size * factor);
    };
    for (const ChartPoint& point : m_data.points) {
        if (point.best) {
            drawMarker(painter, point.family, place(point.position), size * 1.5, point.usable, m_style);
            ring(point, 1.15, 2.5, Qt::SolidLine);
            drawName(painter, point, taken, true);
        }
    }
    for (const int index : m_compared) {
        ring(m_data.points[index], 1.0, 2.0, Qt::DashLine);
        drawName(painter, m_data.points[index], taken, false);
    }
    if (m_current >= 0 && m_current < m_data.points.size())
        ring(m_data.points[m_current], 1.4, 2.0, Qt::SolidLine);
}

} // namespace rightrig
