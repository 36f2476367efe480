// Page 4: the computer the student has now, found by the program and shown for correction.
#pragma once

#include "ui/forms/form.h"
#include "ui/forms/machinetester.h"

class QLabel;
class QPushButton;

namespace rightrig {

class ChoiceGroup;
class Collapsible;
class FactsEditor;
class RunsEditor;

class ComputerForm : public Form
{
    Q_OBJECT
public:
    ComputerForm(
        const FormContext& context, std::function<ComputerFacts()> detect, const MachineTesting& test = {}, QWidget* parent = nullptr);
    void setProfileFiles(ProfileFiles files);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

private:
    void setUpButtons();
    void chooseKind();
    void findComputer();
    void takeSaved(const MachineProfile& profile);
    void takeTest(const MachineProfile& profile);
    void forgetTest();
    void takeRuns();
    void show();

    std::shared_ptr<const Catalog> m_catalog;
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
    Collapsible* m_runsPart;
    RunsEditor* m_runs;
};

} // namespace rightrig
