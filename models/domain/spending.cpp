// Formulas of renting, owning and energy: cost.h. Constants are the "choice.*" assumptions.
#include "models/domain/spending.h"

#include "models/domain/constants.h"
#include "models/domain/cost.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

template <class T> double pick(const Range<T>& range, Quantile quantile)
{
    if (quantile == Quantile::Low)
        return range.low.value;
    return quantile == Quantile::High ? range.high.value : range.likely.value;
}

bool isSpot(const Plan& plan) { return plan.remoteOffer != nullptr && plan.remoteOffer->kind == PriceKind::Spot; }

/// Data and models stay on a rented disk; results come home once a month.
RentTerms termsOf(const Plan& plan, const Ground& ground, double rate)
{
    RentTerms terms;
    terms.ratePerHour = rate;
    terms.billingUnitSeconds = plan.remoteOffer->billingUnitSeconds;
    terms.minimumSeconds = plan.remoteOffer->minimumSeconds;
    terms.setUpSeconds = ground.constants->cost.setupMinutes * 60.0;
    terms.idleFactor = ground.constants->cost.idleFactor;
    terms.storageGbMonths = (ground.dataGb + ground.choice.modelGb) * ground.months;
    terms.storagePerGbMonth = ground.choice.storageUsd * ground.perUsd;
    terms.egressGb = ground.choice.modelGb * ground.months;
    terms.egressPerGb = ground.choice.egressUsd * ground.perUsd;
    return terms;
}

OwnCost owning(const Plan& plan, const Ground& ground, double price, double kwh)
{
    const double rho = resaleRho(plan.base->kind, isMac(*plan.base, ground.catalog()), *ground.constants);
    return ownCost(price, rho, ground.months / 12.0, {kwh}, ground.kwhPrice);
}

/// A price is known as well as its source; a class costs at least its cheapest and at most its dearest computer.
double priceAt(const Plan& plan, const Ground& ground, double price, Quantile quantile)
{
    if (quantile == Quantile::Likely)
        return price;
    const double spread = priceSpread(plan.baseConfidence, ground.choice);
    const bool low = quantile == Quantile::Low;
    const double believed = price * (low ? 1.0 - spread : 1.0 + spread);
    if (!plan.baseSpan)
        return believed;
    const double bound = ground.local(low ? plan.baseSpan->low : plan.baseSpan->high).value_or(believed);
    return low ? std::min(bound, believed) : std::max(bound, believed);
}

double waitingHours(const Plan& plan, const Ground& ground)
{
    double hours = 0.0;
    const double patience = ground.settled.patience.value / secondsPerHour;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const double run = runSeconds(plan, i, Quantile::Likely).value_or(0.0) / secondsPerHour;
        const double within = ground.choice.weights.waitWithin * std::min(run, patience);
        hours += ground.jobs[i].runsPerWeek * (within + std::max(0.0, run - patience));
    }
    const bool sendsData = plan.remote != nullptr && plan.remote->kind != MachineKind::School;
    return hours * ground.weeks + (sendsData ? ground.uploadHours * ground.choice.weights.waitWithin : 0.0);
}

double remoteWork(const Plan& plan, const Ground& ground)
{
    if (plan.remote == nullptr)
        return 0.0;
    const ChoiceConstants& c = ground.choice;
    const bool lab = plan.remote->kind == MachineKind::School, free = plan.remote->kind == MachineKind::Free;
    const double once = lab ? c.once.lab : free ? c.once.free : c.once.rent;
    double each = lab ? c.session.lab : free ? c.session.free : c.session.rent;
    if (!plan.remote->guaranteed)
        each += c.session.notGuaranteed;
    if (isSpot(plan))
        each += c.session.spot;
    return once + each * remoteUse(plan, ground).sessions * ground.weeks;
}

bool usesRoughStack(const Plan& plan, const Ground& ground)
{
    const Stack stack = plan.baseSeat->rig.stack;
    if (stack != Stack::Rocm && stack != Stack::Metal && stack != Stack::IntelGpu)
        return false;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const bool onCard = plan.runsLocally(i) && !isClassical(ground.jobs[i].family) && (plan.job(i).adjustments & AdjustOnCpu) == 0;
        if (onCard && plan.job(i).seconds)
            return true;
    }
    return false;
}

double baseWork(const Plan& plan, const Ground& ground)
{
    if (plan.base == nullptr)
        return 0.0;
    const ChoiceConstants& c = ground.choice;
    const bool desktop = plan.base->kind == MachineKind::Desktop;
    double hours = plan.owned ? 0.0 : desktop ? c.once.desktop : c.once.laptop;
    if (!plan.owned && plan.basePriceKind == PriceKind::Used)
        hours += c.once.used;
    if (plan.owned && desktop && ground.settled.portability == Portability::Carry)
        hours += c.once.notPortable;
    if (usesRoughStack(plan, ground))
        hours += c.once.stack;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        if (plan.job(i).fit == Fit::Tight)
            hours += c.session.tight * std::min(ground.jobs[i].runsPerWeek, ground.settled.runsPerWeek) * ground.weeks;
    }
    return hours;
}

} // namespace

