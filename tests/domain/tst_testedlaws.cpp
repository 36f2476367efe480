// The laws of a tested processor against stopwatch times of one virtual server machine (tests/bench/truth, 2026-11-25), and their shape.
#include "models/domain/classical.h"
#include "models/domain/measuredrig.h"
#include "models/domain/planner.h"
#include "models/domain/testedlaws.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <set>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

const Catalog& shippedRows() { return *realCatalog(); }

/// Matrix product and memory of one and of both cores, boosting histograms the same, tree building: as `rightrig measure` names them.
MachineProfile profileOf(const std::array<double, 7>& rates)
{
    constexpr std::array kinds{Rate::SgemmOneLarge, Rate::SgemmAllLarge, Rate::BandwidthOne, Rate::BandwidthAll, Rate::HistogramOne,
        Rate::HistogramAll, Rate::TreeBuilding};
    MachineProfile profile;
    profile.cores = profile.threads = 2.0;
    profile.ram = Gib{23.5};
    profile.noisy = false;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        profile.rates[static_cast<std::size_t>(kinds[i])] = MeasuredRate{rates[i], 0.05};
    return profile;
}

/// The rates that were found there before the runs.
MachineProfile serverProfile() { return profileOf({97.6, 179.1, 28.2, 30.2, 1123.0, 1791.0, 200.8}); }

/// And on a newer one, on which the runs of k-NN and PCA were timed (2026-11-26).
MachineProfile newerServerProfile() { return profileOf({127.0, 256.0, 29.7, 46.6, 2420.0, 4410.0, 253.0}); }

Measurement tableRun(JobFamily family, const char* stack, double rows, double columns)
{
    Measurement run;
    run.hardware = "this";
    run.family = family;
    run.stack = stack;
    run.year = 2026;
    run.rows = run.samples = rows;
    run.epochs = 1;
    run.table.columns = columns;
    run.metric = Metric::RunSeconds;
    run.value = 1.0;
    return run;
}

Measurement networkRun(JobFamily family, double batch, double params)
{
    Measurement run;
    run.hardware = "this";
    run.family = family;
    run.stack = "pytorch";
    run.year = 2026;
    run.batch = batch;
    run.net.paramsM = params;
    run.metric = Metric::StepSeconds;
    run.value = 1.0;
    return run;
}

} // namespace

class TestTestedLaws : public QObject
{
    Q_OBJECT
    std::shared_ptr<const Constants> m_constants = resolveConstants(shippedRows(), {});

