// How we know: the open formula of the selected option and job, what it costs part by part, and what can be changed.
#pragma once

#include "ui/results/shown.h"

class QComboBox;
class QLabel;
class QTableWidget;

namespace rightrig {

class AssumptionsPanel;
class MarkedList;
class MoneyCard;
class TitledCard;

class HowPanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit HowPanel(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& shown) override;
    [[nodiscard]] QString shownText() const;

Q_SIGNALS:
    void accuracyRequested();
    void overridesChanged(const std::vector<std::pair<std::string, double>>& overrides);

private:
    void setUpAccuracy();
    void setUpFormula();
    void explainJob();
    void showSource();

    Shown m_shown;
    QLabel* m_title;
    QComboBox* m_job;
    QLabel* m_result;
    QLabel* m_formula;
    QLabel* m_lines;
    QTableWidget* m_inputs;
    QLabel* m_source; ///< of the marked number, in full
    MoneyCard* m_money;
    MarkedList* m_assumed;
    AssumptionsPanel* m_assumptions;
};

} // namespace rightrig
