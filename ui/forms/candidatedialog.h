// One machine from a shop: name, facts from its label, price.
#pragma once

#include "ui/forms/choices.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace rightrig {

class FactsEditor;
class NumberEdit;

class CandidateDialog : public QDialog
{
    Q_OBJECT
public:
    CandidateDialog(const FormContext& context, const Candidate& candidate, CurrencyCode currency, QWidget* parent = nullptr);
    [[nodiscard]] Candidate candidate() const;

private:
    void setUpRows(const FormContext& context, CurrencyCode currency);
    void setUpButtons();
    void acceptIfComplete();

    Candidate m_before;
    FactsEditor* m_facts;
    QLineEdit* m_name;
    NumberEdit* m_tgp;
    NumberEdit* m_price;
    QComboBox* m_currency;
    QLabel* m_problem;
};

} // namespace rightrig
