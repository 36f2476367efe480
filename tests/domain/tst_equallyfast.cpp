// Two options are called slower and faster only where the estimates can tell them apart.
#include "models/domain/interval.h"
#include "models/domain/recommender.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <algorithm>

using namespace rightrig;

class TestEquallyFast : public QObject
{
    Q_OBJECT

    static bool says(const Option& option, ReasonCode code)
    {
        return std::any_of(option.whyNot.begin(), option.whyNot.end(), [code](const Reason& reason) { return reason.code == code; });
    }
    static double spread(const Option& option)
    {
        double widest = 0.0;
        for (const Estimate& estimate : option.jobs)
            widest = std::max(widest, estimate.sdOwn);
        return widest;
    }

    /// Who looks for what, with how much, and what matters most.
    static std::vector<Answers> students()
    {
        std::vector<Answers> all;
        for (const Goal goal : {Goal::Tables, Goal::Images, Goal::Text}) {
            for (const double budget : {0.0, 1200.0, 3000.0}) {
                for (const Priority priority : {Priority::Cost, Priority::Time}) {
                    Answers answers;
                    answers.goals = std::vector{goal};
                    answers.budgetUpfront = Money{budget, CurrencyCode("USD")};
                    answers.budgetMonthly = Money{50.0, CurrencyCode("USD")};
                    answers.priority = priority;
                    all.push_back(answers);
                }
            }
        }
        return all;
    }

private Q_SLOTS:
    void slowerOnlyWhereWeAreSure()
    {
        int slower = 0, equal = 0;
        for (const Answers& answers : students()) {
            const Results results = recommend(answers, *rightrig::testing::realCatalog());
            if (results.best.option < 0)
                continue;
            const Option& best = results.options[static_cast<std::size_t>(results.best.option)];
            for (const Option& option : results.options) {
                const bool isSlower = says(option, ReasonCode::Slower), isEqual = says(option, ReasonCode::AboutEquallyFast);
                QVERIFY(!(isSlower && isEqual));
                if (!isSlower && !isEqual)
                    continue;
                QVERIFY(best.weeklyTime && option.weeklyTime);
                const Seconds ours = best.weeklyTime->likely, theirs = option.weeklyTime->likely;
                QVERIFY(theirs.value > ours.value);
                QCOMPARE(chanceFaster(ours, spread(best), theirs, spread(option)) >= 0.8, isSlower);
                slower += isSlower ? 1 : 0;
                equal += isEqual ? 1 : 0;
            }
        }
        QVERIFY2(slower > 0 && equal > 0, qPrintable(QStringLiteral("%1 slower, %2 equal").arg(slower).arg(equal)));
    }
    void equalIsNeverTheOnlyReason()
    {
        for (const Answers& answers : students()) {
            const Results results = recommend(answers, *rightrig::testing::realCatalog());
            for (const Option& option : results.options)
                QVERIFY2(!says(option, ReasonCode::AboutEquallyFast) || option.whyNot.size() > 1, option.id.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestEquallyFast)
#include "tst_equallyfast.moc"
