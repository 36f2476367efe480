// From nothing to the overview: an instructor makes a course, a student opens it and answers, the PDF comes back, the overview has the
// student.
#include "editortools.h"

#include "ui/classroom/classdialog.h"
#include "ui/forms/rowtable.h"
#include "ui/theme.h"
#include "ui/wizard/coursebar.h"

#include <QDropEvent>
#include <QMimeData>

using namespace wizardtools;

class TestCourseJourney : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static void addAssignment(CourseEditor& editor, const char* title, const char* preset, const char* week)
    {
        press(editor, "assignmentAddQPushButton");
        type(editor, "assignmentTitleQLineEdit", QString::fromLatin1(title));
        choosePreset(editor, preset);
        type(editor, "assignmentDueQLineEdit", QString::fromLatin1(week));
    }
    static void drop(QWidget& target, const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& one : paths)
            urls.append(QUrl::fromLocalFile(one));
        data.setUrls(urls);
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("coursejourney"));
        QSettings().clear();
        applyTheme(*qApp, ThemeMode::Light, 100);
        QVERIFY(catalogue());
    }

    void theInstructorMakesACourse()
    {
        MainWindow window(programServicesIn(m_folder.path()));
        window.show();
        trigger(window, "courseNewQAction");
        auto& editor = *window.findChild<CourseEditor*>();
        type(editor, "courseTitleQLineEdit", QStringLiteral("Sample journey"));
        type(editor, "courseContactQLineEdit", QStringLiteral("Ask in the forum."));
        addAssignment(editor, "A small table", "tables-boosted-small", "2");
        addAssignment(editor, "Sort short texts", "text-bert", "5");
        addAssignment(editor, "LoRA week", "text-lora-3b", "9");
        type(editor, "labMachinesQLineEdit", QStringLiteral("12"));
        choose(editor, "answer_depthWhoQComboBox", 2);
        choose(editor, "answer_depthChoiceCombo", 2);
        choose(editor, "courseGoalsWhoQComboBox", 2);
        find<QCheckBox>(editor, "course-goal-textQCheckBox").click();
        press(editor, "courseSaveQPushButton");
        answerFile(editor, path("journey.rightrig-course.json"));
        QVERIFY2(said(editor).startsWith(QLatin1String("Saved ")), qPrintable(said(editor)));
        QCOMPARE(editor.saveHandout(path("handout.pdf")), QString());
        press(editor, "courseTryQPushButton"); // as a student sees it
        QCOMPARE(window.answers().course, std::optional<std::string>("sample-journey"));
        QVERIFY(window.close());
    }

    void theStudentOpensAndAnswersIt()
    {
        const QTemporaryDir home;
        MainWindow window(programServicesIn(home.path()));
        window.show();
        drop(window, {path("journey.rightrig-course.json")});
        QVERIFY(find<CourseBar>(window, "courseCourseBar").title().contains(QLatin1String("Sample journey")));
        QVERIFY(window.pageNumber() > 1); // the goals are answered
        Answers answers = window.answers();
        answers.studentName = "Sample Student";
        answers.studentId = "s-1";
        answers.computer = sampleComputer();
        window.setAnswers(answers);
        window.showPage(9);
        QCOMPARE(window.savePdf(path("s-1.pdf")), QString());
    }

    void theOverviewHasTheStudent()
    {
        ClassDialog dialog(programServicesIn(m_folder.path()));
        dialog.show();
        drop(dialog, {path("s-1.pdf"), path("journey.rightrig-course.json")});
        const RowTable* table = nullptr; // made when the class is known
        const auto hasOneStudent = [&dialog, &table] {
            table = dialog.findChild<RowTable*>(QStringLiteral("classMatrixRowTable"));
            return !dialog.isReading() && table != nullptr && table->rows() == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasOneStudent(), 60000);
        const QAbstractItemModel& matrix = *table->model();
        QCOMPARE(matrix.index(0, 0).data().toString(), QStringLiteral("Sample Student"));
        QStringList headings;
        for (int column = 0; column < matrix.columnCount(); ++column)
            headings.append(matrix.headerData(column, Qt::Horizontal).toString());
        for (const char* title : {"A small table", "Sort short texts", "LoRA week"})
            QVERIFY2(headings.contains(QLatin1String(title)), title);
        QVERIFY(find<QLabel>(dialog, "classSummaryLabel").text().contains(QLatin1String("of 1 students")));
    }
};

QTEST_MAIN(TestCourseJourney)
#include "tst_coursejourney.moc"
