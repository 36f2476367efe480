#include "models/qt/chartaxes.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

constexpr double edge = 1e-9; // a tick that stands exactly on the end of the axis belongs to it

QList<double> ticksOfDigits(double low, double high, const QList<double>& digits)
{
    QList<double> ticks;
    for (int decade = static_cast<int>(std::floor(low)); decade <= static_cast<int>(std::floor(high)); ++decade) {
        for (const double digit : digits) {
            const double position = decade + std::log10(digit);
            if (position >= low - edge && position <= high + edge)
                ticks += position;
        }
    }
    return ticks;
}

QList<double> wholeDecades(double low, double high, int most)
{
    const int first = static_cast<int>(std::ceil(low - edge)), last = static_cast<int>(std::floor(high + edge));
    const int step = std::max(1, (last - first + most) / most);
    QList<double> ticks;
    for (int decade = first; decade <= last; decade += step)
        ticks += decade;
    return ticks;
}

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= rough * (1.0 - edge))
            return digit * power;
    }
    return 10.0 * power;
}

/// Far inside one decade: round steps of the value itself.
QList<double> ticksInsideDecade(double low, double high, int most)
{
    const double from = std::pow(10.0, low), to = std::pow(10.0, high);
    const double step = roundStep((to - from) / std::max(1, most - 1));
    QList<double> ticks;
    for (double value = std::ceil(from / step - edge) * step; value <= to * (1.0 + edge) && ticks.size() < most; value += step)
        ticks += std::log10(value);
    return ticks;
}

struct NamedDuration
{
    double seconds;
    int rank; ///< 0: always wanted; higher: when there is room
    const char* text;
};

constexpr double hour = 3600.0, day = 86400.0, month = 30.0 * day, year = 365.25 * day;
constexpr std::array<NamedDuration, 28> namedDurations{{
    {0.1, 0, QT_TRANSLATE_NOOP("ChartAxes", "0.1 s")},
    {1.0, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 s")},
    {2.0, 2, QT_TRANSLATE_NOOP("ChartAxes", "2 s")},
    {5.0, 2, QT_TRANSLATE_NOOP("ChartAxes", "5 s")},
    {10.0, 0, QT_TRANSLATE_NOOP("ChartAxes", "10 s")},
    {30.0, 1, QT_TRANSLATE_NOOP("ChartAxes", "30 s")},
    {60.0, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 min")},
    {120.0, 2, QT_TRANSLATE_NOOP("ChartAxes", "2 min")},
    {300.0, 2, QT_TRANSLATE_NOOP("ChartAxes", "5 min")},
    {600.0, 0, QT_TRANSLATE_NOOP("ChartAxes", "10 min")},
    {1200.0, 2, QT_TRANSLATE_NOOP("ChartAxes", "20 min")},
    {1800.0, 1, QT_TRANSLATE_NOOP("ChartAxes", "30 min")},
    {hour, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 h")},
    {2.0 * hour, 2, QT_TRANSLATE_NOOP("ChartAxes", "2 h")},
    {5.0 * hour, 1, QT_TRANSLATE_NOOP("ChartAxes", "5 h")},
    {10.0 * hour, 2, QT_TRANSLATE_NOOP("ChartAxes", "10 h")},
    {day, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 day")},
    {2.0 * day, 2, QT_TRANSLATE_NOOP("ChartAxes", "2 days")},
    {4.0 * day, 2, QT_TRANSLATE_NOOP("ChartAxes", "4 days")},
    {7.0 * day, 1, QT_TRANSLATE_NOOP("ChartAxes", "1 week")},
    {14.0 * day, 2, QT_TRANSLATE_NOOP("ChartAxes", "2 weeks")},
    {month, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 month")},
    {3.0 * month, 1, QT_TRANSLATE_NOOP("ChartAxes", "3 months")},
    {6.0 * month, 2, QT_TRANSLATE_NOOP("ChartAxes", "6 months")},
    {year, 0, QT_TRANSLATE_NOOP("ChartAxes", "1 year")},
    {3.0 * year, 2, QT_TRANSLATE_NOOP("ChartAxes", "3 years")},
    {10.0 * year, 0, QT_TRANSLATE_NOOP("ChartAxes", "10 years")},
    {100.0 * year, 0, QT_TRANSLATE_NOOP("ChartAxes", "100 years")},
}};

QList<AxisTick> durationTicksOfRank(double low, double high, int rank)
{
    QList<AxisTick> ticks;
    for (const NamedDuration& named : namedDurations) {
        const double position = std::log10(named.seconds);
        if (named.rank <= rank && position >= low - edge && position <= high + edge)
            ticks += {position, QCoreApplication::translate("ChartAxes", named.text)};
    }
    return ticks;
}

} // namespace

QList<double> logTicks(double low, double high, int most)
{
    if (!std::isfinite(low) || !std::isfinite(high) || high < low || most < 1)
        return {};
    QList<double> digits = ticksOfDigits(low, high, {1.0, 2.0, 5.0});
    if (digits.size() > most)
        return wholeDecades(low, high, most);
    if (digits.size() >= std::min(3, most))
        return digits;
    QList<double> fine = high > low ? ticksInsideDecade(low, high, std::min(5, most)) : digits;
    return fine.size() > digits.size() ? fine : digits;
}

QList<AxisTick> durationTicks(double low, double high, int most)
{
    QList<AxisTick> ticks = durationTicksOfRank(low, high, 0);
    for (int rank = 1; rank <= 2; ++rank) {
        const QList<AxisTick> finer = durationTicksOfRank(low, high, rank);
        if (finer.size() <= most)
            ticks = finer;
    }
    if (ticks.size() >= 2 && ticks.size() <= most)
        return ticks;
    // a very short axis, or one beyond all named times
    ticks.clear();
    const QList<double> positions = logTicks(low, high, most);
    for (const double position : positions)
        ticks += {position, formatDuration(Seconds{std::pow(10.0, position)})};
    return ticks;
}

QList<AxisTick> moneyTicks(double low, double high, CurrencyCode currency, int most)
{
    QList<AxisTick> ticks;
    const QList<double> positions = logTicks(low, high, most);
    for (const double position : positions)
        ticks += {position, formatMoney(std::pow(10.0, position), currency)};
    return ticks;
}

QList<double> linearTicks(double high, int most)
{
    QList<double> ticks{0.0};
    if (!std::isfinite(high) || high <= 0.0 || most < 2)
        return ticks;
    const double step = roundStep(high / (most - 1));
    for (int i = 1; i * step <= high * (1.0 + edge); ++i)
        ticks += i * step;
    return ticks;
}

void Span::add(double value)
{
    low = empty ? value : std::min(low, value);
    high = empty ? value : std::max(high, value);
    empty = false;
}

Span Span::padded(double least) const
{
    const double pad = std::max(0.1 * (high - low), 0.5 * (least - (high - low)));
    return {low - pad, high + pad, false};
}

} // namespace rightrig
