// The course editor's files: what nobody touched stays, nothing is lost without a question, and nothing strange is opened or run.
#include "editortools.h"

#include "tests/support/coursefixture.h"
#include "ui/theme.h"

#include <QDropEvent>
#include <QMimeData>

using namespace wizardtools;

class TestCourseEditorFiles : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] Services services() const { return programServicesIn(m_folder.path()); }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QTableWidget& table(CourseEditor& editor) { return find<QTableWidget>(editor, "assignmentsQTableWidget"); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("courseeditorfiles"));
        QSettings().clear();
        applyTheme(*qApp, ThemeMode::Light, 100);
        QVERIFY(catalogue());
    }

    /// Whatever the schema allows comes through the editor unchanged, also with other things changed.
    void keepsWhatNobodyTouched()
    {
        CourseEditor editor(services());
        test::RandomCourses random(31);
        for (int i = 0; i < 60; ++i) {
            Course course = random.next();
            QFile file(path("random.json"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(writeCourse(course));
            file.close();
            editor.open(path("random.json"));
            QVERIFY2(editor.course() == course, qPrintable(said(editor)));
            const bool change = i % 2 == 1;
            if (change) {
                type(editor, "courseTermQLineEdit", QStringLiteral("Another term"));
                course.term = "Another term";
            }
            QCOMPARE(editor.saveTo(path("again.json")), QString());
            const std::optional<Course> again = courseIn(path("again.json"));
            QVERIFY(again && *again == course);
        }
    }

    void outsideTextStaysPlain()
    {
        CourseEditor editor(services());
        Course course = *courseIn(sampleCoursePath());
        const std::string bait = "<img src=\"file:///etc/hostname\"><b>bait</b>";
        course.title = course.contact.emplace() = bait;
        course.assignments[0].title = course.assignments[0].job.preset = bait;
        course.school.labMachine->name = bait;
        course.deniedProviders = {bait};
        course.notes = {bait};
        QFile file(path("bait.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeCourse(course));
        file.close();
        editor.show();
        editor.open(path("bait.json"));
        QTRY_VERIFY_WITH_TIMEOUT(table(editor).item(0, 2)->text() != QStringLiteral("\u2026"), 30000);
        for (const QLabel* label : editor.findChildren<QLabel*>()) {
            const bool rich
                = label->textFormat() == Qt::RichText || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
            QVERIFY2(!rich, qPrintable(label->objectName()));
        }
        for (int row = 0; row < table(editor).rowCount(); ++row)
            QVERIFY(!table(editor).item(row, 0)->toolTip().contains(QLatin1String("<img")));
        QVERIFY(editor.windowTitle().contains(QLatin1String("<img")));
    }

    void unsavedChangesAreAskedAbout()
    {
        CourseEditor editor(services());
        editor.show();
        editor.openSample();
        type(editor, "courseTermQLineEdit", QStringLiteral("Changed"));
        const auto answer = [&editor](QMessageBox::StandardButton button) {
            auto* box = editor.findChild<QMessageBox*>(QStringLiteral("courseUnsavedQMessageBox"));
            QVERIFY(box);
            box->button(button)->click();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        QVERIFY(!editor.close());
        answer(QMessageBox::Cancel);
        QVERIFY(editor.isVisible() && editor.isChanged());
        trigger(editor, "editorNewQAction");
        answer(QMessageBox::Save); // it has no name yet
        answerFile(editor, path("asked.rightrig-course.json"));
        QVERIFY(editor.course() == Course{});
        QCOMPARE(courseIn(path("asked.rightrig-course.json"))->term, std::optional<std::string>("Changed"));
        type(editor, "courseTermQLineEdit", QStringLiteral("Again"));
        QVERIFY(!editor.close());
        answer(QMessageBox::Discard);
        QVERIFY(!editor.isVisible());
    }

    void badFilesLeaveTheCourseAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("answers") << QByteArray("{\"schema\":\"rightrig.answers/1\"}") << QStringLiteral("holds a student's answers");
        QTest::newRow("out of range") << QByteArray(
            R"({"schema":"rightrig.course/1","id":"c","title":"t","assignments":[{"id":"a","title":"t","job":{"preset":"p"},"runs":0}]})")
                                      << QStringLiteral("assignments[0].runs: 0 is below 1");
        QTest::newRow("no JSON") << QByteArray("hello") << QStringLiteral("cannot be opened");
    }
    void badFilesLeaveTheCourseAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        CourseEditor editor(services());
        editor.openSample();
        const Course before = editor.course();
        QFile file(path("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&editor, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&editor, &drop);
        QVERIFY2(said(editor).contains(says), qPrintable(said(editor)));
        QVERIFY(editor.course() == before);
        editor.open(path("nowhere.json"));
        QVERIFY(said(editor).contains(QLatin1String("nowhere.json")));
    }

    void whatCannotBeWrittenIsSaid()
    {
        CourseEditor editor(services());
        editor.openSample();
        type(editor, "courseTermQLineEdit", QStringLiteral("Changed"));
        QVERIFY(editor.saveTo(QStringLiteral("/nowhere/at/all.json")).contains(QLatin1String("/nowhere")));
        QVERIFY(editor.isChanged());
        QVERIFY(editor.saveHandout(QStringLiteral("/nowhere/at/all.pdf")).contains(QLatin1String("/nowhere")));
    }

    void theIdStaysOnceItIsHandedOut()
    {
        CourseEditor editor(services());
        type(editor, "courseTitleQLineEdit", QStringLiteral("First title"));
        press(editor, "assignmentAddQPushButton");
        type(editor, "assignmentTitleQLineEdit", QStringLiteral("One"));
        QCOMPARE(editor.course().id, std::string("first-title"));
        QCOMPARE(editor.saveTo(path("id.json")), QString());
        type(editor, "courseTitleQLineEdit", QStringLiteral("Second title"));
        QCOMPARE(editor.course().id, std::string("first-title"));
        QCOMPARE(editor.saveTo(path("id.json")), QString());
        CourseEditor other(services());
        other.openSample(); // nobody has this one yet
        other.open(path("id.json"));
        type(other, "courseTitleQLineEdit", QStringLiteral("first title"));
        type(other, "courseTitleQLineEdit", QStringLiteral("Third title"));
        QCOMPARE(other.course().id, std::string("first-title"));
    }

    void theHandoutIsSaved()
    {
        CourseEditor editor(services());
        editor.openSample();
        press(editor, "courseHandoutQPushButton");
        answerFile(editor, path("handout.pdf"));
        QFile pdf(path("handout.pdf"));
        QVERIFY2(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-", qPrintable(said(editor)));
    }

    void theMenusOpenIt()
    {
        MainWindow window(services());
        window.show();
        trigger(window, "courseSampleQAction");
        auto* editor = window.findChild<CourseEditor*>();
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->course().assignments.size(), std::size_t{5});
        trigger(window, "courseNewQAction");
        QVERIFY(editor->course() == Course{});
        trigger(window, "courseEditQAction");
        answerFile(window, sampleCoursePath());
        QCOMPARE(editor->path(), sampleCoursePath());
        type(*editor, "courseTermQLineEdit", QStringLiteral("Changed"));
        QVERIFY(!window.close()); // the question comes first
        QVERIFY(window.isVisible());
        editor->findChild<QMessageBox*>()->button(QMessageBox::Discard)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(window.close());
    }
};

QTEST_MAIN(TestCourseEditorFiles)
#include "tst_courseeditorfiles.moc"
