// What a test of a machine does to its estimates: rates instead of the data sheet, less memory, a narrower range, an honest method.
#include "models/domain/measuredrig.h"
#include "models/domain/owncomputer.h"
#include "models/domain/trace.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

const Catalog& shipped() { return *realCatalog(); }

void set(MachineProfile& profile, Rate rate, double value) { profile.rates[static_cast<std::size_t>(rate)] = MeasuredRate{value, 0.02}; }

MachineProfile tested(double speed = 1.0)
{
    MachineProfile profile;
    profile.cores = profile.threads = 8.0;
    profile.ram = Gib{16.0};
    profile.noisy = false;
    set(profile, Rate::SgemmOneLarge, 60.0 * speed);
    set(profile, Rate::SgemmAllLarge, 400.0 * speed);
    set(profile, Rate::BandwidthOne, 12.0 * speed);
    set(profile, Rate::BandwidthAll, 30.0 * speed);
    set(profile, Rate::HistogramOne, 1500.0 * speed);
    set(profile, Rate::TreeBuilding, 170.0 * speed);
    return profile;
}

Job table(JobFamily family)
{
    Job job;
    job.family = family;
    job.samples = 1e6;
    job.epochs = 1.0;
    job.table.columns = 28.0;
    job.table.trees = 100.0;
    job.table.clusters = 10.0;
    job.table.iterations = 20.0;
    job.sizeFromStudent = true;
    return job;
}

} // namespace

class TestMeasuredRig : public QObject
{
    Q_OBJECT
    std::shared_ptr<const Constants> m_constants = resolveConstants(shipped(), {});

    [[nodiscard]] Estimate on(const MachineProfile& profile, const Job& job) const
    {
        return estimate(job, profileRig(profile, shipped(), *m_constants), *m_constants);
    }

private Q_SLOTS:
    void measuredRatesReplaceTheDataSheet()
    {
        const Rig rig = profileRig(tested(), shipped(), *m_constants);
        QCOMPARE(rig.cores, std::optional(8.0));
        QCOMPARE(*rig.cpuFp32Gflops, 400.0 / m_constants->profile.sgemmShare);
        QCOMPARE(*rig.cpuBandwidthGbPerS, 30.0 / m_constants->profile.triadShare);
        QVERIFY(*rig.singleCoreSpeed > 0.7 && *rig.singleCoreSpeed < 1.0);
        QVERIFY(rig.processorMeasured && rig.processorSteady && !rig.processorIsGuess);
    }

    void whatWasNotMeasuredStays()
    {
        Rig before;
        before.cpuFp32Gflops = 123.0;
        before.cores = 4.0;
        Rig rig = before;
        applyProfile(rig, MachineProfile{}, *m_constants);
        QCOMPARE(rig.cpuFp32Gflops, before.cpuFp32Gflops);
        QCOMPARE(rig.cores, before.cores);
        QVERIFY(!rig.processorMeasured && !rig.singleCoreSpeed && !rig.ram);
        MachineProfile partly = tested();
        partly.rates[static_cast<std::size_t>(Rate::SgemmAllLarge)].reset();
        QVERIFY(!profileRig(partly, shipped(), *m_constants).processorMeasured);
    }

    void methodAndRange_data()
    {
        QTest::addColumn<int>("family");
        QTest::newRow("boosting") << static_cast<int>(JobFamily::Gbdt);
        QTest::newRow("forest") << static_cast<int>(JobFamily::RandomForest);
        QTest::newRow("linear") << static_cast<int>(JobFamily::Linear);
        QTest::newRow("k-means") << static_cast<int>(JobFamily::Kmeans);
    }
    void methodAndRange()
    {
        QFETCH(int, family);
        const Job job = table(static_cast<JobFamily>(family));
        const Estimate steady = on(tested(), job);
        QVERIFY(steady.seconds);
        QCOMPARE(steady.method, Method::Measured);
        MachineProfile disturbed = tested();
        disturbed.noisy = true;
        const Estimate noisy = on(disturbed, job);
        QCOMPARE(noisy.method, Method::Measured);
        QCOMPARE(noisy.seconds->likely, steady.seconds->likely);
        QVERIFY(noisy.seconds->high > steady.seconds->high); // a disturbed test narrows nothing
        QVERIFY(on(tested(2.0), job).seconds->likely < steady.seconds->likely);
    }

    void aNetworkOnTheProcessorIsMeasuredToo()
    {
        Job job = jobFromPreset(*shipped().findPreset("images-resnet18"));
        const Estimate slow = on(tested(), job), fast = on(tested(3.0), job);
        QVERIFY(slow.seconds && fast.seconds);
        QCOMPARE(slow.method, Method::Measured);
        QVERIFY(fast.seconds->likely < slow.seconds->likely);
    }

