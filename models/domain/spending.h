// What a plan costs: money over the student's period, and the drawbacks that count like money. All in the student's currency.
#pragma once

#include "models/domain/ground.h"

namespace rightrig {

enum class Quantile : std::uint8_t { Low, Likely, High };

/// Seconds of one run of job i, unless it does not run there.
[[nodiscard]] std::optional<double> runSeconds(const Plan& plan, std::size_t job, Quantile quantile);

/// Hours a week the student's jobs keep the remote machine (spot restarts counted), and how often it is started.
struct RemoteUse
{
    double hours = 0.0, sessions = 0.0;
};
[[nodiscard]] RemoteUse remoteUse(const Plan& plan, const Ground& ground, Quantile quantile = Quantile::Likely);

/// Rent of the remote part over the whole period, before credits; empty if its price or a time is unknown.
[[nodiscard]] std::optional<CostBreakdown> remoteCost(const Plan& plan, const Ground& ground, Quantile quantile);

/// All money of the plan. Empty if a price or a time is unknown.
[[nodiscard]] std::optional<CostBreakdown> planCost(const Plan& plan, const Ground& ground, Quantile quantile);

/// Electricity the base uses for training over the whole period; a power that nobody states counts as "choice.unknown_power".
[[nodiscard]] double localKwh(const Plan& plan, const Ground& ground, Quantile quantile);

/// Waiting, the student's own work, heat and noise, weight: each > 0 weight, so more of any of them always scores worse.
struct Burden
{
    double waiting = 0.0, work = 0.0, quiet = 0.0, light = 0.0;
    [[nodiscard]] double sum() const { return waiting + work + quiet + light; }
};
[[nodiscard]] Burden planBurden(const Plan& plan, const Ground& ground);

/// Share of the loss in value that games or video answer for.
[[nodiscard]] double otherUseShare(const Plan& plan, const Ground& ground);
[[nodiscard]] double priceSpread(Confidence confidence, const ChoiceConstants& choice);
[[nodiscard]] bool isMac(const Machine& machine, const Catalog& catalog);

} // namespace rightrig
