// The only file pair (with its view) that knows Qt Charts. Values are log10 on plain axes with our own ticks (ARCHITECTURE: charts).
#pragma once

#include "models/qt/chartdata.h"
#include "ui/theme.h"

#include <QRectF>

#include <memory>

class QChart;
class QPainter;

namespace rightrig {

[[nodiscard]] std::unique_ptr<QChart> makeCostTimeChart(const CostTimeChart& data, const ChartStyle& style);
[[nodiscard]] std::unique_ptr<QChart> makeCostOverTimeChart(const CostOverTimeChart& data, const ChartStyle& style);
/// Shows other data in a chart that the function above made: far cheaper than a new chart.
void updateCostTimeChart(QChart& chart, const CostTimeChart& data, const ChartStyle& style);
void updateCostOverTimeChart(QChart& chart, const CostOverTimeChart& data, const ChartStyle& style);
/// Draws a chart as vectors into `target` (PDF, printer); `size` is the logical size it is laid out for.
void paintChart(QPainter& painter, QChart& chart, const QRectF& target, const QSizeF& size);

} // namespace rightrig
