// All options as a table to sort, filter and copy; the chart's twin, with the reason each one lost.
#pragma once

#include "models/qt/optiontablemodel.h"
#include "ui/results/shown.h"

#include <QList>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace rightrig {

class ComparePanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit ComparePanel(QWidget* parent = nullptr);
    ~ComparePanel() override;
    void present(const Shown& shown) override;
    void select(const Shown& shown) override;
    /// The selected rows with their headings, cells parted by tabs.
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    void priceWanted(int option); ///< its price is to be changed

private:
    void setUpFilters();
    void addPriceAction();
    void setUpTable();
    void applyKinds();
    void showCount();
    void restoreHeader();

    OptionTableModel* m_model;
    OptionFilterProxy* m_proxy;
    QLineEdit* m_filter;
    QCheckBox* m_usable;
    QList<QCheckBox*> m_kinds;
    QLabel* m_count;
    QTableView* m_table;
    bool m_following = false; ///< the selection is being set from outside
    bool m_sized = false;
};

} // namespace rightrig
