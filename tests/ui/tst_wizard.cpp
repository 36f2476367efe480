// The wizard as a student meets it: by keyboard from the first page to a saved PDF, and by random walks that lose nothing.
#include "wizardtools.h"

#include "ui/messagebar.h"
#include "ui/results/resultspage.h"
#include "ui/theme.h"
#include "ui/wizard/sofarpanel.h"
#include "ui/wizard/steplist.h"
#include "ui/wizard/steps.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>

#include <random>

using namespace wizardtools;

class TestWizard : public QObject
{
    Q_OBJECT

private:
    static void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        if (target == nullptr)
            qFatal("nothing has the focus");
        QTest::keyClick(target, code, modifiers);
    }
    /// Tab until the widget of that name has the focus: every control can be reached.
    static bool tabTo(const char* name)
    {
        for (int i = 0; i < 80; ++i) {
            if (QApplication::focusWidget()->objectName() == QLatin1String(name))
                return true;
            key(Qt::Key_Tab);
        }
        return false;
    }
    static void showActive(MainWindow& window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("wizard"));
        QSettings().clear();
        QVERIFY(catalogue());
    }

    void fromTheFirstPageToASavedPdfByKeyboardOnly()
    {
        const QTemporaryDir folder;
        QSettings().setValue(QStringLiteral("files/folder"), folder.path());
        MainWindow window(servicesIn(folder.path()));
        showActive(window);
        QVERIFY(tabTo("goal-imagesQCheckBox"));
        key(Qt::Key_Space);
        key(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(window.pageNumber(), 2); // an Alt key shows the press for 100 ms
        QVERIFY(tabTo("depth0QRadioButton") || tabTo("depth1000QRadioButton"));
        for (int page = 2; page < checkStep; ++page) {
            QVERIFY(tabTo("nextQPushButton"));
            key(Qt::Key_Space);
            QCOMPARE(window.pageNumber(), page + 1);
        }
        QCOMPARE(find<QPushButton>(window, "nextQPushButton").text().remove(QLatin1Char('&')), QStringLiteral("Show my recommendation"));
        key(Qt::Key_S, Qt::AltModifier);
        QTRY_COMPARE(window.pageNumber(), resultStep);
        QVERIFY(window.findChild<ResultsPage*>() != nullptr);
        key(Qt::Key_P, Qt::ControlModifier);
        QPointer<QFileDialog> dialog;
        QTRY_VERIFY((dialog = window.findChild<QFileDialog*>()) && dialog->isVisible());
        auto& name = *dialog->findChild<QLineEdit*>();
        name.selectAll();
        const QString path = folder.filePath(QStringLiteral("my answer.pdf"));
        QTest::keyClicks(&name, QStringLiteral("my answer.pdf"));
        QTest::keyClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 2000, 20000);
        QTRY_VERIFY(find<QLabel>(window, "messageQLabel").text().contains(QStringLiteral("my answer.pdf")));
        QVERIFY(window.answers().goals == std::optional(std::vector<Goal>{Goal::Images}));
    }

    void thePdfIsOfferedOnce()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        showActive(window);
        window.showPage(9);
        QStringList offers;
        const auto buttons = window.findChildren<QPushButton*>();
        for (const QPushButton* button : buttons) {
            if (button->isVisible() && button->text().remove(QLatin1Char('&')).contains(QStringLiteral("PDF")))
                offers.append(button->objectName());
        }
        QCOMPARE(offers, QStringList{QStringLiteral("nextQPushButton")});
    }

    void randomWalksKeepEveryAnswer()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        window.show();
        auto& back = find<QPushButton>(window, "backQPushButton");
        auto& next = find<QPushButton>(window, "nextQPushButton");
        auto& steps = find<StepList>(window, "stepsStepList");
        std::mt19937 random(11);
        test::RandomAnswers student(5);
        Answers answers;
        for (int i = 0; i < 1200; ++i) {
            if (i % 60 == 0) {
                answers = student.next();
                window.setAnswers(answers);
            }
            const int page = window.pageNumber();
            const unsigned way = random() % 3;
            if (way == 0 && page < checkStep)
                next.click();
            else if (way == 1)
                back.click();
            else
                steps.setCurrentRow(int(random() % 8));
            QVERIFY2(window.answers() == answers, qPrintable(QStringLiteral("step %1 from page %2").arg(i).arg(page)));
        }
    }

    void stepsAreStableAndSayTheirState()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        auto& steps = find<StepList>(window, "stepsStepList");
        QCOMPARE(steps.count(), stepCount);
        QSet<QString> questions;
        for (int page = 1; page <= 8; ++page) {
            window.showPage(page);
            QCOMPARE(find<QLabel>(window, "positionQLabel").text(), QStringLiteral("Step %1 of 9").arg(page));
            QVERIFY(steps.item(page - 1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("you are here")));
            questions.insert(step(page).question);
            QVERIFY(!step(page).why.isEmpty());
        }
        QCOMPARE(questions.size(), 8);
        QVERIFY(steps.item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("visited")));
    }

    void soFarFollowsTheAnswers()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        window.show();
        auto& panel = find<SoFarPanel>(window, "soFarSoFarPanel");
        QTRY_VERIFY_WITH_TIMEOUT(panel.summary().contains(QStringLiteral("dropped")), 10000);
        const QString before = panel.summary();
        Answers answers = window.answers();
        answers.computer = ComputerFacts{};
        answers.computer->kind = ComputerKind::None;
        answers.goals = std::vector<Goal>{Goal::Text};
        answers.depth = Depth::Scratch;
        window.setAnswers(answers);
        QTRY_VERIFY_WITH_TIMEOUT(panel.summary() != before, 10000);
        QVERIFY(panel.accessibleName().startsWith(QStringLiteral("So far")));
    }

    void undoAndRedoWalkThroughTheAnswers()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        auto& undo = find<QAction>(window, "undoQAction");
        auto& redo = find<QAction>(window, "redoQAction");
        QVERIFY(!undo.isEnabled());
        std::vector<Answers> states{window.answers()};
        for (unsigned i = 1; i < 6; ++i) {
            states.push_back(randomAnswers(i));
            window.setAnswers(states.back());
        }
        for (int i = 4; i >= 0; --i) {
            undo.trigger();
            QVERIFY(window.answers() == states[std::size_t(i)]);
        }
        QVERIFY(!undo.isEnabled() && redo.isEnabled());
        for (std::size_t i = 1; i < 6; ++i) {
            redo.trigger();
            QVERIFY(window.answers() == states[i]);
        }
        QVERIFY(!redo.isEnabled());
    }

    void droppedAnswersAreOpened()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        QFile file(folder.filePath(QStringLiteral("dropped.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Answers answers = randomAnswers(9);
        file.write(writeAnswers(answers));
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        QVERIFY2(window.answers() == answers, qPrintable(window.findChild<MessageBar*>()->text()));
    }

    void aPdfThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        const QString problem = window.savePdf(folder.filePath(QStringLiteral("no such folder/answer.pdf")));
        QVERIFY2(problem.contains(QStringLiteral("no such folder")), qPrintable(problem));
        QCOMPARE(window.savePdf(folder.filePath(QStringLiteral("answer.pdf"))), QString());
    }

    void theComputerIsFoundOnlyWhileNothingIsAnswered()
    {
        const QTemporaryDir folder;
        {
            MainWindow window(servicesIn(folder.path()));
            window.show();
            QTRY_VERIFY(window.answers().computer == std::optional(sampleComputer()));
        }
        const QTemporaryDir other;
        MainWindow window(servicesIn(other.path()));
        Answers answers;
        answers.depth = Depth::Adapt;
        window.setAnswers(answers);
        window.show();
        QTest::qWait(50);
        QVERIFY(window.answers() == answers);
    }

    void headingsFollowTheTextSize()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        window.showPage(3);
        const auto* heading = window.findChild<QLabel*>(QStringLiteral("heading3QLabel"));
        QVERIFY(heading != nullptr);
        const double size = heading->font().pointSizeF();
        applyTheme(*qApp, ThemeMode::Light, 200);
        QCOMPARE(heading->font().pointSizeF(), 2.0 * size);
        applyTheme(*qApp, ThemeMode::Light, 100);
        QCOMPARE(heading->font().pointSizeF(), size);
    }

    void theLookIsRemembered()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        for (const auto* action : window.findChildren<QAction*>()) {
            if (action->text() == QStringLiteral("&Dark"))
                const_cast<QAction*>(action)->trigger();
        }
        QVERIFY(isDark(QApplication::palette()));
        const MainWindow again(servicesIn(folder.path()));
        QVERIFY(isDark(QApplication::palette()));
        QSettings().clear();
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
