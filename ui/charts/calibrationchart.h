// Estimate against measured time, both logarithmic: the diagonal, a factor of two on either side, and our range at each run.
#pragma once

#include "models/qt/calibration.h"
#include "ui/charts/charttext.h"

#include <QGraphicsItem>

#include <memory>

class QChart;

namespace rightrig {

[[nodiscard]] std::unique_ptr<QChart> makeCalibrationChart(const CalibrationChart& data, const ChartStyle& style);
void updateCalibrationChart(QChart& chart, const CalibrationChart& data, const ChartStyle& style);
/// Rings the point of this run; -1 for none.
void markCalibrationRun(QChart& chart, int run);

/// Points, names of the guides and legend, over the line series of a QChart.
class CalibrationLayer : public QGraphicsItem
{
public:
    enum { Type = QGraphicsItem::UserType + 43 };
    explicit CalibrationLayer(QChart* chart);
    [[nodiscard]] static CalibrationLayer* of(const QChart& chart);
    void setData(const CalibrationChart& data, const ChartStyle& style);
    void setMarked(int run);
    [[nodiscard]] int marked() const { return m_marked; }
    [[nodiscard]] const CalibrationChart& data() const { return m_data; }
    [[nodiscard]] QPointF place(QPointF position) const; ///< log10 values -> pixels of the chart

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void fitLegend();

private:
    void drawPoints(QPainter& painter) const;
    void drawGuideNames(QPainter& painter) const;
    [[nodiscard]] QList<LegendEntry> legend() const;

    QChart* m_chart;
    CalibrationChart m_data;
    ChartStyle m_style;
    int m_marked = -1;
};

} // namespace rightrig
