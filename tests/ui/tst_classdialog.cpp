// The class overview in the window: what is dropped is read, shown, made nameless, saved. All names are samples.
#include "wizardtools.h"

#include "app/classoverview.h"
#include "ui/charts/classchartview.h"
#include "ui/classroom/classdialog.h"
#include "ui/forms/rowtable.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <atomic>

using namespace wizardtools;

class TestClassDialog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] Services services() const
    {
        Services given = servicesIn(m_folder.path());
        given.readClass = [](const QStringList& paths, const ClassWatch& watch) {
            Outcome<JudgedClass> judged = judgeClass(paths, std::nullopt, *catalogue(), watch);
            if (!judged.ok())
                return Outcome<std::shared_ptr<const JudgedClass>>{judged.error()};
            return Outcome<std::shared_ptr<const JudgedClass>>{std::make_shared<const JudgedClass>(judged.get())};
        };
        given.writeClassTable = classCsv;
        return given;
    }
    [[nodiscard]] QString file(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path : QString();
    }
    static QByteArray answersOf(const char* id, const char* name)
    {
        return QByteArray("{\"student\":{\"id\":\"") + id + "\",\"name\":\"" + name
            + "\"},\"computer\":{\"kind\":\"known\",\"ram_gib\":16}}";
    }

    /// -1 where there is no such table yet
    static int rowsOf(QWidget& dialog, const char* name)
    {
        const auto* table = dialog.findChild<RowTable*>(QLatin1String(name));
        return table ? table->rows() : -1;
    }
    /// Three students who rent 40 h each for an assignment due in week 4, and one whose own computer is enough.
    [[nodiscard]] static std::shared_ptr<const JudgedClass> rentingClass()
    {
        JudgedClass judged;
        judged.course.assignments.push_back({});
        judged.course.assignments.front().title = "Sample assignment";
        judged.course.assignments.front().dueWeek = 4;
        for (int i = 0; i < 4; ++i) {
            Readiness readiness;
            readiness.currency = CurrencyCode("USD");
            AssignmentReadiness one;
            one.dueWeek = 4;
            one.fits = i == 3 ? Fit::Yes : Fit::No;
            if (i == 3) {
                one.seconds = Range<Seconds>{Seconds{60}, Seconds{100}, Seconds{200}};
            } else {
                one.need = readiness.need = Need::Credits;
                WayOut way;
                way.kind = WayKind::Cloud;
                way.seconds = Range<Seconds>{Seconds{14400}, Seconds{28800}, Seconds{57600}};
                way.hours = 40.0;
                way.cost = Range<double>{2.0, 4.0, 8.0};
                one.ways.push_back(way);
            }
            readiness.assignments.push_back(one);
            judged.students.push_back(
                {"s-" + std::to_string(9 - i), "Sample " + std::to_string(i), std::make_shared<const Readiness>(std::move(readiness))});
        }
        judged.overview = overviewOf(judged.course, judged.students, *catalogue());
        return std::make_shared<const JudgedClass>(std::move(judged));
    }
    [[nodiscard]] Services rentingServices() const
    {
        Services given = services();
        given.readClass = [](const QStringList&, const ClassWatch&) { return Outcome<std::shared_ptr<const JudgedClass>>{rentingClass()}; };
        return given;
    }
    static QString weekCell(QWidget& dialog, int column)
    {
        return find<RowTable>(dialog, "classWeeksRowTable").model()->index(0, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, 100); }

    void showsWhatIsDropped()
    {
        ClassDialog dialog(services());
        dialog.show();
        QVERIFY(!find<QPushButton>(dialog, "classExportQPushButton").isEnabled());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("a.json", answersOf("s-1", "<b>Sample One</b>"))),
            QUrl::fromLocalFile(file("b.json", answersOf("s-2", "Sample Two"))),
            QUrl::fromLocalFile(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter); // a drop goes to whoever took the enter
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &drop);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
        QTRY_COMPARE(rowsOf(dialog, "classMatrixRowTable"), 2);
        const QAbstractItemModel& matrix = *find<RowTable>(dialog, "classMatrixRowTable").model();
        QCOMPARE(matrix.columnCount(), 7); // student, needs, five assignments
        QCOMPARE(matrix.index(0, 0).data().toString(), QStringLiteral("<b>Sample One</b>"));
        QCOMPARE(rowsOf(dialog, "classTallyRowTable"), 5);
        QVERIFY(find<QLabel>(dialog, "classSummaryLabel").text().contains(QLatin1String("of 2 students")));
        QCOMPARE(find<QLabel>(dialog, "classSummaryLabel").textFormat(), Qt::PlainText);
        QVERIFY(find<QPushButton>(dialog, "classExportQPushButton").isEnabled());
    }

    void savesWithAndWithoutNames()
    {
        ClassDialog dialog(services());
        QVERIFY(!dialog.exportTo(m_folder.filePath(QStringLiteral("none.csv"))).isEmpty());
        dialog.addPaths({file("b.json", answersOf("s-2", "Sample Two"))});
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading() && rowsOf(dialog, "classMatrixRowTable") == 1, 30000);
        const QString csv = m_folder.filePath(QStringLiteral("out.csv")), pdf = m_folder.filePath(QStringLiteral("out.pdf"));
        const auto bytesOf = [](const QString& path) {
            QFile in(path);
            return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
        };
        QCOMPARE(dialog.exportTo(csv), QString());
        QVERIFY(bytesOf(csv).contains("s-2,Sample Two,"));
        QCOMPARE(dialog.exportTo(pdf), QString());
        QVERIFY(bytesOf(pdf).startsWith("%PDF-"));
        find<QCheckBox>(dialog, "classNamelessQCheckBox").setChecked(true);
        QCOMPARE(find<RowTable>(dialog, "classMatrixRowTable").model()->index(0, 0).data().toString(), QStringLiteral("1"));
        QCOMPARE(dialog.exportTo(csv), QString());
        QVERIFY(!bytesOf(csv).contains("Sample Two") && !bytesOf(csv).contains("s-2"));
    }

    void saysWhatCannotBeRead()
    {
        ClassDialog dialog(services());
        dialog.addPaths({file("bad.json", "{\"computer\":{\"ram_gib\":-5}}")});
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
        QTRY_VERIFY(dialog.findChild<MessageBar*>()->text().contains(QLatin1String("computer.ram_gib")));
        QVERIFY(!find<QPushButton>(dialog, "classExportQPushButton").isEnabled());
    }

    void canBeCancelled()
    {
        Services given = services();
        auto started = std::make_shared<std::atomic<bool>>(false);
        given.readClass = [started](const QStringList&, const ClassWatch& watch) {
            watch.progress(420);
            started->store(true);
            while (!watch.stopped())
                QThread::msleep(5);
            return Outcome<std::shared_ptr<const JudgedClass>>{QStringLiteral("Cancelled.")};
        };
        ClassDialog dialog(given);
        dialog.show();
        dialog.addPaths({file("b.json", answersOf("s-2", "Sample Two"))});
        QVERIFY(find<QProgressBar>(dialog, "classQProgressBar").isVisible());
        QTRY_VERIFY(started->load());
        QTRY_COMPARE(find<QProgressBar>(dialog, "classQProgressBar").value(), 420);
        find<QPushButton>(dialog, "classCancelQPushButton").click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 10000);
        QTRY_VERIFY(!find<QProgressBar>(dialog, "classQProgressBar").isVisible());
    }

    void chartsSayWhatTheyShow()
    {
        ClassDialog dialog(rentingServices());
        dialog.show();
        dialog.addPaths({QStringLiteral("x")});
        QTRY_COMPARE(rowsOf(dialog, "classWeeksRowTable"), 1);
        const auto& students = find<ClassChartView>(dialog, "classStudentsClassChartView");
        const auto& weeks = find<ClassChartView>(dialog, "classWeeksClassChartView");
        QVERIFY(students.isVisible() && weeks.isVisible());
        QVERIFY(!students.accessibleName().isEmpty() && !weeks.accessibleName().isEmpty());
        QCOMPARE(students.accessibleDescription(), QStringLiteral("Sample assignment: runs 1, no 3."));
        QVERIFY2(weeks.accessibleDescription().startsWith(QLatin1String("week 4: 120 h")), qPrintable(weeks.accessibleDescription()));
        QCOMPARE(weekCell(dialog, 1), QStringLiteral("3"));
        QCOMPARE(weekCell(dialog, 2), QStringLiteral("120"));
    }

    void theShareOfTheLastDaysIsEditedAndRemembered()
    {
        QSettings().remove(QStringLiteral("class/rushShare"));
        {
            ClassDialog dialog(rentingServices());
            dialog.addPaths({QStringLiteral("x")});
            QTRY_COMPARE(rowsOf(dialog, "classWeeksRowTable"), 1);
            auto& share = find<QSpinBox>(dialog, "classRushQSpinBox");
            QCOMPARE(share.value(), 60);
            const QString before = weekCell(dialog, 4);
            share.setValue(0);
            QVERIFY(weekCell(dialog, 4) != before);
        }
        ClassDialog again(rentingServices());
        again.addPaths({QStringLiteral("x")});
        QTRY_COMPARE(rowsOf(again, "classWeeksRowTable"), 1);
        QCOMPARE(find<QSpinBox>(again, "classRushQSpinBox").value(), 0);
        QSettings().remove(QStringLiteral("class/rushShare"));
    }

    void studentsCanBeSorted()
    {
        ClassDialog dialog(rentingServices());
        dialog.addPaths({QStringLiteral("x")});
        QTRY_COMPARE(rowsOf(dialog, "classMatrixRowTable"), 4);
        auto& table = find<RowTable>(dialog, "classMatrixRowTable");
        const auto first = [&table] { return table.model()->index(0, 0).data().toString(); };
        QCOMPARE(first(), QStringLiteral("Sample 0"));
        table.sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(first(), QStringLiteral("Sample 3"));
        table.sortByColumn(0, Qt::AscendingOrder);
        table.sortByColumn(2, Qt::AscendingOrder); // whoever can do it first
        QCOMPARE(first(), QStringLiteral("Sample 3"));
        table.selectRow(0);
        find<QAction>(table, "copyRowsAction").trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("Sample 3\tnothing\t")));
    }

    void theMenuOpensIt()
    {
        MainWindow window(services());
        window.show();
        find<QAction>(window, "classOverviewQAction").trigger();
        auto& dialog = find<ClassDialog>(window, "classDialog");
        QVERIFY(dialog.isVisible());
        dialog.close();
    }
};

QTEST_MAIN(TestClassDialog)
#include "tst_classdialog.moc"
