// A student opens a course: what it answers is out of the way, each assignment is judged, and the course can be left again.
#include "wizardtools.h"

#include "app/answered.h"
#include "app/composition.h"
#include "models/domain/courseplan.h"
#include "ui/forms/choicegroup.h"
#include "ui/messagebar.h"
#include "ui/results/coursecard.h"
#include "ui/wizard/coursebar.h"
#include "ui/wizard/steplist.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace wizardtools;

namespace {

QString coursePath() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// With the reader the program uses: it opens PDFs, too.
Services programServices(const QString& folder)
{
    Services services = servicesIn(folder);
    const Services real = makeServices(catalogue());
    services.readPlan = real.readPlan;
    services.writePlan = real.writePlan;
    return services;
}

QString message(const MainWindow& window) { return window.findChild<MessageBar*>()->text(); }

bool asked(MainWindow& window, const char* field)
{
    for (const auto* group : window.findChildren<ChoiceGroup*>()) {
        if (group->field().name == QLatin1String(field) && !group->isHidden())
            return true;
    }
    return false;
}

void drop(MainWindow& window, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("course"));
        QSettings().clear();
        QVERIFY(catalogue());
    }

    void whatTheCourseAnswersIsNotAsked()
    {
        const QTemporaryDir folder;
        MainWindow window(programServices(folder.path()));
        QVERIFY(find<CourseBar>(window, "courseCourseBar").isHidden());
        window.openAnswersFile(coursePath());
        QVERIFY(!find<CourseBar>(window, "courseCourseBar").isHidden());
        QVERIFY(find<CourseBar>(window, "courseCourseBar").title().contains(QStringLiteral("first steps in machine learning")));
        QCOMPARE(window.pageNumber(), 2); // goals are fixed
        QVERIFY(!asked(window, "depth") && asked(window, "dataWords"));
        const auto* steps = window.findChild<StepList*>();
        QVERIFY((steps->item(0)->flags() & Qt::ItemIsEnabled) == 0 && (steps->item(1)->flags() & Qt::ItemIsEnabled) != 0);
        QVERIFY(!find<QPushButton>(window, "backQPushButton").isEnabled()); // nothing is asked before
        window.showPage(7);
        QVERIFY(!asked(window, "lab") && !asked(window, "privateData") && asked(window, "internet"));
        QCOMPARE(window.answers().runsPerWeek, std::optional(3.0));  // preset: the student's to change
        QVERIFY(!window.answers().goals && !window.answers().depth); // fixed: never becomes the student's own
        window.showPage(checkStep);
        QVERIFY(!find<QPushButton>(window, "goalsChangeQPushButton").isEnabled());
    }

    void walkingThroughChangesNothingFixed()
    {
        const QTemporaryDir folder;
        MainWindow window(programServices(folder.path()));
        window.openAnswersFile(coursePath());
        const Answers before = window.answers();
        auto& next = find<QPushButton>(window, "nextQPushButton");
        for (int i = 0; i < stepCount && window.pageNumber() < resultStep; ++i)
            next.click();
        QCOMPARE(window.pageNumber(), resultStep);
        QVERIFY(window.answers() == before);
    }

    void anAnswerOfTheStudentIsKeptAlone()
    {
        const QTemporaryDir folder;
        MainWindow window(programServices(folder.path()));
        window.openAnswersFile(coursePath());
        window.showPage(6);
        for (auto* group : window.findChildren<ChoiceGroup*>()) {
            if (group->field().name == QLatin1String("portability"))
                group->findChildren<QAbstractButton*>().value(0)->click();
        }
        QVERIFY(window.answers().portability.has_value());
        QVERIFY(!window.answers().goals && !window.answers().privateData && !window.answers().school.lab);
    }

    void eachAssignmentIsOnTheAnswerPage()
    {
        const QTemporaryDir folder;
        MainWindow window(programServices(folder.path()));
        Answers answers;
        answers.computer = sampleComputer();
        window.setAnswers(answers);
        window.openAnswersFile(coursePath());
        window.showPage(resultStep);
        auto* card = window.findChild<CourseCard*>();
        QVERIFY(card != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(card->shownLines().size(), 5, 20000);
        QVERIFY2(card->shownLines().value(0).contains(QStringLiteral("Runs on your computer")), qPrintable(card->shownLines().value(0)));
        QVERIFY(!card->isHidden());
        find<QPushButton>(window, "leaveCourseQPushButton").click();
        QTRY_VERIFY_WITH_TIMEOUT(card->isHidden(), 20000);
    }

    void leavingBringsEverythingBack()
    {
        const QTemporaryDir folder;
        MainWindow window(programServices(folder.path()));
        window.openAnswersFile(coursePath());
        find<QPushButton>(window, "leaveCourseQPushButton").click();
        QVERIFY(find<CourseBar>(window, "courseCourseBar").isHidden());
        QVERIFY(message(window).contains(QStringLiteral("left the course")));
        QVERIFY(!window.answers().course);
        window.showPage(2);
        QVERIFY(asked(window, "depth"));
        const auto* steps = window.findChild<StepList*>();
        QVERIFY((steps->item(0)->flags() & Qt::ItemIsEnabled) != 0);
    }

    void theCourseSurvivesARestart()
    {
        const QTemporaryDir folder;
        {
            MainWindow window(programServices(folder.path()));
            window.openAnswersFile(coursePath());
            window.close();
        }
        MainWindow window(programServices(folder.path()));
        QVERIFY(!find<CourseBar>(window, "courseCourseBar").isHidden());
        QCOMPARE(window.answers().course, std::optional<std::string>("sample-course"));
        QCOMPARE(window.pageNumber(), 2);
    }

    void aPdfOpensAsItsPlan_data()
    {
        QTest::addColumn<bool>("withCourse");
        QTest::newRow("with a course") << true;
        QTest::newRow("without") << false;
    }
    void aPdfOpensAsItsPlan()
    {
        QFETCH(bool, withCourse);
        const QTemporaryDir first, second;
        const QString pdf = first.filePath(QStringLiteral("plan.pdf"));
        Answers answers;
        answers.studentName = "Sample Student";
        answers.depth = Depth::Tutorials;
        answers.computer = sampleComputer();
        {
            MainWindow window(programServices(first.path()));
            window.setAnswers(answers);
            if (withCourse)
                window.openAnswersFile(coursePath());
            answers = window.answers();
            QCOMPARE(window.savePdf(pdf), QString());
        }
        MainWindow other(programServices(second.path()));
        drop(other, pdf);
        QVERIFY2(message(other).contains(QStringLiteral("It was made on")), qPrintable(message(other)));
        QVERIFY(other.answers() == answers);
        QCOMPARE(find<CourseBar>(other, "courseCourseBar").isHidden(), !withCourse);
    }

    void theStudentChoosesWhatThePdfCarries()
    {
        const QTemporaryDir folder;
        const QString pdf = folder.filePath(QStringLiteral("plan.pdf"));
        MainWindow window(programServices(folder.path()));
        Answers answers;
        answers.studentName = "Sample Student";
        window.setAnswers(answers);
        auto* name = window.findChild<QAction*>(QStringLiteral("pdfNameQAction"));
        auto* carried = window.findChild<QAction*>(QStringLiteral("pdfAnswersQAction"));
        QVERIFY(name && carried && name->isChecked() && carried->isChecked());
        name->setChecked(false);
        QCOMPARE(window.savePdf(pdf), QString());
        Outcome<SavedPlan> plan = programServices(folder.path()).readPlan(bytesOf(pdf));
        QVERIFY2(plan.ok(), qPrintable(plan.error()));
        QVERIFY(!plan.get().answers->studentName);
        QVERIFY(window.answers().studentName); // only the PDF goes without
        carried->setChecked(false);
        QCOMPARE(window.savePdf(pdf), QString());
        plan = programServices(folder.path()).readPlan(bytesOf(pdf));
        QVERIFY(plan.error().contains(QStringLiteral("carries no answers")));
        name->setChecked(true);
        carried->setChecked(true);
    }

    void badFilesLeaveEverythingAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("foreign PDF") << QStringLiteral("a.pdf") << QByteArray("%PDF-1.4\nstartxref\n3\n%%EOF")
                                     << QStringLiteral("Another program");
        QTest::newRow("cut PDF") << QStringLiteral("b.pdf") << QByteArray("%PDF-1.4\n") << QStringLiteral("cut short");
        QTest::newRow("broken course") << QStringLiteral("c.json") << bytesOf(coursePath()).replace("\"a2\"", "\"a1\"")
                                       << QStringLiteral("assignments[1].id: 'a1' is written twice");
    }
    void badFilesLeaveEverythingAsItWas()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        MainWindow window(programServices(folder.path()));
        window.openAnswersFile(coursePath());
        const Answers before = window.answers();
        window.openAnswersFile(file.fileName());
        QVERIFY2(message(window).contains(says), qPrintable(message(window)));
        QVERIFY(window.answers() == before);
        QVERIFY(!find<CourseBar>(window, "courseCourseBar").isHidden());
    }

    void outsideTextStaysPlain()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("html.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytesOf(coursePath())
                       .replace("Sample course: first", "<b>Sample</b> course: first")
                       .replace("This is a sample.", "<img src=x> This is a sample."));
        file.close();
        MainWindow window(programServices(folder.path()));
        window.openAnswersFile(file.fileName());
        for (const char* label : {"courseTitleQLabel", "courseNotesQLabel"}) {
            QCOMPARE(find<QLabel>(window, label).textFormat(), Qt::PlainText);
            QVERIFY(find<QLabel>(window, label).text().contains(QLatin1Char('<')));
        }
    }
};

QTEST_MAIN(TestCourse)
#include "tst_course.moc"
