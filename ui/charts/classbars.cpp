#include "ui/charts/classbars.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rightrig {
namespace {

struct ClassBarsWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassBars)
};

// In heights of the text.
constexpr double rowLines = 2.0, barLines = 1.4, legendLines = 1.6, patchLines = 0.8;
constexpr double labelShare = 0.34; // of the width

struct Measures
{
    double line, label, width;
    Measures(const QFont& font, double all) : line(QFontMetricsF(font).height()), label(all * labelShare), width(all) { }
};

void paintHatching(QPainter& painter, const QRectF& box, const QColor& ink, double step)
{
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(ink, step * 0.12));
    const int lines = static_cast<int>(std::ceil((box.width() + box.height()) / step));
    for (int i = 0; i < lines; ++i) {
        const double x = box.left() - box.height() + i * step;
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

void paintPatch(QPainter& painter, const QRectF& box, const BarSegment& segment, const ChartStyle& style)
{
    painter.fillRect(box, segment.fill);
    if (segment.hatched)
        paintHatching(painter, box, segment.ink, QFontMetricsF(style.font).height() * 0.5);
    painter.setPen(QPen(style.guide, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

/// Names of the colours, in as many lines as they need. Without a painter it only measures. Returns the height.
double legend(QPainter* painter, const QPointF& corner, const Measures& measures, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double patch = measures.line * patchLines, gap = measures.line * 0.4, most = corner.x() + measures.width;
    QPointF at = corner;
    const auto segments = barSegments({}, style.dark);
    for (const BarSegment& segment : segments) {
        const double width = patch + gap + metrics.horizontalAdvance(segment.name) + 2.0 * gap;
        if (at.x() + width > most && at.x() > corner.x())
            at = {corner.x(), at.y() + measures.line * legendLines};
        if (painter != nullptr) {
            paintPatch(*painter, {at.x(), at.y() + (measures.line - patch) / 2.0, patch, patch}, segment, style);
            painter->setPen(style.text);
            painter->drawText(QRectF(at.x() + patch + gap, at.y(), width, measures.line), Qt::AlignLeft | Qt::AlignVCenter, segment.name);
        }
        at.rx() += width;
    }
    return at.y() - corner.y() + measures.line * legendLines;
}

void paintCount(QPainter& painter, const QRectF& box, const BarSegment& segment, const QFontMetricsF& metrics)
{
    const QString count = QString::number(segment.count);
    const double width = metrics.horizontalAdvance(count) + 4.0;
    if (width > box.width())
        return;
    if (segment.hatched) // a clear ground under the figure
        painter.fillRect(QRectF(box.center().x() - width / 2.0, box.top() + 1.0, width, box.height() - 2.0), segment.fill);
    painter.setPen(segment.ink);
    painter.drawText(box, Qt::AlignCenter, count);
}

void paintBar(QPainter& painter, const AssignmentTally& tally, const QRectF& row, const Measures& measures, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    painter.setPen(style.text);
    const QString title = metrics.elidedText(plain(tally.title, 80), Qt::ElideRight, measures.label - measures.line * 0.6);
    const QRectF bar(row.left() + measures.label, row.top(), row.width() - measures.label - 1.0, measures.line * barLines);
    painter.drawText(QRectF(row.left(), bar.top(), measures.label, bar.height()), Qt::AlignLeft | Qt::AlignVCenter, title);
    const auto segments = barSegments(tally, style.dark);
    int all = 0;
    for (const BarSegment& segment : segments)
        all += segment.count;
    double x = bar.left();
    for (const BarSegment& segment : segments) {
        if (segment.count == 0)
            continue;
        const QRectF box(x, bar.top(), bar.width() * segment.count / std::max(all, 1), bar.height());
        paintPatch(painter, box, segment, style);
        paintCount(painter, box, segment, metrics);
        x += box.width();
    }
}

} // namespace

/// From dark to light in the order of use, so that they stay apart in grey; "no" by its hatching, "unknown" by its outline alone.
std::array<BarSegment, 5> barSegments(const AssignmentTally& tally, bool dark)
{
    const QColor white(Qt::white), black(0x10, 0x16, 0x20), none(Qt::transparent);
    const auto colour = [dark](QRgb light, QRgb onDark) { return QColor::fromRgb(dark ? onDark : light); };
    return {{{tally.yes, colour(0xFF16335C, 0xFFD5E4FA), dark ? black : white, false, ClassBarsWords::tr("runs")},
        {tally.tight, colour(0xFF4A79B8, 0xFF86AEE6), dark ? black : white, false, ClassBarsWords::tr("tight")},
        {tally.slow, colour(0xFFA9C4E4, 0xFF3C5E92), dark ? white : black, false, ClassBarsWords::tr("too slow")},
        {tally.no, colour(0xFFE39B4A, 0xFFE39B4A), black, true, ClassBarsWords::tr("no")},
        {tally.unknown, none, dark ? white : black, false, ClassBarsWords::tr("unknown")}}};
}

double classBarsHeight(const ClassOverview& overview, double width, const ChartStyle& style)
{
    if (overview.assignments.empty())
        return 0.0;
    const Measures measures(style.font, width);
    return legend(nullptr, {0, 0}, measures, style) + measures.line * rowLines * static_cast<double>(overview.assignments.size());
}

void paintClassBars(QPainter& painter, const ClassOverview& overview, const QRectF& box, const ChartStyle& style)
{
    const Measures measures(style.font, box.width());
    double top = box.top() + legend(&painter, box.topLeft(), measures, style);
    for (const AssignmentTally& tally : overview.assignments) {
        paintBar(painter, tally, {box.left(), top, box.width(), measures.line * rowLines}, measures, style);
        top += measures.line * rowLines;
    }
}

} // namespace rightrig
