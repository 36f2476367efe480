// Cumulated cost by month of the best option of each kind.
#include "models/qt/chartaxes.h"
#include "models/qt/chartdata.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

struct CostLineWords
{
    Q_DECLARE_TR_FUNCTIONS(CostLines)
};

QString lineLabel(const CostLine& line, const Results& results)
{
    const auto index = static_cast<std::size_t>(line.option);
    if (line.option < 0 || index >= results.options.size())
        return kindText(line.kind);
    return CostLineWords::tr("%1: %2", "kind of option, its name").arg(kindText(line.kind), optionName(results.options[index]));
}

bool isDrawable(const CostLine& line)
{
    return std::isfinite(line.atStart) && std::isfinite(line.perMonth) && std::isfinite(line.resaleAtEnd);
}

CostLinePoints pointsOf(const CostLine& line, const Results& results, double months)
{
    CostLinePoints points{familyOf(line.kind), lineLabel(line, results), {}};
    const double atEnd = line.atStart + line.perMonth * months;
    points.points += QPointF(0.0, line.atStart);
    points.points += QPointF(months, atEnd);
    // selling it brings the cost down at the very end; the sign is not ours to trust
    const double resale = std::fabs(line.resaleAtEnd);
    if (resale > 0.0)
        points.points += QPointF(months, atEnd - resale);
    return points;
}

QList<AxisTick> monthTicks(double months)
{
    const double step = months <= 6.0 ? 1.0
        : months <= 12.0              ? 2.0
        : months <= 36.0              ? 6.0
        : months <= 72.0              ? 12.0
                                      : std::ceil(months / 72.0) * 12.0;
    QList<AxisTick> ticks;
    for (int i = 0; i * step <= months + 1e-9; ++i)
        ticks += {i * step, formatNumber(i * step, 3)};
    return ticks;
}

QString summaryOf(const CostOverTimeChart& chart, const Results& results)
{
    if (chart.lines.isEmpty())
        return CostLineWords::tr("There is no cost to draw.");
    QString breakEven = breakEvenText(results);
    if (!breakEven.isEmpty())
        return breakEven;
    const auto atEnd = [](const CostLinePoints& line) { return line.points.back().y(); };
    const auto cheapest = std::min_element(chart.lines.begin(), chart.lines.end(),
        [&](const CostLinePoints& left, const CostLinePoints& right) { return atEnd(left) < atEnd(right); });
    return CostLineWords::tr("After %1 months the cheapest is: %2.").arg(formatNumber(chart.months), cheapest->label);
}

} // namespace

CostOverTimeChart costOverTimeChart(const Results& results)
{
    CostOverTimeChart chart;
    if (std::isfinite(results.settled.horizonMonths) && results.settled.horizonMonths > 0.0)
        chart.months = results.settled.horizonMonths;
    double most = 0.0;
    for (const CostLine& line : results.costLines) {
        if (!isDrawable(line))
            continue;
        chart.lines += pointsOf(line, results, chart.months);
        for (const QPointF& point : std::as_const(chart.lines.back().points))
            most = std::max(most, point.y());
    }
    chart.most = most > 0.0 ? most * 1.1 : 1.0;
    chart.xTicks = monthTicks(chart.months);
    const QList<double> amounts = linearTicks(chart.most);
    for (const double amount : amounts)
        chart.yTicks += {amount, formatMoney(amount, results.settled.currency)};
    chart.xTitle = CostLineWords::tr("Months from now");
    chart.yTitle = CostLineWords::tr("Money spent (%1)").arg(plain(results.settled.currency.view()));
    chart.summary = summaryOf(chart, results);
    return chart;
}

} // namespace rightrig
