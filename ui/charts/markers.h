// The shape and the line style of each family: colour is never the only thing that tells them apart.
#pragma once

#include "models/qt/chartdata.h"

#include <QList>
#include <QPainterPath>
#include <QRectF>
#include <QSizeF>

namespace rightrig {

/// In the order a legend names them.
[[nodiscard]] const QList<ChartFamily>& allFamilies();
/// Closed outline centred on (0, 0), about `size` wide. Always a path, so that a PDF keeps it as a vector.
[[nodiscard]] QPainterPath familyMarker(ChartFamily family, double size);
[[nodiscard]] Qt::PenStyle familyLine(ChartFamily family);

/// Where a label of `size` can stand beside `anchor`: inside `area` and off every rectangle in `taken`; a null rectangle if nowhere.
[[nodiscard]] QRectF placeBeside(QPointF anchor, QSizeF size, double gap, const QRectF& area, const QList<QRectF>& taken);

} // namespace rightrig