std::optional<double> runSeconds(const Plan& plan, std::size_t job, Quantile quantile)
{
    const auto& seconds = plan.job(job).seconds;
    return seconds ? std::optional(pick(*seconds, quantile)) : std::nullopt;
}

RemoteUse remoteUse(const Plan& plan, const Ground& ground, Quantile quantile)
{
    RemoteUse use;
    double runs = 0.0;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        if (!plan.rented[i])
            continue;
        runs += ground.jobs[i].runsPerWeek;
        use.hours += ground.jobs[i].runsPerWeek * runSeconds(plan, i, quantile).value_or(0.0) / secondsPerHour;
    }
    if (isSpot(plan))
        use.hours *= 1.0 + spotOverhead(*ground.constants);
    use.sessions = std::min(runs, ground.settled.runsPerWeek); // runs of one search share a session
    return use;
}

std::optional<CostBreakdown> remoteCost(const Plan& plan, const Ground& ground, Quantile quantile)
{
    CostBreakdown cost;
    if (plan.remoteOffer == nullptr || plan.remoteOffer->per == Per::Free)
        return cost;
    const auto rate = ground.local(plan.remoteOffer->price);
    if (!rate || plan.remoteOffer->per == Per::Once)
        return std::nullopt;
    const bool monthly = plan.remoteOffer->per == Per::Month;
    const RemoteUse use = remoteUse(plan, ground, quantile);
    const double hours = use.sessions > 0.0 ? use.hours / use.sessions : 0.0;
    const RentCost rent = rentCost({hours * secondsPerHour}, use.sessions * ground.weeks, termsOf(plan, ground, monthly ? 0.0 : *rate));
    cost.rent = monthly ? *rate * std::ceil(ground.months) : rent.work;
    cost.setUp = rent.setUp;
    cost.idle = rent.idle;
    cost.storage = rent.storage;
    cost.transfer = rent.transfer;
    return cost;
}

double localKwh(const Plan& plan, const Ground& ground, Quantile quantile)
{
    double kwh = 0.0;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        if (!plan.runsLocally(i))
            continue;
        // power that nobody states is taken to be high: unknown never helps, and is never nothing
        const double hours = runSeconds(plan, i, quantile).value_or(0.0) / secondsPerHour;
        const double unknown = hours * ground.choice.unknownPowerWatts / 1000.0;
        const double run = plan.job(i).energy ? pick(*plan.job(i).energy, quantile) : unknown;
        kwh += run * ground.jobs[i].runsPerWeek * ground.weeks;
    }
    return kwh;
}

std::optional<CostBreakdown> planCost(const Plan& plan, const Ground& ground, Quantile quantile)
{
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        if (!plan.job(i).seconds)
            return std::nullopt;
    }
    auto cost = remoteCost(plan, ground, quantile);
    const double kwh = plan.base != nullptr ? localKwh(plan, ground, quantile) : 0.0;
    const auto price = plan.base == nullptr || plan.owned ? std::optional(0.0) : ground.local(plan.basePrice);
    if (!cost || !price)
        return std::nullopt;
    if (plan.base != nullptr) {
        const OwnCost own = owning(plan, ground, priceAt(plan, ground, *price, quantile), kwh);
        cost->purchase = own.purchase;
        cost->resale = own.resale;
        cost->electricity = own.electricity;
    }
    const double rented = cost->rent + cost->idle + cost->setUp + cost->storage + cost->transfer;
    cost->credits = -std::min(rented, ground.settled.credits.amount);
    return cost;
}

Burden planBurden(const Plan& plan, const Ground& ground)
{
    const Weights& w = ground.choice.weights;
    Burden burden;
    burden.waiting = waitingHours(plan, ground) * w.waitHour * ground.perUsd;
    burden.work = (remoteWork(plan, ground) + baseWork(plan, ground)) * w.workHour * ground.perUsd;
    if (plan.base == nullptr)
        return burden;
    burden.quiet = localKwh(plan, ground, Quantile::Likely) * w.quietKwh * ground.perUsd;
    if (!plan.owned && plan.base->kind == MachineKind::Laptop)
        burden.light = plan.base->weightKg.value_or(ground.choice.unknownWeightKg) * w.lightKg * ground.perUsd;
    return burden;
}

double otherUseShare(const Plan& plan, const Ground& ground)
{
    const bool wanted = ground.settled.gaming || ground.settled.video;
    if (!wanted || plan.base == nullptr || plan.owned)
        return 0.0;
    const Rig& rig = plan.baseSeat->rig;
    return rig.hasAccelerator && !rig.integrated ? std::clamp(ground.choice.otherUse, 0.0, 0.9) : 0.0;
}

double priceSpread(Confidence confidence, const ChoiceConstants& choice)
{
    if (confidence == Confidence::High)
        return choice.spreadHigh;
    return confidence == Confidence::Medium ? choice.spreadMedium : choice.spreadLow;
}

bool isMac(const Machine& machine, const Catalog& catalog)
{
    const auto apple = [&](int device) { return device >= 0 && catalog.devices[static_cast<std::size_t>(device)].vendor == Vendor::Apple; };
    return machine.os == Os::MacOs || apple(machine.cpu) || apple(machine.accelerator);
}

} // namespace rightrig
