// A form made of fields: radio groups and numbers that know themselves where they belong in the answers.
#pragma once

#include "ui/forms/choicegroup.h"
#include "ui/forms/form.h"

class QFormLayout;
class QVBoxLayout;

namespace rightrig {

class NumberEdit;

class FieldForm : public Form
{
    Q_OBJECT
public:
    explicit FieldForm(FormContext context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;
    void setFixed(const Answers& fixed) override;
    [[nodiscard]] bool asks() const override;

protected:
    ChoiceGroup* addChoice(const Field& field, ChoiceGroup::Look look, QWidget* place = nullptr);
    NumberEdit* addNumber(const Field& field, QFormLayout& rows);
    [[nodiscard]] const FormContext& context() const { return m_context; }
    [[nodiscard]] QVBoxLayout* box() const { return m_box; }
    /// After load() and after each change: what depends on other answers.
    virtual void refresh(const Answers& answers) { Q_UNUSED(answers) }

private:
    struct Number
    {
        Field field;
        NumberEdit* edit;
    };
    void touched(const Field& field, std::optional<double> value);
    void hideFixed();
    static void setRowVisible(const Number& number, bool visible);
    [[nodiscard]] bool isFixed(const Field& field) const { return field.get(m_fixed).has_value(); }

    FormContext m_context;
    Answers m_answers; ///< as loaded, with this form's changes
    Answers m_fixed;   ///< what a course answers
    QVBoxLayout* m_box;
    QList<ChoiceGroup*> m_groups;
    QList<Number> m_numbers;
    QList<Field> m_fields;
};

} // namespace rightrig