    [[nodiscard]] double seconds(Measurement run, double threads, const MachineProfile& profile = serverProfile()) const
    {
        run.coresUsed = threads;
        const Prediction prediction = predictOnThis(run, shippedRows(), *m_constants, profile);
        return prediction.predicted ? prediction.predicted->likely.value : 0.0;
    }
    static bool near(double said, double took, double most) { return said > took / most && said < took * most; }
    void compare(const Measurement& run, double two, double one, const MachineProfile& profile = serverProfile()) const
    {
        QVERIFY2(near(seconds(run, 2.0, profile), two, 2.0), qPrintable(QString::number(seconds(run, 2.0, profile))));
        QVERIFY2(near(seconds(run, 1.0, profile), one, 2.2), qPrintable(QString::number(seconds(run, 1.0, profile))));
    }

private Q_SLOTS:
    void linearModels()
    {
        Measurement run = tableRun(JobFamily::Linear, "sklearn", 50000, 50);
        run.table.iterations = 7;
        compare(run, 0.0565, 0.0616);
        const double seven = seconds(run, 2.0);
        run.table.iterations = 1000;
        QVERIFY(seconds(run, 2.0) < 2.5 * seven); // a solver stops when it is done
    }
    void forests()
    {
        Measurement run = tableRun(JobFamily::RandomForest, "sklearn", 100000, 50);
        run.table.trees = 20;
        compare(run, 13.5, 28.5);
    }
    void boosters()
    {
        Measurement run = tableRun(JobFamily::Gbdt, "xgboost", 5000, 20);
        run.table.trees = 100;
        run.table.depth = 6;
        compare(run, 0.266, 0.361); // nearly all of it is splits, not rows
        run.rows = run.samples = 200000;
        run.table.columns = 28;
        run.table.depth = 8;
        compare(run, 2.9, 4.97);
    }
    void boostingOfScikitLearn()
    {
        Measurement run = tableRun(JobFamily::Gbdt, "sklearn", 1e6, 28);
        run.model = "HistGradientBoosting";
        run.table.trees = 50;
        run.table.leaves = 31;
        compare(run, 7.8, 11.8);
    }
    void groups()
    {
        Measurement run = tableRun(JobFamily::Kmeans, "sklearn", 500000, 30);
        run.table.clusters = 20;
        run.table.iterations = 20;
        compare(run, 1.31, 1.42);
    }
    void neighbours()
    {
        compare(tableRun(JobFamily::Knn, "sklearn", 10000, 100), 0.318, 0.597, newerServerProfile());
        compare(tableRun(JobFamily::Knn, "sklearn", 50000, 8), 2.33, 3.85, newerServerProfile());  // in a tree
        compare(tableRun(JobFamily::Knn, "sklearn", 20000, 10), 1.43, 2.44, newerServerProfile()); // in a tree that passes nearly every row
    }
    void components()
    {
        Measurement run = tableRun(JobFamily::Pca, "sklearn", 20000, 784);
        run.table.clusters = 50;
        compare(run, 0.309, 0.431, newerServerProfile());
        run = tableRun(JobFamily::Pca, "sklearn", 1e6, 28);
        run.table.clusters = 10;
        compare(run, 1.29, 1.45, newerServerProfile());
    }
    /// The laws were fitted on the older server; these are runs on the newer one.
    void anotherServer()
    {
        Measurement run = tableRun(JobFamily::RandomForest, "sklearn", 100000, 50);
        run.table.trees = 20;
        QVERIFY(near(seconds(run, 2.0, newerServerProfile()), 10.73, 1.5));
        run = tableRun(JobFamily::Gbdt, "xgboost", 200000, 28);
        run.table.trees = 100;
        run.table.depth = 8;
        QVERIFY(near(seconds(run, 2.0, newerServerProfile()), 1.92, 1.5));
        QVERIFY(near(seconds(tableRun(JobFamily::Svm, "sklearn", 10000, 20), 2.0, newerServerProfile()), 1.737, 1.5));
    }
    void supportVectors() { compare(tableRun(JobFamily::Svm, "sklearn", 10000, 20), 2.91, 3.8); }

    /// The laws hold for the software of their own runs; what is said of its age elsewhere leaves them alone.
    void networksDoNotAge()
    {
        Measurement run = networkRun(JobFamily::Cnn, 16, 11.1816);
        run.net.forwardGflop = 1.1108;
        run.net.activationsM = 0.61441;
        const double now = seconds(run, 2.0);
        QVERIFY(now > 0.0);
        run.year = 2018;
        QCOMPARE(seconds(run, 2.0), now);
    }
    void pictureNetworks()
    {
        Measurement run = networkRun(JobFamily::Cnn, 16, 11.1816);
        run.model = "resnet-18";
        run.net.forwardGflop = 1.18438;
        run.net.activationsM = 2.63067;
        run.net.imagePx = 128;
        compare(run, 0.589, 1.05);
    }
    void transformers()
    {
        Measurement run = networkRun(JobFamily::TransformerEncoder, 16, 10.8416);
        run.net.layers = 4;
        run.net.hidden = 256;
        run.net.sequence = 128;
        compare(run, 0.993, 1.353);
    }
    void recurrentNetworksSlowDownOnSeveralCores()
    {
        Measurement run = networkRun(JobFamily::Rnn, 64, 0.100618);
        run.net.layers = 1;
        run.net.hidden = 128;
        run.net.sequence = 50;
        compare(run, 0.224, 0.0434);
        QVERIFY(seconds(run, 2.0) > 1.5 * seconds(run, 1.0)); // the threads meet at each of many small operations
    }

