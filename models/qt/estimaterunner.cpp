#include "models/qt/estimaterunner.h"

#include "models/qt/timing.h"

#include <QtConcurrent>

#include <exception>

namespace rightrig {

namespace {

/// What one run off the GUI thread brings back; no results means overtaken, or failed with `error`.
struct Outcome
{
    std::shared_ptr<const Results> results;
    std::shared_ptr<const CostTimeChart> chart;
    QString error;
};

using Newest = std::shared_ptr<std::atomic<int>>;

/// Runs on a thread of the pool: knows nothing of the runner, which may be gone by then.
Outcome compute(const Answers& answers, const Catalog& catalog, const Newest& newest, int number)
{
    if (newest->load() != number)
        return {};
    try {
        auto results = std::make_shared<const Results>(recommend(answers, catalog));
        auto chart = std::make_shared<const CostTimeChart>(costTimeChart(*results));
        return {std::move(results), std::move(chart), {}};
    } catch (const std::exception& exception) {
        return {nullptr, nullptr, QString::fromUtf8(exception.what())};
    }
}

std::vector<WouldChange> computeChanges(const Results& results, const Catalog& catalog, const Newest& newest, int number)
{
    const auto overtaken = [&] { return newest->load() != number; };
    try {
        return overtaken() ? std::vector<WouldChange>() : whatWouldChange(results, catalog, overtaken);
    } catch (const std::exception&) {
        return {}; // the answer itself stands; only its outlook is missing
    }
}

/// Calls `deliver` on the receiver's thread when `future` is done, never after the receiver is gone.
template <class T, class Deliver> void whenDone(QObject* receiver, const QFuture<T>& future, Deliver deliver)
{
    auto* watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, deliver] {
        watcher->deleteLater();
        deliver(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace

EstimateRunner::EstimateRunner(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QObject(parent), m_catalog(std::move(catalog)), m_newest(std::make_shared<std::atomic<int>>(0))
{
    qRegisterMetaType<std::shared_ptr<const Results>>();
}

EstimateRunner::~EstimateRunner()
{
    ++*m_newest; // whatever still runs stops at its next look
}

void EstimateRunner::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    ++*m_newest;
    m_catalog = std::move(catalog);
    m_results.reset();
    m_chart.reset();
}

void EstimateRunner::request(const Answers& answers, bool withWouldChange)
{
    const int number = ++*m_newest;
    QElapsedTimer since;
    since.start();
    const auto future = QtConcurrent::run(
        [answers, catalog = m_catalog, newest = m_newest, number] { return compute(answers, *catalog, newest, number); });
    whenDone(this, future, [this, number, withWouldChange, since](const Outcome& outcome) {
        if (m_newest->load() != number)
            return;
        if (!outcome.results) {
            Q_EMIT failed(outcome.error);
            return;
        }
        m_results = outcome.results;
        m_chart = outcome.chart;
        constexpr double nanosecondsPerMs = 1e6;
        logTiming("answers.to_results_ms", static_cast<double>(since.nsecsElapsed()) / nanosecondsPerMs);
        Q_EMIT resultsReady(m_results);
        // a slot may have asked again, or the answers of this request may already be old
        if (withWouldChange && m_newest->load() == number)
            requestWouldChange(number);
    });
}

void EstimateRunner::requestWouldChange(int number)
{
    const auto future = QtConcurrent::run([results = m_results, catalog = m_catalog, newest = m_newest, number] {
        return computeChanges(*results, *catalog, newest, number);
    });
    whenDone(this, future, [this, number](const std::vector<WouldChange>& changes) {
        if (m_newest->load() == number)
            Q_EMIT wouldChangeReady(changes);
    });
}

} // namespace rightrig
