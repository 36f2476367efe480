// How the students of a class stand with each assignment: one bar for each, from those who can to those of whom nobody knows.
#pragma once

#include "models/domain/classroom.h"
#include "ui/theme.h"

#include <QRectF>
#include <QString>

#include <array>

class QPainter;

namespace rightrig {

struct BarSegment
{
    int count = 0;
    QColor fill, ink;
    bool hatched = false; ///< tells "no" from the others without colour
    QString name;
};
[[nodiscard]] std::array<BarSegment, 5> barSegments(const AssignmentTally& tally, bool dark);

[[nodiscard]] double classBarsHeight(const ClassOverview& overview, double width, const ChartStyle& style);
/// The painter has the style's font.
void paintClassBars(QPainter& painter, const ClassOverview& overview, const QRectF& box, const ChartStyle& style);

} // namespace rightrig
