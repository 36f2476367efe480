// Points, intervals, guides, labels and legend of the cost and time chart, drawn as vectors over the axes of a QChart.
// Qt Charts would make one graphics item for each point (slow) and, before Qt 6.2, bitmaps for most marker shapes.
#pragma once

#include "models/qt/chartdata.h"
#include "ui/charts/charttext.h"

#include <QGraphicsItem>

#include <initializer_list>

class QChart;

namespace rightrig {

class CostTimeLayer : public QGraphicsItem
{
public:
    enum { Type = QGraphicsItem::UserType + 41 };
    explicit CostTimeLayer(QChart* chart);
    /// The layer of a chart made by makeCostTimeChart(), or null.
    [[nodiscard]] static CostTimeLayer* of(const QChart& chart);

    void setData(const CostTimeChart& data, const ChartStyle& style);
    void setMarked(int current, const QList<int>& compared); ///< indices into data().points
    [[nodiscard]] const CostTimeChart& data() const { return m_data; }
    [[nodiscard]] const ChartStyle& style() const { return m_style; }
    /// Where a point stands, in the chart's coordinates.
    [[nodiscard]] QPointF place(QPointF position) const;
    /// The nearest point within `reach` first, then all that stand on the same spot; empty if none is near.
    [[nodiscard]] QList<int> pointsNear(QPointF where, double reach) const;

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void fitLegend();

private:
    [[nodiscard]] QPointF emptiest(std::initializer_list<QPointF> corners, QSizeF size) const;
    void drawGuides(QPainter& painter, QList<QRectF>& taken) const;
    void drawPoints(QPainter& painter) const;
    void drawInterval(QPainter& painter, const ChartPoint& point, double strength) const;
    void drawMarks(QPainter& painter, QList<QRectF>& taken) const;
    void drawName(QPainter& painter, const ChartPoint& point, QList<QRectF>& taken, bool bold) const;
    [[nodiscard]] QList<LegendEntry> legend() const;

    QChart* m_chart;
    CostTimeChart m_data;
    ChartStyle m_style;
    int m_current = -1;
    QList<int> m_compared;
};

} // namespace rightrig
