// Estimate against measured time as plain numbers: log10 points, one scale for both axes. No Qt Charts here.
#pragma once

#include "models/domain/accuracy.h"
#include "models/qt/chartdata.h"

namespace rightrig {

struct CalibrationPoint
{
    int run = -1;                 ///< index into Catalog::checkpoints
    QPointF position;             ///< (log10 measured seconds, log10 estimated seconds)
    double low = 0.0, high = 0.0; ///< our range, log10 seconds
    bool inside = false;          ///< the range holds the measured time
};

struct CalibrationChart
{
    QList<CalibrationPoint> points; ///< by measured time; runs without an estimate are left out
    double low = 0.0, high = 1.0;   ///< of both axes
    QList<AxisTick> ticks;
    QString xTitle, yTitle, insideText, outsideText, exactText, twiceText;
    QString summary; ///< two sentences, the chart's accessible name
};

[[nodiscard]] CalibrationChart calibrationChart(const AccuracyReport& report);

} // namespace rightrig
