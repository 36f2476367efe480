// The law of boosted trees: what must hold for any table, any tree and any processor.
#include "models/domain/boosting.h"
#include "models/domain/estimator.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <functional>
#include <random>

using namespace rightrig;
using rightrig::testing::realCatalog;

class TestBoosting : public QObject
{
    Q_OBJECT
    std::shared_ptr<const Constants> m_constants = resolveConstants(*realCatalog(), {});

    [[nodiscard]] const TableConstants& tables() const { return m_constants->tables; }
    [[nodiscard]] double on(Booster booster, const BoostingSize& size, double cores = 8.0) const
    {
        return bestBoostingSeconds(booster, size, cores, 1.0, tables());
    }

    /// Calls `check` for every booster with many tables and trees; the same ones each time.
    static void forMany(const std::function<void(Booster, const BoostingSize&)>& check)
    {
        std::mt19937 random(20261126);
        std::uniform_real_distribution<double> share(0.0, 1.0);
        for (int i = 0; i < 400; ++i) {
            BoostingSize size;
            size.rows = std::pow(10.0, 2.0 + 6.0 * share(random));
            size.columns = std::pow(10.0, 3.5 * share(random));
            size.trees = 1.0 + std::floor(2000.0 * share(random));
            size.depth = i % 3 == 0 ? 0.0 : 1.0 + std::floor(15.0 * share(random));
            size.leaves = i % 3 == 1 ? 0.0 : 2.0 + std::floor(5000.0 * share(random));
            for (std::size_t booster = 0; booster < boosterCount; ++booster)
                check(static_cast<Booster>(booster), size);
        }
    }

private Q_SLOTS:
    void isAlwaysATime()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            const double seconds = on(booster, size);
            QVERIFY(std::isfinite(seconds) && seconds > 0.0);
            if (!usesHistograms(booster))
                return;
            const double onCard = gpuBoostingSeconds(booster, size, 500.0, tables());
            QVERIFY(std::isfinite(onCard) && onCard > 0.0);
        });
    }
    void moreWorkIsNeverFaster()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            const double seconds = on(booster, size);
            for (double BoostingSize::*part : {&BoostingSize::rows, &BoostingSize::columns, &BoostingSize::trees}) {
                BoostingSize more = size;
                more.*part *= 1.3;
                QVERIFY(on(booster, more) >= seconds);
                if (usesHistograms(booster))
                    QVERIFY(gpuBoostingSeconds(booster, more, 500.0, tables()) >= gpuBoostingSeconds(booster, size, 500.0, tables()));
            }
        });
    }
    void largerTreesAreNeverFaster()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            for (double BoostingSize::*part : {&BoostingSize::depth, &BoostingSize::leaves}) {
                BoostingSize more = size;
                more.*part += more.*part > 0.0 ? 1.0 : 0.0;
                QVERIFY(on(booster, more) >= on(booster, size) * (1.0 - 1e-12));
            }
        });
    }
    void moreCoresAndFasterOnesAreNeverSlower()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            double before = on(booster, size, 1.0);
            QCOMPARE(before, boostingSeconds(booster, size, 1.0, 1.0, tables()));
            for (double cores = 2.0; cores <= 128.0; cores *= 2.0) {
                const double now = on(booster, size, cores);
                QVERIFY(now <= before);
                before = now;
            }
            QVERIFY(bestBoostingSeconds(booster, size, 8.0, 1.2, tables()) < on(booster, size));
        });
    }
    void theBestNumberOfThreadsIsBest()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            const double best = on(booster, size, 24.0);
            for (double threads = 1.0; threads <= 24.0; threads += 1.0)
                QVERIFY(best <= boostingSeconds(booster, size, threads, 1.0, tables()) * (1.0 + 1e-9));
        });
    }
    void aFasterCardIsFaster()
    {
        forMany([this](Booster booster, const BoostingSize& size) {
            if (usesHistograms(booster))
                QVERIFY(gpuBoostingSeconds(booster, size, 1000.0, tables()) < gpuBoostingSeconds(booster, size, 400.0, tables()));
        });
    }
    void olderSoftwareIsNeverFaster()
    {
        for (const Booster booster : {Booster::XgBoost, Booster::LightGbm, Booster::CatBoost}) {
            const BoostingSize today{1e6, 50, 100, 6, 0, {}};
            double before = on(booster, today);
            for (double year = 2026.0; year >= 2017.0; year -= 1.0) {
                BoostingSize older = today;
                older.year = year;
                QVERIFY(on(booster, older) >= before);
                before = on(booster, older);
            }
            BoostingSize ancient = today, oldest = today;
            ancient.year = 2017.0;
            oldest.year = booster == Booster::XgBoost ? 2017.0 : 2009.0; // nobody measured so far back
            QCOMPARE(on(booster, oldest), on(booster, ancient));
        }
    }
    void threadsGotInEachOthersWayBeforeXgboostOne()
    {
        // Pull requests 5107, 5138 and 5156: up to five times as fast on processors with many cores.
        const auto with = [this](double cores, double columns, double year) {
            return boostingSeconds(Booster::XgBoost, {1e5, columns, 100, 8, 0, year}, cores, 1.0, tables());
        };
        QVERIFY(with(48, 28, 2019) > with(8, 28, 2019));
        QVERIFY(with(48, 28, 2020) < with(8, 28, 2020));
        QVERIFY(with(48, 28, 2019) > 3.0 * with(48, 28, 2020));
        QVERIFY(with(1, 28, 2019) < 1.2 * with(1, 28, 2020)); // one core has nobody to meet
        // Wide histograms fall out of the caches: their bins cost more each, so twice the columns more than twice the time.
        const auto further = [&](double columns) { return with(48, columns, 2019) - with(48, columns, 2020); };
        QVERIFY(further(56) - further(1) > 2.5 * (further(28) - further(1)));
        BoostingSize other{1e5, 28, 100, 8, 0, 2019}, later{1e5, 28, 100, 8, 0, 2020};
        QVERIFY(on(Booster::LightGbm, other, 48) < 1.3 * on(Booster::LightGbm, later, 48));
    }
    void leavesNeedRows()
    {
        // Sixty rows have no thousand leaves, whatever depth is allowed. CatBoost makes them all the same.
        const BoostingSize shallow{60, 20, 100, 1, 0, {}}, deep{60, 20, 100, 5, 0, {}}, deeper{60, 20, 100, 14, 0, {}};
        QVERIFY(on(Booster::XgBoost, deeper) < 1.2 * on(Booster::XgBoost, deep));
        QVERIFY(on(Booster::XgBoost, deep) > on(Booster::XgBoost, shallow));
        BoostingSize filled = deep, filledDeeper = deeper; // every bin has to be tried
        filled.synthetic = filledDeeper.synthetic = true;
        QVERIFY(on(Booster::CatBoost, filledDeeper) > 5.0 * on(Booster::CatBoost, filled));
    }
    void leavesGetRarerAsTheRowsRunOut()
    {
        // A hundred thousand rows fill some four thousand leaves. A hard limit would take the larger tree for the same; many leaves end
        // earlier than the rows allow.
        for (const Booster booster : {Booster::XgBoost, Booster::LightGbm}) {
            const auto with = [this, booster](double leaves, double rows) { return on(booster, {rows, 30, 100, 20, leaves, {}}); };
            QVERIFY(with(16384, 1e5) > 1.02 * with(8192, 1e5));
            QVERIFY(with(16384, 1e5) < 1.3 * with(8192, 1e5));
            QVERIFY(with(4096, 1e5) > 1.1 * with(2048, 1e5));
        }
    }
    void whatIsNotStatedIsTheLibrarysDefault()
    {
        const BoostingSize open{1e5, 30, 100, 0, 0, {}}, six{1e5, 30, 100, 6, 0, {}}, leaves{1e5, 30, 100, 0, 31, {}};
        QCOMPARE(on(Booster::XgBoost, open), on(Booster::XgBoost, six));
        QCOMPARE(on(Booster::CatBoost, open), on(Booster::CatBoost, six));
        QCOMPARE(on(Booster::LightGbm, open), on(Booster::LightGbm, leaves));
        // LightGBM grows leaf by leaf: of a depth alone, no more leaves than its runs are known with.
        const BoostingSize ten{1e6, 30, 100, 10, 0, {}}, twenty{1e6, 30, 100, 20, 0, {}};
        QCOMPARE(on(Booster::LightGbm, ten), on(Booster::LightGbm, twenty));
    }
};

QTEST_APPLESS_MAIN(TestBoosting)
#include "tst_boosting.moc"
