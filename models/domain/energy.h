// Electricity and carbon of a run.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <optional>

namespace rightrig {

/// kWh = t/3600 (u W + W_rest) / eta_psu / 1000 PUE.
[[nodiscard]] KilowattHours runEnergy(Seconds time, double busyWatts, double restWatts, double pue, const PowerConstants& power);

/// Watts of `rig` from the wall while it trains on its cards (or its processor); empty if the part's power is unknown.
[[nodiscard]] std::optional<Watts> wallPower(const Rig& rig, bool onProcessor, const Constants& constants);

/// Fills `result.energy` from its time; leaves it empty where time or power is unknown.
void addEnergy(Estimate& result, const Rig& rig, bool onProcessor, const Constants& constants);

/// Carbon of that energy; a missing figure of the country falls back on the world's.
[[nodiscard]] Kilograms carbon(KilowattHours energy, std::optional<double> gramsPerKwh, const Constants& constants);

} // namespace rightrig
