#include "ui/wizard/pages.h"

#include "ui/forms/candidatesform.h"
#include "ui/forms/checkform.h"
#include "ui/forms/computerform.h"
#include "ui/forms/goalsform.h"
#include "ui/forms/questionforms.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardpage.h"

namespace rightrig {

Pages makePages(const FormContext& context, const std::function<ComputerFacts()>& detect, const MachineTesting& test)
{
    Pages all;
    all.candidates = new CandidatesForm(context);
    all.check = new CheckForm(context);
    all.goals = new GoalsForm(context);
    const QList<QList<Form*>> forms{{all.goals}, {new DepthForm(context)}, {new RhythmForm(context)},
        {new ComputerForm(context, detect, test)}, {new MoneyForm(context), all.candidates}, {new PlaceForm(context)},
        {new FreeForm(context)}, {all.check}};
    for (int i = 0; i < forms.size(); ++i)
        all.pages.append(new WizardPage(i + 1, forms[i]));
    return all;
}

} // namespace rightrig
