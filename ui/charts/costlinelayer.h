// Markers, direct labels, crossings and legend of the cost over time chart, over the line series of a QChart.
#pragma once

#include "ui/charts/charttext.h"

#include <QGraphicsItem>

class QChart;

namespace rightrig {

/// Where one line becomes dearer than another that started out dearer: (month, money), with the indices of the two lines.
struct CostCrossing
{
    QPointF at;
    int before = -1, after = -1; ///< cheapest before and after
};
/// The changes of the cheapest line, by month.
[[nodiscard]] QList<CostCrossing> cheapestChanges(const CostOverTimeChart& data);

class CostLineLayer : public QGraphicsItem
{
public:
    enum { Type = QGraphicsItem::UserType + 42 };
    explicit CostLineLayer(QChart* chart);
    [[nodiscard]] static CostLineLayer* of(const QChart& chart);
    void setData(const CostOverTimeChart& data, const ChartStyle& style);
    [[nodiscard]] const CostOverTimeChart& data() const { return m_data; }
    [[nodiscard]] const ChartStyle& style() const { return m_style; }

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void fitLegend();

private:
    [[nodiscard]] QPointF place(QPointF position) const;
    void drawCrossings(QPainter& painter, QList<QRectF>& taken) const;
    void drawNames(QPainter& painter, QList<QRectF>& taken) const;
    [[nodiscard]] QList<LegendEntry> legend() const;

    QChart* m_chart;
    CostOverTimeChart m_data;
    ChartStyle m_style;
    QList<CostCrossing> m_crossings;
};

} // namespace rightrig
