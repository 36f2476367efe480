// The course editor: what is typed is in the file, estimates follow it, and nothing is written that students could not open.
#include "editortools.h"

#include "ui/forms/candidatedialog.h"
#include "ui/theme.h"

using namespace wizardtools;

class TestCourseEditor : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] Services services() const { return programServicesIn(m_folder.path()); }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static const Assignment& first(const CourseEditor& editor) { return editor.course().assignments.at(0); }
    static QStringList titles(const CourseEditor& editor)
    {
        QStringList result;
        for (const Assignment& one : editor.course().assignments)
            result.append(QString::fromStdString(one.title));
        return result;
    }
    static QTableWidget& table(CourseEditor& editor) { return find<QTableWidget>(editor, "assignmentsQTableWidget"); }
    static void waitForEstimates(CourseEditor& editor)
    {
        QTRY_VERIFY_WITH_TIMEOUT(table(editor).rowCount() > 0 && table(editor).item(0, 2)->text() != QStringLiteral("\u2026"), 30000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("courseeditor"));
        QSettings().clear();
        applyTheme(*qApp, ThemeMode::Light, 100);
        QVERIFY(catalogue());
    }

    void startsWithAnEmptyCourse()
    {
        CourseEditor editor(services());
        QVERIFY(editor.course() == Course{});
        QVERIFY(!editor.isChanged());
        QVERIFY(!find<QLabel>(editor, "courseEmptyQLabel").isHidden());
        QVERIFY(!find<QPushButton>(editor, "assignmentRemoveQPushButton").isEnabled());
    }

    void whatIsTypedIsInTheFile()
    {
        CourseEditor editor(services());
        editor.show();
        type(editor, "courseTitleQLineEdit", QStringLiteral("Machine learning 1"));
        type(editor, "courseTermQLineEdit", QStringLiteral("Sample term"));
        type(editor, "courseLanguageQLineEdit", QStringLiteral("en"));
        type(editor, "courseContactQLineEdit", QStringLiteral("Room 1"));
        type(editor, "courseDataRulesQLineEdit", QStringLiteral("Public data only."));
        find<QPlainTextEdit>(editor, "courseNotesQPlainTextEdit").setPlainText(QStringLiteral("One.\n\n  Two.  "));
        press(editor, "assignmentAddQPushButton");
        type(editor, "assignmentTitleQLineEdit", QStringLiteral("Tell pictures apart"));
        choosePreset(editor, "images-resnet18");
        type(editor, "assignmentSamplesQLineEdit", QStringLiteral("5000"));
        type(editor, "assignmentDueQLineEdit", QStringLiteral("7"));
        type(editor, "assignmentRunsQLineEdit", QStringLiteral("6"));
        find<QCheckBox>(editor, "assignmentGroupQCheckBox").click();
        find<QCheckBox>(editor, "assignmentOwnQCheckBox").click();
        type(editor, "assignmentEpochsQLineEdit", QStringLiteral("3"));
        choose(editor, "assignmentPrecisionChoiceCombo", 1);
        choose(editor, "assignmentCheckpointingChoiceCombo", 2);
        type(editor, "labMachinesQLineEdit", QStringLiteral("20"));
        type(editor, "labHoursQLineEdit", QStringLiteral("30.5"));
        choose(editor, "labMachineQComboBox", 3);
        choose(editor, "courseServerChoiceCombo", 1);
        type(editor, "loanLaptopsQLineEdit", QStringLiteral("5"));
        type(editor, "creditsQLineEdit", QStringLiteral("25"));
        type(editor, "budgetCapQLineEdit", QStringLiteral("1200"));
        QCOMPARE(editor.saveTo(path("typed.json")), QString());
        const std::optional<Course> course = courseIn(path("typed.json"));
        QVERIFY(course && *course == editor.course());
        QCOMPARE(course->id, std::string("machine-learning-1"));
        QCOMPARE(course->notes, (std::vector<std::string>{"One.", "Two."}));
        const Assignment& one = course->assignments.at(0);
        QCOMPARE(one.id, std::string("a1"));
        QCOMPARE(one.job.preset, std::string("images-resnet18"));
        QVERIFY(one.job.samples == 5000.0 && one.dueWeek == 7.0 && one.runs == 6.0 && one.job.epochs == 3.0);
        QVERIFY(one.group && one.ownMachine && one.job.precision == Precision::Fp32 && one.job.checkpointing == false);
        QVERIFY(course->school.labMachines == 20.0 && course->school.labHoursPerWeek == 30.5 && course->school.gpuServer == true);
        QVERIFY(course->school.labMachine && course->school.labMachine->cpu && course->school.loanLaptops == 5.0);
        QCOMPARE(course->school.creditsPerStudent, std::optional(Money{25, CurrencyCode("USD")}));
        QCOMPARE(course->budgetCap, std::optional(Money{1200, CurrencyCode("USD")}));
        QVERIFY(!editor.isChanged());
    }

    void oneCurrencyForAllAmounts()
    {
        CourseEditor editor(services());
        type(editor, "creditsQLineEdit", QStringLiteral("25"));
        auto& currencies = find<QComboBox>(editor, "courseCurrencyQComboBox");
        choose(currencies, currencies.findText(QStringLiteral("EUR")));
        QCOMPARE(editor.course().school.creditsPerStudent->currency, CurrencyCode("EUR"));
        type(editor, "budgetCapQLineEdit", QStringLiteral("900"));
        choose(editor, "answer_budgetUpfrontWhoQComboBox", 2);
        type(editor, "answer_budgetUpfrontQLineEdit", QStringLiteral("500"));
        QCOMPARE(editor.course().budgetCap->currency, CurrencyCode("EUR"));
        QCOMPARE(editor.course().fixed.budgetUpfront, std::optional(Money{500, CurrencyCode("EUR")}));
    }

    void answersAreFixedOrSuggested()
    {
        CourseEditor editor(services());
        choose(editor, "answer_depthWhoQComboBox", 2);
        QVERIFY(editor.course().fixed.depth.has_value()); // the wizard's default is a start
        choose(editor, "answer_depthChoiceCombo", 3);
        QCOMPARE(editor.course().fixed.depth, std::optional(Depth::Scratch));
        choose(editor, "answer_depthWhoQComboBox", 1);
        QVERIFY(!editor.course().fixed.depth && editor.course().preset.depth == Depth::Scratch);
        choose(editor, "answer_depthWhoQComboBox", 0);
        QVERIFY(!editor.course().fixed.depth && !editor.course().preset.depth);
        choose(editor, "answer_rowsWhoQComboBox", 1); // has no default: waits for its number
        QVERIFY(find<QLineEdit>(editor, "answer_rowsQLineEdit").isEnabled());
        type(editor, "answer_rowsQLineEdit", QStringLiteral("5000"));
        QCOMPARE(editor.course().preset.data.rows, std::optional(5000.0));
        choose(editor, "courseGoalsWhoQComboBox", 2);
        find<QCheckBox>(editor, "course-goal-imagesQCheckBox").click();
        QCOMPARE(editor.course().fixed.goals, std::optional(std::vector<Goal>{Goal::Images}));
        trigger(editor, "editorUndoQAction");
        QVERIFY(!editor.course().fixed.goals);
    }

    void aServiceIsInOneListAtMost()
    {
        CourseEditor editor(services());
        auto& services = find<QTableWidget>(editor, "servicesQTableWidget");
        const auto rowOf = [&](const char* name) { return services.findItems(QLatin1String(name), Qt::MatchExactly).value(0)->row(); };
        services.item(rowOf("Kaggle"), 2)->setCheckState(Qt::Checked);
        QCOMPARE(editor.course().allowedProviders, std::vector<std::string>{"Kaggle"});
        services.item(rowOf("Kaggle"), 3)->setCheckState(Qt::Checked);
        QVERIFY(editor.course().allowedProviders.empty());
        QCOMPARE(editor.course().deniedProviders, std::vector<std::string>{"Kaggle"});
        QCOMPARE(services.item(rowOf("Kaggle"), 2)->checkState(), Qt::Unchecked);
        services.item(rowOf("Kaggle"), 3)->setCheckState(Qt::Unchecked);
        QVERIFY(editor.course() == Course{});
    }

    void theListCanBeRearranged()
    {
        CourseEditor editor(services());
        editor.openSample();
        const QStringList before = titles(editor);
        table(editor).selectRow(1);
        press(editor, "assignmentDuplicateQPushButton");
        QCOMPARE(titles(editor).value(2), before.value(1));
        QCOMPARE(editor.course().assignments.at(2).id, std::string("a6"));
        press(editor, "assignmentDownQPushButton");
        QCOMPARE(titles(editor).value(3), before.value(1));
        QCOMPARE(table(editor).currentRow(), 3);
        press(editor, "assignmentUpQPushButton");
        press(editor, "assignmentRemoveQPushButton");
        QCOMPARE(titles(editor), before);
        for (int i = 0; i < 4; ++i)
            trigger(editor, "editorUndoQAction");
        QCOMPARE(titles(editor), before);
        QVERIFY(!editor.isChanged());
        trigger(editor, "editorRedoQAction");
        QCOMPARE(editor.course().assignments.size(), std::size_t{6});
        for (int i = 0; i < 100; ++i)
            press(editor, "assignmentAddQPushButton");
        QCOMPARE(editor.course().assignments.size(), mostAssignments);
    }

    void typingIsOneStepBack()
    {
        CourseEditor editor(services());
        type(editor, "courseTitleQLineEdit", QStringLiteral("Long title"));
        type(editor, "courseTermQLineEdit", QStringLiteral("T"));
        trigger(editor, "editorUndoQAction");
        QVERIFY(!editor.course().term && editor.course().title == "Long title");
        trigger(editor, "editorUndoQAction");
        QVERIFY(editor.course() == Course{});
        QVERIFY(!find<QAction>(editor, "editorUndoQAction").isEnabled());
        QCOMPARE(find<QLineEdit>(editor, "courseTitleQLineEdit").text(), QString());
    }

    void estimatesFollowTheCourse()
    {
        CourseEditor editor(services());
        editor.openSample();
        waitForEstimates(editor);
        QVERIFY2(table(editor).item(2, 2)->text().startsWith(QLatin1String("about ")), qPrintable(table(editor).item(2, 2)->text()));
        QCOMPARE(table(editor).item(0, 3)->text(), QStringLiteral("own computer only"));
        QVERIFY(find<QLabel>(editor, "courseLaptopsQLabel").text().contains(QLatin1String("Colab")));
        table(editor).selectRow(2);
        choosePreset(editor, "text-lora-13b");
        QCOMPARE(table(editor).item(2, 2)->text(), QStringLiteral("\u2026")); // not yet known
        QVERIFY(table(editor).item(1, 2)->text() != QStringLiteral("\u2026"));
        QTRY_VERIFY_WITH_TIMEOUT(table(editor).item(2, 2)->text() != QStringLiteral("\u2026"), 30000);
        QTRY_VERIFY(editor.findChild<QLabel*>(QStringLiteral("courseWarningsListLine0Label")) != nullptr);
        QStringList warnings;
        for (const QLabel* label : editor.findChildren<QLabel*>()) {
            if (label->objectName().startsWith(QLatin1String("courseWarningsListLine")))
                warnings.append(label->text());
        }
        QVERIFY2(
            !warnings.filter(QLatin1String("Assignment 3 (Tell pictures apart)")).isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
    }

    void faultsStandAtTheirFields()
    {
        CourseEditor editor(services());
        editor.show();
        QVERIFY(find<QLabel>(editor, "courseTitleProblemQLabel").isHidden()); // nobody has tried to save yet
        press(editor, "courseSaveQPushButton");
        QCOMPARE(said(editor), QStringLiteral("Not saved yet. id: is missing."));
        QVERIFY(!editor.findChild<QFileDialog*>());
        QCOMPARE(find<QLabel>(editor, "courseTitleProblemQLabel").text(), QStringLiteral("title: is missing."));
        type(editor, "courseTitleQLineEdit", QStringLiteral("Course"));
        QVERIFY(find<QLabel>(editor, "courseTitleProblemQLabel").isHidden());
        QVERIFY(editor.saveTo(path("never.json")).contains(QLatin1String("assignments: add at least one.")));
        press(editor, "assignmentAddQPushButton");
        press(editor, "assignmentAddQPushButton");
        type(editor, "assignmentTitleQLineEdit", QStringLiteral("Second"));
        QVERIFY(editor.saveTo(path("never.json")).contains(QLatin1String("assignments[0].title: is missing.")));
        QCOMPARE(table(editor).currentRow(), 0); // it was brought up
        QCOMPARE(find<QTabWidget>(editor, "courseQTabWidget").currentIndex(), 1);
        QCOMPARE(find<QLabel>(editor, "assignmentTitleProblemQLabel").text(), QStringLiteral("assignments[0].title: is missing."));
        type(editor, "assignmentTitleQLineEdit", QStringLiteral("First"));
        type(editor, "assignmentIdQLineEdit", QStringLiteral("a2"));
        QVERIFY(editor.saveTo(path("never.json")).contains(QLatin1String("assignments[1].id: another assignment has the same one.")));
        QVERIFY(!QFile::exists(path("never.json")));
    }

    void aNumberOutOfRangeIsNotSaved()
    {
        CourseEditor editor(services());
        editor.openSample();
        editor.show();
        table(editor).selectRow(1);
        type(editor, "assignmentDueQLineEdit", QStringLiteral("99"));
        const QString problem = editor.saveTo(path("range.json"));
        QVERIFY2(
            problem.contains(QLatin1String("assignments[1].due_week: ")) && problem.contains(QLatin1String("60")), qPrintable(problem));
        table(editor).selectRow(3);
        QCOMPARE(table(editor).currentRow(), 1); // mended first, or it would be forgotten
        const Course before = editor.course();
        press(editor, "assignmentAddQPushButton");
        press(editor, "assignmentDownQPushButton");
        QVERIFY(editor.course() == before);
        type(editor, "assignmentDueQLineEdit", QStringLiteral("9"));
        table(editor).selectRow(3);
        QCOMPARE(table(editor).currentRow(), 3);
        choose(editor, "answer_pixelsWhoQComboBox", 2);
        type(editor, "answer_pixelsQLineEdit", QStringLiteral("2"));
        QVERIFY(editor.saveTo(path("range.json")).contains(QLatin1String("answers: data.pixels: ")));
        type(editor, "answer_pixelsQLineEdit", QStringLiteral("224"));
        QCOMPARE(editor.saveTo(path("range.json")), QString());
    }

    void aMachineInOwnWords()
    {
        CourseEditor editor(services());
        editor.show();
        press(editor, "labMachineQPushButton");
        auto* dialog = editor.findChild<CandidateDialog*>();
        QVERIFY(dialog);
        type(*dialog, "nameQLineEdit", QStringLiteral("The old ones"));
        type(*dialog, "ramQLineEdit", QStringLiteral("8"));
        press(*dialog, "keepQPushButton");
        QCOMPARE(editor.course().school.labMachine->name, std::string("The old ones"));
        QCOMPARE(find<QComboBox>(editor, "labMachineQComboBox").currentText(), QStringLiteral("The old ones"));
        choose(editor, "labMachineQComboBox", 0);
        QVERIFY(!editor.course().school.labMachine);
    }
};

QTEST_MAIN(TestCourseEditor)
#include "tst_courseeditor.moc"
