// What must hold for any job and machine: thousands of random pairs with a fixed seed.
#include "models/domain/constants.h"
#include "models/domain/cost.h"
#include "models/domain/estimator.h"
#include "models/domain/planner.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

constexpr int rounds = 4000;
constexpr double hair = 1 + 1e-9;

class Dice
{
public:
    [[nodiscard]] double between(double low, double high)
    {
        // Own mapping: the standard distributions differ between libraries.
        const double unit = static_cast<double>(m_engine()) / 4294967296.0;
        return low * std::exp(unit * std::log(high / low));
    }
    [[nodiscard]] std::size_t below(std::size_t n) { return m_engine() % n; }
    [[nodiscard]] bool coin() { return below(2) == 0; }

private:
    std::mt19937 m_engine{20261123};
};

Rig randomRig(Dice& dice)
{
    Rig rig;
    rig.kind = static_cast<MachineKind>(dice.below(5));
    rig.cores = std::floor(dice.between(2, 64));
    rig.singleCoreSpeed = dice.between(0.3, 1.5);
    rig.cpuFp32Gflops = dice.between(50, 5000);
    rig.cpuBandwidthGbPerS = dice.between(15, 300);
    rig.cpuPower = Watts{dice.between(10, 200)};
    rig.ram = Gib{dice.between(4, 256)};
    rig.laptop = dice.coin();
    rig.fanless = dice.below(8) == 0;
    if (dice.below(4) == 0)
        return rig;
    constexpr Stack stacks[]{Stack::Cuda, Stack::Cuda, Stack::Rocm, Stack::Metal, Stack::IntelGpu, Stack::Xla};
    rig.hasAccelerator = true;
    rig.acceleratorCount = dice.below(4) == 0 ? 4 : 1;
    rig.stack = stacks[dice.below(6)];
    rig.unified = rig.stack == Stack::Metal;
    rig.integrated = rig.stack == Stack::IntelGpu && dice.coin();
    rig.vram = rig.unified ? Gib{rig.ram->value * 0.7} : Gib{dice.between(2, 96)};
    rig.bandwidthGbPerS = dice.between(50, 4000);
    rig.fp32Tflops = dice.between(1, 80);
    rig.tf32Tflops = *rig.fp32Tflops * 2;
    rig.halfTflops = *rig.fp32Tflops * 4;
    rig.power = Watts{dice.between(15, 700)};
    rig.newGeneration = dice.coin();
    rig.powerIsGuess = dice.coin();
    return rig;
}

Job randomJob(Dice& dice)
{
    const auto& presets = realCatalog()->presets;
    Job job = jobFromPreset(presets[dice.below(presets.size())]);
    job.samples *= dice.between(0.01, 100);
    job.epochs *= dice.between(0.2, 5);
    job.sizeFromStudent = dice.coin();
    return job;
}

int rank(Fit fit) { return fit == Fit::No ? 0 : fit == Fit::Tight ? 1 : 2; }

/// One way a machine can be better.
using Better = void (*)(Rig&, double);
const std::vector<std::pair<const char*, Better>> improvements{
    {"peak",
        [](Rig& r, double f) {
            for (auto* rate : {&r.fp32Tflops, &r.tf32Tflops, &r.halfTflops}) {
                if (*rate)
                    **rate *= f;
            }
        }},
    {"bandwidth",
        [](Rig& r, double f) {
            if (r.bandwidthGbPerS)
                *r.bandwidthGbPerS *= f;
        }},
    {"power",
        [](Rig& r, double f) {
            if (r.power)
                r.power = *r.power * f;
        }},
    {"vram",
        [](Rig& r, double f) {
            if (r.vram)
                r.vram = *r.vram * f;
        }},
    {"ram", [](Rig& r, double f) { r.ram = *r.ram * f; }},
    {"cores",
        [](Rig& r, double f) {
            r.cores = *r.cores * f;
            r.cpuFp32Gflops = *r.cpuFp32Gflops * f;
        }},
    {"core speed", [](Rig& r, double f) { r.singleCoreSpeed = *r.singleCoreSpeed * f; }},
    {"processor bandwidth", [](Rig& r, double f) { r.cpuBandwidthGbPerS = *r.cpuBandwidthGbPerS * f; }},
    {"a second card", [](Rig& r, double) { r.acceleratorCount *= r.hasAccelerator ? 2 : 1; }},
};

} // namespace

