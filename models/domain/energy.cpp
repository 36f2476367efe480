// Sources of the constants: the rows cost.* and power.* of db/rows/assumptions*.csv.
#include "models/domain/energy.h"

#include "models/domain/constants.h"

#include <algorithm>

namespace rightrig {

namespace {

bool isElsewhere(MachineKind kind) { return kind == MachineKind::Cloud || kind == MachineKind::Free; }

} // namespace

KilowattHours runEnergy(Seconds time, double busyWatts, double restWatts, double pue, const PowerConstants& power)
{
    const double watts = (power.utilisation * busyWatts + restWatts) / power.psuEfficiency;
    return {time.value / secondsPerHour * watts / 1000.0 * pue};
}

std::optional<Watts> wallPower(const Rig& rig, bool onProcessor, const Constants& constants)
{
    const auto part = onProcessor ? rig.cpuPower : rig.power;
    if (!part)
        return std::nullopt;
    const double count = onProcessor ? 1.0 : std::max(1, rig.acceleratorCount);
    const double rest = rig.laptop ? constants.power.restLaptop : constants.power.restDesktop;
    const double pue = isElsewhere(rig.kind) ? constants.power.pueCloud : constants.power.pueHome;
    const KilowattHours hour = runEnergy(Seconds{secondsPerHour}, part->value * count, rest, pue, constants.power);
    return Watts{hour.value * 1000.0};
}

void addEnergy(Estimate& result, const Rig& rig, bool onProcessor, const Constants& constants)
{
    const auto watts = wallPower(rig, onProcessor, constants);
    if (!watts || !result.seconds)
        return;
    const double perSecond = watts->value / 1000.0 / secondsPerHour;
    const auto& t = *result.seconds;
    result.energy = Range<KilowattHours>{{t.low.value * perSecond}, {t.likely.value * perSecond}, {t.high.value * perSecond}};
}

Kilograms carbon(KilowattHours energy, std::optional<double> gramsPerKwh, const Constants& constants)
{
    return {energy.value * gramsPerKwh.value_or(constants.power.co2World) / 1000.0};
}

} // namespace rightrig
