// A radio button or check box that looks like a card (drawing, title, one line of detail) or, without a drawing, like a line
// whose text wraps. Keyboard and screen reader meet an ordinary radio button or check box.
#pragma once

#include "ui/forms/choices.h"

#include <QCheckBox>
#include <QRadioButton>

namespace rightrig {

namespace cards {
[[nodiscard]] int heightFor(const QAbstractButton& button, const AnswerChoice& choice, int width);
[[nodiscard]] QSize sizeHint(const QAbstractButton& button, const AnswerChoice& choice);
void paint(QAbstractButton& button, const AnswerChoice& choice, bool round);
} // namespace cards

template <class Button> class Card : public Button
{
public:
    Card(AnswerChoice choice, QWidget* parent) : Button(parent), m_choice(std::move(choice))
    {
        this->setText(m_choice.text);
        this->setAccessibleDescription(m_choice.detail);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        this->setSizePolicy(policy);
        this->setMouseTracking(true);
    }
    [[nodiscard]] QSize sizeHint() const override { return cards::sizeHint(*this, m_choice); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, m_choice.icon.isEmpty() ? 26 : 40}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return cards::heightFor(*this, m_choice, width); }

protected:
    void paintEvent(QPaintEvent*) override { cards::paint(*this, m_choice, std::is_same_v<Button, QRadioButton>); }
    bool hitButton(const QPoint& position) const override { return this->rect().contains(position); }

private:
    AnswerChoice m_choice;
};

using RadioCard = Card<QRadioButton>;
using CheckCard = Card<QCheckBox>;

} // namespace rightrig
