// The chart of cost against training time with its job selector and the options put side by side.
#pragma once

#include "ui/results/shown.h"

class QComboBox;
class QLabel;
class QTableWidget;

namespace rightrig {

class CostTimeView;

class CostTimePanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit CostTimePanel(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& shown) override;
    [[nodiscard]] int job() const; ///< index into Results::jobs, -1 for all jobs of a week

private:
    void setUpTop();
    void refill();
    void draw();
    void showCompared();

    Shown m_shown;
    QComboBox* m_job;
    CostTimeView* m_view;
    QLabel* m_hint;
    QTableWidget* m_compared;
};

} // namespace rightrig
