// The course editor's page of what the school gives, and what students may spend.
#pragma once

#include "ui/classroom/courseform.h"
#include "ui/forms/choices.h"

class QComboBox;
class QVBoxLayout;

namespace rightrig {

class ChoiceCombo;
class NumberEdit;
class SchoolMachineEdit;
class TitledCard;
struct NumberLimits;

/// Of the course's own amounts; US dollars if it has none.
[[nodiscard]] CurrencyCode currencyOfCourse(const Course& course);

class SchoolForm : public CourseForm
{
    Q_OBJECT
public:
    explicit SchoolForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Course& course) override;

private:
    using Number = std::optional<double> CourseSchool::*;
    using Machine = std::optional<Candidate> CourseSchool::*;
    using Amount = std::function<std::optional<Money>&(Course&)>;
    struct NumberField
    {
        NumberEdit* edit;
        Number member;
    };
    struct MachineField
    {
        SchoolMachineEdit* edit;
        Machine member;
    };
    struct AmountField
    {
        NumberEdit* edit;
        Amount of;
    };
    TitledCard* addCard(QVBoxLayout& box, const char* stem, const QString& title);
    void addRow(TitledCard& card, const QString& label, QWidget* field, QWidget* buddy);
    NumberEdit* makeNumber(const char* stem, const QString& label, const NumberLimits& limits, const QString& unit, const QString& path);
    void addNumber(TitledCard& card, const char* stem, const QString& label, const NumberLimits& limits, const QString& unit,
        const QString& path, Number member);
    void addMachine(TitledCard& card, const char* stem, const QString& label, Machine member);
    void addAmount(TitledCard& card, const char* stem, const QString& label, const QString& path, const Amount& of);
    void addServer(TitledCard& card);
    void addCurrency(TitledCard& card);

    FormContext m_context;
    CurrencyCode m_currency; ///< for amounts that are new
    QList<NumberField> m_numbers;
    QList<MachineField> m_machines;
    QList<AmountField> m_amounts;
    ChoiceCombo* m_server = nullptr;
    QComboBox* m_currencies = nullptr;
};

} // namespace rightrig
