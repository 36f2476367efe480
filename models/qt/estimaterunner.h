// Runs the engine off the GUI thread and drops results that a newer change has overtaken.
#pragma once

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
    void request(const Answers& answers, bool withWouldChange = false);
    [[nodiscard]] std::shared_ptr<const Results> results() const { return m_results; }
    /// The chart of all jobs, made beside the results; null before the first.
    [[nodiscard]] std::shared_ptr<const CostTimeChart> chart() const { return m_chart; }
    [[nodiscard]] std::shared_ptr<const Catalog> catalog() const { return m_catalog; }

Q_SIGNALS:
    void resultsReady(std::shared_ptr<const rightrig::Results> results);
    void wouldChangeReady(const std::vector<rightrig::WouldChange>& changes);
    void failed(const QString& error); ///< the engine threw: the catalogue lacks something it needs

private:
    void requestWouldChange(int number);

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const Results> m_results;
    std::shared_ptr<const CostTimeChart> m_chart;
    std::shared_ptr<std::atomic<int>> m_newest;
};

} // namespace rightrig
