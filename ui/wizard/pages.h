// Puts the forms on the pages of questions.
#pragma once

#include "ui/forms/choices.h"
#include "ui/forms/machinetester.h"

class QObject;

namespace rightrig {

class CandidatesForm;
class CheckForm;
class GoalsForm;
class WizardPage;

struct Pages
{
    QList<WizardPage*> pages; ///< eight, without parents: the wizard view takes them over
    CandidatesForm* candidates = nullptr;
    CheckForm* check = nullptr;
    GoalsForm* goals = nullptr;
};

[[nodiscard]] Pages makePages(const FormContext& context, const std::function<ComputerFacts()>& detect, const MachineTesting& test);

} // namespace rightrig
