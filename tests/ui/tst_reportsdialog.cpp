// "Make reports for a roster": what is asked, what is shown while it runs, how it stops. All names are samples.
#include "wizardtools.h"

#include "app/reportsrun.h"
#include "ui/classroom/columnsdialog.h"
#include "ui/classroom/reportsdialog.h"
#include "ui/forms/rowtable.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace wizardtools;

namespace {

/// Reports that a test makes by hand.
class HandMade : public BatchRun
{
public:
    explicit HandMade(BatchOrder given) : order(std::move(given)) { }
    BatchOrder order;
};

QString course() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }
QString roster(const char* name) { return sourcePath(QStringLiteral("tests/data/rosters/") + QLatin1String(name)); }

} // namespace

class TestReportsDialog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QPointer<HandMade> m_run; ///< the last one started

    [[nodiscard]] Services services()
    {
        Services given = servicesIn(m_folder.path());
        given.batch = makeBatchServices({});
        given.batch.start = [this](const BatchOrder& order) {
            auto run = std::make_unique<HandMade>(order);
            m_run = run.get();
            return run;
        };
        return given;
    }
    static QString message(const QWidget& dialog) { return dialog.findChild<MessageBar*>()->text(); }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, 100); }

    void asksForEverythingFirst()
    {
        ReportsDialog dialog(services());
        dialog.show();
        auto& make = find<QPushButton>(dialog, "reportsMakeQPushButton");
        QVERIFY(!make.isEnabled());
        QMimeData data;
        data.setUrls(
            {QUrl::fromLocalFile(course()), QUrl::fromLocalFile(roster("google-forms.csv")), QUrl::fromLocalFile(m_folder.path())});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &drop);
        QVERIFY(make.isEnabled());
        const QString columns = find<QLabel>(dialog, "reportsColumnsLabel").text();
        QVERIFY2(columns.contains(QLatin1String("ID (needed): What is your student ID?")), qPrintable(columns));
        make.click();
        QVERIFY(m_run);
        QCOMPARE(m_run->order.course, course());
        QCOMPARE(m_run->order.roster, roster("google-forms.csv"));
        QCOMPARE(m_run->order.folder, m_folder.path());
        QVERIFY(m_run->order.columns.isEmpty() && !m_run->order.force);
    }

    void showsProgressAndProblems()
    {
        ReportsDialog dialog(services());
        dialog.show();
        dialog.setCourse(course());
        dialog.setRoster(roster("google-forms.csv"));
        dialog.setFolder(m_folder.path());
        find<QPushButton>(dialog, "reportsMakeQPushButton").click();
        auto& progress = find<QProgressBar>(dialog, "reportsQProgressBar");
        QVERIFY(progress.isVisible() && !find<QPushButton>(dialog, "reportsMakeQPushButton").isEnabled());
        Q_EMIT m_run->progressed(7, 20);
        QCOMPARE(progress.value(), 7);
        QCOMPARE(progress.maximum(), 20);
        Q_EMIT m_run->problemFound(QStringLiteral("roster.csv:5: <b>ram</b>"));
        QCOMPARE(find<QPlainTextEdit>(dialog, "reportsProblemsQPlainTextEdit").toPlainText(), QStringLiteral("roster.csv:5: <b>ram</b>"));
        Q_EMIT m_run->finished(true, QStringLiteral("20 reports written."));
        QCOMPARE(message(dialog), QStringLiteral("20 reports written."));
        QVERIFY(!dialog.isRunning() && !progress.isVisible());
        QVERIFY(find<QPushButton>(dialog, "reportsMakeQPushButton").isEnabled());
        find<QPushButton>(dialog, "reportsMakeQPushButton").click();
        Q_EMIT m_run->finished(false, {});
        QCOMPARE(dialog.findChild<MessageBar*>()->kind(), MessageBar::Problem);
    }

    void stopsAndGoesOn()
    {
        ReportsDialog dialog(services());
        dialog.show();
        dialog.setCourse(course());
        dialog.setRoster(roster("google-forms.csv"));
        dialog.setFolder(m_folder.path());
        find<QPushButton>(dialog, "reportsMakeQPushButton").click();
        Q_EMIT m_run->progressed(3, 20);
        find<QPushButton>(dialog, "reportsCancelQPushButton").click();
        QVERIFY(!m_run); // deleting it stops it
        QVERIFY(message(dialog).contains(QLatin1String("after 3 reports")));
        find<QPushButton>(dialog, "reportsMakeQPushButton").click();
        QVERIFY(m_run);
        QTest::keyClick(&dialog, Qt::Key_Escape); // stops, and closes only then
        QVERIFY(!m_run && dialog.isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void asksWhichColumnIsWhich()
    {
        ReportsDialog dialog(services());
        dialog.show();
        dialog.setCourse(course());
        dialog.setFolder(m_folder.path());
        dialog.setRoster(roster("own-columns.csv"));
        QVERIFY(message(dialog).contains(QLatin1String("Say which one it is")));
        find<QPushButton>(dialog, "reportsColumnsQPushButton").click();
        auto& asked = find<ColumnsDialog>(dialog, "columnsDialog");
        QVERIFY(find<RowTable>(asked, "columnsPreviewRowTable").rows() > 0);
        auto& ok = find<QPushButton>(asked, "columnsOkQPushButton");
        auto& id = find<QComboBox>(asked, "columns_id_QComboBox");
        QVERIFY(!ok.isEnabled());
        id.setCurrentIndex(1);
        QVERIFY(ok.isEnabled());
        ok.click();
        find<QPushButton>(dialog, "reportsMakeQPushButton").click();
        QCOMPARE(m_run->order.columns.value(QStringLiteral("id")), id.itemData(1).toString());
    }

    void saysWhatCannotBeRead()
    {
        ReportsDialog dialog(services());
        dialog.setRoster(m_folder.filePath(QStringLiteral("nowhere.csv")));
        QVERIFY(message(dialog).contains(QLatin1String("nowhere.csv")));
        QVERIFY(!find<QPushButton>(dialog, "reportsColumnsQPushButton").isEnabled());
    }

    /// The real thing: the program in a process of its own, with columns that somebody chose.
    void makesReports()
    {
        const QString out = m_folder.filePath(QStringLiteral("out")), csv = m_folder.filePath(QStringLiteral("list.csv"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("who,what\nt-1,Sample One\n,Sample Nobody\n") > 0);
        file.close();
        ReportsRun run(
            rightrig::testProgram(), {}, {course(), csv, out, {{QStringLiteral("id"), QStringLiteral("who")}}, QPageSize::A4, false});
        QSignalSpy progress(&run, &BatchRun::progressed), problems(&run, &BatchRun::problemFound), ended(&run, &BatchRun::finished);
        QVERIFY(ended.wait(120000));
        QCOMPARE(ended.first().at(1).toString(),
            QStringLiteral("1 reports written, 0 were there already, 0 failed. 1 rows of the roster were left out."));
        QCOMPARE(ended.first().at(0).toBool(), false); // a row was left out
        QCOMPARE(progress.last().at(0).toInt(), 1);
        QCOMPARE(progress.last().at(1).toInt(), 1);
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().at(0).toString().contains(QLatin1String("list.csv:3: ")));
        QCOMPARE(QDir(out).entryList(QDir::Files, QDir::Name),
            (QStringList{QStringLiteral("class.csv"), QStringLiteral("class.pdf"), QStringLiteral("t-1.pdf")}));
    }

    void saysWhyItCannotBegin()
    {
        ReportsRun run(rightrig::testProgram(), {},
            {course(), m_folder.filePath(QStringLiteral("nowhere.csv")), m_folder.path(), {}, QPageSize::A4, false});
        QSignalSpy problems(&run, &BatchRun::problemFound), ended(&run, &BatchRun::finished);
        QVERIFY(ended.wait(60000));
        QVERIFY(!ended.first().at(0).toBool() && ended.first().at(1).toString().isEmpty());
        QVERIFY(problems.first().at(0).toString().contains(QLatin1String("nowhere.csv")));
        ReportsRun nothing(m_folder.filePath(QStringLiteral("no-program")), {}, {});
        QSignalSpy never(&nothing, &BatchRun::finished);
        QVERIFY(never.wait(10000));
    }

    void theMenuOpensIt()
    {
        MainWindow window(services());
        window.show();
        find<QAction>(window, "classReportsQAction").trigger();
        auto& dialog = find<ReportsDialog>(window, "reportsDialog");
        QVERIFY(dialog.isVisible());
        dialog.close();
    }
};

QTEST_MAIN(TestReportsDialog)
#include "tst_reportsdialog.moc"
