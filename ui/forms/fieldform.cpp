#include "ui/forms/fieldform.h"

#include "ui/forms/numberedit.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rightrig {

FieldForm::FieldForm(FormContext context, QWidget* parent) : Form(parent), m_context(std::move(context)), m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(fontMetrics().height() * 2 / 3);
}

void FieldForm::load(const Answers& answers)
{
    m_answers = answers;
    for (ChoiceGroup* group : std::as_const(m_groups))
        group->setValue(group->field().get(m_answers));
    for (const Number& number : std::as_const(m_numbers))
        number.edit->setValue(number.field.get(m_answers));
    refresh(m_answers);
}

void FieldForm::save(Answers& answers) const
{
    for (const Field& field : m_fields)
        field.set(answers, field.get(m_answers));
}

ChoiceGroup* FieldForm::addChoice(const Field& field, ChoiceGroup::Look look, QWidget* place)
{
    auto* group = new ChoiceGroup(field, m_context.defaults, look, place != nullptr ? place : this);
    if (place == nullptr)
        m_box->addWidget(group);
    m_groups.append(group);
    m_fields.append(field);
    connect(group, &ChoiceGroup::chosen, this, [this, group] { touched(group->field(), group->value()); });
    return group;
}

NumberEdit* FieldForm::addNumber(const Field& field, QFormLayout& rows)
{
    auto* edit = new NumberEdit(field.question, {field.least, field.most, field.whole}, field.unit, this);
    setName(*edit, field.name);
    edit->edit()->setObjectName(field.name + QStringLiteral("QLineEdit"));
    rows.addRow(field.question, edit);
    if (auto* label = qobject_cast<QLabel*>(rows.labelForField(edit)))
        label->setBuddy(edit->edit());
    m_numbers.append({field, edit});
    m_fields.append(field);
    connect(edit, &NumberEdit::edited, this, [this, field, edit] { touched(field, edit->value()); });
    return edit;
}

void FieldForm::touched(const Field& field, std::optional<double> value)
{
    field.set(m_answers, value);
    load(Answers(m_answers)); // other views of the same answer follow
    Q_EMIT changed();
}

} // namespace rightrig
