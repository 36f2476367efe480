// The class overview in the window: what is dropped is read, shown, made nameless, saved. All names are samples.
#include "wizardtools.h"

#include "app/classoverview.h"
#include "ui/classroom/classdialog.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

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
        given.readClass = [](const QStringList& paths, const std::function<bool()>& cancelled) {
            Outcome<JudgedClass> judged = judgeClass(paths, std::nullopt, *catalogue(), cancelled);
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
        QTRY_COMPARE(find<QTableWidget>(dialog, "classMatrixQTableWidget").rowCount(), 2);
        auto& matrix = find<QTableWidget>(dialog, "classMatrixQTableWidget");
        QCOMPARE(matrix.columnCount(), 7); // student, needs, five assignments
        QCOMPARE(matrix.item(0, 0)->text(), QStringLiteral("<b>Sample One</b>"));
        QCOMPARE(find<QTableWidget>(dialog, "classTallyQTableWidget").rowCount(), 5);
        QVERIFY(find<QLabel>(dialog, "classSummaryLabel").text().contains(QLatin1String("of 2 students")));
        QCOMPARE(find<QLabel>(dialog, "classSummaryLabel").textFormat(), Qt::PlainText);
        QVERIFY(find<QPushButton>(dialog, "classExportQPushButton").isEnabled());
    }

    void savesWithAndWithoutNames()
    {
        ClassDialog dialog(services());
        QVERIFY(!dialog.exportTo(m_folder.filePath(QStringLiteral("none.csv"))).isEmpty());
        dialog.addPaths({file("b.json", answersOf("s-2", "Sample Two"))});
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading() && find<QTableWidget>(dialog, "classMatrixQTableWidget").rowCount() == 1, 30000);
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
        QCOMPARE(find<QTableWidget>(dialog, "classMatrixQTableWidget").item(0, 0)->text(), QStringLiteral("1"));
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
        given.readClass = [started](const QStringList&, const std::function<bool()>& cancelled) {
            started->store(true);
            while (!cancelled())
                QThread::msleep(5);
            return Outcome<std::shared_ptr<const JudgedClass>>{QStringLiteral("Cancelled.")};
        };
        ClassDialog dialog(given);
        dialog.show();
        dialog.addPaths({file("b.json", answersOf("s-2", "Sample Two"))});
        QVERIFY(find<QProgressBar>(dialog, "classQProgressBar").isVisible());
        QTRY_VERIFY(started->load());
        find<QPushButton>(dialog, "classCancelQPushButton").click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 10000);
        QTRY_VERIFY(!find<QProgressBar>(dialog, "classQProgressBar").isVisible());
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
