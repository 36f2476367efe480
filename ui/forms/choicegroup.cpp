#include "ui/forms/choicegroup.h"

#include "ui/forms/card.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rightrig {

namespace {

constexpr int unsureId = 1000;
constexpr int otherId = 1001;

QLayout* makeLayout(ChoiceGroup::Look look)
{
    if (look == ChoiceGroup::Lines) {
        auto box = std::make_unique<QVBoxLayout>();
        box->setSpacing(2);
        return box.release(); // the group takes it over
    }
    const bool isCards = look == ChoiceGroup::Cards;
    auto flow = std::make_unique<FlowLayout>(isCards ? 19 : 60, isCards ? 4 : 0);
    flow->setSpacing(isCards ? 8 : 3);
    return flow.release();
}

} // namespace

ChoiceGroup::ChoiceGroup(const Field& field, const Settled& defaults, Look look, QWidget* parent)
    : QGroupBox(field.question, parent), m_field(field), m_buttons(new QButtonGroup(this))
{
    setName(*this, field.name);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 6, 0, 0);
    outer->setSpacing(4);
    QLayout* inner = makeLayout(look);
    outer->addLayout(inner);
    for (int i = 0; i < field.choices.size(); ++i)
        inner->addWidget(addButton(field.choices[i], i, look == Cards));
    QRadioButton* unsure = addButton({0, unsureText(field, defaults), {}, {}}, unsureId, false);
    unsure->setChecked(true);
    setUpOther();
    QLayout* last = look == Row ? inner : outer;
    last->addWidget(m_other);
    last->addWidget(unsure);
    connect(m_buttons, &QButtonGroup::idClicked, this, &ChoiceGroup::take);
}

QRadioButton* ChoiceGroup::addButton(const AnswerChoice& choice, int id, bool card)
{
    AnswerChoice shown = choice;
    if (!card) {
        shown.icon.clear();
        if (!choice.detail.isEmpty())
            shown.text = tr("%1 (%2)").arg(choice.text, choice.detail);
        shown.detail.clear();
    }
    auto* button = new RadioCard(shown, this);
    button->setObjectName(QStringLiteral("%1%2QRadioButton").arg(m_field.name, QString::number(id)));
    button->setAccessibleName(tr("%1 %2").arg(m_field.question, button->text()));
    m_buttons->addButton(button, id);
    return button;
}

void ChoiceGroup::setUpOther()
{
    m_other = addButton({-1, tr("My own numbers"), {}, {}}, otherId, false);
    m_other->hide();
}

void ChoiceGroup::setValue(std::optional<double> value)
{
    m_value = value;
    int id = value ? otherId : unsureId;
    for (int i = 0; value && i < m_field.choices.size(); ++i) {
        if (m_field.choices[i].value == *value)
            id = i;
    }
    if (id == otherId) {
        const QString text = choiceText(m_field, value);
        m_other->setText(*value < 0.0 ? text : tr("Mine: %1").arg(text)); // below zero: several numbers, no text of their own
        m_other->setAccessibleName(tr("%1 %2").arg(m_field.question, m_other->text()));
    }
    m_other->setVisible(id == otherId);
    const QSignalBlocker quiet(m_buttons);
    m_buttons->button(id)->setChecked(true);
}

void ChoiceGroup::take(int id)
{
    if (id == otherId)
        return; // it only stands for the number that is there already
    m_value = id == unsureId ? std::nullopt : std::optional<double>(m_field.choices.at(id).value);
    m_other->hide();
    Q_EMIT chosen();
}

} // namespace rightrig
