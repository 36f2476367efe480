// Small drawing helpers both charts share. Text goes through QPainter::drawText, which never reads it as HTML.
#pragma once

#include "models/qt/chartdata.h"
#include "ui/theme.h"

#include <QPainter>

class QCategoryAxis;
class QChart;

namespace rightrig {

/// Ticks and range of a plain axis. Labels and title are escaped, because Qt Charts shows them as HTML.
/// With a `length` (pixels of a horizontal axis), labels that would be cut off are left out.
void setTicks(QCategoryAxis& axis, const QList<AxisTick>& ticks, double low, double high, const QString& title, double length = 0.0);
/// As setTicks() for the horizontal axis at the chart's present width; called again whenever that changes.
void fitHorizontalTicks(const QChart& chart, const QList<AxisTick>& ticks, double low, double high, const QString& title);
void styleAxis(QCategoryAxis& axis, const ChartStyle& style);
void styleChart(QChart& chart, const ChartStyle& style);

/// Text on a patch of background colour, so that it stays readable over points and lines.
void drawTag(QPainter& painter, const QRectF& box, const QString& text, const ChartStyle& style, const QColor& colour);
[[nodiscard]] QSizeF tagSize(const QString& text, const QFont& font);
[[nodiscard]] QString shortened(const QString& text, const QFont& font, double width);

struct LegendEntry
{
    ChartFamily family{};
    QString text;
    bool filled = true;
    bool ringed = false;
};
/// Draws entries from the left, wrapping at `width`; returns the height used. Without a painter it only measures.
double drawLegend(
    QPainter* painter, const QList<LegendEntry>& entries, const QPointF& corner, double width, const ChartStyle& style, bool lines);
void drawMarker(QPainter& painter, ChartFamily family, QPointF centre, double size, bool filled, const ChartStyle& style);
/// Around a marker: measured on this very computer.
void drawRing(QPainter& painter, QPointF centre, double size, const ChartStyle& style);
[[nodiscard]] double markerSize(const ChartStyle& style);

} // namespace rightrig
