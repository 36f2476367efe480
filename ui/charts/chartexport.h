// Taking a chart along: as a picture, as a file, as text.
#pragma once

#include <QByteArray>
#include <QPoint>
#include <QString>

class QChartView;

namespace rightrig {

[[nodiscard]] QByteArray chartAsSvg(QChartView& view);
[[nodiscard]] QByteArray chartAsPng(QChartView& view);
/// Copy picture, copy data, save picture. `data` is what "copy data" copies.
void showChartMenu(QChartView& view, const QString& data, QPoint where);

} // namespace rightrig
