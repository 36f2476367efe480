#include "ui/wizard/steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

QList<Step> firstSteps()
{
    return {{Words::tr("What you make"), Words::tr("What will you make?"),
                Words::tr("Why we ask: tables run on almost any computer, pictures and text often do not."),
                {Words::tr("Choose everything you want to try. You can change it at any time."),
                    Words::tr("Not sure? Leave it. We assume what most beginners start with."),
                    Words::tr("Each goal becomes one typical training job. You see the jobs with your recommendation.")}},
        {Words::tr("How much"), Words::tr("How far will you go, and with how much data?"),
            Words::tr("Why we ask: bigger models and more data need more memory and more time."),
            {Words::tr("Most courses follow tutorials. Most projects adapt a ready-made model."),
                Words::tr("To adapt means: somebody trained the model, you teach it your own data."),
                Words::tr("Do you know the numbers? Open \"Exact numbers\" and type them.")}},
        {Words::tr("How often"), Words::tr("How often will you train, and how long may it take?"),
            Words::tr("Why we ask: who trains seldom should rent, who trains daily may buy."),
            {Words::tr("A run is one time of pressing start and waiting for the trained model."),
                Words::tr("A longer wait is fine when the computer can work overnight."),
                Words::tr("To try many settings means many runs for one good model.")}},
        {Words::tr("Your computer"), Words::tr("What computer do you have now?"),
            Words::tr("Why we ask: often the computer you have is good enough."),
            {Words::tr("The program looks at this computer and shows what it found. Correct what is wrong."),
                Words::tr("Your data stays here. Nothing is sent anywhere."),
                Words::tr("Is it another computer? Press \"Where do I find this?\" and read its sticker.")}}};
}

QList<Step> lastSteps()
{
    return {{Words::tr("Money"), Words::tr("What can you spend?"),
                Words::tr("Why we ask: we never suggest what you cannot pay. Nothing is a good answer, too."),
                {Words::tr("Now is for buying. Each month is for renting."),
                    Words::tr("We count the whole cost: electricity, rent, and what you get back when you sell."),
                    Words::tr("Add up to six machines you saw in a shop. Each one gets a verdict.")}},
        {Words::tr("Where you work"), Words::tr("Where do you work?"),
            Words::tr("Why we ask: a desktop costs less for the same speed, but you cannot carry it."),
            {Words::tr("Carry it every day: then weight and battery count."),
                Words::tr("Some tools do not work on every system. We tell you where that matters.")}},
        {Words::tr("What is free"), Words::tr("What can you use for free, and what are the rules?"),
            Words::tr("Why we ask: many schools lend computers, and some data must not leave the house."),
            {Words::tr("Don't know? Ask your teacher. It can save you the whole price."),
                Words::tr("Credits are money your school pays for rented computers."),
                Words::tr("Private data must not go to rented computers without consent.")}},
        {Words::tr("Check"), Words::tr("Is everything right?"),
            Words::tr("Change any answer here. What you left open is marked \"assumed\"."),
            {Words::tr("Every answer can be changed here at once."), Words::tr("What matters most decides between options that all fit."),
                Words::tr("The country sets the currency and the price of electricity.")}},
        {Words::tr("Recommendation"), Words::tr("Your recommendation"), {},
            {Words::tr("The first sentence is the answer. Everything below says why."),
                Words::tr("Times are ranges, because no estimate is exact."),
                Words::tr("Save the PDF to take the answer to a shop or a teacher.")}}};
}

} // namespace

Step step(int number)
{
    const QList<Step> all = firstSteps() + lastSteps(); // made anew, so that a change of language is seen
    return all.at(std::clamp(number, 1, stepCount) - 1);
}

} // namespace rightrig
