// The test of a computer, on probes of known speed: rates, warming up, cancelling, stuck probes, and the real ones for a moment.
#include "models/qt/measure/kernels.h"
#include "models/qt/measure/machinetest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace rightrig;

namespace {

void rest(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// A probe that does 1 unit in so many milliseconds.
ProbePtr sleeper(Rate rate, int milliseconds)
{
    return std::make_shared<const Probe>(Probe{rate, [] { return true; },
        [milliseconds] {
            rest(milliseconds);
            return 1.0;
        },
        Missing::Time});
}

ProbePtr stuck(Rate rate)
{
    return std::make_shared<const Probe>(Probe{rate, [] { return true; },
        [] {
            rest(3000);
            return 1.0;
        },
        Missing::Time});
}

TestOptions optionsWith(const std::vector<ProbePtr>& probes, double seconds = 0.5)
{
    TestOptions options;
    options.secondsLimit = seconds;
    options.sources.root = QStringLiteral("/nonexistent");
    options.sources.nvidiaSmi = QStringLiteral("no-such-program");
    options.probes = [probes](const MachineProfile&) { return probes; };
    return options;
}

} // namespace

class TestMachineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuresARate()
    {
        const auto profile = testMachine(optionsWith({sleeper(Rate::TreeBuilding, 5)}));
        QVERIFY(profile);
        const auto rate = profile->rate(Rate::TreeBuilding);
        QVERIFY(rate);
        QVERIFY2(*rate > 20.0 && *rate <= 200.0, qPrintable(QString::number(*rate))); // 200 a second, or less on a busy machine
        QVERIFY(profile->heldUp);
        QVERIFY(profile->seconds);
        QVERIFY(profile->missing.empty());
        QVERIFY(!profile->rate(Rate::DiskRead));
    }

    void aMachineThatGetsWarmIsFoundOut()
    {
        QElapsedTimer sinceStart;
        sinceStart.start();
        const auto warming = std::make_shared<const Probe>(Probe{Rate::SgemmAllLarge, [] { return true; },
            [&sinceStart] {
                rest(sinceStart.elapsed() > 800 ? 60 : 10);
                return 1.0;
            },
            Missing::Time});
        const auto profile = testMachine(optionsWith({warming}, 2.0));
        QVERIFY(profile && profile->heldUp);
        QVERIFY2(*profile->heldUp < throttledShare, qPrintable(QString::number(*profile->heldUp)));
    }

    void aStuckProbeIsLeftBehind()
    {
        QElapsedTimer timer;
        timer.start();
        const auto profile = testMachine(optionsWith({stuck(Rate::DiskRead), sleeper(Rate::TreeBuilding, 5)}, 1.0));
        QVERIFY(timer.elapsed() < 2500);
        QVERIFY(profile);
        QVERIFY(!profile->rate(Rate::DiskRead));
        QVERIFY(std::find(profile->missing.begin(), profile->missing.end(), Missing::Time) != profile->missing.end());
    }

