// What the estimator says of tested computers, as named numbers (estimatenumbers.h).
#pragma once

#include "tests/support/numbersofjobs.h"

namespace rightrig::testing {

/// A tested computer of a few cores, as rates go together on real ones.
inline Rig testedRig(double cores, const Constants& constants)
{
    MachineProfile profile;
    profile.cores = profile.threads = cores;
    profile.ram = Gib{64.0};
    profile.noisy = false;
    for (std::size_t rate = 0; rate < profile.rates.size(); ++rate)
        profile.rates[rate] = MeasuredRate{100.0 + 10.0 * static_cast<double>(rate), 0.02};
    const auto set = [&profile](Rate rate, double value) { profile.rates[static_cast<std::size_t>(rate)] = MeasuredRate{value, 0.02}; };
    set(Rate::SgemmOneLarge, 97.6);
    set(Rate::SgemmAllLarge, 90.0 * cores);
    set(Rate::BandwidthOne, 28.2);
    set(Rate::BandwidthAll, 30.2);
    set(Rate::HistogramOne, 1123.0);
    set(Rate::HistogramAll, 900.0 * cores);
    set(Rate::TreeBuilding, 200.8);
    return profileRig(profile, shipped(), constants);
}

/// Tables of every library, small and large, and networks of every kind.
inline void addMeasured(Numbers& numbers, const Constants& constants)
{
    const Rig few = testedRig(2.0, constants);
    numbers["bandwidth of a tested computer"] = few.cpuBandwidthGbPerS.value_or(0.0);
    numbers["a small linear model"] = testedLinearSeconds(5.0, 1000.0, 10.0, *few.tested, constants.profile);
    Rig withCard = cardRig();
    withCard.cores = 2.0;
    withCard.jpegPerSecond = 200.0;
    addJobs(numbers, "a card that waits for photos", withCard, constants);
    numbers["neighbours in a tree"] = testedKnnSeconds(50000.0, 8.0, *few.tested, constants.profile);
    numbers["neighbours in a crowded tree"] = testedKnnSeconds(20000.0, 12.0, *few.tested, constants.profile);
    for (const JobFamily family : {JobFamily::Cnn, JobFamily::Mlp}) {
        for (const double gflop : {0.0001, 0.1, 1.0}) {
            Job job = network(family);
            job.net.forwardGflop = gflop;
            job.net.paramsM = 0.01;
            job.net.activationsM = 0.001;
            note(numbers, "a small " + std::string(familyName(family)) + std::to_string(gflop), estimate(job, few, constants));
        }
    }
    for (const double cores : {1.0, 8.0}) {
        const Rig rig = testedRig(cores, constants);
        const std::string name = " tested with cores " + std::to_string(cores);
        addJobs(numbers, name, rig, constants);
        for (const Preset& preset : shipped().presets) {
            for (const Framework framework : {Framework::Sklearn, Framework::XgBoost, Framework::LightGbm}) {
                for (const Booster booster : {Booster::XgBoost, Booster::LightGbm}) {
                    for (const double rows : {500.0, 1e6}) {
                        Job job = jobFromPreset(preset);
                        if (!isClassical(job.family))
                            continue;
                        job.framework = framework;
                        job.table.booster = booster;
                        job.samples = rows;
                        const std::string size = std::to_string(static_cast<int>(booster)) + " of " + std::to_string(rows) + " rows";
                        note(numbers, preset.id + name + std::string(frameworkName(framework)) + size, estimate(job, rig, constants));
                    }
                }
            }
        }
        for (const JobFamily family : {JobFamily::Cnn, JobFamily::Mlp, JobFamily::Rnn, JobFamily::TransformerEncoder}) {
            Job job = network(family);
            job.net.layers = 12.0;
            job.net.hidden = 768.0;
            job.net.heads = 12.0;
            job.net.sequence = 128.0;
            note(numbers, std::string(familyName(family)) + name, estimate(job, rig, constants));
        }
    }
}

} // namespace rightrig::testing
