// How many estimates a core makes in a second: every preset on every machine of the built catalogue.
// The goal is a million in an optimised build (preset `bench`).
#include "models/domain/constants.h"
#include "models/domain/estimator.h"
#include "models/domain/planner.h"
#include "tests/support/catalogbuilder.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace rightrig;
using rightrig::testing::realCatalog;

class BenchEstimator : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Constants> m_constants;
    std::vector<Job> m_jobs;
    std::vector<Rig> m_rigs;

private Q_SLOTS:
    void initTestCase()
    {
        m_constants = resolveConstants(*realCatalog(), {});
        for (const Preset& preset : realCatalog()->presets)
            m_jobs.push_back(jobFromPreset(preset));
        for (const Machine& machine : realCatalog()->machines)
            m_rigs.push_back(makeRig(*realCatalog(), machine, *m_constants));
    }
    void wholeCatalogue()
    {
        double sum = 0.0;
        qint64 count = 0;
        QElapsedTimer timer;
        timer.start();
        QBENCHMARK
        {
            for (const Job& job : m_jobs) {
                for (const Rig& rig : m_rigs)
                    sum += estimate(job, rig, *m_constants).sdOwn;
            }
            count += static_cast<qint64>(m_jobs.size() * m_rigs.size());
        }
        const double perSecond = static_cast<double>(count) / static_cast<double>(timer.nsecsElapsed()) * 1e9;
        qInfo("%.0f estimates per second over %zu jobs on %zu machines (checksum %g)", perSecond, m_jobs.size(), m_rigs.size(), sum);
    }
    void rigs()
    {
        const Catalog& catalog = *realCatalog();
        QBENCHMARK
        {
            for (const Machine& machine : catalog.machines)
                m_rigs.front() = makeRig(catalog, machine, *m_constants);
        }
    }
};

QTEST_APPLESS_MAIN(BenchEstimator)
#include "bench_estimator.moc"
