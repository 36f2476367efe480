// A question as a drop-down list, with "Not sure" first. For forms with many questions.
#pragma once

#include "ui/forms/choices.h"

#include <QComboBox>

namespace rightrig {

class ChoiceCombo : public QComboBox
{
    Q_OBJECT
public:
    ChoiceCombo(const Field& field, const QString& unsure, QWidget* parent = nullptr);
    void setValue(std::optional<double> value);
    [[nodiscard]] std::optional<double> value() const { return m_value; }

Q_SIGNALS:
    void chosen();

protected:
    void wheelEvent(QWheelEvent* event) override; ///< scrolls the page instead of changing an answer by accident

private:
    Field m_field;
    std::optional<double> m_value;
};

} // namespace rightrig