    void cancellingIsQuick()
    {
        TestOptions options = optionsWith({stuck(Rate::DiskRead)}, 10.0);
        options.cancelled = std::make_shared<std::atomic<bool>>(false);
        std::thread canceller([flag = options.cancelled] {
            rest(100);
            *flag = true;
        });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!testMachine(options));
        QVERIFY(timer.elapsed() < 2000);
        canceller.join();
    }

    void failuresAreNamed()
    {
        const auto none = std::make_shared<const Probe>(Probe{Rate::JpegDecode, [] { return false; }, [] { return 0.0; }, Missing::Jpeg});
        const auto large = std::make_shared<const Probe>(
            Probe{Rate::BandwidthAll, []() -> bool { throw std::bad_alloc(); }, [] { return 1.0; }, Missing::Memory});
        const auto broken = std::make_shared<const Probe>(Probe{Rate::DiskRead, [] { return true; }, [] { return -1.0; }, Missing::Disk});
        const auto profile = testMachine(optionsWith({none, large, broken}));
        QVERIFY(profile);
        QCOMPARE(profile->missing, (std::vector<Missing>{Missing::Jpeg, Missing::Memory, Missing::Disk}));
        QVERIFY(!profile->heldUp);
        QVERIFY(!profile->noisy); // nothing was measured
    }

    void progressGrowsAndShowsFigures()
    {
        TestOptions options = optionsWith({sleeper(Rate::TreeBuilding, 2), sleeper(Rate::RandomAccess, 2)}, 0.2);
        std::vector<TestProgress> seen;
        options.progress = [&seen](const TestProgress& progress) {
            if (!progress.going)
                seen.push_back(progress);
        };
        QVERIFY(testMachine(options));
        QCOMPARE(seen.size(), std::size_t(8));
        QVERIFY(std::is_sorted(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.share < b.share; }));
        QVERIFY(!seen.front().value);
        QVERIFY(seen.back().value);
        QCOMPARE(seen.back().share, 1.0);
    }

    void figuresComeWhileARateIsMeasured()
    {
        std::atomic<int> figures = 0;
        int pieces = 0;
        const auto patient = std::make_shared<const Probe>(Probe{Rate::TreeBuilding, [] { return true; },
            [&] {
                // the first piece warms up, the second is shown while the third waits for that
                ++pieces;
                for (int waited = 0; pieces == 3 && figures == 0 && waited < 200; ++waited)
                    rest(10);
                return 1.0;
            },
            Missing::Time});
        TestOptions options = optionsWith({patient}, 5.0);
        options.progress = [&figures](const TestProgress& progress) {
            if (progress.going && progress.value && progress.rate == Rate::TreeBuilding)
                ++figures;
        };
        QVERIFY(testMachine(options));
        QVERIFY(figures > 0);
    }

    void theRealProbesWorkWithLittleMemoryAndOneCore()
    {
        MachineProfile small;
        small.coreLimit = 1.0;
        small.freeRam = Gib{0.5};
        QCOMPARE(testThreads(small), 1);
        for (const ProbePtr& probe : makeProbes(small)) {
            if (!probe->prepare())
                continue; // a library or a disk that is not there
            const double amount = probe->work();
            QVERIFY2(amount > 0.0, rateInfo(probe->rate).key.data());
        }
    }

    void theKernelsComputeWhatTheySay()
    {
        std::vector<float> a(4), b{1, 2, 3, 4}, c{2, 2, 2, 2};
        triad(a, b, c, 0.5F);
        QCOMPARE(a, (std::vector<float>{2, 3, 4, 5}));
        const std::vector<std::uint8_t> bins{3, 7, 3, 9};
        const std::vector<float> gradients{1.0F, 2.0F};
        std::vector<double> histograms(2 * 256 * 2);
        addToHistograms(bins, gradients, 2, histograms);
        QCOMPARE(histograms[3 * 2], 3.0);
        QCOMPARE(histograms[3 * 2 + 1], 2.0);
        QCOMPARE(histograms[(256 + 9) * 2], 2.0);
        std::vector<std::uint32_t> order;
        QCOMPARE(bestSplit(std::vector<float>{4, 1, 3, 2}, std::vector<std::uint8_t>{1, 0, 1, 0}, order), 2.0F);
        QCOMPARE(order, (std::vector<std::uint32_t>{1, 3, 2, 0}));
        const std::vector<std::uint32_t> places(1024, 0U);
        std::uint32_t at = 0;
        QSet<std::uint32_t> seen;
        for (int i = 0; i < 1024; ++i)
            seen.insert(at = chase(places, at, 1));
        QCOMPARE(seen.size(), 1024); // every place, whatever the order
    }
};

QTEST_GUILESS_MAIN(TestMachineTest)
#include "tst_machinetest.moc"
