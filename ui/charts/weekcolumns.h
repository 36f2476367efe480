// Rented hours and what they cost by the week in which the work is due: two rows of columns over the same weeks.
#pragma once

#include "models/domain/classroom.h"
#include "ui/theme.h"

#include <QRectF>

class QPainter;

namespace rightrig {

[[nodiscard]] double weekColumnsHeight(const ClassOverview& overview, const ChartStyle& style);
/// The painter has the style's font.
void paintWeekColumns(QPainter& painter, const ClassOverview& overview, const QRectF& box, const ChartStyle& style);

} // namespace rightrig
