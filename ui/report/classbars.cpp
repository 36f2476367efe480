#include "ui/report/classbars.h"

#include "models/qt/formatter.h"
#include "ui/report/reportstyle.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace rightrig {
namespace {

struct ClassBarsWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassBars)
};

// The size it is laid out for before it is scaled to the page.
constexpr double wide = 660.0, rowHeight = 26.0, barHeight = 17.0, labelWidth = 215.0, legendHeight = 24.0;
constexpr int fontPixels = 11;

struct BarSegment
{
    int count = 0;
    QRgb fill = 0;
    QRgb ink = 0;
    QString name;
};

/// From dark to light in the order of use, so that they stay apart in grey; "no" and "unknown" by colour and by outline.
std::array<BarSegment, 5> segmentsOf(const AssignmentTally& tally)
{
    return {{{tally.yes, 0xFF16335C, 0xFFFFFFFF, ClassBarsWords::tr("runs")},
        {tally.tight, 0xFF4A79B8, 0xFFFFFFFF, ClassBarsWords::tr("tight")},
        {tally.slow, 0xFFA9C4E4, 0xFF1B2330, ClassBarsWords::tr("too slow")}, {tally.no, 0xFFE39B4A, 0xFF1B2330, ClassBarsWords::tr("no")},
        {tally.unknown, 0xFFFFFFFF, 0xFF1B2330, ClassBarsWords::tr("unknown")}}};
}

void paintPatch(QPainter& painter, const QRectF& box, const BarSegment& segment)
{
    painter.setPen(QPen(QColor::fromRgb(ink::muted), 0.7));
    painter.setBrush(QColor::fromRgb(segment.fill));
    painter.drawRect(box);
}

QFont barsFont()
{
    QFont font = reportFont(8);
    font.setPixelSize(fontPixels);
    return font;
}

} // namespace

ClassBars::ClassBars(const ClassOverview& overview, double width, QObject* parent) : QObject(parent), m_overview(overview), m_width(width)
{ }

double ClassBars::heightAtSize() const { return legendHeight + rowHeight * static_cast<double>(m_overview.assignments.size()); }

QSizeF ClassBars::intrinsicSize(QTextDocument*, int, const QTextFormat&) { return {m_width, m_width * heightAtSize() / wide}; }

void ClassBars::paintLegend(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    double x = labelWidth;
    const auto segments = segmentsOf({});
    for (const BarSegment& segment : segments) {
        paintPatch(painter, {x, 4, 10, 10}, segment);
        painter.setPen(QColor::fromRgb(ink::text));
        const double width = metrics.horizontalAdvance(segment.name) + 4.0;
        painter.drawText(QRectF(x + 15.0, 0, width, 18), Qt::AlignLeft | Qt::AlignVCenter, segment.name);
        x += 15.0 + width + 14.0;
    }
}

void ClassBars::paintBar(QPainter& painter, const AssignmentTally& tally, double top) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(QColor::fromRgb(ink::text));
    const QString title = metrics.elidedText(plain(tally.title), Qt::ElideRight, labelWidth - 10.0);
    painter.drawText(QRectF(0, top, labelWidth - 10.0, barHeight), Qt::AlignLeft | Qt::AlignVCenter, title);
    const auto segments = segmentsOf(tally);
    int all = 0;
    for (const BarSegment& segment : segments)
        all += segment.count;
    double x = labelWidth;
    for (const BarSegment& segment : segments) {
        if (segment.count == 0)
            continue;
        const QRectF box(x, top, (wide - labelWidth - 2.0) * segment.count / std::max(all, 1), barHeight);
        paintPatch(painter, box, segment);
        const QString count = QString::number(segment.count);
        painter.setPen(QColor::fromRgb(segment.ink));
        if (metrics.horizontalAdvance(count) + 2.0 < box.width())
            painter.drawText(box, Qt::AlignCenter, count);
        x += box.width();
    }
}

void ClassBars::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat&)
{
    if (painter->hasClipping() && !painter->clipBoundingRect().contains(rect.center()))
        return; // the document asks once for each page
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / wide, rect.width() / wide);
    painter->setFont(barsFont());
    paintLegend(*painter);
    double top = legendHeight;
    for (const AssignmentTally& tally : m_overview.assignments) {
        paintBar(*painter, tally, top);
        top += rowHeight;
    }
    painter->restore();
}

QString classBarsText(const ClassOverview& overview)
{
    QStringList texts;
    for (const AssignmentTally& tally : overview.assignments) {
        QStringList parts;
        const auto segments = segmentsOf(tally);
        for (const BarSegment& segment : segments) {
            if (segment.count > 0)
                parts.append(ClassBarsWords::tr("%1 %2").arg(segment.name, QString::number(segment.count)));
        }
        texts.append(ClassBarsWords::tr("%1: %2.").arg(plain(tally.title, 80), parts.join(QLatin1String(", "))));
    }
    return texts.join(QLatin1Char(' '));
}

} // namespace rightrig
