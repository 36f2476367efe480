// One question with radio buttons (plain or as cards), always with "I'm not sure" and what is then assumed.
#pragma once

#include "ui/forms/choices.h"

#include <QGroupBox>

class QButtonGroup;
class QRadioButton;

namespace rightrig {

class ChoiceGroup : public QGroupBox
{
    Q_OBJECT
public:
    enum Look { Lines, Cards, Row };
    ChoiceGroup(const Field& field, const Settled& defaults, Look look, QWidget* parent = nullptr);
    void setValue(std::optional<double> value);
    [[nodiscard]] std::optional<double> value() const { return m_value; }
    [[nodiscard]] const Field& field() const { return m_field; }

Q_SIGNALS:
    void chosen();

private:
    QRadioButton* addButton(const AnswerChoice& choice, int id, bool card);
    void setUpOther();
    void take(int id);

    Field m_field;
    std::optional<double> m_value;
    QButtonGroup* m_buttons;
    QRadioButton* m_other = nullptr; ///< shows a number of the student's own that is none of the choices
};

} // namespace rightrig
