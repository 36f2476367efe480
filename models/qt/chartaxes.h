// Ticks and padded ranges of the two charts, apart from what stands on them.
#pragma once

#include "models/qt/chartdata.h"

namespace rightrig {

/// The colour, shape and label group of a kind of option.
[[nodiscard]] ChartFamily familyOf(OptionKind kind);
/// Ticks at 10 s, 1 min, 1 h, 1 day, ... between `low` and `high` (both log10 seconds), at most `most`.
[[nodiscard]] QList<AxisTick> durationTicks(double low, double high, int most = 9);
/// 1-2-5 money ticks between `low` and `high` (both log10).
[[nodiscard]] QList<AxisTick> moneyTicks(double low, double high, CurrencyCode currency, int most = 8);
/// Round steps on a plain scale from 0 to `most`.
[[nodiscard]] QList<double> linearTicks(double high, int most = 6);

/// Grows with every value it is given.
struct Span
{
    double low = 0.0, high = 0.0;
    bool empty = true;
    void add(double value);
    /// 10 % wider on both sides, and at least `least` wide.
    [[nodiscard]] Span padded(double least) const;
};

} // namespace rightrig
