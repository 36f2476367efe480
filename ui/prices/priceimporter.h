// "Bring in newer prices": a file is read off the GUI thread, shown as what it would change, and taken only when asked.
#pragma once

#include "ui/priceservices.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace rightrig {

class RowTable;

class PriceImporter : public QWidget
{
    Q_OBJECT
public:
    using Plan = std::function<Outcome<ImportPlan>(const PriceFileRequest&)>;

    explicit PriceImporter(Plan plan, QWidget* parent = nullptr);
    ~PriceImporter() override;
    /// What files are compared with. A plan made with other prices is dropped.
    void setPrices(const std::shared_ptr<const Catalog>& all);
    void read(const QString& path); ///< nothing while one is being read
    void cancel();
    [[nodiscard]] bool isReading() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void failed(const QString& problem);
    void taken(const std::shared_ptr<const rightrig::ImportPlan>& plan, const QString& file); ///< the person wants these prices

private:
    void setUp();
    QWidget* makeOptions();
    void showProviders();
    void finish();
    void drop();
    void showState();

    Plan m_plan;
    std::shared_ptr<const Catalog> m_all;
    std::shared_ptr<const ImportPlan> m_planned;
    QString m_file;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::shared_ptr<std::atomic<int>> m_perMille;
    QFutureWatcher<std::shared_ptr<const Outcome<ImportPlan>>> m_watcher;
    QTimer m_timer;
    QComboBox* m_provider;
    QCheckBox* m_regions;
    QPushButton *m_choose, *m_cancel, *m_take, *m_leave;
    QProgressBar* m_progress;
    QLabel* m_summary;
    RowTable* m_changes;
};

} // namespace rightrig
