#include "models/qt/calibration.h"

#include "models/qt/accuracytext.h"
#include "models/qt/chartaxes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rightrig {
namespace {

struct CalibrationWords
{
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

/// "1 ms" for -3: a whole power of ten of a second.
QString decadeText(int decade)
{
    const auto number = [decade](int unit) { return QString::number(std::lround(std::pow(10.0, decade - unit))); };
    if (decade < -6)
        return CalibrationWords::tr("%1 ns").arg(number(-9));
    if (decade < -3)
        return CalibrationWords::tr("%1 \u00B5s").arg(number(-6));
    return decade < 0 ? CalibrationWords::tr("%1 ms").arg(number(-3)) : CalibrationWords::tr("%1 s").arg(number(0));
}

QList<AxisTick> decadeTicks(double low, double high)
{
    constexpr int most = 7;
    const int first = static_cast<int>(std::ceil(low)), last = static_cast<int>(std::floor(high));
    const int step = std::max(1, (last - first + most) / most);
    QList<AxisTick> ticks;
    for (int decade = first; decade <= last; decade += step)
        ticks.append({static_cast<double>(decade), decadeText(decade)});
    return ticks;
}

QString summaryOf(const AccuracyReport& report, qsizetype points)
{
    if (points == 0)
        return CalibrationWords::tr("No published run could be estimated.");
    return CalibrationWords::tr("Estimate against measured time of %1 published runs: typically %2, %3 within 2 times. "
                                "Times are of one sample, token, step or run, as published.")
        .arg(QString::number(points), offText(report.summary.all.medianFactor), shareText(report.summary.all.withinTwo));
}

} // namespace

CalibrationChart calibrationChart(const AccuracyReport& report)
{
    CalibrationChart chart;
    Span span;
    for (std::size_t i = 0; i < report.predictions.size(); ++i) {
        const Prediction& prediction = report.predictions[i];
        if (!prediction.matched() || prediction.measured <= 0.0 || prediction.predicted->low.value <= 0.0)
            continue;
        const Range<Seconds>& time = *prediction.predicted;
        const CalibrationPoint point{static_cast<int>(i), {std::log10(prediction.measured), std::log10(time.likely.value)},
            std::log10(time.low.value), std::log10(time.high.value), prediction.inside()};
        for (const double value : {point.position.x(), point.low, point.high})
            span.add(value);
        chart.points.append(point);
    }
    std::sort(chart.points.begin(), chart.points.end(),
        [](const CalibrationPoint& a, const CalibrationPoint& b) { return a.position.x() < b.position.x(); });
    const Span padded = span.padded(1.0);
    chart.low = padded.low;
    chart.high = padded.high;
    chart.ticks = decadeTicks(chart.low, chart.high);
    chart.xTitle = CalibrationWords::tr("Measured time");
    chart.yTitle = CalibrationWords::tr("Our estimate");
    chart.insideText = CalibrationWords::tr("inside our range");
    chart.outsideText = CalibrationWords::tr("outside our range");
    chart.exactText = CalibrationWords::tr("solid line: exactly right");
    chart.twiceText = CalibrationWords::tr("dashed lines: 2 times off");
    chart.summary = summaryOf(report, chart.points.size());
    return chart;
}

} // namespace rightrig
