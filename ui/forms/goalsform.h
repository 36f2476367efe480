// Page 1: what the student wants to make. Several may be chosen.
#pragma once

#include "ui/forms/form.h"

class QCheckBox;
class QRadioButton;

namespace rightrig {

class GoalsForm : public Form
{
    Q_OBJECT
public:
    explicit GoalsForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;
    void setFixed(const Answers& fixed) override;
    [[nodiscard]] bool asks() const override { return !m_fixed; }

Q_SIGNALS:
    void courseWanted(); ///< "I have a course file"

private:
    void toggle(Goal goal, bool on);
    void clear();
    void show();

    FormContext m_context;
    std::optional<std::vector<Goal>> m_goals; ///< in the order they were chosen
    bool m_fixed = false;                     ///< the course says what is made
    QList<QCheckBox*> m_cards;
    QCheckBox* m_unsure = nullptr;
};

} // namespace rightrig
