#include "ui/charts/calibrationchart.h"

#include "ui/charts/markers.h"

#include <QFontMetricsF>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <array>

namespace rightrig {
namespace {

constexpr double twice = 0.30102999566398120;               // log10 of 2
constexpr std::array<double, 3> guides{0.0, twice, -twice}; ///< how far above the diagonal each guide runs, log10

QCategoryAxis* axisOf(const QChart& chart, Qt::Orientation orientation)
{
    const QList<QAbstractAxis*> found = chart.axes(orientation);
    return found.isEmpty() ? nullptr : qobject_cast<QCategoryAxis*>(found.first());
}

void addAxis(QChart& chart, Qt::Alignment side)
{
    auto* axis = new QCategoryAxis(&chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart.addAxis(axis, side);
}

void addGuides(QChart& chart)
{
    for (std::size_t i = 0; i < guides.size(); ++i) {
        auto* line = new QLineSeries(&chart);
        chart.addSeries(line);
        line->attachAxis(axisOf(chart, Qt::Horizontal));
        line->attachAxis(axisOf(chart, Qt::Vertical));
    }
}

} // namespace

std::unique_ptr<QChart> makeCalibrationChart(const CalibrationChart& data, const ChartStyle& style)
{
    auto chart = std::make_unique<QChart>();
    addAxis(*chart, Qt::AlignBottom);
    addAxis(*chart, Qt::AlignLeft);
    addGuides(*chart);
    new CalibrationLayer(chart.get()); // the chart, its parent item, owns it
    updateCalibrationChart(*chart, data, style);
    return chart;
}

void updateCalibrationChart(QChart& chart, const CalibrationChart& data, const ChartStyle& style)
{
    QCategoryAxis* x = axisOf(chart, Qt::Horizontal);
    QCategoryAxis* y = axisOf(chart, Qt::Vertical);
    CalibrationLayer* layer = CalibrationLayer::of(chart);
    if (!x || !y || !layer)
        return;
    styleChart(chart, style);
    styleAxis(*x, style);
    styleAxis(*y, style);
    setTicks(*y, data.ticks, data.low, data.high, data.yTitle);
    const QList<QAbstractSeries*> series = chart.series();
    for (std::size_t i = 0; i < guides.size() && static_cast<qsizetype>(i) < series.size(); ++i) {
        auto* line = qobject_cast<QLineSeries*>(series[static_cast<qsizetype>(i)]);
        if (!line)
            continue;
        const double up = guides[i];
        line->setPen(QPen(i == 0 ? style.frontier : style.guide, i == 0 ? 1.8 : 1.2, i == 0 ? Qt::SolidLine : Qt::DashLine));
        const double from = std::max(data.low, data.low - up), to = std::min(data.high, data.high - up);
        line->replace({{from, from + up}, {to, to + up}});
    }
    layer->setData(data, style);
}

void markCalibrationRun(QChart& chart, int run)
{
    if (CalibrationLayer* layer = CalibrationLayer::of(chart))
        layer->setMarked(run);
}

CalibrationLayer::CalibrationLayer(QChart* chart) : QGraphicsItem(chart), m_chart(chart)
{
    setZValue(100);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] { prepareGeometryChange(); });
    QObject::connect(chart, &QGraphicsWidget::geometryChanged, chart, [this] { fitLegend(); });
}

CalibrationLayer* CalibrationLayer::of(const QChart& chart)
{
    const QList<QGraphicsItem*> items = chart.childItems();
    for (QGraphicsItem* item : items) {
        if (auto* layer = qgraphicsitem_cast<CalibrationLayer*>(item))
            return layer;
    }
    return nullptr;
}

void CalibrationLayer::setData(const CalibrationChart& data, const ChartStyle& style)
{
    m_data = data;
    m_style = style;
    fitLegend();
    update();
}

void CalibrationLayer::setMarked(int run)
{
    m_marked = run;
    update();
}

QRectF CalibrationLayer::boundingRect() const { return {QPointF(), m_chart->size()}; }

QPointF CalibrationLayer::place(QPointF position) const
{
    const QRectF plot = m_chart->plotArea();
    const double width = std::max(m_data.high - m_data.low, 1e-9);
    return {plot.left() + plot.width() * (position.x() - m_data.low) / width,
        plot.bottom() - plot.height() * (position.y() - m_data.low) / width};
}

QList<LegendEntry> CalibrationLayer::legend() const
{
    return {{ChartFamily::Laptop, m_data.insideText, true}, {ChartFamily::Desktop, m_data.outsideText, true}};
}

void CalibrationLayer::fitLegend()
{
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    const double height = drawLegend(nullptr, legend(), {}, m_chart->size().width() - 2.0 * margin, m_style, false);
    const int side = qRound(margin);
    const QMargins margins(side, qRound(height + margin), qRound(margin * 2.0), side);
    if (m_chart->margins() != margins)
        m_chart->setMargins(margins);
    fitHorizontalTicks(*m_chart, m_data.ticks, m_data.low, m_data.high, m_data.xTitle);
    prepareGeometryChange();
}

void CalibrationLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_style.font);
    const double margin = QFontMetricsF(m_style.font).height() * 0.5;
    drawLegend(painter, legend(), {margin, margin * 0.5}, m_chart->size().width() - 2.0 * margin, m_style, false);
    drawPoints(*painter);
    drawGuideNames(*painter);
    painter->restore();
}

void CalibrationLayer::drawPoints(QPainter& painter) const
{
    const double size = markerSize(m_style) * 0.85;
    for (const CalibrationPoint& point : m_data.points) {
        QColor range = familyColour(point.inside ? ChartFamily::Laptop : ChartFamily::Desktop, m_style.dark);
        range.setAlphaF(0.35F);
        painter.setPen(QPen(range, 1.4));
        painter.drawLine(place({point.position.x(), point.low}), place({point.position.x(), point.high}));
    }
    for (const CalibrationPoint& point : m_data.points) {
        const QPointF at = place(point.position);
        drawMarker(painter, point.inside ? ChartFamily::Laptop : ChartFamily::Desktop, at, size, true, m_style);
        if (point.run != m_marked)
            continue;
        painter.setPen(QPen(m_style.highlight, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, size * 1.3, size * 1.3);
    }
}

/// In the upper left corner: a run there would take a thousand times less than we say.
void CalibrationLayer::drawGuideNames(QPainter& painter) const
{
    QPointF corner = m_chart->plotArea().topLeft() + QPointF(6.0, 6.0);
    for (const QString& text : {m_data.exactText, m_data.twiceText}) {
        const QSizeF size = tagSize(text, m_style.font);
        drawTag(painter, QRectF(corner, size), text, m_style, m_style.text);
        corner.ry() += size.height();
    }
}

} // namespace rightrig
