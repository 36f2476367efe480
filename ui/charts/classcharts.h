// The charts of a class: students of each assignment as stacked bars, rented hours and their cost by due week. Painted without Qt Charts,
// so that window and PDF show the same. Each has its numbers in a table beside it.
#pragma once

#include "models/domain/classroom.h"
#include "ui/theme.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace rightrig {

enum class ClassChart { Students, Weeks };

/// How high it is at this width, with text in the style's font; 0 if there is nothing to draw.
[[nodiscard]] double classChartHeight(ClassChart chart, const ClassOverview& overview, double width, const ChartStyle& style);
/// Draws into `box`, which should have that height.
void paintClassChart(QPainter& painter, ClassChart chart, const ClassOverview& overview, const QRectF& box, const ChartStyle& style);
/// Its title for assistive technology.
[[nodiscard]] QString classChartName(ClassChart chart);
/// Everything it shows, in sentences, for those who cannot see it.
[[nodiscard]] QString classChartText(ClassChart chart, const ClassOverview& overview);

} // namespace rightrig