    void moreIsNeverFaster_data()
    {
        QTest::addColumn<int>("family");
        for (const JobFamily family : {JobFamily::Linear, JobFamily::RandomForest, JobFamily::Gbdt, JobFamily::Kmeans, JobFamily::Svm,
                 JobFamily::Knn, JobFamily::Pca})
            QTest::newRow(std::string(familyName(family)).c_str()) << static_cast<int>(family);
    }
    void moreIsNeverFaster()
    {
        QFETCH(int, family);
        Measurement run = tableRun(static_cast<JobFamily>(family), "xgboost", 50, 5);
        run.table.trees = run.table.clusters = run.table.iterations = 10;
        double before = 0.0;
        for (double rows = 50; rows < 1e7; rows *= 3.0) {
            run.rows = run.samples = rows;
            const double now = seconds(run, 2.0);
            QVERIFY2(now > before, qPrintable(QString::number(rows)));
            QVERIFY(now <= seconds(run, 1.0) * 1.000001);
            before = now;
        }
    }

    void theOpenFormulaIsTheOneUsed()
    {
        const Rig rig = profileRig(serverProfile(), shippedRows(), *m_constants);
        Job job;
        job.family = JobFamily::Svm;
        job.samples = 5000;
        job.table.columns = 10;
        Trace trace;
        const Estimate found = estimate(job, rig, *m_constants, &trace);
        const auto has = [&trace](const char* name) {
            return std::any_of(trace.inputs.begin(), trace.inputs.end(), [name](const TraceInput& i) { return i.name == name; });
        };
        QVERIFY(found.seconds && found.method == Method::Measured);
        QVERIFY(has("profile.svm_pair_ns") && !has("tables.svm_ns"));
        Job network = jobFromPreset(*shippedRows().findPreset("images-resnet18"));
        QVERIFY(estimate(network, rig, *m_constants, &trace).seconds);
        QVERIFY(has("profile.net.convolutions") && has("profile.net.meeting_us") && !has("law.picture.moves"));
    }

    /// Where nobody tested the processor its data sheet stands for the test, so both ways agree where the sheet says what the test found.
    void aDataSheetStandsForATest()
    {
        const Rig tested = profileRig(serverProfile(), shippedRows(), *m_constants);
        Rig untested = tested;
        untested.tested.reset();
        untested.processorMeasured = false;
        for (const JobFamily family : {JobFamily::Linear, JobFamily::Kmeans, JobFamily::Svm, JobFamily::Knn, JobFamily::Pca}) {
            Job job;
            job.family = family;
            job.samples = 20000;
            job.table.columns = 30;
            job.table.clusters = job.table.iterations = 10;
            const TableTime with = tableTime(job, tested, *m_constants), without = tableTime(job, untested, *m_constants);
            QVERIFY2(with.seconds && without.seconds, std::string(familyName(family)).c_str());
            QVERIFY(std::abs(std::log(*with.seconds / *without.seconds)) < std::log(1.3));
            QVERIFY(with.sd < without.sd);
            untested.singleCoreSpeed.reset();
            QVERIFY(family != JobFamily::Knn || !tableTime(job, untested, *m_constants).seconds); // unknown, not zero
            untested.singleCoreSpeed = tested.singleCoreSpeed;
        }
    }

