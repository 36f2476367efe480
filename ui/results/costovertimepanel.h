// Cumulated cost by month of the best option of each family, with the break-even in words.
#pragma once

#include "ui/results/shown.h"

class QChartView;
class QLabel;

namespace rightrig {

class CostOverTimePanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit CostOverTimePanel(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& /*shown*/) override { }

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    Shown m_shown;
    QChartView* m_view;
    QLabel* m_breakEven;
    QLabel* m_words; ///< the chart's numbers as text
};

} // namespace rightrig
