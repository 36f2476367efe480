// Every number of the estimator and the recommender, against the numbers of the last fit; and a proof that these comparisons would notice
// any constant that moved by 30 %. After a new fit: RIGHTRIG_WRITE_GOLDEN=1 tst_domain_goldenestimates, and read the change.
#include "models/domain/accuracy.h"
#include "models/domain/measuredrig.h"
#include "models/domain/planner.h"
#include "models/domain/recommender.h"
#include "models/domain/speed.h"
#include "tests/support/catalogbuilder.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <array>
#include <cmath>
#include <set>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

constexpr double tolerance = 0.005;
constexpr double mutation = 1.3;

using Numbers = std::map<std::string, double>;

const Catalog& shipped() { return *realCatalog(); }

/// One machine of each kind that has constants of its own: every family of chips, processors, laptops, fanless and rented ones.
constexpr std::array machineIds{"macbook-air-13-m3-8c-8g", "macbook-pro-14-m3-pro-11c-14g", "build-rtx-5060-ti-16", "build-rtx-3090-used",
    "build-rx-7800-xt-used", "build-arc-b580", "build-no-gpu-9700x", "build-two-rtx-3090-used", "framework-laptop-13-12th-gen-i5-1240p"};

void note(Numbers& numbers, const std::string& name, const Estimate& estimate)
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
void addPresets(Numbers& numbers, const Constants& constants)
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

Rig cardRig()
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

void addJobs(Numbers& numbers, const std::string& name, const Rig& rig, const Constants& constants)
{
    for (const Preset& preset : shipped().presets)
        note(numbers, preset.id + " on " + name, estimate(jobFromPreset(preset), rig, constants));
}

/// The catalogue as if nobody stated what Apple's chips draw.
const Catalog& withoutApplePower()
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
void addDevices(Numbers& numbers, const Constants& constants)
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
Job network(JobFamily family)
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
void addChips(Numbers& numbers, const Constants& constants)
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
void addKinds(Numbers& numbers, const Constants& constants)
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

/// What nobody states is filled in: leaf layers, activations, iterations; and the row limit of kernel machines.
void addUnstated(Numbers& numbers, const Constants& constants)
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
void addVariants(Numbers& numbers, const Constants& constants)
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

void addMeasured(Numbers& numbers, const Constants& constants)
{
    MachineProfile profile;
    profile.cores = profile.threads = 8.0;
    profile.ram = Gib{16.0};
    profile.noisy = false;
    for (std::size_t rate = 0; rate < profile.rates.size(); ++rate)
        profile.rates[rate] = MeasuredRate{100.0 + 10.0 * static_cast<double>(rate), 0.02};
    const Rig rig = profileRig(profile, shipped(), constants);
    for (const Preset& preset : shipped().presets)
        note(numbers, preset.id + " measured", estimate(jobFromPreset(preset), rig, constants));
}

void addCheckPoints(Numbers& numbers, const Constants& constants)
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
void noteLines(Numbers& numbers, const std::string& name, const Trace& trace)
{
    static const QRegularExpression number(QStringLiteral("([0-9][0-9.e+-]*)[^0-9]*$"));
    for (std::size_t i = 0; i < trace.lines.size(); ++i)
        numbers[name + " line " + std::to_string(i)] = number.match(QString::fromStdString(trace.lines[i])).captured(1).toDouble();
}

/// The two simpler laws decide nothing, but "how we know" shows them: networks of known speed, in the precision measured and in the other.
void addSimpleLaws(Numbers& numbers, const Constants& constants)
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
void addFormulas(Numbers& numbers, const Constants& constants)
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
constexpr std::array<Section, 10> sections{
    addCheckPoints, addPresets, addVariants, addChips, addKinds, addUnstated, addDevices, addMeasured, addSimpleLaws, addFormulas};

Numbers numbersOf(Section section, const Constants& constants)
{
    Numbers numbers;
    section(numbers, constants);
    return numbers;
}

/// The first number that differs by more than the tolerance, or is not in both.
std::string firstDifference(const Numbers& expected, const Numbers& now)
{
    for (const auto& [name, value] : expected) {
        const auto found = now.find(name);
        if (found == now.end())
            return name + " is gone";
        if (std::abs(found->second - value) > tolerance * std::abs(value))
            return name + ": " + std::to_string(value) + " became " + std::to_string(found->second);
    }
    return now.size() == expected.size() ? std::string() : "there are " + std::to_string(now.size() - expected.size()) + " more numbers";
}

const char* const goldenFile = "tests/domain/goldenestimates.csv";

Numbers readGolden()
{
    QFile file(sourcePath(QString::fromLatin1(goldenFile)));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read the golden file");
    Numbers numbers;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const auto comma = line.lastIndexOf(',');
        numbers[line.left(comma).toStdString()] = line.mid(comma + 1).toDouble();
    }
    return numbers;
}

/// Few enough to be read: presets on the machines, and the check points.
Numbers golden(const Constants& constants)
{
    Numbers numbers;
    addPresets(numbers, constants);
    addCheckPoints(numbers, constants);
    return numbers;
}

void writeGolden(const Numbers& numbers)
{
    QFile file(sourcePath(QString::fromLatin1(goldenFile)));
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write the golden file");
    for (const auto& [name, value] : numbers)
        file.write(QByteArray::fromStdString(name) + ',' + QByteArray::number(value, 'g', 5) + '\n');
}

bool estimatesNothing(const std::string& name)
{
    const std::string family = name.substr(0, name.find('.'));
    // Two that no estimate uses: a worked example's second way to pack weights, and the grams of a recommendation.
    const bool elsewhere = name == "memory.nf4_double_bytes" || name == "power.co2_world_grams";
    return elsewhere || family == "accuracy" || family == "choice" || family == "cost" || family == "rented";
}

} // namespace

class TestGoldenEstimates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheLastFit()
    {
        const Numbers now = golden(*resolveConstants(shipped(), {}));
        if (qEnvironmentVariableIsSet("RIGHTRIG_WRITE_GOLDEN"))
            writeGolden(now);
        QCOMPARE(QString::fromStdString(firstDifference(readGolden(), now)), QString());
    }
    /// Mutation test: no constant of the estimator may move by 30 % without a number that shows it.
    void everyConstantCounts()
    {
        std::vector<Numbers> before;
        for (const Section section : sections)
            before.push_back(numbersOf(section, *resolveConstants(shipped(), {})));
        QStringList unnoticed;
        for (const Assumption& constant : shipped().assumptions) {
            if (constant.value == 0.0 || estimatesNothing(constant.name))
                continue;
            Answers overrides;
            overrides.overrides.emplace_back(constant.name, constant.value * mutation);
            const auto constants = resolveConstants(shipped(), overrides);
            bool noticed = false;
            for (std::size_t i = 0; i < sections.size() && !noticed; ++i)
                noticed = !firstDifference(before[i], numbersOf(sections[i], *constants)).empty();
            if (!noticed)
                unnoticed << QString::fromStdString(constant.name);
        }
        for (const QString& name : std::as_const(unnoticed))
            qWarning("nothing notices 30 %% more of %s", qPrintable(name));
        QCOMPARE(unnoticed.join(QLatin1String(", ")), QString());
    }
};

QTEST_APPLESS_MAIN(TestGoldenEstimates)
#include "tst_goldenestimates.moc"
