#include "ui/charts/charttext.h"

#include "models/qt/formatter.h"
#include "ui/charts/markers.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>

#include <algorithm>

namespace rightrig {
namespace {

/// " USD" if every label ends so and the title names it already: short labels are not cut off.
QString spareUnit(const QList<AxisTick>& ticks, const QString& title)
{
    const QString first = ticks.isEmpty() ? QString() : ticks.first().label;
    const QString unit = first.mid(first.lastIndexOf(QLatin1Char(' ')) + 1);
    const bool named = !unit.isEmpty() && title.contains(QLatin1Char('(') + unit + QLatin1Char(')'));
    const QString suffix = QLatin1Char(' ') + unit;
    const bool all = std::all_of(ticks.begin(), ticks.end(), [&suffix](const AxisTick& tick) { return tick.label.endsWith(suffix); });
    return named && all ? suffix : QString();
}

/// The ticks inside the range with escaped labels; with a length, only those whose labels keep clear of the one before.
QList<AxisTick> roomyTicks(
    const QList<AxisTick>& ticks, double low, double high, const QString& title, const QFontMetricsF& metrics, double length)
{
    const qsizetype spare = spareUnit(ticks, title).size();
    QList<AxisTick> kept;
    double end = -1e9;
    for (const AxisTick& tick : ticks) {
        const QString text = tick.label.chopped(spare);
        const double half = metrics.horizontalAdvance(text) * 0.62; // with some air
        const double at = length * (tick.position - low) / std::max(high - low, 1e-9);
        const bool inside = tick.position >= low && tick.position <= high;
        const bool cut = at - half < end || at + half > length + metrics.height() * 2.0; // by its neighbour, by the edge
        if (!inside || (length > 0.0 && cut))
            continue;
        end = at + half;
        kept.append({tick.position, escaped(text.toStdString())});
    }
    return kept;
}

} // namespace

void setTicks(QCategoryAxis& axis, const QList<AxisTick>& ticks, double low, double high, const QString& title, double length)
{
    const QList<AxisTick> wanted = roomyTicks(ticks, low, high, title, QFontMetricsF(axis.labelsFont()), length);
    QStringList labels;
    for (const AxisTick& tick : wanted)
        labels.append(tick.label);
    const QStringList old = axis.categoriesLabels();
    const bool same = old == labels && qFuzzyCompare(axis.min(), low) && qFuzzyCompare(axis.max(), high);
    if (!same) {
        for (const QString& label : old)
            axis.remove(label);
        axis.setRange(low, high);
        axis.setStartValue(low);
        for (const AxisTick& tick : wanted)
            axis.append(tick.label, tick.position);
        axis.setRange(low, high);
    }
    axis.setTitleText(escaped(title.toStdString()));
}

void fitHorizontalTicks(const QChart& chart, const QList<AxisTick>& ticks, double low, double high, const QString& title)
{
    const QList<QAbstractAxis*> axes = chart.axes(Qt::Horizontal);
    auto* axis = axes.isEmpty() ? nullptr : qobject_cast<QCategoryAxis*>(axes.first());
    if (!axis)
        return;
    const double sides = QFontMetricsF(axis->labelsFont()).height() * 8.0; // title and labels of the other axis
    setTicks(*axis, ticks, low, high, title, std::max(1.0, chart.size().width() - sides));
}

void styleAxis(QCategoryAxis& axis, const ChartStyle& style)
{
    QFont title = style.font;
    title.setBold(true);
    axis.setLabelsFont(style.font);
    axis.setTitleFont(title);
    axis.setLabelsBrush(style.text);
    axis.setTitleBrush(style.text);
    axis.setLinePen(QPen(style.text, 1.0));
    axis.setGridLinePen(QPen(style.grid, 1.0));
}

void styleChart(QChart& chart, const ChartStyle& style)
{
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.legend()->hide(); // drawn by our own layer: shapes as well as colours, and never HTML
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setBackgroundRoundness(0);
    chart.setDropShadowEnabled(false); // a graphics effect would turn the whole chart into a bitmap in a PDF
    chart.setBackgroundBrush(style.background);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setPlotAreaBackgroundVisible(false);
}

QSizeF tagSize(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics(font);
    return {metrics.horizontalAdvance(text) + metrics.height() * 0.5, metrics.height() * 1.15};
}

QString shortened(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

void drawTag(QPainter& painter, const QRectF& box, const QString& text, const ChartStyle& style, const QColor& colour)
{
    QColor patch = style.background;
    patch.setAlphaF(0.88F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(patch);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
}

double markerSize(const ChartStyle& style) { return QFontMetricsF(style.font).height() * 0.62; }

void drawMarker(QPainter& painter, ChartFamily family, QPointF centre, double size, bool filled, const ChartStyle& style)
{
    const QColor colour = familyColour(family, style.dark);
    QColor hollow = colour;
    hollow.setAlphaF(0.55F);
    painter.setPen(QPen(filled ? style.background : hollow, filled ? 0.8 : 1.2));
    painter.setBrush(filled ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawPath(familyMarker(family, size).translated(centre));
}

void drawRing(QPainter& painter, QPointF centre, double size, const ChartStyle& style)
{
    painter.setPen(QPen(style.text, std::max(1.2, size * 0.12)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, size, size);
}

double drawLegend(
    QPainter* painter, const QList<LegendEntry>& entries, const QPointF& corner, double width, const ChartStyle& style, bool lines)
{
    const QFontMetricsF metrics(style.font);
    const double row = metrics.height() * 1.35;
    const double size = markerSize(style) * 1.15;
    const double sample = lines ? size * 3.0 : size * 1.4;
    double x = 0.0;
    double y = 0.0;
    for (const LegendEntry& entry : entries) {
        const double needs = sample + metrics.height() * 0.3 + metrics.horizontalAdvance(entry.text);
        if (x > 0.0 && x + needs > width) {
            x = 0.0;
            y += row;
        }
        if (painter) {
            const QPointF middle = corner + QPointF(x + sample / 2.0, y + row / 2.0);
            if (lines) {
                painter->setPen(QPen(familyColour(entry.family, style.dark), 2.0, familyLine(entry.family)));
                painter->drawLine(middle - QPointF(sample / 2.0, 0), middle + QPointF(sample / 2.0, 0));
            }
            drawMarker(*painter, entry.family, middle, entry.ringed ? size * 0.7 : size, entry.filled, style);
            if (entry.ringed)
                drawRing(*painter, middle, size * 0.65, style);
            painter->setPen(style.text);
            painter->drawText(
                QPointF(corner.x() + x + sample + metrics.height() * 0.3, middle.y() + metrics.ascent() / 2.0 - 1.0), entry.text);
        }
        x += needs + metrics.height() * 1.1;
    }
    return entries.isEmpty() ? 0.0 : y + row;
}

} // namespace rightrig
