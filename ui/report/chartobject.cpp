#include "ui/report/chartobject.h"

#include "ui/charts/charts.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QPainter>

namespace rightrig {
namespace {

/// The size a chart is laid out for before it is scaled to the page: text of 8 points comes out at about 8 points.
constexpr QSizeF laidOutSize(660, 320);

} // namespace

ChartObject::ChartObject(double width, QObject* parent) : QObject(parent), m_width(width) { }

ChartObject::~ChartObject() = default;

int ChartObject::add(std::unique_ptr<QChart> chart)
{
    // the legend's height follows from the width, and the plot from the legend's height: settle both before painting
    chart->resize(laidOutSize);
    chart->layout()->activate();
    m_charts.push_back(std::move(chart));
    return static_cast<int>(m_charts.size()) - 1;
}

QSizeF ChartObject::intrinsicSize(QTextDocument*, int, const QTextFormat&)
{
    return {m_width, m_width * laidOutSize.height() / laidOutSize.width()};
}

void ChartObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    // a line series sets a clip of its own, so a chart that begins on the next page would leave its lines on this one
    if (painter->hasClipping() && !painter->clipBoundingRect().contains(rect.center()))
        return;
    const auto index = static_cast<std::size_t>(format.intProperty(indexProperty));
    if (index < m_charts.size())
        paintChart(*painter, *m_charts[index], rect, laidOutSize);
}

} // namespace rightrig
