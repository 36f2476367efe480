// What the estimator says of many jobs on many machines, as named numbers: enough that every constant shows in one of them.
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

/// Presets on a few machines.
inline void addPresets(Numbers& numbers, const Constants& constants)
{
    for (const char* id : machineIds) {
        const int machine = shipped().findMachine(id);
        if (machine < 0)
            throw std::runtime_error(std::string("no machine ") + id);
        const Rig rig = makeRig(shipped(), shipped().machines[static_cast<std::size_t>(machine)], constants);
        for (const Preset& preset : shipped().presets)
            note(numbers, preset.id + " on " + id, estimate(jobFromPreset(preset), rig, constants));
    }
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

/// The catalogue as if nobody stated what Apple's chips draw.
inline const Catalog& withoutApplePower()
{
    static const Catalog catalog = [] {
        Catalog copy = shipped();
        for (Device& device : copy.devices) {
            if (device.vendor == Vendor::Apple)
                device.power.reset();
        }
        return copy;
    }();
    return catalog;
}

/// Power and usable memory of every card and chip with 16 GiB of RAM around it.
inline void addDevices(Numbers& numbers, const Constants& constants)
{
    const Catalog& catalog = withoutApplePower();
    for (std::size_t i = 0; i < catalog.devices.size(); ++i) {
        if (catalog.devices[i].kind == DeviceKind::Cpu)
            continue;
        Machine machine;
        machine.kind = MachineKind::Laptop;
        machine.accelerator = static_cast<int>(i);
        machine.acceleratorCount = 1;
        machine.ram = Gib{16.0};
        const Rig rig = makeRig(catalog, machine, constants);
        const std::string& id = catalog.devices[i].id;
        if (rig.power)
            numbers[id + " power"] = rig.power->value;
        if (rig.vram)
            numbers[id + " memory"] = rig.vram->value;
    }
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

/// The same jobs on each family of chips.
inline void addChips(Numbers& numbers, const Constants& constants)
{
    for (std::size_t family = 0; family < chipFamilies.size(); ++family) {
        Rig rig = cardRig();
        rig.acceleratorCount = 2;
        rig.stack = chipFamilies[family] == "tpu" ? Stack::Xla : Stack::Cuda;
        rig.chip = static_cast<std::uint8_t>(family);
        rig.newGeneration = rig.powerIsGuess = true;
        addJobs(numbers, "a chip of " + std::string(chipFamilies[family]), rig, constants);
        for (const JobFamily kind : {JobFamily::Cnn, JobFamily::Rnn})
            note(numbers, std::string(familyName(kind)) + " alone on a chip of " + std::string(chipFamilies[family]),
                estimate(network(kind), rig, constants));
    }
}

/// Laptops without a fan, graphics inside the processor, other makers' software, processors alone or guessed.
inline void addKinds(Numbers& numbers, const Constants& constants)
{
    for (const Stack stack : {Stack::Cuda, Stack::Rocm, Stack::Metal, Stack::IntelGpu, Stack::Xla}) {
        for (const bool integrated : {false, true}) {
            Rig rig = cardRig();
            rig.stack = stack;
            rig.integrated = integrated;
            rig.unified = stack == Stack::Metal;
            rig.laptop = rig.fanless = integrated;
            addJobs(numbers, std::string(stackName(stack)) + (integrated ? " inside" : " beside"), rig, constants);
        }
    }
    Rig alone = cardRig();
    alone.hasAccelerator = false;
    addJobs(numbers, "a processor", alone, constants);
    alone.processorIsGuess = true;
    addJobs(numbers, "a guessed processor", alone, constants);
}

/// Tables so large that the start of a program does not hide what a card or another library does.
inline void addLargeTables(Numbers& numbers, const Constants& constants)
{
    for (const JobFamily family : {JobFamily::RandomForest, JobFamily::Linear, JobFamily::Kmeans, JobFamily::Knn, JobFamily::Pca}) {
        for (const Framework framework : {Framework::Cuml, Framework::R}) {
            Job job;
            job.family = family;
            job.framework = framework;
            job.samples = 2e6;
            job.table.columns = job.table.trees = job.table.clusters = 100.0;
            if (family == JobFamily::Kmeans)
                job.table.iterations = 20.0;
            note(numbers, "a large table: " + std::string(familyName(family)) + " with " + std::string(frameworkName(framework)),
                estimate(job, cardRig(), constants));
        }
    }
}

/// What nobody states is filled in: leaf layers, activations, iterations; and the row limit of kernel machines.
inline void addUnstated(Numbers& numbers, const Constants& constants)
{
    const Rig rig = cardRig();
    for (const Preset& preset : shipped().presets) {
        Job job = jobFromPreset(preset);
        job.net.modules.reset();
        job.net.activationsM.reset();
        job.net.calibration.reset();
        job.table.iterations.reset();
        if (job.family == JobFamily::Svm)
            job.samples = 55000.0;
        note(numbers, preset.id + " unstated", estimate(job, rig, constants));
    }
    Job full = network(JobFamily::LlmFull);
    full.net.forwardGflop.reset();
    full.net.activationsM.reset();
    full.net.paramsM = 1300.0;
    full.net.layers = 24.0;
    full.net.hidden = 2048.0;
    full.net.sequence = 64.0;
    full.net.vocabulary = 32000.0;
    full.halfStates = true;
    note(numbers, "all weights of a language model", estimate(full, rig, constants));
}

/// Each framework, precision and software year on one card; every booster and library on one processor.
inline void addVariants(Numbers& numbers, const Constants& constants)
{
    Rig rig = makeRig(shipped(), shipped().machines[static_cast<std::size_t>(shipped().findMachine("build-rtx-3090-used"))], constants);
    Rig processor = rig;
    processor.hasAccelerator = false;
    for (const Preset& preset : shipped().presets) {
        for (std::size_t framework = 0; framework < frameworkCount; ++framework) {
            Job job = jobFromPreset(preset);
            job.framework = static_cast<Framework>(framework);
            job.softwareYear = 2019.0;
            job.realPipeline = true;
            job.plainAttention = true;
            const std::string name = preset.id + " with " + std::string(frameworkName(*job.framework));
            note(numbers, name, estimate(job, rig, constants));
            if (!isClassical(job.family))
                continue;
            for (std::size_t booster = 0; booster < constants.tables.boost.size(); ++booster) {
                job.table.booster = static_cast<Booster>(booster);
                note(numbers, name + " booster " + std::to_string(booster), estimate(job, processor, constants));
                Job small = job;
                small.samples = 500.0;
                note(numbers, name + " small " + std::to_string(booster), estimate(small, processor, constants));
                note(numbers, name + " card " + std::to_string(booster), estimate(job, rig, constants));
            }
        }
    }
}

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

/// Two real runs of the own computer correct its estimates, and a little those of others.
inline Answers timedAnswers()
{
    Answers answers;
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::Known;
    answers.computer->ram = Gib{32.0};
    for (const char* preset : {"tables-boosted-small", "images-resnet18"}) {
        OwnRun run;
        run.preset = preset;
        run.time = Seconds{400.0};
        answers.computer->runs.push_back(run);
    }
    return answers;
}

inline void addOwnRuns(Numbers& numbers, const Constants& constants)
{
    Rig rig = ownRig(settle(timedAnswers(), shipped()), shipped(), constants);
    for (const bool own : {true, false}) {
        rig.own = own;
        addJobs(numbers, own ? "the own computer" : "one like it", rig, constants);
    }
}

inline void addCheckPoints(Numbers& numbers, const Constants& constants)
{
    const AccuracyReport report = accuracyOf(shipped(), constants);
    for (const Prediction& prediction : report.predictions) {
        numbers[prediction.id + " likely"] = prediction.predicted->likely.value;
        numbers[prediction.id + " high"] = prediction.predicted->high.value;
        if (prediction.memoryNeedGib)
            numbers[prediction.id + " memory"] = *prediction.memoryNeedGib;
    }
}

/// The number at the end of each line of the open formula.
inline void noteLines(Numbers& numbers, const std::string& name, const Trace& trace)
{
    static const QRegularExpression number(QStringLiteral("([0-9][0-9.e+-]*)[^0-9]*$"));
    for (std::size_t i = 0; i < trace.lines.size(); ++i)
        numbers[name + " line " + std::to_string(i)] = number.match(QString::fromStdString(trace.lines[i])).captured(1).toDouble();
}

/// The two simpler laws decide nothing, but "how we know" shows them: networks of known speed, in the precision measured and in the other.
inline void addSimpleLaws(Numbers& numbers, const Constants& constants)
{
    Rig rig = cardRig();
    rig.halfTflops = 60.0;
    rig.vram = Gib{80.0};
    rig.power = Watts{20.0}; // more arithmetic by the watt than an A100
    for (const JobFamily family : {JobFamily::Cnn, JobFamily::TransformerEncoder, JobFamily::Rnn, JobFamily::Recommender}) {
        for (const Precision precision : {Precision::Fp32, Precision::Amp}) {
            Job job = network(family);
            job.precision = precision;
            job.net.throughputKAmp = 10.0;
            job.net.layers = 12.0;
            job.net.hidden = 768.0;
            job.net.heads = 12.0;
            job.net.sequence = 128.0;
            Trace trace;
            static_cast<void>(estimate(job, rig, constants, &trace));
            noteLines(numbers, std::string(familyName(family)) + (precision == Precision::Amp ? " amp" : " fp32"), trace);
        }
    }
    numbers["share of the peak of a card with more of it by the watt than an A100"]
        = achievedShare(constants.time.eta, 60.0, 20.0, constants.time);
}

/// What "how we know" shows of the machines.
inline void addFormulas(Numbers& numbers, const Constants& constants)
{
    for (const char* id : machineIds) {
        const Machine& machine = shipped().machines[static_cast<std::size_t>(shipped().findMachine(id))];
        for (const Preset& preset : shipped().presets) {
            Trace trace;
            static_cast<void>(explain(jobFromPreset(preset), shipped(), machine, constants, trace));
            noteLines(numbers, preset.id + " on " + id, trace);
        }
    }
}

using Section = void (*)(Numbers&, const Constants&);
inline constexpr std::array<Section, 12> sections{addCheckPoints, addPresets, addVariants, addChips, addKinds, addLargeTables, addUnstated,
    addDevices, addMeasured, addOwnRuns, addSimpleLaws, addFormulas};

inline Numbers numbersOf(Section section, const Constants& constants)
{
    Numbers numbers;
    section(numbers, constants);
    return numbers;
}

} // namespace rightrig::testing
