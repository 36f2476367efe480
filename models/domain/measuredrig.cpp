// Sources of the constants: the rows profile.* of db/rows/assumptions-profile.csv.
#include "models/domain/measuredrig.h"

#include "models/domain/classical.h"
#include "models/domain/interval.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

/// An efficiency core counts as part of a performance core, as everywhere; a container's limit holds for all.
std::optional<double> workingCores(const MachineProfile& profile, const Constants& c)
{
    std::optional<double> cores = profile.cores ? profile.cores : profile.threads;
    if (profile.performanceCores && profile.efficiencyCores)
        cores = *profile.performanceCores + *profile.efficiencyCores * c.time.efficiencyCore;
    if (!profile.coreLimit)
        return cores;
    return std::min(cores.value_or(*profile.coreLimit), *profile.coreLimit);
}

/// Geometric mean of what both kernels say of a core; a core of speed 1 is the catalogue's unit.
std::optional<double> coreSpeed(const MachineProfile& profile, const ProfileConstants& c)
{
    const auto histogram = profile.rate(Rate::HistogramOne), tree = profile.rate(Rate::TreeBuilding);
    if (histogram && tree)
        return std::sqrt(*histogram / c.referenceHistogram * *tree / c.referenceTree);
    if (histogram)
        return *histogram / c.referenceHistogram;
    return tree ? std::optional(*tree / c.referenceTree) : std::nullopt;
}

/// Between the rate of one core and that of all; more cores than there are add nothing.
std::optional<double> rateWith(const std::optional<double>& one, const std::optional<double>& all, const std::optional<double>& used,
    const std::optional<double>& cores)
{
    if (!used || !one || !all || !cores || *cores <= 1.0)
        return all;
    const double share = std::clamp((*used - 1.0) / (*cores - 1.0), 0.0, 1.0);
    return *one + std::max(0.0, *all - *one) * share;
}

/// What the laws of a tested processor need; the rates of all cores that are missing follow from those of one.
TestedRates testedRates(const MachineProfile& profile, const Rig& rig, double sgemm, double triad, const std::optional<double>& used,
    const std::optional<double>& cores, const ProfileConstants& c)
{
    TestedRates rates;
    rates.cores = std::max(1.0, *rig.cores);
    rates.coreSpeed = *rig.singleCoreSpeed;
    rates.sgemm = sgemm;
    rates.sgemmOne = profile.rate(Rate::SgemmOneLarge).value_or(sgemm / rates.cores);
    rates.bandwidth = triad;
    rates.bandwidthOne = profile.rate(Rate::BandwidthOne).value_or(triad);
    const double one = profile.rate(Rate::HistogramOne).value_or(rates.coreSpeed * c.referenceHistogram);
    const double all = profile.rate(Rate::HistogramAll).value_or(one * *cores);
    rates.histogram = *rateWith(one, all, used, cores);
    rates.treeBuilding = profile.rate(Rate::TreeBuilding).value_or(rates.coreSpeed * c.referenceTree);
    return rates;
}

/// The memory check counts the system's own part, so that comes back on top of what is free.
void takeMemory(Rig& rig, const MachineProfile& profile, const Constants& c)
{
    if (!rig.ram)
        rig.ram = profile.ram;
    if (!profile.freeRam || rig.unified)
        return;
    const Gib usable{profile.freeRam->value + c.memory.osGb * 1e9 / bytesPerGib};
    rig.ram = rig.ram ? std::min(*rig.ram, usable) : usable;
}

} // namespace

void applyProfile(Rig& rig, const MachineProfile& profile, const Constants& c, std::optional<double> coresUsed)
{
    const auto cores = workingCores(profile, c);
    const auto speed = coreSpeed(profile, c.profile);
    const auto sgemm = rateWith(profile.rate(Rate::SgemmOneLarge), profile.rate(Rate::SgemmAllLarge), coresUsed, cores);
    const auto triad = rateWith(profile.rate(Rate::BandwidthOne), profile.rate(Rate::BandwidthAll), coresUsed, cores);
    if (cores)
        rig.cores = coresUsed ? std::min(*coresUsed, *cores) : *cores;
    if (speed)
        rig.singleCoreSpeed = speed;
    if (sgemm)
        rig.cpuFp32Gflops = *sgemm / c.profile.sgemmShare;
    if (triad)
        rig.cpuBandwidthGbPerS = *triad / c.profile.triadShare;
    takeMemory(rig, profile, c);
    rig.jpegPerSecond = profile.rate(Rate::JpegDecode);
    rig.processorMeasured = cores && speed && sgemm && triad;
    rig.processorSteady = rig.processorMeasured && profile.noisy == false;
    if (!rig.processorMeasured)
        return;
    rig.processorIsGuess = false;
    rig.tested = testedRates(profile, rig, *sgemm, *triad, coresUsed, cores, c.profile);
}

Rig profileRig(const MachineProfile& profile, const Catalog& catalog, const Constants& c, std::optional<double> coresUsed)
{
    Machine machine;
    machine.kind = profile.laptop.value_or(false) ? MachineKind::Laptop : MachineKind::Desktop;
    machine.cpu = profile.cpu ? catalog.findDevice(*profile.cpu, DeviceKind::Cpu) : -1;
    machine.ram = profile.ram;
    machine.os = profile.os.value_or(Os::Any);
    Rig rig = makeRig(catalog, machine, c);
    applyProfile(rig, profile, c, coresUsed);
    return rig;
}

double measuredSpreadShare(const Rig& rig, const Constants& c) { return rig.processorSteady ? c.profile.spreadShare : 1.0; }

void markMeasured(Estimate& estimate, const Job& job, const Rig& rig, const Constants& c)
{
    if (!rig.processorMeasured || !estimate.seconds)
        return;
    if (!isClassical(job.family)) {
        if ((estimate.adjustments & AdjustOnCpu) != 0) // its range is narrowed where it is made: ownSpread()
            estimate.method = Method::Measured;
        return;
    }
    if (tableTime(job, rig, c).onCard)
        return;
    estimate.method = Method::Measured;
    estimate.sdOwn *= measuredSpreadShare(rig, c);
    estimate.seconds = interval80(estimate.seconds->likely, together(estimate.sdOwn, estimate.sdCommon));
}

} // namespace rightrig
