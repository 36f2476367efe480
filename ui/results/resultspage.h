// The answer page: headline, reasons, runners-up, what would change it, charts, table, "how we know".
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"

#include <QDate>
#include <QWidget>

#include <memory>

namespace rightrig {

class ResultsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPage(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    ~ResultsPage() override;
    /// `course`: with the readiness that belongs to these results; null without a course.
    void setResults(std::shared_ptr<const Results> results, std::shared_ptr<const CoursePlan> course = {});
    void setCatalog(std::shared_ptr<const Catalog> catalog); ///< that of the results which are set next
    void setWouldChange(const std::vector<WouldChange>& changes);
    void setToday(QDate today); ///< for the age of prices; the system's date unless set

    enum Tab { CostTimeTab, CostOverTimeTab, MemoryTab, CompareTab, HowTab };
    void showTab(Tab tab);
    void selectOption(int option); ///< everywhere on the page; index into Results::options
    [[nodiscard]] int selectedOption() const;

Q_SIGNALS:
    void overridesChanged(const std::vector<std::pair<std::string, double>>& overrides); ///< an assumption was edited on the spot
    void priceWanted(const QString& offer); ///< the price of the offer with that id is to be changed

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWords();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rightrig
