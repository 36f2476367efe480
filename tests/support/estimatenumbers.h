// What the estimator says of many jobs on many machines, as named numbers: enough that every constant shows in one of them.
#pragma once

#include "tests/support/measurednumbers.h"

namespace rightrig::testing {

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

/// Networks of which a student or a table states little: written by hand, of so many layers, or with a sequence; by TensorFlow or not.
inline void addLittleKnown(Numbers& numbers, const Constants& constants)
{
    Rig apple = cardRig();
    apple.hasAccelerator = false;
    apple.appleProcessor = true;
    addJobs(numbers, "an Apple processor", apple, constants);
    for (const JobFamily family :
        {JobFamily::Cnn, JobFamily::Detector, JobFamily::TransformerEncoder, JobFamily::LlmFull, JobFamily::Lora, JobFamily::Rnn}) {
        for (const double gflop : {0.00001, 0.05, 8.0}) {
            for (const Precision precision : {Precision::Fp32, Precision::Amp}) {
                Job job = network(family);
                job.precision = precision;
                job.net.forwardGflop = gflop;
                job.net.activationsM = gflop;
                job.net.modules.reset();
                job.net.layers.reset();
                job.batch = gflop > 1.0 ? 64.0 : 1.0;
                const std::string name = "a little known " + std::string(familyName(family)) + " of " + std::to_string(gflop)
                    + (precision == Precision::Amp ? " amp" : " fp32");
                note(numbers, name, estimate(job, cardRig(), constants));
                job.framework = Framework::TensorFlow;
                note(numbers, name + " by TensorFlow", estimate(job, cardRig(), constants));
                job.net.layers = 3.0;
                job.net.sequence = 100.0;
                note(numbers, name + " of three layers", estimate(job, cardRig(), constants));
                for (const double side : {32.0, 128.0}) {
                    job.net.imagePx = side;
                    job.batch = 512.0;
                    job.realPipeline = true;
                    job.framework = Framework::TensorFlow;
                    note(numbers, name + " of files, " + std::to_string(side), estimate(job, cardRig(), constants));
                    job.framework = Framework::Ngc;
                    note(numbers, name + " of files by a tuned script, " + std::to_string(side), estimate(job, cardRig(), constants));
                }
            }
        }
    }
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
            job.volumes = true;
            const std::string name = preset.id + " with " + std::string(frameworkName(*job.framework));
            note(numbers, name, estimate(job, rig, constants));
            if (!isClassical(job.family))
                continue;
            for (std::size_t booster = 0; booster < boosterCount; ++booster) {
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

/// Boosted trees of every library and age, with trees that are shallow, deep or stated by depth alone.
inline void addBoosting(Numbers& numbers, const Constants& constants)
{
    Rig rig = makeRig(shipped(), shipped().machines[static_cast<std::size_t>(shipped().findMachine("build-rtx-3090-used"))], constants);
    Rig processor = rig;
    processor.hasAccelerator = false;
    const Job preset = jobFromPreset(*std::find_if(
        shipped().presets.begin(), shipped().presets.end(), [](const Preset& one) { return one.id == "tables-boosted-large"; }));
    for (std::size_t booster = 0; booster < boosterCount; ++booster) {
        for (const double year : {2010.0, 2016.0, 2018.0, 2023.0}) {
            for (const double rows : {1e4, 3e6}) {
                for (const double depth : {3.0, 12.0}) {
                    Job job = preset;
                    job.framework.reset();
                    job.table.booster = static_cast<Booster>(booster);
                    job.table.depth = depth;
                    job.table.leaves.reset();
                    job.softwareYear = year;
                    job.samples = rows;
                    const std::string name = "booster " + std::to_string(booster) + " of " + std::to_string(static_cast<int>(year)) + ", "
                        + std::to_string(static_cast<int>(rows)) + " rows, depth " + std::to_string(static_cast<int>(depth));
                    note(numbers, name, estimate(job, processor, constants));
                    note(numbers, name + ", card", estimate(job, rig, constants));
                    job.table.columns = 3000.0;
                    note(numbers, name + ", wide, card", estimate(job, rig, constants));
                    if (rows > 1e4)
                        continue;
                    job.samples = 3e4; // enough for all leaves, too few to hide them
                    note(numbers, name + ", wide, more rows, card", estimate(job, rig, constants));
                }
            }
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
inline constexpr std::array<Section, 14> sections{addCheckPoints, addPresets, addVariants, addBoosting, addChips, addKinds, addLargeTables,
    addUnstated, addLittleKnown, addDevices, addMeasured, addOwnRuns, addSimpleLaws, addFormulas};

inline Numbers numbersOf(Section section, const Constants& constants)
{
    Numbers numbers;
    section(numbers, constants);
    return numbers;
}

} // namespace rightrig::testing
