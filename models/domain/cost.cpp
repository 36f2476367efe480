// Renting, owning, break-even and spot overhead. Sources of the constants: the rows cost.* of db/rows/assumptions*.csv.
#include "models/domain/cost.h"

#include "models/domain/constants.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

double sane(double value) { return std::isfinite(value) && value > 0.0 ? value : 0.0; }

double keptShare(double rhoPerYear, double years) { return std::pow(std::min(sane(rhoPerYear), 1.0), sane(years)); }

} // namespace

Seconds billedTime(Seconds time, const RentTerms& terms)
{
    const double used = sane(time.value);
    if (used == 0.0)
        return {};
    const double unit = sane(terms.billingUnitSeconds.value_or(1.0));
    // A hair under the next unit is rounding noise, not another unit to pay.
    const double rounded = unit > 0.0 ? std::ceil(used / unit - 1e-9) * unit : used;
    return {std::max(rounded, sane(terms.minimumSeconds.value_or(0.0)))};
}

RentCost rentCost(Seconds perSession, double sessions, const RentTerms& terms)
{
    const double rate = sane(terms.ratePerHour) / secondsPerHour;
    const double n = sane(sessions);
    const Seconds work = Seconds{sane(perSession.value)} * (1.0 + sane(terms.spotOverhead));
    const Seconds both = work.value > 0.0 ? work + Seconds{sane(terms.setUpSeconds)} : Seconds{};
    const double billed = billedTime(both, terms).value;
    RentCost cost;
    const double setUp = both.value > 0.0 ? std::min(billed, sane(terms.setUpSeconds)) : 0.0;
    cost.setUp = n * rate * setUp;
    cost.work = n * rate * (billed - setUp);
    cost.idle = n * rate * billed * std::max(0.0, sane(terms.idleFactor) - 1.0);
    cost.storage = sane(terms.storageGbMonths) * sane(terms.storagePerGbMonth);
    cost.transfer = sane(terms.egressGb) * sane(terms.egressPerGb);
    return cost;
}

OwnCost ownCost(double price, double rhoPerYear, double years, KilowattHours energy, double pricePerKwh)
{
    OwnCost cost;
    cost.purchase = sane(price);
    cost.electricity = sane(energy.value) * sane(pricePerKwh);
    cost.resale = -cost.purchase * keptShare(rhoPerYear, years);
    return cost;
}

double resaleRho(MachineKind kind, bool apple, const Constants& constants)
{
    if (apple)
        return constants.cost.rhoMac;
    return kind == MachineKind::Laptop ? constants.cost.rhoLaptop : constants.cost.rhoDesktop;
}

std::optional<double> breakEvenHours(
    double price, double rhoPerYear, double years, double kilowatts, double pricePerKwh, double rentPerHour, double ownOverRentTime)
{
    const double lost = sane(price) * (1.0 - keptShare(rhoPerYear, years));
    const double savedPerHour = sane(rentPerHour) - sane(ownOverRentTime) * sane(kilowatts) * sane(pricePerKwh);
    if (savedPerHour <= 0.0)
        return std::nullopt;
    const double hours = lost / savedPerHour;
    return std::isfinite(hours) ? std::optional<double>(hours) : std::nullopt;
}

double bestCheckpointInterval(double checkpointCost, double meanTimeBetweenStops)
{
    return std::sqrt(2.0 * sane(checkpointCost) * sane(meanTimeBetweenStops));
}

double spotOverhead(double checkpointCost, double meanTimeBetweenStops, double restart)
{
    const double interval = bestCheckpointInterval(checkpointCost, meanTimeBetweenStops);
    if (interval <= 0.0)
        return 0.0;
    return checkpointCost / interval + interval / (2.0 * meanTimeBetweenStops) + sane(restart) / meanTimeBetweenStops;
}

double spotOverhead(const Constants& constants)
{
    const auto& spot = constants.cost;
    return spotOverhead(spot.spotCheckpointMinutes, spot.spotMeanMinutes, spot.spotRestartMinutes);
}

} // namespace rightrig
