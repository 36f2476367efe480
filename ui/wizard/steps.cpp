#include "ui/wizard/steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct StepsWords
{
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

QList<Step> firstSteps()
{
    return {{StepsWords::tr("What you make"), StepsWords::tr("What will you make?"),
                StepsWords::tr("Why we ask: tables run on almost any computer, pictures and text often do not."),
                {StepsWords::tr("Choose everything you want to try. You can change it at any time."),
                    StepsWords::tr("Not sure? Leave it. We assume what most beginners start with."),
                    StepsWords::tr("Each goal becomes one typical training job. You see the jobs with your recommendation.")}},
        {StepsWords::tr("How much"), StepsWords::tr("How far will you go, and with how much data?"),
            StepsWords::tr("Why we ask: bigger models and more data need more memory and more time."),
            {StepsWords::tr("Most courses follow tutorials. Most projects adapt a ready-made model."),
                StepsWords::tr("To adapt means: somebody trained the model, you teach it your own data."),
                StepsWords::tr("Do you know the numbers? Open \"Exact numbers\" and type them.")}},
        {StepsWords::tr("How often"), StepsWords::tr("How often will you train, and how long may it take?"),
            StepsWords::tr("Why we ask: who trains seldom should rent, who trains daily may buy."),
            {StepsWords::tr("A run is one time of pressing start and waiting for the trained model."),
                StepsWords::tr("A longer wait is fine when the computer can work overnight."),
                StepsWords::tr("To try many settings means many runs for one good model.")}},
        {StepsWords::tr("Your computer"), StepsWords::tr("What computer do you have now?"),
            StepsWords::tr("Why we ask: often the computer you have is good enough."),
            {StepsWords::tr("The program looks at this computer and shows what it found. Correct what is wrong."),
                StepsWords::tr("Your data stays here. Nothing is sent anywhere."),
                StepsWords::tr("Is it another computer? Press \"Where do I find this?\" and read its sticker.")}}};
}

QList<Step> lastSteps()
{
    return {{StepsWords::tr("Money"), StepsWords::tr("What can you spend?"),
                StepsWords::tr("Why we ask: we never suggest what you cannot pay. Nothing is a good answer, too."),
                {StepsWords::tr("Now is for buying. Each month is for renting."),
                    StepsWords::tr("We count the whole cost: electricity, rent, and what you get back when you sell."),
                    StepsWords::tr("Add up to six machines you saw in a shop. Each one gets a verdict.")}},
        {StepsWords::tr("Where you work"), StepsWords::tr("Where do you work?"),
            StepsWords::tr("Why we ask: a desktop costs less for the same speed, but you cannot carry it."),
            {StepsWords::tr("Carry it every day: then weight and battery count."),
                StepsWords::tr("Some tools do not work on every system. We tell you where that matters.")}},
        {StepsWords::tr("What is free"), StepsWords::tr("What can you use for free, and what are the rules?"),
            StepsWords::tr("Why we ask: many schools lend computers, and some data must not leave the house."),
            {StepsWords::tr("Don't know? Ask your teacher. It can save you the whole price."),
                StepsWords::tr("Credits are money your school pays for rented computers."),
                StepsWords::tr("Private data must not go to rented computers without consent.")}},
        {StepsWords::tr("Check"), StepsWords::tr("Is everything right?"),
            StepsWords::tr("Change any answer here. What you left open is marked \"assumed\"."),
            {StepsWords::tr("Every answer can be changed here at once."),
                StepsWords::tr("What matters most decides between options that all fit."),
                StepsWords::tr("The country sets the currency and the price of electricity.")}},
        {StepsWords::tr("Recommendation"), StepsWords::tr("Your recommendation"), {},
            {StepsWords::tr("The first sentence is the answer. Everything below says why."),
                StepsWords::tr("Times are ranges, because no estimate is exact."),
                StepsWords::tr("Save the PDF to take the answer to a shop or a teacher.")}}};
}

} // namespace

Step step(int number)
{
    const QList<Step> all = firstSteps() + lastSteps(); // made anew, so that a change of language is seen
    return all.at(std::clamp(number, 1, stepCount) - 1);
}

} // namespace rightrig
