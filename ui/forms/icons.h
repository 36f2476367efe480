// The program's own drawings (resources/icons), painted in any colour so that they show in light and dark.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace rightrig {

/// The drawing `name` in one colour; empty if there is none of that name.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int side, const QColor& colour, double pixelRatio);
[[nodiscard]] QIcon programIcon();

} // namespace rightrig
