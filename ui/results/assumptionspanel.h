// The table of assumptions with its filter, its resets and a line that says what was refused.
#pragma once

#include "ui/results/shown.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QTableView;

namespace rightrig {

class AssumptionsModel;
class AssumptionsProxy;
class TitledCard;

class AssumptionsPanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit AssumptionsPanel(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void setUsed(const std::set<std::string>& names);

Q_SIGNALS:
    void overridesChanged(const std::vector<std::pair<std::string, double>>& overrides);

private:
    void setUpTable(TitledCard& card);
    void setUpTop(TitledCard& card);
    void resetMarked();
    void size();

    AssumptionsModel* m_model;
    AssumptionsProxy* m_proxy;
    QTableView* m_table;
    QLabel* m_problem;
};

} // namespace rightrig
