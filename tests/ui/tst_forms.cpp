// Every form gives back exactly what it was shown, and clicking it changes its own answers only.
#include "wizardtools.h"

#include "models/domain/planner.h"
#include "ui/forms/candidatesform.h"
#include "ui/forms/checkform.h"
#include "ui/forms/choicecombo.h"
#include "ui/forms/computerform.h"
#include "ui/forms/goalsform.h"
#include "ui/forms/numberedit.h"
#include "ui/forms/questionforms.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace wizardtools;

class TestForms : public QObject
{
    Q_OBJECT

private:
    FormContext m_context;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(catalogue());
        m_context = {catalogue(), settle({}, *catalogue())};
    }

    void givesBackWhatItWasShown()
    {
        std::vector<std::unique_ptr<Form>> forms;
        forms.push_back(std::make_unique<GoalsForm>(m_context));
        forms.push_back(std::make_unique<DepthForm>(m_context));
        forms.push_back(std::make_unique<RhythmForm>(m_context));
        forms.push_back(std::make_unique<ComputerForm>(m_context, sampleComputer));
        forms.push_back(std::make_unique<MoneyForm>(m_context));
        forms.push_back(std::make_unique<CandidatesForm>(m_context));
        forms.push_back(std::make_unique<PlaceForm>(m_context));
        forms.push_back(std::make_unique<FreeForm>(m_context));
        forms.push_back(std::make_unique<CheckForm>(m_context));
        test::RandomAnswers student(1);
        for (int i = 0; i < 300; ++i) {
            const Answers answers = student.next();
            for (const auto& form : forms) {
                QSignalSpy spy(form.get(), &Form::changed);
                form->load(answers);
                QCOMPARE(spy.count(), 0);
                Answers same = answers;
                form->save(same);
                QVERIFY2(same == answers, form->metaObject()->className());
            }
        }
    }

    void goalsKeepTheirOrderAndRescaleWords()
    {
        GoalsForm form(m_context);
        Answers answers;
        answers.goals = std::vector<Goal>{Goal::Text, Goal::Tables};
        fields::dataWords(m_context).set(answers, 0.0);
        QCOMPARE(answers.data.documents, std::optional(1000.0));
        form.load(answers);
        find<QCheckBox>(form, "goal-imagesQCheckBox").click();
        form.save(answers);
        QVERIFY((*answers.goals == std::vector<Goal>{Goal::Text, Goal::Tables, Goal::Images}));
        QCOMPARE(answers.data.images, std::optional(500.0));
        find<QCheckBox>(form, "goalsUnsureQCheckBox").click();
        form.save(answers);
        QVERIFY(!answers.goals);
    }

    void numbersAreCheckedNextToTheField()
    {
        DepthForm form(m_context);
        Answers answers;
        answers.goals = std::vector<Goal>{Goal::Tables};
        form.load(answers);
        auto& edit = find<QLineEdit>(form, "rowsQLineEdit");
        QTest::keyClicks(&edit, QStringLiteral("1200"));
        form.save(answers);
        QCOMPARE(answers.data.rows, std::optional(1200.0));
        QTest::keyClicks(&edit, QStringLiteral("x"));
        form.save(answers);
        QCOMPARE(answers.data.rows, std::optional(1200.0));
        QVERIFY(!edit.accessibleDescription().isEmpty());
        edit.clear();
        QTest::keyClicks(&edit, QStringLiteral("0"));
        form.save(answers);
        QCOMPARE(answers.data.rows, std::optional(1200.0));
        QVERIFY(edit.accessibleDescription().contains(QStringLiteral("from 1 to")));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        form.save(answers);
        QVERIFY(!answers.data.rows);
    }

    void aChoiceAndItsExactNumberAgree()
    {
        RhythmForm form(m_context);
        Answers answers;
        answers.runsPerWeek = 2.5;
        form.load(answers);
        QVERIFY(find<QRadioButton>(form, "runsPerWeek1001QRadioButton").isChecked());
        find<QRadioButton>(form, "runsPerWeek2QRadioButton").click();
        form.save(answers);
        QCOMPARE(answers.runsPerWeek, std::optional(6.0));
        QCOMPARE(find<QLineEdit>(form, "runsPerWeekExactQLineEdit").text(), QStringLiteral("6"));
        find<QRadioButton>(form, "runsPerWeek1000QRadioButton").click();
        form.save(answers);
        QVERIFY(!answers.runsPerWeek);
    }

    void noComputerAndBackKeepsTheFacts()
    {
        ComputerForm form(m_context, sampleComputer);
        Answers answers;
        answers.computer = sampleComputer();
        form.load(answers);
        find<QRadioButton>(form, "computerKind1QRadioButton").click();
        form.save(answers);
        QCOMPARE(answers.computer->kind, ComputerKind::None);
        form.load(answers);
        find<QRadioButton>(form, "computerKind0QRadioButton").click();
        form.save(answers);
        QVERIFY(answers.computer == sampleComputer());
        find<QRadioButton>(form, "computerKind1000QRadioButton").click();
        form.save(answers);
        QCOMPARE(answers.computer->kind, ComputerKind::Unknown);
    }

    void testingFillsInWhatWasMeasured()
    {
        const auto test = [](const TestOptions& options) {
            options.progress({0.5, Rate::SgemmAllLarge, false, 12.0});
            MachineProfile profile;
            profile.rates[static_cast<std::size_t>(Rate::SgemmAllLarge)] = MeasuredRate{12.0, 0.01};
            profile.noisy = true;
            return std::optional(profile);
        };
        ComputerForm form(m_context, sampleComputer, test);
        form.load({});
        QSignalSpy spy(&form, &Form::changed);
        find<QPushButton>(form, "testStartQPushButton").click();
        QVERIFY(!find<QPushButton>(form, "testCancelQPushButton").isHidden());
        QVERIFY(spy.wait(5000));
        Answers answers;
        form.save(answers);
        QVERIFY(answers.computer && answers.computer->profile);
        QCOMPARE(answers.computer->kind, ComputerKind::Known);
        QCOMPARE(answers.computer->cpu, sampleComputer().cpu);
        QCOMPARE(answers.computer->profile->rate(Rate::SgemmAllLarge), std::optional(12.0));
        const QString summary = find<QLabel>(form, "testSummaryQLabel").text();
        QVERIFY2(summary.contains(QStringLiteral("12 GFLOP/s")) && summary.contains(QStringLiteral("disturbed")), qPrintable(summary));
        find<QPushButton>(form, "testCopyQPushButton").click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("12 GFLOP/s")));
        find<QPushButton>(form, "testForgetQPushButton").click();
        form.save(answers);
        QVERIFY(!answers.computer->profile);
    }

    void aStoppedTestChangesNothing()
    {
        const auto test = [](const TestOptions& options) -> std::optional<MachineProfile> {
            while (!*options.cancelled)
                QThread::msleep(5);
            return std::nullopt;
        };
        ComputerForm form(m_context, sampleComputer, test);
        form.load({});
        QSignalSpy spy(&form, &Form::changed);
        find<QPushButton>(form, "testStartQPushButton").click();
        find<QPushButton>(form, "testCancelQPushButton").click();
        QTRY_VERIFY(!find<QPushButton>(form, "testStartQPushButton").isHidden());
        QCOMPARE(spy.count(), 0);
        QVERIFY(find<QLabel>(form, "testSummaryQLabel").text().contains(QStringLiteral("stopped")));
        find<QPushButton>(form, "testStartQPushButton").click(); // leaving the page in the middle of a test is fine
    }

    void moneyKeepsItsCurrency()
    {
        MoneyForm form(m_context);
        Answers answers;
        answers.budgetUpfront = Money{700, CurrencyCode("EUR")};
        form.load(answers);
        find<QRadioButton>(form, "budgetUpfront2QRadioButton").click();
        find<QRadioButton>(form, "budgetMonthly1QRadioButton").click();
        form.save(answers);
        QVERIFY((answers.budgetUpfront == Money{1000, CurrencyCode("EUR")}));
        QVERIFY((answers.budgetMonthly == Money{10, CurrencyCode("EUR")}));
    }

    void theCheckPageEditsInPlaceAndMarksWhatIsAssumed()
    {
        CheckForm form(m_context);
        Answers answers;
        form.load(answers);
        auto& depth = find<ChoiceCombo>(form, "depthChoiceCombo");
        QVERIFY(depth.currentText().endsWith(QStringLiteral("(assumed)")));
        depth.setFocus();
        depth.setCurrentIndex(1);
        Q_EMIT depth.activated(1);
        form.save(answers);
        QCOMPARE(answers.depth, std::optional(Depth::Tutorials));
    }

    void theCheckPageSaysWhatContradicts()
    {
        CheckForm form(m_context);
        Answers answers;
        form.load(answers);
        const auto& issues = find<QLabel>(form, "issuesQLabel");
        QVERIFY(issues.isHidden());
        answers.computer.emplace().kind = ComputerKind::None;
        answers.budgetUpfront = answers.budgetMonthly = Money{0, CurrencyCode("USD")};
        form.load(answers);
        QVERIFY(!issues.isHidden());
        QVERIFY2(issues.text().contains(QStringLiteral("Without a computer and without money")), qPrintable(issues.text()));
        answers.budgetUpfront = Money{1000, CurrencyCode("USD")};
        form.load(answers);
        QVERIFY(issues.isHidden());
    }

    void everyUnsureNamesItsDefault()
    {
        const Settled& defaults = m_context.defaults;
        for (const Field& field : {fields::depth(), fields::dataWords(m_context), fields::runsPerWeek(), fields::patience(),
                 fields::tuning(), fields::budgetUpfront(m_context), fields::budgetMonthly(m_context), fields::horizon(),
                 fields::portability(), fields::operatingSystem(), fields::otherUses(), fields::lab(), fields::gpuServer(),
                 fields::loanLaptop(), fields::internet(), fields::privateData(), fields::priority()})
            QVERIFY2(unsureText(field, defaults).contains(QStringLiteral("we assume: ")), qPrintable(field.name));
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
