// Page 4: the computer the student has now, found by the program and shown for correction.
#pragma once

#include "ui/forms/form.h"

class QLabel;
class QPushButton;

namespace rightrig {

class ChoiceGroup;
class FactsEditor;

class ComputerForm : public Form
{
    Q_OBJECT
public:
    ComputerForm(const FormContext& context, std::function<ComputerFacts()> detect, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

private:
    void setUpButtons();
    void chooseKind();
    void findComputer();
    void show();

    std::function<ComputerFacts()> m_detect;
    std::optional<ComputerFacts> m_facts;
    ComputerFacts m_kept; ///< the last known facts, so that "none" and back loses nothing
    ChoiceGroup* m_kind;
    FactsEditor* m_editor;
    QWidget* m_details;
    QLabel* m_found;
    QPushButton* m_find;
    QPushButton* m_guide;
};

} // namespace rightrig