class TestEstimatorProperties : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Constants> m_constants;
    Dice m_dice;

private Q_SLOTS:
    void initTestCase() { m_constants = resolveConstants(*realCatalog(), {}); }
    void init() { m_dice = {}; }

    void betterMachinesAreNeverWorse_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < improvements.size(); ++i)
            QTest::newRow(improvements[i].first) << static_cast<int>(i);
    }
    void betterMachinesAreNeverWorse()
    {
        QFETCH(int, which);
        for (int i = 0; i < rounds; ++i) {
            const Job job = randomJob(m_dice);
            const Rig rig = randomRig(m_dice);
            Rig better = rig;
            improvements[static_cast<std::size_t>(which)].second(better, m_dice.between(1, 4));
            const Estimate a = estimate(job, rig, *m_constants);
            const Estimate b = estimate(job, better, *m_constants);
            const QByteArray where = QByteArray::fromStdString(job.presetId) + " round " + QByteArray::number(i);
            QVERIFY2(rank(b.fit) >= rank(a.fit), where.constData());
            if (a.seconds) {
                QVERIFY2(b.seconds.has_value(), where.constData());
                // Time may only grow where a roomier part of the machine takes over from a tight one.
                const bool roomier = rank(b.fit) > rank(a.fit) && (rig.integrated || job.family == JobFamily::Reinforcement);
                QVERIFY2(roomier || b.seconds->likely.value <= a.seconds->likely.value * hair, where.constData());
            }
        }
    }
    void moreWorkIsNeverFaster()
    {
        for (int i = 0; i < rounds; ++i) {
            const Job job = randomJob(m_dice);
            const Rig rig = randomRig(m_dice);
            Job more = job;
            (i % 2 == 0 ? more.samples : more.epochs) *= m_dice.between(1, 10);
            const Estimate a = estimate(job, rig, *m_constants);
            const Estimate b = estimate(more, rig, *m_constants);
            if (a.seconds && b.seconds)
                QVERIFY(b.seconds->likely.value * hair >= a.seconds->likely.value);
            QVERIFY(rank(b.fit) <= rank(a.fit));
        }
    }
    void rangesAreInOrderAndFinite()
    {
        for (int i = 0; i < rounds; ++i) {
            const Estimate e = estimate(randomJob(m_dice), randomRig(m_dice), *m_constants);
            QVERIFY(e.seconds.has_value() == (e.fit == Fit::Yes || e.fit == Fit::Tight));
            if (!e.seconds)
                continue;
            QVERIFY(e.seconds->low.value > 0 && std::isfinite(e.seconds->high.value));
            QVERIFY(e.seconds->low <= e.seconds->likely && e.seconds->likely <= e.seconds->high);
            QVERIFY(e.sdOwn > 0 && e.sdCommon >= 0 && e.microBatch >= 0);
            QVERIFY(e.energy && e.energy->low.value >= 0 && e.energy->low <= e.energy->high);
            QVERIFY(!e.utilisation || (*e.utilisation > 0 && *e.utilisation < 1.5));
        }
    }
    void unknownFiguresNeverHelp()
    {
        constexpr std::size_t figures = 10;
        for (int i = 0; i < rounds; ++i) {
            const Job job = randomJob(m_dice);
            const Rig rig = randomRig(m_dice);
            Rig blind = rig;
            std::optional<double>* numbers[]{&blind.cores, &blind.singleCoreSpeed, &blind.cpuFp32Gflops, &blind.cpuBandwidthGbPerS,
                &blind.bandwidthGbPerS, &blind.fp32Tflops, &blind.halfTflops};
            const std::size_t which = m_dice.below(figures);
            if (which < 7)
                numbers[which]->reset();
            else if (which == 7)
                blind.ram.reset();
            else if (which == 8)
                blind.vram.reset();
            else
                blind.power.reset();
            const Estimate a = estimate(job, rig, *m_constants);
            const Estimate b = estimate(job, blind, *m_constants);
            if (!b.seconds)
                continue;
            QVERIFY2(a.seconds.has_value(), job.presetId.c_str());
            // Where processor and card can both do it, the roomier one is chosen before the faster one.
            QVERIFY2(rank(b.fit) < rank(a.fit) || b.seconds->likely.value * hair >= a.seconds->likely.value, job.presetId.c_str());
        }
    }
    void withoutRamThereIsNoNumber()
    {
        for (int i = 0; i < rounds; ++i) {
            Rig rig = randomRig(m_dice);
            rig.ram.reset();
            const Estimate e = estimate(randomJob(m_dice), rig, *m_constants);
            QVERIFY(!e.seconds && !e.energy);
        }
    }
    void explainingChangesNothing()
    {
        for (int i = 0; i < rounds / 4; ++i) {
            const Job job = randomJob(m_dice);
            const Rig rig = randomRig(m_dice);
            Trace trace;
            const Estimate a = estimate(job, rig, *m_constants);
            const Estimate b = estimate(job, rig, *m_constants, &trace);
            QVERIFY(a.seconds == b.seconds && a.fit == b.fit && a.energy == b.energy && a.adjustments == b.adjustments);
        }
    }
    void costsAreNeverNegative()
    {
        const double odd[]{0.0, -5.0, 1e300, std::nan(""), std::numeric_limits<double>::infinity(), 0.3, 17.0};
        for (int i = 0; i < rounds; ++i) {
            const auto pick = [&] { return m_dice.below(3) == 0 ? odd[m_dice.below(5)] : odd[5 + m_dice.below(2)]; };
            RentTerms terms;
            terms.ratePerHour = std::min(pick(), 1e3);
            terms.billingUnitSeconds = m_dice.coin() ? std::optional<double>(pick()) : std::nullopt;
            terms.minimumSeconds = m_dice.coin() ? std::optional<double>(std::min(pick(), 1e6)) : std::nullopt;
            terms.setUpSeconds = std::min(pick(), 1e5);
            terms.idleFactor = std::min(pick(), 2.0);
            const RentCost rent = rentCost(Seconds{std::min(pick(), 1e7)}, std::min(pick(), 1e4), terms);
            for (const double part : {rent.work, rent.setUp, rent.idle, rent.storage, rent.transfer})
                QVERIFY(part >= 0);
            const OwnCost own
                = ownCost(std::min(pick(), 1e6), pick(), pick(), KilowattHours{std::min(pick(), 1e6)}, std::min(pick(), 10.0));
            QVERIFY(std::isfinite(own.sum()) && own.sum() >= -1e-9 && own.resale <= 0);
            const auto hours = breakEvenHours(pick(), pick(), pick(), pick(), pick(), pick());
            QVERIFY(!hours || (*hours >= 0 && std::isfinite(*hours)));
        }
    }
    void unitsRoundTrip()
    {
        for (int i = 0; i < rounds; ++i) {
            const double value = m_dice.between(1e-6, 1e12);
            QVERIFY(std::abs((Seconds{value} * 7.0 / 7.0).value - value) <= value * 1e-12);
            QVERIFY(std::abs(Gib{value * bytesPerGib}.value / bytesPerGib - value) <= value * 1e-12);
        }
        QCOMPARE(CurrencyCode("EUR").text(), std::string("EUR"));
        QVERIFY(CurrencyCode("EURO") == CurrencyCode());
    }
};

QTEST_APPLESS_MAIN(TestEstimatorProperties)
#include "tst_estimatorproperties.moc"
