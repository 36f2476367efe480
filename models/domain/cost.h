// Money formulas of renting and owning. Amounts are in one currency, the caller's; nothing here converts.
#pragma once

#include "models/domain/machine.h"
#include "models/domain/units.h"

#include <optional>

namespace rightrig {

class Constants;

/// What one rented session is billed by. Empty units mean: billed by the second, no minimum.
struct RentTerms
{
    double ratePerHour = 0.0;
    std::optional<double> billingUnitSeconds;
    std::optional<double> minimumSeconds;
    double setUpSeconds = 0.0;    ///< per session, billed like work
    double idleFactor = 1.0;      ///< >= 1: hours billed over hours used, because people forget to switch off
    double spotOverhead = 0.0;    ///< share of extra time, see spotOverhead()
    double storageGbMonths = 0.0; ///< over the whole period
    double storagePerGbMonth = 0.0;
    double egressGb = 0.0;
    double egressPerGb = 0.0;
};

/// The parts of a rental bill; all >= 0.
struct RentCost
{
    double work = 0.0, setUp = 0.0, idle = 0.0, storage = 0.0, transfer = 0.0;
    [[nodiscard]] double sum() const { return work + setUp + idle + storage + transfer; }
};

/// `hours` rounded up to whole billing units, never under the minimum; 0 stays 0.
[[nodiscard]] Seconds billedTime(Seconds time, const RentTerms& terms);

/// Cost of `sessions` sessions of `perSession` each. Never negative; an input that is not finite or below 0 counts as 0.
[[nodiscard]] RentCost rentCost(Seconds perSession, double sessions, const RentTerms& terms);

/// The parts of owning: purchase + electricity + resale (<= 0).
struct OwnCost
{
    double purchase = 0.0, electricity = 0.0, resale = 0.0;
    [[nodiscard]] double sum() const { return purchase + electricity + resale; }
};

/// `price` bought today and sold after `years`, keeping the share rho of its value each year. rho is clamped to 0..1.
[[nodiscard]] OwnCost ownCost(double price, double rhoPerYear, double years, KilowattHours energy, double pricePerKwh);

/// Share of the value kept per year, by what the machine is (laptop, Mac, graphics desktop).
[[nodiscard]] double resaleRho(MachineKind kind, bool apple, const Constants& constants);

/// Rented hours above which owning is cheaper; empty if renting always is.
/// H* = P0 (1 - rho^Y) / (rate - sr kW price), sr = own time over rented time.
[[nodiscard]] std::optional<double> breakEvenHours(
    double price, double rhoPerYear, double years, double kilowatts, double pricePerKwh, double rentPerHour, double ownOverRentTime = 1.0);

/// Extra time of a rental that can be stopped, checkpoint cost d, mean time between stops M, restart R, all in one unit (Young):
/// T* = sqrt(2 d M), overhead = d/T* + T*/(2M) + R/M.
[[nodiscard]] double spotOverhead(double checkpointCost, double meanTimeBetweenStops, double restart);
[[nodiscard]] double bestCheckpointInterval(double checkpointCost, double meanTimeBetweenStops);
/// The same with the catalogue's constants.
[[nodiscard]] double spotOverhead(const Constants& constants);

} // namespace rightrig
