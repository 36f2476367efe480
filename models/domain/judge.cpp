#include "models/domain/gates.h"
#include "models/domain/memory.h"
#include "models/domain/plans.h"
#include "models/domain/spending.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

void fillTimes(Option& option, const Plan& plan, const Ground& ground, Detail detail)
{
    option.fit = Fit::Yes;
    Range<Seconds> week, slowest;
    bool known = true;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const Estimate& estimate = plan.job(i);
        if (detail == Detail::Full)
            option.jobs.push_back(estimate);
        option.fit = worse(option.fit, estimate.fit);
        known = known && estimate.seconds.has_value();
        if (!estimate.seconds)
            continue;
        week = week + *estimate.seconds * ground.jobs[i].runsPerWeek;
        if (estimate.seconds->likely > slowest.likely)
            slowest = *estimate.seconds;
    }
    if (known) {
        option.weeklyTime = week;
        option.runTime = slowest;
    }
}

void fillEnergy(Option& option, const Plan& plan, const Ground& ground)
{
    Range<KilowattHours> energy;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        if (!plan.job(i).energy)
            return;
        energy = energy + *plan.job(i).energy * (ground.jobs[i].runsPerWeek * ground.weeks);
    }
    option.energy = energy;
    const double kgPerKwh = ground.carbonGrams / 1000.0;
    option.co2 = Range<Kilograms>{{energy.low.value * kgPerKwh}, {energy.likely.value * kgPerKwh}, {energy.high.value * kgPerKwh}};
}

void fillPrice(Option& option, const Plan& plan)
{
    if (plan.base != nullptr && !plan.owned) {
        option.price = plan.basePrice;
        option.per = Per::Once;
    } else if (plan.remoteOffer != nullptr) {
        option.price = plan.remoteOffer->price;
        option.per = plan.remoteOffer->per;
    }
    option.confidence = plan.owned ? Confidence::High : plan.baseConfidence;
    if (plan.remoteOffer != nullptr && plan.remoteOffer->per != Per::Free)
        option.confidence = std::max(option.confidence, plan.remoteOffer->confidence);
}

/// Cash a month to whoever rents it out; electricity is in the total, but no budget for rent is spent on it.
double monthlyCash(const CostBreakdown& cost, const Ground& ground)
{
    const double cash = cost.rent + cost.idle + cost.setUp + cost.storage + cost.transfer + cost.credits;
    return ground.months > 0.0 ? std::max(0.0, cash) / ground.months : 0.0;
}

/// From the lowest to the highest cost. What is missing for one of them is missing for all.
Range<double> totalRange(double likely, const Plan& plan, const Ground& ground)
{
    const auto low = planCost(plan, ground, Quantile::Low), high = planCost(plan, ground, Quantile::High);
    return {low ? std::min(low->sum(), likely) : likely, likely, high ? std::max(high->sum(), likely) : likely};
}

void fillMoney(Option& option, const Plan& plan, const Ground& ground, Detail detail)
{
    const auto likely = planCost(plan, ground, Quantile::Likely);
    if (plan.base != nullptr && !plan.owned)
        option.upfrontCost = ground.local(plan.basePrice).value_or(0.0);
    if (!likely)
        return;
    option.cost = *likely;
    const double middle = likely->sum();
    option.total = detail == Detail::Full ? totalRange(middle, plan, ground) : Range<double>{middle, middle, middle};
    option.monthlyCost = monthlyCash(*likely, ground);
}

/// ln sd of this option's own error, weighted with the time each job takes.
double ownSpread(const Plan& plan, const Ground& ground)
{
    double sum = 0.0, time = 0.0;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const double week = runSeconds(plan, i, Quantile::Likely).value_or(0.0) * ground.jobs[i].runsPerWeek;
        sum += week * plan.job(i).sdOwn;
        time += week;
    }
    return time > 0.0 ? sum / time : 0.0;
}

void fillScore(Option& option, const Plan& plan, const Ground& ground)
{
    const Burden burden = planBurden(plan, ground);
    const double loss = option.cost.purchase + option.cost.resale;
    option.score = option.cost.sum() - otherUseShare(plan, ground) * loss + burden.sum();
    const double byTime = option.cost.rent + option.cost.idle + option.cost.electricity + burden.waiting + burden.quiet;
    const double rented = option.cost.rent + option.cost.idle + option.cost.setUp;
    const double price = priceSpread(option.confidence, ground.choice) * (loss + rented);
    option.uncertainty = std::hypot(byTime * ownSpread(plan, ground), price);
}

/// What is read of an option, not ranked.
void fillWords(Option& option, const Plan& plan, const Ground& ground)
{
    option.id = plan.id;
    option.name = plan.name;
    option.ownMachine = (plan.base != nullptr && plan.base->own) || (plan.remote != nullptr && plan.remote->own);
    option.jobs.reserve(ground.jobs.size());
    if (plan.kind == OptionKind::Mixed)
        option.rentedJob = plan.rented;
}

} // namespace

void Considered::add(Plan plan, Option option)
{
    plans.push_back(std::move(plan));
    options.push_back(std::move(option));
}

Option judge(const Plan& plan, const Ground& ground, Detail detail)
{
    Option option;
    option.kind = plan.kind;
    option.machine = plan.machine;
    option.offer = plan.offer;
    option.rentOffer = plan.rentOffer;
    option.candidate = plan.candidate;
    if (detail == Detail::Full)
        fillWords(option, plan, ground);
    fillPrice(option, plan);
    fillTimes(option, plan, ground, detail);
    if (detail == Detail::Full)
        fillEnergy(option, plan, ground);
    fillMoney(option, plan, ground, detail);
    if (option.total)
        fillScore(option, plan, ground);
    option.whyNot = failedGates(option, plan, ground, detail);
    option.eligible = option.whyNot.empty();
    return option;
}

} // namespace rightrig
