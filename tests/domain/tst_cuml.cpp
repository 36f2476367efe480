// cuML: scikit-learn's counterpart on NVIDIA cards.
#include "models/domain/classical.h"
#include "models/domain/cuml.h"
#include "models/domain/planner.h"
#include "models/domain/trace.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

Job cumlJob(JobFamily family, double rows)
{
    Job job;
    job.family = family;
    job.framework = Framework::Cuml;
    job.samples = rows;
    job.table.columns = 50.0;
    job.table.trees = 100.0;
    job.table.clusters = job.table.iterations = 20.0;
    return job;
}

} // namespace

class TestCuml : public QObject
{
    Q_OBJECT
    std::shared_ptr<const Constants> m_constants = resolveConstants(*realCatalog(), {});

    [[nodiscard]] Rig rigOf(const char* id) const
    {
        return makeRig(*realCatalog(), realCatalog()->machines.at(static_cast<std::size_t>(realCatalog()->findMachine(id))), *m_constants);
    }

private Q_SLOTS:
    void runsOnNvidiaCardsOnly()
    {
        const Job job = cumlJob(JobFamily::Kmeans, 1e6);
        const Estimate onNvidia = estimate(job, rigOf("build-rtx-3090-used"), *m_constants);
        QVERIFY(onNvidia.seconds);
        QCOMPARE(onNvidia.memory.kind, MemoryKind::Vram);
        for (const char* other : {"build-rx-7800-xt-used", "build-no-gpu-9700x", "macbook-pro-14-m3-pro-11c-14g"}) {
            const Estimate none = estimate(job, rigOf(other), *m_constants);
            QVERIFY2(!none.seconds && none.fit == Fit::No, other);
            QCOMPARE(none.blocked.value_or(ReasonCode::UnknownSpec), ReasonCode::SoftwareUnsupported);
        }
    }

    void theTableMustFitTheCard()
    {
        const Estimate estimateOfMany = estimate(cumlJob(JobFamily::Linear, 2e8), rigOf("build-rtx-3090-used"), *m_constants);
        QCOMPARE(estimateOfMany.fit, Fit::No);
        QVERIFY(!estimateOfMany.seconds);
    }

    /// The published speed-ups hold for large tables: against an eight-core desktop they must show, and within their span.
    void isFasterThanTheProcessor_data()
    {
        QTest::addColumn<int>("family");
        for (const JobFamily family : {JobFamily::RandomForest, JobFamily::Kmeans, JobFamily::Linear, JobFamily::Pca, JobFamily::Knn})
            QTest::newRow(std::string(familyName(family)).c_str()) << static_cast<int>(family);
    }
    void isFasterThanTheProcessor()
    {
        QFETCH(int, family);
        const Rig rig = rigOf("build-rtx-3090-used");
        Job job = cumlJob(static_cast<JobFamily>(family), 200000.0);
        const TableTime card = tableTime(job, rig, *m_constants);
        job.framework = Framework::Sklearn;
        const TableTime processor = tableTime(job, rig, *m_constants);
        QVERIFY(card.onCard && !processor.onCard && card.seconds && processor.seconds);
        const double gain = *processor.seconds / *card.seconds;
        QVERIFY2(gain > 1.5 && gain < 200.0, qPrintable(QString::number(gain)));
        QVERIFY(card.sd > processor.sd); // two published figures are not a law
    }

    void nothingIsSaidOfKernelMachines()
    {
        QVERIFY(!cumlSeconds(cumlJob(JobFamily::Svm, 1e4), rigOf("build-rtx-3090-used"), *m_constants));
    }

    void boostedTreesKeepTheirOwnCardLaw()
    {
        Job job = cumlJob(JobFamily::Gbdt, 1e6);
        QVERIFY(!usesCuml(job));
        QVERIFY(estimate(job, rigOf("build-rtx-3090-used"), *m_constants).seconds);
    }

    void theOpenFormulaNamesThePublishedGain()
    {
        Trace trace;
        QVERIFY(estimate(cumlJob(JobFamily::Pca, 1e6), rigOf("build-rtx-3090-used"), *m_constants, &trace).seconds);
        QVERIFY(
            std::any_of(trace.inputs.begin(), trace.inputs.end(), [](const TraceInput& i) { return i.name == "tables.cuml.pca_gain"; }));
    }
};

QTEST_APPLESS_MAIN(TestCuml)
#include "tst_cuml.moc"
