#include "ui/forms/choicecombo.h"

#include "ui/forms/form.h"

#include <QWheelEvent>

namespace rightrig {

ChoiceCombo::ChoiceCombo(const Field& field, const QString& unsure, QWidget* parent) : QComboBox(parent), m_field(field)
{
    setName(*this, field.name);
    setAccessibleName(field.question);
    addItem(unsure);
    for (const AnswerChoice& choice : std::as_const(m_field.choices))
        addItem(choice.text, choice.value);
    setMinimumContentsLength(8);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QVariant chosenValue = itemData(index);
        m_value = chosenValue.isValid() ? std::optional<double>(chosenValue.toDouble()) : std::nullopt;
        Q_EMIT chosen();
    });
}

void ChoiceCombo::setValue(std::optional<double> value)
{
    m_value = value;
    while (count() > m_field.choices.size() + 1)
        removeItem(count() - 1);
    int index = 0;
    for (int i = 0; value && i < m_field.choices.size(); ++i) {
        if (m_field.choices[i].value == *value)
            index = i + 1;
    }
    if (value && index == 0) {
        addItem(choiceText(m_field, value), *value);
        index = count() - 1;
    }
    setCurrentIndex(index);
}

void ChoiceCombo::wheelEvent(QWheelEvent* event) { event->ignore(); }

} // namespace rightrig
