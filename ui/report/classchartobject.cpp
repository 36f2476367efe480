#include "ui/report/classchartobject.h"

#include "ui/report/chartobject.h"
#include "ui/report/reportstyle.h"

#include <QPainter>

namespace rightrig {
namespace {

// The width it is laid out for before it is scaled to the page.
constexpr double wide = 660.0;
constexpr int fontPixels = 11;

ChartStyle pageStyle()
{
    QFont font = reportFont(8);
    font.setPixelSize(fontPixels);
    return printStyle(font);
}

ClassChart chartOf(const QTextFormat& format) { return static_cast<ClassChart>(format.intProperty(ChartObject::indexProperty)); }

} // namespace

ClassChartObject::ClassChartObject(const ClassOverview& overview, double width, QObject* parent)
    : QObject(parent), m_overview(overview), m_width(width)
{ }

QSizeF ClassChartObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    return {m_width, m_width * classChartHeight(chartOf(format), m_overview, wide, pageStyle()) / wide};
}

void ClassChartObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    if (painter->hasClipping() && !painter->clipBoundingRect().contains(rect.center()))
        return; // the document asks once for each page
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / wide, rect.width() / wide);
    paintClassChart(*painter, chartOf(format), m_overview, {0, 0, wide, wide * rect.height() / rect.width()}, pageStyle());
    painter->restore();
}

} // namespace rightrig
