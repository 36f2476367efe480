#include "ui/charts/costlinelayer.h"

#include "models/qt/formatter.h"
#include "ui/charts/markers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QtCharts/QChart>

#include <algorithm>
#include <limits>
#include <optional>

namespace rightrig {
namespace {

struct CostOverTimeChartWords
{
    Q_DECLARE_TR_FUNCTIONS(CostOverTimeChart)
};

/// Money on a line at a month; empty outside its points.
std::optional<double> moneyAt(const CostLinePoints& line, double month)
{
    for (qsizetype i = 1; i < line.points.size(); ++i) {
        const QPointF a = line.points[i - 1];
        const QPointF b = line.points[i];
        if (month >= a.x() && month <= b.x() && b.x() > a.x())
            return a.y() + (b.y() - a.y()) * (month - a.x()) / (b.x() - a.x());
    }
    return std::nullopt;
}

int cheapestAt(const CostOverTimeChart& data, double month)
{
    int cheapest = -1;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < data.lines.size(); ++i) {
        const std::optional<double> money = moneyAt(data.lines[i], month);
        if (money && *money < least) {
            least = *money;
            cheapest = i;
        }
    }
    return cheapest;
}

} // namespace

QList<CostCrossing> cheapestChanges(const CostOverTimeChart& data)
{
    constexpr int steps = 240;
    QList<CostCrossing> changes;
    int before = cheapestAt(data, 0.0);
    for (int i = 1; i <= steps; ++i) {
        const double month = data.months * i / steps;
        const int after = cheapestAt(data, month);
        if (before >= 0 && after >= 0 && after != before) {
            const double middle = month - data.months / steps / 2.0;
            changes.append({{middle, moneyAt(data.lines[after], middle).value_or(0.0)}, before, after});
        }
        before = after;
    }
    return changes;
}

CostLineLayer::CostLineLayer(QChart* chart) : QGraphicsItem(chart), m_chart(chart)
{
    setZValue(100);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] { prepareGeometryChange(); });
    QObject::connect(chart, &QGraphicsWidget::geometryChanged, chart, [this] { fitLegend(); });
}

CostLineLayer* CostLineLayer::of(const QChart& chart)
{
    const QList<QGraphicsItem*> items = chart.childItems();
    for (QGraphicsItem* item : items) {
        if (auto* layer = qgraphicsitem_cast<CostLineLayer*>(item))
            return layer;
    }
    return nullptr;
}

void CostLineLayer::setData(const CostOverTimeChart& data, const ChartStyle& style)
{
    m_data = data;
    m_style = style;
    m_crossings = cheapestChanges(data);
    // where all lines still lie on the axis, nobody could see them cross
    m_crossings.removeIf([&data](const CostCrossing& crossing) { return crossing.at.y() < 0.02 * data.most; });
    fitLegend();
    update();
}

QRectF CostLineLayer::boundingRect() const { return {QPointF(), m_chart->size()}; }

QPointF CostLineLayer::place(QPointF position) const
{
    const QRectF plot = m_chart->plotArea();
    return {plot.left() + plot.width() * position.x() / std::max(m_data.months, 1e-9),
        plot.bottom() - plot.height() * position.y() / std::max(m_data.most, 1e-9)};
}

QList<LegendEntry> CostLineLayer::legend() const
{
    QList<LegendEntry> entries;
    for (const CostLinePoints& line : m_data.lines) {
        const QString name = line.label.isEmpty() ? familyName(line.family) : line.label;
        entries.append({line.family, shortened(name, m_style.font, m_chart->size().width() * 0.44), true});
    }
    return entries;
}

void CostLineLayer::fitLegend()
{
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    const double height = drawLegend(nullptr, legend(), {}, m_chart->size().width() - 2.0 * margin, m_style, true);
    const int side = qRound(margin);
    const QMargins margins(side, qRound(height + margin), qRound(margin * 2.0), side);
    if (m_chart->margins() != margins)
        m_chart->setMargins(margins);
    fitHorizontalTicks(*m_chart, m_data.xTicks, 0.0, m_data.months, m_data.xTitle);
    prepareGeometryChange();
}

void CostLineLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_style.font);
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    drawLegend(painter, legend(), {margin, margin * 0.5}, m_chart->size().width() - 2.0 * margin, m_style, true);
    QList<QRectF> taken;
    drawCrossings(*painter, taken);
    drawNames(*painter, taken);
    painter->restore();
}

void CostLineLayer::drawCrossings(QPainter& painter, QList<QRectF>& taken) const
{
    const QRectF plot = m_chart->plotArea();
    const double size = markerSize(m_style);
    for (const CostCrossing& crossing : m_crossings) {
        const QPointF at = place(crossing.at);
        painter.setPen(QPen(m_style.guide, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(at.x(), plot.bottom()), at);
        painter.setPen(QPen(m_style.highlight, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, size * 0.8, size * 0.8);
        const QString text = CostOverTimeChartWords::tr("Break-even: month %1").arg(formatNumber(crossing.at.x()));
        const QRectF box = placeBeside(at, tagSize(text, m_style.font), size * 1.2, plot, taken);
        if (box.isNull())
            continue;
        drawTag(painter, box, text, m_style, m_style.text);
        taken.append(box);
    }
}

void CostLineLayer::drawNames(QPainter& painter, QList<QRectF>& taken) const
{
    const QRectF plot = m_chart->plotArea();
    const double size = markerSize(m_style);
    for (const CostLinePoints& line : m_data.lines) {
        if (line.points.isEmpty())
            continue;
        const QPointF end = place(line.points.last());
        drawMarker(painter, line.family, end, size * 1.2, true, m_style);
        drawMarker(painter, line.family, place(line.points.first()), size * 1.2, true, m_style);
        const QString text = familyName(line.family);
        const QRectF box = placeBeside(end, tagSize(text, m_style.font), size, plot, taken);
        if (box.isNull())
            continue;
        drawTag(painter, box, text, m_style, m_style.text);
        taken.append(box);
    }
}

} // namespace rightrig
