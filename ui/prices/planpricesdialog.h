// What changed since an opened plan was made: its prices beside today's, what that means, and whose prices count.
#pragma once

#include "models/domain/savedplan.h"

#include <QDate>
#include <QDialog>

class QLabel;
class QRadioButton;

namespace rightrig {

class RowTable;

class PlanPricesDialog : public QDialog
{
    Q_OBJECT
public:
    /// `today`: the catalogue with today's prices; `usesPlan`: the plan's own prices count now.
    PlanPricesDialog(const SavedPlan& plan, const Catalog& today, QDate day, bool usesPlan, QWidget* parent = nullptr);
    /// What the changes do to the answer, once it has been worked out; empty: that failed.
    void showMeaning(const QString& meaning);

Q_SIGNALS:
    void chosen(bool plansPrices);

private:
    QWidget* makeChoice(const SavedPlan& plan, bool usesPlan);
    QWidget* makeButtons();
    void copyAll() const;
    void fit(int wide);

    QLabel *m_summary, *m_meaning;
    RowTable* m_table;
    QRadioButton *m_today, *m_plan;
};

} // namespace rightrig
