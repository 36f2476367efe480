// Named numbers of estimates, and machines and jobs that have none but numbers.
#pragma once

#include "models/domain/accuracy.h"
#include "models/domain/measuredrig.h"
#include "models/domain/owncomputer.h"
#include "models/domain/planner.h"
#include "models/domain/recommender.h"
#include "models/domain/speed.h"
#include "models/domain/testedlaws.h"
#include "tests/support/catalogbuilder.h"

#include <QRegularExpression>
#include <QString>

#include <array>
#include <map>
#include <string>

namespace rightrig::testing {

using Numbers = std::map<std::string, double>;

inline const Catalog& shipped() { return *realCatalog(); }

/// One machine of each kind that has constants of its own: every family of chips, processors, laptops, fanless and rented ones.
inline constexpr std::array machineIds{"macbook-air-13-m3-8c-8g", "macbook-pro-14-m3-pro-11c-14g", "build-rtx-5060-ti-16",
    "build-rtx-3090-used", "build-rx-7800-xt-used", "build-arc-b580", "build-no-gpu-9700x", "build-two-rtx-3090-used",
    "framework-laptop-13-12th-gen-i5-1240p"};

inline void note(Numbers& numbers, const std::string& name, const Estimate& estimate)
{
    if (estimate.memory.have)
        numbers[name + " have"] = estimate.memory.have->value;
    if (estimate.memory.need)
        numbers[name + " memory"] = estimate.memory.need->value;
    if (estimate.ramCheck.need)
        numbers[name + " ram"] = estimate.ramCheck.need->value;
    if (estimate.seconds) {
        numbers[name + " likely"] = estimate.seconds->likely.value;
        numbers[name + " high"] = estimate.seconds->high.value;
        numbers[name + " batch"] = estimate.microBatch;
    }
    if (estimate.energy)
        numbers[name + " energy"] = estimate.energy->likely.value;
}

inline Rig cardRig()
{
    Rig rig;
    rig.kind = MachineKind::Cloud;
    rig.cores = 64.0;
    rig.singleCoreSpeed = 0.8;
    rig.cpuFp32Gflops = 900.0;
    rig.cpuBandwidthGbPerS = 60.0;
    rig.cpuPower = Watts{65.0};
    rig.ram = Gib{64.0};
    rig.hasAccelerator = true;
    rig.acceleratorCount = 1;
    rig.stack = Stack::Cuda;
    rig.vram = Gib{24.0};
    rig.bandwidthGbPerS = 400.0;
    rig.fp32Tflops = 12.0;
    rig.halfTflops = 48.0;
    rig.power = Watts{200.0};
    return rig;
}

inline void addJobs(Numbers& numbers, const std::string& name, const Rig& rig, const Constants& constants)
{
    for (const Preset& preset : shipped().presets)
        note(numbers, preset.id + " on " + name, estimate(jobFromPreset(preset), rig, constants));
}

/// A network known by its numbers only.
inline Job network(JobFamily family)
{
    Job job;
    job.family = family;
    job.precision = Precision::Amp;
    job.precisionIsFixed = true;
    job.net.paramsM = 60.0;
    job.net.forwardGflop = 0.01;
    job.net.activationsM = 0.5;
    job.batch = 1.0;
    job.samples = 10000.0;
    job.epochs = 1.0;
    job.sizeFromStudent = true;
    return job;
}

} // namespace rightrig::testing
