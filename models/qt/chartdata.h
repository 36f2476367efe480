// Cost against training time as plain numbers: log10 points, padded ranges, 1-2-5 ticks. No Qt Charts here.
#pragma once

#include "models/domain/recommender.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

namespace rightrig {

enum class ChartFamily { Own, Free, Laptop, Desktop, Cloud, Mixed };

struct ChartPoint
{
    int option = -1; ///< index into Results::options
    ChartFamily family = ChartFamily::Own;
    QPointF position;                     ///< (log10 cost, log10 seconds)
    double timeLow = 0.0, timeHigh = 0.0; ///< log10 seconds
    double costLow = 0.0, costHigh = 0.0; ///< log10 cost
    bool usable = true;                   ///< eligible
    bool onFrontier = false;
    bool best = false;
    bool measured = false; ///< its time rests on what this computer was seen to do
    QString label;         ///< plain text name
    QString card;          ///< plain text, several lines: what hovering shows and a screen reader speaks
};

struct AxisTick
{
    double position = 0.0;
    QString label;
};

struct CostTimeChart
{
    QList<ChartPoint> points; ///< at most 1,000; by cost, then time
    QList<QPointF> frontier;  ///< line of best trade-offs, by cost
    double xMin = 0, xMax = 1, yMin = 0, yMax = 1;
    QList<AxisTick> xTicks, yTicks;
    std::optional<double> patience, budget; ///< log10 guide lines
    double freeX = 0.0;                     ///< where options of cost 0 stand (left of the smallest cost)
    QString xTitle, yTitle, summary;        ///< summary: one sentence, the chart's accessible name
};

/// True for the own computer where a test or real runs on it went into the time of `job`; -1: of any job.
[[nodiscard]] bool isMeasured(const Results& results, const Option& option, int job = -1);

/// `job`: index into Results::jobs, or -1 for all jobs of one week. Options without cost or time are left out (the table shows them).
[[nodiscard]] CostTimeChart costTimeChart(const Results& results, int job = -1);

struct CostLinePoints
{
    ChartFamily family{};
    QString label;
    QList<QPointF> points; /* month, money */
};
struct CostOverTimeChart
{
    QList<CostLinePoints> lines;
    double months = 24, most = 1;
    QList<AxisTick> xTicks, yTicks;
    QString xTitle, yTitle, summary;
};
[[nodiscard]] CostOverTimeChart costOverTimeChart(const Results& results);

/// 1-2-5 ticks for log10 values between `low` and `high` (both log10), at most `most` of them.
[[nodiscard]] QList<double> logTicks(double low, double high, int most = 9);

} // namespace rightrig
