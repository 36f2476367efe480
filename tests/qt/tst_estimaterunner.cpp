// The engine off the window's thread: the newest answer wins, results arrive on the right thread, nothing outlives the runner.
#include "models/qt/estimaterunner.h"

#include "db/cataloguefile.h"
#include "models/qt/timing.h"
#include "tests/support/paths.h"

#include <QSignalSpy>
#include <QThreadPool>
#include <QtTest>

using namespace rightrig;

namespace {

Answers withBudget(double amount)
{
    Answers answers;
    answers.budgetUpfront = Money{amount, CurrencyCode("USD")};
    return answers;
}

double budgetOf(const std::shared_ptr<const Results>& results) { return results->settled.given.budgetUpfront->amount; }

constexpr int patience = 60000; // sanitizers on a busy machine are slow

} // namespace

class TestEstimateRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = openCatalogue(testCatalogue());
        auto* catalog = std::get_if<std::shared_ptr<const Catalog>>(&opened);
        QVERIFY(catalog != nullptr);
        m_catalog = *catalog;
    }
    void cleanup() { QThreadPool::globalInstance()->waitForDone(); }

    void givesWhatTheEngineGives()
    {
        EstimateRunner runner(m_catalog);
        QSignalSpy ready(&runner, &EstimateRunner::resultsReady);
        QObject here;
        QThread* thread = nullptr;
        connect(
            &runner, &EstimateRunner::resultsReady, &here, [&] { thread = QThread::currentThread(); }, Qt::DirectConnection);
        runner.request(withBudget(900.0));
        QVERIFY(runner.results() == nullptr); // never before the event loop turns
        QVERIFY(ready.wait(patience));
        const Results direct = recommend(withBudget(900.0), *m_catalog);
        QCOMPARE(runner.results()->options.size(), direct.options.size());
        QCOMPARE(runner.results()->best.option, direct.best.option);
        QVERIFY(runner.chart() != nullptr && !runner.chart()->points.isEmpty());
        QCOMPARE(thread, QThread::currentThread());
    }

    void anotherCatalogueDropsWhatRuns()
    {
        EstimateRunner runner(m_catalog);
        QSignalSpy ready(&runner, &EstimateRunner::resultsReady);
        runner.request(withBudget(900.0));
        QVERIFY(ready.wait(patience));
        auto fewer = std::make_shared<Catalog>(*m_catalog);
        fewer->offers.resize(fewer->offers.size() / 2);
        fewer->index();
        runner.request(withBudget(900.0));
        runner.setCatalog(fewer);
        QVERIFY(runner.results() == nullptr && runner.chart() == nullptr);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(ready.count(), 1); // the request before belongs to the other catalogue
        runner.request(withBudget(900.0));
        QVERIFY(ready.wait(patience));
        QCOMPARE(runner.results()->options.size(), recommend(withBudget(900.0), *fewer).options.size());
        QCOMPARE(runner.catalog().get(), fewer.get());
    }

    void onlyTheNewestRequestAnswers()
    {
        EstimateRunner runner(m_catalog);
        QList<double> seen;
        connect(&runner, &EstimateRunner::resultsReady, this,
            [&](const std::shared_ptr<const Results>& results) { seen += budgetOf(results); });
        for (int i = 1; i <= 20; ++i)
            runner.request(withBudget(100.0 * i));
        QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), patience);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(seen, QList<double>{2000.0});
    }

    void aFinishedButOvertakenResultIsDropped()
    {
        EstimateRunner runner(m_catalog);
        QSignalSpy ready(&runner, &EstimateRunner::resultsReady);
        runner.request(withBudget(100.0));
        QThreadPool::globalInstance()->waitForDone(); // done, not yet delivered
        runner.request(withBudget(200.0));
        QVERIFY(ready.wait(patience));
        QCOMPARE(ready.size(), 1);
        QCOMPARE(budgetOf(runner.results()), 200.0);
    }

    void whatWouldChangeFollows()
    {
        EstimateRunner runner(m_catalog);
        QSignalSpy ready(&runner, &EstimateRunner::resultsReady), changes(&runner, &EstimateRunner::wouldChangeReady);
        runner.request(withBudget(900.0), true);
        QVERIFY(changes.wait(patience));
        QCOMPARE(ready.size(), 1);
        QCOMPARE(changes.size(), 1);
    }

    void aNewRequestCancelsWhatWouldChange()
    {
        EstimateRunner runner(m_catalog);
        QSignalSpy changes(&runner, &EstimateRunner::wouldChangeReady);
        bool first = true;
        connect(&runner, &EstimateRunner::resultsReady, this, [&] {
            if (std::exchange(first, false))
                QTimer::singleShot(0, &runner, [&] { runner.request(withBudget(50.0)); });
        });
        runner.request(withBudget(900.0), true);
        QTRY_VERIFY_WITH_TIMEOUT(runner.results() && budgetOf(runner.results()) == 50.0, patience);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(changes.size(), 0);
    }

    void nothingArrivesAfterDestruction()
    {
        int arrived = 0;
        for (int i = 0; i < 10; ++i) {
            auto runner = std::make_unique<EstimateRunner>(m_catalog);
            connect(runner.get(), &EstimateRunner::resultsReady, this, [&] { ++arrived; });
            runner->request(withBudget(100.0), true);
            if (i % 2 == 0) // half of them have finished by then
                QThreadPool::globalInstance()->waitForDone();
            runner.reset();
            QCoreApplication::processEvents();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(arrived, 0);
    }

    void outlivesItsCatalogueAndParent()
    {
        auto copy = std::make_shared<const Catalog>(*m_catalog);
        auto parent = std::make_unique<QObject>();
        auto* runner = new EstimateRunner(copy, parent.get());
        runner->request(withBudget(100.0));
        copy.reset();
        parent.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void aCatalogueWithoutConstantsIsAnErrorNotACrash()
    {
        EstimateRunner runner(std::make_shared<const Catalog>());
        QSignalSpy failed(&runner, &EstimateRunner::failed), ready(&runner, &EstimateRunner::resultsReady);
        runner.request({});
        QVERIFY(failed.wait(patience));
        QVERIFY(!failed.first().first().toString().isEmpty());
        QCOMPARE(ready.size(), 0);
    }

    void timingIsLoggedOnRequest()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("rightrig.timing=true"));
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(QStringLiteral("^answers\\.to_results_ms \\d+\\.\\d$")));
        EstimateRunner runner(m_catalog);
        QSignalSpy ready(&runner, &EstimateRunner::resultsReady);
        runner.request({});
        QVERIFY(ready.wait(patience));
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(!timingLog().isInfoEnabled());
    }

private:
    std::shared_ptr<const Catalog> m_catalog;
};

QTEST_GUILESS_MAIN(TestEstimateRunner)
#include "tst_estimaterunner.moc"
