// Page 4: the computer the student has now, found by the program and shown for correction.
#pragma once

#include "ui/forms/form.h"
#include "ui/forms/machinetester.h"

class QLabel;
class QPushButton;

namespace rightrig {

class ChoiceGroup;
class FactsEditor;

class ComputerForm : public Form
{
    Q_OBJECT
public:
    ComputerForm(
        const FormContext& context, std::function<ComputerFacts()> detect, const MachineTesting& test = {}, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

private:
    void setUpButtons();
    void chooseKind();
    void findComputer();
    void takeTest(const MachineProfile& profile);
    void forgetTest();
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
    MachineTester* m_tester;
};

} // namespace rightrig