    void aDataSheetMayLackARate()
    {
        Rig sheet = profileRig(serverProfile(), shippedRows(), *m_constants);
        sheet.tested.reset();
        const auto known = [&](JobFamily family, const Rig& rig, double columns = 30.0) {
            Job job;
            job.family = family;
            job.samples = 20000;
            job.table.columns = columns;
            job.table.trees = 100;
            job.table.clusters = job.table.iterations = 10;
            const auto seconds = tableTime(job, rig, *m_constants).seconds;
            return seconds && std::isfinite(*seconds) && *seconds > 0.0;
        };
        Rig noArithmetic = sheet, noBandwidth = sheet;
        noArithmetic.cpuFp32Gflops.reset();
        noBandwidth.cpuBandwidthGbPerS.reset();
        for (const JobFamily family : {JobFamily::RandomForest, JobFamily::Svm})
            QVERIFY(known(family, noArithmetic) && known(family, noBandwidth));
        for (const JobFamily family : {JobFamily::Kmeans, JobFamily::Pca, JobFamily::Knn})
            QVERIFY(!known(family, noArithmetic) && known(family, noBandwidth));
        QVERIFY(known(JobFamily::Knn, noArithmetic, 8.0)); // by a tree
        QVERIFY(known(JobFamily::Linear, noArithmetic) && !known(JobFamily::Linear, noBandwidth));
    }
    void librariesAreNamedAmongTheInputs()
    {
        Rig rig = profileRig(serverProfile(), shippedRows(), *m_constants);
        rig.tested.reset();
        const auto inputsOf = [&](JobFamily family, Framework library, double year) {
            Job job;
            job.family = family;
            job.samples = 1e6;
            job.table.columns = 8;
            job.table.trees = 500;
            job.framework = library;
            job.softwareYear = year;
            Trace trace;
            [[maybe_unused]] const Estimate found = estimate(job, rig, *m_constants, &trace);
            std::set<std::string> names;
            for (const TraceInput& input : trace.inputs)
                names.insert(input.name);
            return names;
        };
        const auto h2o = inputsOf(JobFamily::RandomForest, Framework::H2o, 2020),
                   own = inputsOf(JobFamily::RandomForest, Framework::Sklearn, 2020);
        QVERIFY(h2o.count("tables.forest_time.h2o") && h2o.count("tables.binned_forest_exponent") && h2o.count("profile.reference_tree"));
        QVERIFY(!own.count("tables.binned_forest_exponent") && own.count("profile.reference_tree"));
        QVERIFY(inputsOf(JobFamily::Linear, Framework::R, 2020).count("tables.linear_time.r"));
        QVERIFY(inputsOf(JobFamily::Linear, Framework::Sklearn, 2015).count("tables.liblinear_time"));
        QVERIFY(!inputsOf(JobFamily::Linear, Framework::Sklearn, 2026).count("tables.liblinear_time"));
    }
    /// R grows its forests on one core, however many there are.
    void forestsOfRGainNothingFromCores()
    {
        Rig two = profileRig(serverProfile(), shippedRows(), *m_constants), eight = two;
        two.tested.reset();
        eight.tested.reset();
        two.cores = 2;
        eight.cores = 8;
        Job job;
        job.family = JobFamily::RandomForest;
        job.samples = 1e5;
        job.table.columns = 8;
        job.table.trees = 500;
        job.framework = Framework::R;
        QCOMPARE(*tableTime(job, two, *m_constants).seconds, *tableTime(job, eight, *m_constants).seconds);
        job.framework = Framework::Sklearn;
        QVERIFY(*tableTime(job, eight, *m_constants).seconds < *tableTime(job, two, *m_constants).seconds);
    }
    void otherLibrariesKeepTheirOwnLaw()
    {
        const Rig rig = profileRig(serverProfile(), shippedRows(), *m_constants);
        Job job;
        job.family = JobFamily::Gbdt;
        job.samples = 1e5;
        job.table.columns = 20;
        job.table.trees = 100;
        job.table.booster = Booster::CatBoost;
        QVERIFY(!testedTableSeconds(job, *rig.tested, *m_constants));
        QVERIFY(estimate(job, rig, *m_constants).seconds);
    }
};

QTEST_APPLESS_MAIN(TestTestedLaws)
#include "tst_testedlaws.moc"
