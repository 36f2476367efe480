#include "models/domain/costlines.h"

#include "models/domain/cost.h"
#include "models/domain/spending.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace rightrig {

namespace {

/// Budgets are left out of it: the line shows what more money would buy. What cannot be used at all is not shown.
bool isComparable(const Option& option)
{
    const auto moneyOnly
        = [](const Reason& r) { return r.code == ReasonCode::OverUpfrontBudget || r.code == ReasonCode::OverMonthlyBudget; };
    return option.total && (option.eligible || std::all_of(option.whyNot.begin(), option.whyNot.end(), moneyOnly));
}

int bestOfKind(OptionKind kind, const std::vector<Option>& options)
{
    int best = -1;
    const auto rank = [&](int i) {
        const Option& option = options[static_cast<std::size_t>(i)];
        return std::tuple(!option.eligible, option.score);
    };
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const Option& option = options[static_cast<std::size_t>(i)];
        if (option.kind == kind && isComparable(option) && (best < 0 || rank(i) < rank(best)))
            best = i;
    }
    return best;
}

const CostLine* cheaperPurchase(const std::vector<CostLine>& lines, const std::vector<Option>& options)
{
    const CostLine* chosen = nullptr;
    for (const CostLine& line : lines) {
        if (line.kind != OptionKind::Laptop && line.kind != OptionKind::Desktop)
            continue;
        if (chosen == nullptr
            || options[static_cast<std::size_t>(line.option)].score < options[static_cast<std::size_t>(chosen->option)].score)
            chosen = &line;
    }
    return chosen;
}

} // namespace

std::vector<CostLine> costLines(const Considered& considered, const Ground& ground)
{
    std::vector<CostLine> lines;
    constexpr std::array kinds{
        OptionKind::Keep, OptionKind::Free, OptionKind::Rent, OptionKind::Mixed, OptionKind::Laptop, OptionKind::Desktop};
    for (const OptionKind kind : kinds) {
        const int best = bestOfKind(kind, considered.options);
        if (best < 0 || ground.months <= 0.0)
            continue;
        const CostBreakdown& cost = considered.options[static_cast<std::size_t>(best)].cost;
        const double running = cost.sum() - cost.purchase - cost.resale;
        lines.push_back({kind, best, cost.purchase, running / ground.months, cost.resale == 0.0 ? 0.0 : -cost.resale});
    }
    return lines;
}

std::optional<double> breakEvenHoursPerWeek(const Considered& considered, const std::vector<CostLine>& lines, const Ground& ground)
{
    const auto rent = std::find_if(lines.begin(), lines.end(), [](const CostLine& line) { return line.kind == OptionKind::Rent; });
    const CostLine* own = cheaperPurchase(lines, considered.options);
    if (rent == lines.end() || own == nullptr)
        return std::nullopt;
    const Option& rented = considered.options[static_cast<std::size_t>(rent->option)];
    const Option& bought = considered.options[static_cast<std::size_t>(own->option)];
    const Plan& plan = considered.plans[static_cast<std::size_t>(own->option)];
    const double rentedHours = rented.weeklyTime->likely.value / secondsPerHour * ground.weeks;
    const double ownHours = bought.weeklyTime->likely.value / secondsPerHour * ground.weeks;
    if (rentedHours <= 0.0 || ownHours <= 0.0)
        return std::nullopt;
    const bool apple = isMac(*plan.base, ground.catalog());
    const double kilowatts = localKwh(plan, ground, Quantile::Likely) / ownHours;
    const double rate = rented.cost.sum() / rentedHours; // what an hour used really costs: idle, set-up and disk included
    const auto hours = breakEvenHours(bought.upfrontCost, resaleRho(plan.base->kind, apple, *ground.constants), ground.months / 12.0,
        kilowatts, ground.kwhPrice, rate, ownHours / rentedHours);
    return hours && ground.weeks > 0.0 ? std::optional(*hours / ground.weeks) : std::nullopt;
}

} // namespace rightrig
