#include "models/qt/chartdata.h"

#include "models/domain/constants.h"

#include "models/qt/chartaxes.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rightrig {

namespace {

struct ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

constexpr int mostPoints = 1000;
constexpr double nothing = 0.5;      // rounds to "0 USD": stands with the free options
constexpr double shortest = 1e-3;    // seconds; keeps log10 finite
constexpr double largest = 1e15;     // no money or time of a student is above
constexpr double leastDecades = 0.5; // an axis never gets narrower
constexpr int nameLength = 60;

std::optional<Range<Seconds>> timeOf(const Option& option, int job)
{
    if (job < 0)
        return option.weeklyTime;
    const auto index = static_cast<std::size_t>(job);
    return index < option.jobs.size() ? option.jobs[index].seconds : std::nullopt;
}

bool isDrawable(double value) { return std::isfinite(value) && value >= 0.0 && value <= largest; }

bool isDrawable(const Range<double>& range)
{
    return isDrawable(range.likely) && std::isfinite(range.low) && isDrawable(range.high) && range.low <= range.high;
}

bool isDrawable(const Range<Seconds>& range)
{
    return isDrawable(Range<double>{range.low.value, range.likely.value, range.high.value}) && range.high.value > 0.0;
}

double logTime(Seconds time) { return std::log10(std::max(shortest, time.value)); }

/// What the pointer shows and a screen reader speaks.
QString cardText(const Option& option, const Range<Seconds>& time, CurrencyCode currency, bool best)
{
    QStringList lines{optionTitle(option), kindText(option.kind)};
    if (best)
        lines += ChartWords::tr("Our recommendation");
    lines += ChartWords::tr("Cost: %1").arg(formatMoneyRange(*option.total, currency));
    lines += ChartWords::tr("Time: %1").arg(formatDurationRange(time));
    lines += ChartWords::tr("Price: %1").arg(priceText(option));
    lines += ChartWords::tr("Memory: %1").arg(fitText(option.fit));
    if (!option.whyNot.empty())
        lines += ChartWords::tr("Why not: %1").arg(reasonText(option.whyNot.front(), currency));
    return lines.join(QLatin1Char('\n'));
}

struct Drawn
{
    int option = -1;
    Range<Seconds> time;
    int rank = 0; ///< who stays when there are too many
};

int rankOf(const Results& results, int index)
{
    const Option& option = results.options[static_cast<std::size_t>(index)];
    const auto isRunnerUp = [index](const Choice& choice) { return choice.option == index; };
    if (index == results.best.option)
        return 0;
    if (option.onFrontier || option.kind == OptionKind::Keep || option.candidate >= 0)
        return 1;
    if (std::any_of(results.runnersUp.begin(), results.runnersUp.end(), isRunnerUp))
        return 1;
    return option.eligible ? 2 : 3;
}

/// The options that have a cost and a time; the best, the frontier and the cheapest stay when there are too many.
std::vector<Drawn> drawnOptions(const Results& results, int job)
{
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        const Option& option = results.options[i];
        const auto time = timeOf(option, job);
        if (option.total && time && isDrawable(*option.total) && isDrawable(*time))
            drawn.push_back({static_cast<int>(i), *time, rankOf(results, static_cast<int>(i))});
    }
    const auto cost = [&](const Drawn& one) { return results.options[static_cast<std::size_t>(one.option)].total->likely; };
    std::stable_sort(drawn.begin(), drawn.end(),
        [&](const Drawn& left, const Drawn& right) { return left.rank != right.rank ? left.rank < right.rank : cost(left) < cost(right); });
    if (drawn.size() > mostPoints)
        drawn.resize(mostPoints);
    return drawn;
}

/// Left of the smallest cost, with a gap that shows that 0 has no place on this scale.
double placeOfFree(const Results& results, const std::vector<Drawn>& drawn)
{
    Span paid;
    for (const Drawn& one : drawn) {
        const Range<double>& total = *results.options[static_cast<std::size_t>(one.option)].total;
        for (const double cost : {total.low, total.likely, total.high}) {
            if (cost >= nothing)
                paid.add(std::log10(cost));
        }
    }
    return paid.empty ? 0.0 : paid.low - std::max(0.3, 0.15 * (paid.high - paid.low));
}

ChartPoint pointOf(const Results& results, const Drawn& one, int job, double freeX)
{
    const Option& option = results.options[static_cast<std::size_t>(one.option)];
    const auto logCost = [freeX](double cost) { return cost < nothing ? freeX : std::log10(cost); };
    ChartPoint point;
    point.option = one.option;
    point.family = familyOf(option.kind);
    point.position = {logCost(option.total->likely), logTime(one.time.likely)};
    point.timeLow = std::min(logTime(one.time.low), point.position.y());
    point.timeHigh = std::max(logTime(one.time.high), point.position.y());
    point.costLow = std::min(logCost(option.total->low), point.position.x());
    point.costHigh = std::max(logCost(option.total->high), point.position.x());
    point.usable = option.eligible;
    point.best = one.option == results.best.option;
    point.label = plain(optionTitle(option).toStdString(), nameLength);
    point.measured = isMeasured(results, option, job);
    point.card = cardText(option, one.time, results.settled.currency, point.best);
    if (point.measured)
        point.card += QLatin1Char('\n') + ChartWords::tr("Measured on your computer");
    return point;
}

