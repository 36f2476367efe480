// Whose answer counts in a course, what an assignment's job is, and which providers are left.
#include "models/domain/courseplan.h"
#include "tests/support/answerfixture.h"
#include "tests/support/shopfixture.h"

#include <QTest>

using namespace rightrig;

namespace {

Course course()
{
    Course made;
    made.id = "c1";
    made.title = "A course";
    Assignment assignment;
    assignment.id = "a1";
    assignment.title = "Tables";
    assignment.job.preset = "tables-boosted-small";
    made.assignments = {assignment};
    return made;
}

/// Without what a course never says about a student.
Answers plainAnswers(test::RandomAnswers& random)
{
    Answers answers = random.next();
    answers.candidates.clear();
    answers.overrides.clear();
    return answers;
}

} // namespace

class TestCoursePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerIsLaidOver()
    {
        test::RandomAnswers random(5);
        for (int i = 0; i < 300; ++i) {
            const Answers one = plainAnswers(random);
            QVERIFY(overlaid(Answers{}, one) == one); // a field that nobody lays over would stay empty
            QVERIFY(overlaid(one, Answers{}) == one);
            QVERIFY(overlaid(one, one) == one);
        }
    }

    void whatACourseFixesComesOffAgain()
    {
        test::RandomAnswers random(6);
        for (int i = 0; i < 300; ++i) {
            const Answers own = plainAnswers(random), fixed = plainAnswers(random);
            QVERIFY(withoutFixed(overlaid(own, fixed), fixed, own) == own);
        }
    }

    void overridesAndMachinesOfBothAreKept()
    {
        Answers base, over;
        base.overrides = {{"a", 1.0}, {"b", 2.0}};
        over.overrides = {{"b", 3.0}};
        base.candidates = {Candidate{"one", {}, {}, {}, {}, {}, {}, {}, {}}};
        over.candidates = {Candidate{"two", {}, {}, {}, {}, {}, {}, {}, {}}};
        const Answers both = overlaid(base, over);
        QCOMPARE(both.overrides, (std::vector<std::pair<std::string, double>>{{"b", 3.0}, {"a", 1.0}}));
        QCOMPARE(both.candidates.size(), std::size_t{2});
    }

    void fixedBeatsOwnBeatsPreset()
    {
        Course made = course();
        made.fixed.depth = Depth::Scratch;
        made.preset.runsPerWeek = 7.0;
        made.preset.horizonMonths = 6.0;
        Answers own;
        own.depth = Depth::Tutorials;
        own.runsPerWeek = 2.0;
        const Answers counts = answersFor(made, own, shop());
        QCOMPARE(counts.depth, std::optional(Depth::Scratch));
        QCOMPARE(counts.runsPerWeek, std::optional(2.0));
        QCOMPARE(counts.horizonMonths, std::optional(6.0));
        QCOMPARE(counts.course, std::optional<std::string>("c1"));
    }

    void whatTheSchoolGivesIsFixed()
    {
        Course made = course();
        made.school.labMachines = 20.0;
        made.school.loanLaptops = 0.0;
        made.school.creditsPerStudent = usd(25);
        Answers own;
        own.school.loanLaptop = true;
        own.school.gpuServer = true;
        const School school = answersFor(made, own, shop()).school;
        QCOMPARE(school.lab, std::optional(true));
        QCOMPARE(school.loanLaptop, std::optional(false)); // none is an answer
        QCOMPARE(school.gpuServer, std::optional(true));   // the course does not say: the student's word counts
        QCOMPARE(school.credits, std::optional(usd(25)));
    }

    void theCapLowersABudget_data()
    {
        QTest::addColumn<double>("budget");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<double>("counts");
        QTest::newRow("below") << 900.0 << QStringLiteral("USD") << 900.0;
        QTest::newRow("above") << 1500.0 << QStringLiteral("USD") << 1200.0;
        QTest::newRow("other currency, below") << 900.0 << QStringLiteral("EUR") << 900.0;
        QTest::newRow("other currency, above") << 5000.0 << QStringLiteral("EUR") << 1200.0;
        QTest::newRow("unknown currency: the cap is sure") << 5.0 << QStringLiteral("QQQ") << 1200.0;
    }
    void theCapLowersABudget()
    {
        QFETCH(double, budget);
        QFETCH(QString, currency);
        Course made = course();
        made.budgetCap = usd(1200);
        Answers own;
        own.budgetUpfront = Money{budget, CurrencyCode(currency.toStdString())};
        QTEST(answersFor(made, own, shop()).budgetUpfront->amount, "counts");
        own.budgetUpfront.reset();
        QVERIFY(!answersFor(made, own, shop()).budgetUpfront); // nobody is said to have what the cap allows
    }

    void jobsKeepWhatThePresetSays()
    {
        const Catalog catalog = shop();
        const Preset copy = *catalog.findPreset("images-resnet18");
        JobRequest request;
        request.preset = copy.id;
        Job job = jobFor(request, copy);
        QCOMPARE(job.samples, copy.samples);
        QVERIFY(!job.sizeFromStudent);
        request.samples = 123.0;
        request.precision = Precision::Fp32;
        job = jobFor(request, copy);
        QCOMPARE(job.samples, 123.0);
        QVERIFY(job.sizeFromStudent && job.precision == Precision::Fp32);
        QCOMPARE(job.epochs, copy.epochs);
    }

    void providers()
    {
        Course made = course();
        QVERIFY(allowsProvider(made, "Google"));
        made.deniedProviders = {" google "};
        QVERIFY(!allowsProvider(made, "Google") && allowsProvider(made, "Kaggle"));
        made.allowedProviders = {"Kaggle"};
        QVERIFY(allowsProvider(made, "KAGGLE") && !allowsProvider(made, "AWS") && !allowsProvider(made, ""));
    }

    void narrowedKeepsEveryIndexAndEveryShop()
    {
        Catalog catalog = shop();
        for (Machine& machine : catalog.machines)
            machine.provider = "Provider";
        Course made = course();
        made.deniedProviders = {"Provider"};
        const Catalog left = narrowed(catalog, made);
        QCOMPARE(left.offers.size(), catalog.offers.size());
        for (std::size_t i = 0; i < left.offers.size(); ++i) {
            const Machine& machine = catalog.machines[static_cast<std::size_t>(catalog.offers[i].machine)];
            const bool rented = machine.kind == MachineKind::Cloud || machine.kind == MachineKind::Free;
            QCOMPARE(left.offers[i].machine, rented ? -1 : catalog.offers[i].machine);
        }
        const Results results = recommend(pictures(), left);
        QVERIFY(std::none_of(results.options.begin(), results.options.end(),
            [](const Option& o) { return o.kind == OptionKind::Rent || o.kind == OptionKind::Free || o.kind == OptionKind::Mixed; }));
    }

    void noAdviceAboveTheCap()
    {
        const auto change = [](const char* path, double value, bool atLeast) {
            WouldChange one;
            one.path = path;
            one.value = value;
            one.unit = "USD";
            one.atLeast = atLeast;
            return one;
        };
        const std::vector<WouldChange> all{change("budget.upfront", 1500, true), change("budget.upfront", 1100, true),
            change("budget.upfront", 1500, false), change("patience_hours", 9000, true)};
        Course made = course();
        QCOMPARE(withinCap(all, &made, shop()).size(), std::size_t{4});
        QCOMPARE(withinCap(all, nullptr, shop()).size(), std::size_t{4});
        made.budgetCap = usd(1200);
        const auto kept = withinCap(all, &made, shop());
        QCOMPARE(kept.size(), std::size_t{3});
        QCOMPARE(kept.front().value, 1100.0);
    }

    void unknownPresetsAreNamed()
    {
        Course made = course();
        QVERIFY(courseProblems(made, shop()).empty());
        made.assignments.push_back(made.assignments.front());
        made.assignments.back().job.preset = "nope";
        QCOMPARE(courseProblems(made, shop()), (std::vector<std::string>{"assignments[1].job.preset: 'nope' is not in the catalogue"}));
    }
};

QTEST_APPLESS_MAIN(TestCoursePlan)
#include "tst_courseplan.moc"
