#include "ui/forms/fieldform.h"

#include "ui/forms/collapsible.h"
#include "ui/forms/numberedit.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

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
    hideFixed();
}

void FieldForm::setFixed(const Answers& fixed)
{
    for (ChoiceGroup* group : std::as_const(m_groups))
        group->setVisible(true);
    for (const Number& number : std::as_const(m_numbers))
        setRowVisible(number, true);
    for (auto* more : findChildren<Collapsible*>())
        more->setVisible(true);
    m_fixed = fixed;
}

bool FieldForm::asks() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [this](const Field& field) { return !isFixed(field); });
}

void FieldForm::setRowVisible(const Number& number, bool visible)
{
    number.edit->setVisible(visible);
    const auto* rows = qobject_cast<QFormLayout*>(number.edit->parentWidget()->layout());
    if (QWidget* label = rows != nullptr ? rows->labelForField(number.edit) : nullptr)
        label->setVisible(visible);
}

/// Only ever hides: what is shown besides depends on the other answers.
void FieldForm::hideFixed()
{
    for (ChoiceGroup* group : std::as_const(m_groups)) {
        if (isFixed(group->field()))
            group->setVisible(false);
    }
    for (const Number& number : std::as_const(m_numbers)) {
        if (isFixed(number.field))
            setRowVisible(number, false);
    }
    for (auto* more : findChildren<Collapsible*>()) {
        const bool open = std::any_of(m_numbers.begin(), m_numbers.end(),
            [this, more](const Number& number) { return more->isAncestorOf(number.edit) && !isFixed(number.field); });
        if (!open)
            more->setVisible(false);
    }
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
