// The order of table cells, the same in every table.
#pragma once

#include <QVariant>

namespace rightrig {

/// Texts by the user's language, numbers by value. An invalid value is unknown and goes last whichever way the arrow points, so its place
/// turns round with the order.
[[nodiscard]] bool sortsBefore(const QVariant& a, const QVariant& b, Qt::SortOrder order);

} // namespace rightrig
