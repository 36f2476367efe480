#include "ui/charts/markers.h"

#include <QPolygonF>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {
namespace {

QPainterPath closedPath(const QPolygonF& polygon)
{
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

/// Corners on a circle; every second one on a smaller circle where `inner` is below 1 (a star).
QPainterPath corners(int count, double radius, double inner = 1.0)
{
    QPolygonF polygon;
    for (int i = 0; i < count; ++i) {
        const double angle = -M_PI / 2.0 + 2.0 * M_PI * i / count;
        const double r = i % 2 == 0 ? radius : radius * inner;
        polygon << QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    return closedPath(polygon);
}

QPainterPath circle(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

} // namespace

const QList<ChartFamily>& allFamilies()
{
    static const QList<ChartFamily> families{
        ChartFamily::Own, ChartFamily::Free, ChartFamily::Laptop, ChartFamily::Desktop, ChartFamily::Cloud, ChartFamily::Mixed};
    return families;
}

QPainterPath familyMarker(ChartFamily family, double size)
{
    const double half = size / 2.0;
    switch (family) {
    case ChartFamily::Own:
        return corners(10, half * 1.35, 0.5);
    case ChartFamily::Free:
        return corners(5, half * 1.15);
    case ChartFamily::Laptop:
        return circle(half);
    case ChartFamily::Desktop:
        return closedPath(QPolygonF(QRectF(-half * 0.9, -half * 0.9, half * 1.8, half * 1.8)));
    case ChartFamily::Cloud:
        return corners(3, half * 1.25);
    case ChartFamily::Mixed:
        return corners(4, half * 1.25);
    }
    return circle(half);
}

Qt::PenStyle familyLine(ChartFamily family)
{
    switch (family) {
    case ChartFamily::Own:
    case ChartFamily::Laptop:
        return Qt::SolidLine;
    case ChartFamily::Free:
        return Qt::DotLine;
    case ChartFamily::Desktop:
        return Qt::DashLine;
    case ChartFamily::Cloud:
        return Qt::DashDotLine;
    case ChartFamily::Mixed:
        return Qt::DashDotDotLine;
    }
    return Qt::SolidLine;
}

QRectF placeBeside(QPointF anchor, QSizeF size, double gap, const QRectF& area, const QList<QRectF>& taken)
{
    const double w = size.width();
    const double h = size.height();
    const std::array<QPointF, 6> corners{QPointF(gap, -h / 2), QPointF(-gap - w, -h / 2), QPointF(-w / 2, -gap - h), QPointF(-w / 2, gap),
        QPointF(gap, -gap - h), QPointF(-gap - w, gap)};
    for (const QPointF& corner : corners) {
        const QRectF box(anchor + corner, size);
        const bool free = std::none_of(taken.begin(), taken.end(), [&box](const QRectF& other) { return other.intersects(box); });
        if (free && area.contains(box))
            return box;
    }
    return {};
}

} // namespace rightrig
