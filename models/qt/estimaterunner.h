// Runs the engine off the GUI thread and drops results that a newer change has overtaken.
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"
#include "models/qt/chartdata.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace rightrig {

class EstimateRunner : public QObject
{
    Q_OBJECT
public:
    explicit EstimateRunner(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    ~EstimateRunner() override;
    /// For the requests that follow. What still runs is dropped, and so are the results there were: they know other machines.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// Starts (or restarts) with these answers; resultsReady follows, then wouldChangeReady unless a newer request comes.
    /// The student's own answers; a course is applied to them here.
    void request(const Answers& answers, bool withWouldChange = false);
    /// Null: no course. Counts from the next request on.
    void setCourse(std::shared_ptr<const Course> course);
    [[nodiscard]] std::shared_ptr<const Results> results() const { return m_results; }
    /// The course the present results were made for, with the readiness of its assignments; null without one.
    [[nodiscard]] std::shared_ptr<const CoursePlan> coursePlan() const { return m_plan; }
    /// True if the present results are those of these answers and the present course.
    [[nodiscard]] bool isFor(const Answers& answers) const;
    /// The chart of all jobs, made beside the results; null before the first.
    [[nodiscard]] std::shared_ptr<const CostTimeChart> chart() const { return m_chart; }
    [[nodiscard]] std::shared_ptr<const Catalog> catalog() const { return m_catalog; }
    /// The catalogue without what the course rules out; the same indices.
    [[nodiscard]] std::shared_ptr<const Catalog> usedCatalog() const { return m_used; }

Q_SIGNALS:
    void resultsReady(std::shared_ptr<const rightrig::Results> results);
    void wouldChangeReady(const std::vector<rightrig::WouldChange>& changes);
    void failed(const QString& error); ///< the engine threw: the catalogue lacks something it needs

private:
    void findChanges(const std::shared_ptr<const Course>& course, int number);

    std::shared_ptr<const Catalog> m_catalog, m_used;
    std::shared_ptr<const Course> m_course, m_coursed; ///< now; of the present results
    std::shared_ptr<const Results> m_results;
    std::shared_ptr<const CoursePlan> m_plan;
    Answers m_answered; ///< of the present results
    std::shared_ptr<const CostTimeChart> m_chart;
    std::shared_ptr<std::atomic<int>> m_newest;
};

} // namespace rightrig