    /// A fast card waits for a slow processor that opens the photos: the measured rate says how slow.
    void photosAreOpenedAsFastAsTheTestFound()
    {
        Machine desktop = shipped().machines.at(static_cast<std::size_t>(shipped().findMachine("build-rtx-3090-used")));
        const auto withRate = [&](double perSecond) {
            MachineProfile profile = tested();
            profile.rates[static_cast<std::size_t>(Rate::JpegDecode)] = MeasuredRate{perSecond, 0.02};
            Rig rig = makeRig(shipped(), desktop, *m_constants);
            applyProfile(rig, profile, *m_constants);
            return estimate(jobFromPreset(*shipped().findPreset("images-resnet18")), rig, *m_constants);
        };
        const Estimate slow = withRate(100.0), twice = withRate(200.0);
        QVERIFY(slow.seconds && (slow.adjustments & AdjustLoaderBound) != 0);
        const double start = m_constants->time.neuralStartSeconds;
        QVERIFY(std::abs((slow.seconds->likely.value - start) / (twice.seconds->likely.value - start) - 2.0) < 0.01);
        QVERIFY((withRate(1e5).adjustments & AdjustLoaderBound) == 0);
    }

    void freeMemoryCounts()
    {
        MachineProfile full = tested();
        full.freeRam = Gib{2.0};
        const Rig rig = profileRig(full, shipped(), *m_constants);
        QVERIFY(rig.ram->value > 2.0 && rig.ram->value < 8.0);
        full.freeRam = Gib{15.9};
        QCOMPARE(profileRig(full, shipped(), *m_constants).ram, std::optional(Gib{16.0})); // never more than there is
    }

    void containersAndSlowCores()
    {
        MachineProfile limited = tested();
        limited.coreLimit = 1.5;
        QCOMPARE(profileRig(limited, shipped(), *m_constants).cores, std::optional(1.5));
        MachineProfile hybrid = tested();
        hybrid.performanceCores = 4.0;
        hybrid.efficiencyCores = 4.0;
        const double cores = *profileRig(hybrid, shipped(), *m_constants).cores;
        QVERIFY(cores > 4.0 && cores < 8.0);
    }

    void aRunOnSomeOfTheCores()
    {
        const auto gflops = [&](double used) { return *profileRig(tested(), shipped(), *m_constants, used).cpuFp32Gflops; };
        const double share = m_constants->profile.sgemmShare;
        QCOMPARE(gflops(1.0), 60.0 / share);
        QCOMPARE(gflops(8.0), 400.0 / share);
        QVERIFY(gflops(4.0) > gflops(1.0) && gflops(4.0) < gflops(8.0));
        QCOMPARE(gflops(64.0), gflops(8.0)); // there are no more
    }

    void theOwnComputerUsesItsTest()
    {
        Answers answers;
        answers.computer.emplace();
        answers.computer->kind = ComputerKind::Known;
        const Rig untested = ownRig(settle(answers, shipped()), shipped(), *m_constants);
        answers.computer->profile = tested();
        const Rig rig = ownRig(settle(answers, shipped()), shipped(), *m_constants);
        QVERIFY(!untested.processorMeasured && rig.processorMeasured);
        QVERIFY(untested.cpuFp32Gflops != rig.cpuFp32Gflops);
    }

    void theOpenFormulaNamesTheTestAsItsSource()
    {
        Trace trace;
        const Rig rig = profileRig(tested(), shipped(), *m_constants);
        const Job job = table(JobFamily::Gbdt);
        QVERIFY(estimate(job, rig, *m_constants, &trace).seconds);
        addSources(job, shipped(), Machine{}, *m_constants, trace);
        const auto found
            = std::find_if(trace.inputs.begin(), trace.inputs.end(), [](const TraceInput& i) { return i.name == "processor.core_speed"; });
        QVERIFY(found != trace.inputs.end());
        QCOMPARE(found->source.text, std::string("measured on this computer"));
    }

    void aMeasuredRunOnThisMachineIsPredicted()
    {
        Measurement run;
        run.id = "own";
        run.hardware = "this";
        run.family = JobFamily::Gbdt;
        run.rows = 1e5;
        run.table.columns = 28;
        run.table.trees = 100;
        run.metric = Metric::RunSeconds;
        run.value = 3.0;
        QVERIFY(!predictMeasurement(run, shipped(), *m_constants).matched()); // without a profile nobody knows
        const Prediction all = predictOnThis(run, shipped(), *m_constants, tested());
        QVERIFY2(all.matched(), all.why.c_str());
        QCOMPARE(all.method, Method::Measured);
        run.coresUsed = 1;
        const Prediction one = predictOnThis(run, shipped(), *m_constants, tested());
        QVERIFY(one.predicted->likely > all.predicted->likely);
        QVERIFY(!predictOnThis(run, shipped(), *m_constants, MachineProfile{}).matched());
    }
};

QTEST_APPLESS_MAIN(TestMeasuredRig)
#include "tst_measuredrig.moc"
