#include "models/qt/estimaterunner.h"

#include "models/domain/courseplan.h"
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
    std::shared_ptr<const CoursePlan> plan;
    QString error;
};

using Newest = std::shared_ptr<std::atomic<int>>;

struct Task
{
    Answers own;
    std::shared_ptr<const Course> course;
    std::shared_ptr<const Catalog> whole, used;
};

/// Runs on a thread of the pool: knows nothing of the runner, which may be gone by then.
Outcome compute(const Task& task, const Newest& newest, int number)
{
    if (newest->load() != number)
        return {};
    try {
        const Answers given = task.course ? answersFor(*task.course, task.own, *task.whole) : task.own;
        auto results = std::make_shared<const Results>(recommend(given, *task.used));
        auto chart = std::make_shared<const CostTimeChart>(costTimeChart(*results));
        std::shared_ptr<const CoursePlan> plan;
        if (task.course)
            plan = std::make_shared<const CoursePlan>(CoursePlan{*task.course, readiness(*task.whole, *task.course, task.own)});
        return {std::move(results), std::move(chart), std::move(plan), {}};
    } catch (const std::exception& exception) {
        return {nullptr, nullptr, nullptr, QString::fromUtf8(exception.what())};
    }
}

std::vector<WouldChange> computeChanges(const Results& results, const Task& task, const Newest& newest, int number)
{
    const auto overtaken = [&] { return newest->load() != number; };
    try {
        return overtaken() ? std::vector<WouldChange>()
                           : withinCap(whatWouldChange(results, *task.used, overtaken), task.course.get(), *task.whole);
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
    : QObject(parent), m_catalog(std::move(catalog)), m_used(m_catalog), m_newest(std::make_shared<std::atomic<int>>(0))
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
    setCourse(m_course); // what the course leaves of the new catalogue
    m_results.reset();
    m_chart.reset();
    m_plan.reset();
}

void EstimateRunner::request(const Answers& answers, bool withWouldChange)
{
    const int number = ++*m_newest;
    QElapsedTimer since;
    since.start();
    const Task task{answers, m_course, m_catalog, m_used};
    const auto future = QtConcurrent::run([task, newest = m_newest, number] { return compute(task, newest, number); });
    whenDone(this, future, [this, number, withWouldChange, since, task](const Outcome& outcome) {
        if (m_newest->load() != number)
            return;
        if (!outcome.results) {
            Q_EMIT failed(outcome.error);
            return;
        }
        m_results = outcome.results;
        m_chart = outcome.chart;
        m_plan = outcome.plan;
        m_coursed = task.course;
        m_answered = task.own;
        constexpr double nanosecondsPerMs = 1e6;
        logTiming("answers.to_results_ms", static_cast<double>(since.nsecsElapsed()) / nanosecondsPerMs);
        Q_EMIT resultsReady(m_results);
        // a slot may have asked again, or the answers of this request may already be old
        if (withWouldChange && m_newest->load() == number)
            findChanges(task.course, number);
    });
}

void EstimateRunner::setCourse(std::shared_ptr<const Course> course)
{
    m_course = std::move(course);
    m_used = m_course ? std::make_shared<const Catalog>(narrowed(*m_catalog, *m_course)) : m_catalog;
}

bool EstimateRunner::isFor(const Answers& answers) const { return m_results && m_coursed == m_course && m_answered == answers; }

void EstimateRunner::findChanges(const std::shared_ptr<const Course>& course, int number)
{
    const Task task{m_answered, course, m_catalog, m_used};
    const auto future = QtConcurrent::run(
        [results = m_results, task, newest = m_newest, number] { return computeChanges(*results, task, newest, number); });
    whenDone(this, future, [this, number](const std::vector<WouldChange>& changes) {
        if (m_newest->load() == number)
            Q_EMIT wouldChangeReady(changes);
    });
}

} // namespace rightrig
