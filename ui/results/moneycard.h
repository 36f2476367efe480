// Where the money goes: the parts of the total, the parts of a build, and how good the price is.
#pragma once

#include "ui/results/shown.h"

class QLabel;
class QTableWidget;

namespace rightrig {

class MoneyCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit MoneyCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override;

private:
    void showParts(const Shown& shown, const Option& option);

    QLabel* m_price;
    QTableWidget* m_costs;
    QLabel* m_partsTitle;
    QTableWidget* m_parts;
};

/// Rows "what, how much" that add up to the total; parts of nothing are left out.
[[nodiscard]] QList<QStringList> costRows(const CostBreakdown& cost, CurrencyCode currency);

} // namespace rightrig