bool byCostThenTime(const ChartPoint& left, const ChartPoint& right)
{
    if (left.position.x() != right.position.x())
        return left.position.x() < right.position.x();
    return left.position.y() < right.position.y();
}

/// From what is drawn, so that the line is right for one job as well as for all of them.
void markFrontier(CostTimeChart& chart)
{
    double quickest = std::numeric_limits<double>::infinity();
    for (ChartPoint& point : chart.points) {
        if (!point.usable || point.position.y() >= quickest)
            continue;
        quickest = point.position.y();
        point.onFrontier = true;
        chart.frontier += point.position;
    }
}

void addGuides(CostTimeChart& chart, const Results& results, int job)
{
    const Settled& settled = results.settled;
    double runs = 1.0;
    if (job < 0) {
        runs = 0.0;
        for (const Job& one : results.jobs)
            runs += one.runsPerWeek;
    }
    const double wait = settled.patience.value * runs;
    if (isDrawable(wait) && wait > 0.0)
        chart.patience = std::log10(std::max(shortest, wait));
    const double budget = settled.budgetUpfront.amount + settled.budgetMonthly.amount * settled.horizonMonths;
    if (isDrawable(budget) && budget >= nothing)
        chart.budget = std::log10(budget);
}

void addAxes(CostTimeChart& chart, CurrencyCode currency)
{
    Span x, y;
    bool free = false, paid = false;
    for (const ChartPoint& point : std::as_const(chart.points)) {
        x.add(point.costLow);
        x.add(point.costHigh);
        y.add(point.timeLow);
        y.add(point.timeHigh);
        free = free || point.costLow <= chart.freeX;
        paid = paid || point.costHigh > chart.freeX;
    }
    if (chart.points.isEmpty())
        return;
    const Span wideX = x.padded(leastDecades), wideY = y.padded(leastDecades);
    chart.xMin = wideX.low;
    chart.xMax = wideX.high;
    chart.yMin = wideY.low;
    chart.yMax = wideY.high;
    if (free)
        chart.xTicks += {chart.freeX, formatMoney(0.0, currency)};
    // no amount is written in the gap: there the scale is broken
    if (paid)
        chart.xTicks += moneyTicks(free ? std::max(wideX.low, chart.freeX + 0.15) : wideX.low, wideX.high, currency);
    chart.yTicks = durationTicks(wideY.low, wideY.high);
}

QString costTimeSummary(const CostTimeChart& chart, const Results& results)
{
    const QString count = formatNumber(static_cast<double>(chart.points.size()), 4);
    const auto best = std::find_if(chart.points.begin(), chart.points.end(), [](const ChartPoint& point) { return point.best; });
    if (chart.points.isEmpty())
        return ChartWords::tr("No option has both a known cost and a known time.");
    if (best == chart.points.end())
        return ChartWords::tr("Cost against training time of %1 options.").arg(count);
    const Option& option = results.options[static_cast<std::size_t>(best->option)];
    return ChartWords::tr("Cost against training time of %1 options. Best: %2, %3.")
        .arg(count, best->label, formatMoneyAbout(option.total->likely, results.settled.currency));
}

QString timeTitle(const Results& results, int job)
{
    const auto index = static_cast<std::size_t>(job);
    if (job < 0 || index >= results.jobs.size())
        return ChartWords::tr("Training time in one week");
    return ChartWords::tr("Time of one run: %1").arg(plain(results.jobs[index].title, nameLength));
}

} // namespace

bool isMeasured(const Results& results, const Option& option, int job)
{
    if (option.kind != OptionKind::Keep)
        return false;
    const bool corrected = results.constants && !results.constants->ownEvidence.runs.empty(); // by real runs of the same or a like job
    const auto measured = [corrected](const Estimate& one) { return one.seconds && (corrected || one.method == Method::Measured); };
    if (job < 0)
        return std::any_of(option.jobs.begin(), option.jobs.end(), measured);
    const auto index = static_cast<std::size_t>(job);
    return index < option.jobs.size() && measured(option.jobs[index]);
}

ChartFamily familyOf(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Free:
        return ChartFamily::Free;
    case OptionKind::Rent:
        return ChartFamily::Cloud;
    case OptionKind::Mixed:
        return ChartFamily::Mixed;
    case OptionKind::Laptop:
        return ChartFamily::Laptop;
    case OptionKind::Desktop:
        return ChartFamily::Desktop;
    case OptionKind::Keep:
    case OptionKind::Lab:
    case OptionKind::None:
        break;
    }
    return ChartFamily::Own;
}

CostTimeChart costTimeChart(const Results& results, int job)
{
    CostTimeChart chart;
    const std::vector<Drawn> drawn = drawnOptions(results, job);
    chart.freeX = placeOfFree(results, drawn);
    chart.points.reserve(static_cast<qsizetype>(drawn.size()));
    for (const Drawn& one : drawn)
        chart.points += pointOf(results, one, job, chart.freeX);
    std::stable_sort(chart.points.begin(), chart.points.end(), byCostThenTime);
    markFrontier(chart);
    addGuides(chart, results, job);
    addAxes(chart, results.settled.currency);
    chart.xTitle = ChartWords::tr("Total cost over %1 months (%2)")
                       .arg(formatNumber(results.settled.horizonMonths), plain(results.settled.currency.view()));
    chart.yTitle = timeTitle(results, job);
    chart.summary = costTimeSummary(chart, results);
    return chart;
}

} // namespace rightrig
