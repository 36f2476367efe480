#include "ui/charts/charts.h"

#include "ui/charts/charttext.h"
#include "ui/charts/costlinelayer.h"
#include "ui/charts/costtimelayer.h"
#include "ui/charts/markers.h"

#include <QGraphicsScene>
#include <QPainter>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

namespace rightrig {
namespace {

struct Axes
{
    QCategoryAxis* x = nullptr;
    QCategoryAxis* y = nullptr;
};

Axes addAxes(QChart& chart)
{
    Axes axes{new QCategoryAxis(&chart), new QCategoryAxis(&chart)};
    for (QCategoryAxis* axis : {axes.x, axes.y})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart.addAxis(axes.x, Qt::AlignBottom);
    chart.addAxis(axes.y, Qt::AlignLeft);
    return axes;
}

Axes axesOf(const QChart& chart)
{
    const auto first = [&chart](Qt::Orientation orientation) -> QCategoryAxis* {
        const QList<QAbstractAxis*> found = chart.axes(orientation);
        return found.isEmpty() ? nullptr : qobject_cast<QCategoryAxis*>(found.first());
    };
    return {first(Qt::Horizontal), first(Qt::Vertical)};
}

QLineSeries* addLine(QChart& chart, const Axes& axes)
{
    auto* line = new QLineSeries(&chart);
    chart.addSeries(line);
    line->attachAxis(axes.x);
    line->attachAxis(axes.y);
    return line;
}

void styleAll(QChart& chart, const Axes& axes, const ChartStyle& style)
{
    styleChart(chart, style);
    styleAxis(*axes.x, style);
    styleAxis(*axes.y, style);
}

/// A chart can only be painted from inside a scene; lends it one for a moment if it stands in none.
class SceneLoan
{
public:
    explicit SceneLoan(QChart& chart) : m_chart(chart), m_lent(chart.scene() == nullptr)
    {
        if (m_lent)
            m_scene.addItem(&chart);
    }
    ~SceneLoan()
    {
        if (m_lent)
            m_scene.removeItem(&m_chart);
    }
    SceneLoan(const SceneLoan&) = delete;
    SceneLoan& operator=(const SceneLoan&) = delete;

private:
    QGraphicsScene m_scene;
    QChart& m_chart;
    bool m_lent;
};

} // namespace

std::unique_ptr<QChart> makeCostTimeChart(const CostTimeChart& data, const ChartStyle& style)
{
    auto chart = std::make_unique<QChart>();
    const Axes axes = addAxes(*chart);
    addLine(*chart, axes);
    new CostTimeLayer(chart.get()); // the chart, its parent item, owns it
    updateCostTimeChart(*chart, data, style);
    return chart;
}

void updateCostTimeChart(QChart& chart, const CostTimeChart& data, const ChartStyle& style)
{
    const Axes axes = axesOf(chart);
    CostTimeLayer* layer = CostTimeLayer::of(chart);
    auto* frontier = chart.series().isEmpty() ? nullptr : qobject_cast<QLineSeries*>(chart.series().constFirst());
    if (!axes.x || !axes.y || !layer || !frontier)
        return;
    styleAll(chart, axes, style);
    setTicks(*axes.y, data.yTicks, data.yMin, data.yMax, data.yTitle);
    frontier->setPen(QPen(style.frontier, 2.0));
    frontier->replace(data.frontier);
    layer->setData(data, style);
}

std::unique_ptr<QChart> makeCostOverTimeChart(const CostOverTimeChart& data, const ChartStyle& style)
{
    auto chart = std::make_unique<QChart>();
    addAxes(*chart);
    new CostLineLayer(chart.get()); // the chart, its parent item, owns it
    updateCostOverTimeChart(*chart, data, style);
    return chart;
}

void updateCostOverTimeChart(QChart& chart, const CostOverTimeChart& data, const ChartStyle& style)
{
    const Axes axes = axesOf(chart);
    CostLineLayer* layer = CostLineLayer::of(chart);
    if (!axes.x || !axes.y || !layer)
        return;
    styleAll(chart, axes, style);
    setTicks(*axes.y, data.yTicks, 0.0, data.most, data.yTitle);
    while (chart.series().size() < data.lines.size())
        addLine(chart, axes);
    const QList<QAbstractSeries*> series = chart.series();
    for (qsizetype i = 0; i < series.size(); ++i) {
        auto* line = qobject_cast<QLineSeries*>(series[i]);
        if (!line)
            continue;
        const bool used = i < data.lines.size();
        line->replace(used ? data.lines[i].points : QList<QPointF>());
        if (used)
            line->setPen(QPen(familyColour(data.lines[i].family, style.dark), 2.2, familyLine(data.lines[i].family)));
    }
    layer->setData(data, style);
}

void paintChart(QPainter& painter, QChart& chart, const QRectF& target, const QSizeF& size)
{
    const SceneLoan loan(chart);
    const QSizeF before = chart.size();
    chart.resize(size);
    const QRectF source = chart.mapRectToScene(QRectF(QPointF(), size));
    chart.scene()->render(&painter, target, source, Qt::KeepAspectRatio);
    if (!before.isEmpty())
        chart.resize(before);
}

} // namespace rightrig
