// What is kept between starts, and what happens when the kept file is bad, locked or half written.
#include "wizardtools.h"

#include "ui/messagebar.h"
#include "ui/session.h"

#include <QLabel>
#include <QLockFile>

using namespace wizardtools;

class TestSession : public QObject
{
    Q_OBJECT

private:
    static QString message(const MainWindow& window) { return window.findChild<MessageBar*>()->text(); }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("session"));
        QVERIFY(catalogue());
    }

    void aKilledWindowLeavesItsAnswers()
    {
        const QTemporaryDir first, second;
        MainWindow window(servicesIn(first.path()));
        const Answers answers = randomAnswers(7);
        window.setAnswers(answers);
        const QString kept = first.filePath(QStringLiteral("session.json"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(kept), 2000); // nothing was closed or flushed
        QVERIFY(QFile::copy(kept, second.filePath(QStringLiteral("session.json"))));
        const MainWindow restored(servicesIn(second.path()));
        QVERIFY(restored.answers() == answers);
        QVERIFY(message(restored).contains(QStringLiteral("kept your answers")));
    }

    void closingWritesAtOnce()
    {
        const QTemporaryDir folder;
        {
            MainWindow window(servicesIn(folder.path()));
            Answers answers;
            answers.depth = Depth::Scratch;
            window.setAnswers(answers);
            window.close();
        }
        const auto read = readAnswers(contents(folder.filePath(QStringLiteral("session.json"))));
        QVERIFY(std::holds_alternative<Answers>(read));
        QCOMPARE(std::get<Answers>(read).depth, std::optional(Depth::Scratch));
    }

    void aWindowClosedOnTheAnswerComesBackWithAllOfIt()
    {
        const QTemporaryDir folder;
        {
            MainWindow window(servicesIn(folder.path()));
            Answers answers;
            answers.goals = std::vector{Goal::Tables};
            window.setAnswers(answers);
            window.showPage(9);
        }
        MainWindow restored(servicesIn(folder.path()));
        restored.show();
        QCOMPARE(restored.pageNumber(), 9);
        const auto changes = [&restored] {
            const auto* line = restored.findChild<QLabel*>(QStringLiteral("changesListLine0Label"));
            return line != nullptr ? line->text() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!changes().isEmpty() && !changes().contains(QStringLiteral("Trying")), 60000);
    }

    void aCorruptFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"schema\":\"rightrig.answers/1\",\"dep");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("other schema") << QByteArray("{\"schema\":\"rightrig.answers/9\"}");
        QTest::newRow("bad value") << QByteArray("{\"schema\":\"rightrig.answers/1\",\"data\":{\"rows\":-5}}");
    }
    void aCorruptFileIsKeptAside()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString kept = folder.filePath(QStringLiteral("session.json"));
        write(kept, bytes);
        MainWindow window(servicesIn(folder.path()));
        QVERIFY(window.answers() == Answers{});
        QVERIFY(message(window).contains(QStringLiteral("cannot be read")));
        QCOMPARE(window.findChild<MessageBar*>()->kind(), MessageBar::Problem);
        QCOMPARE(contents(kept + QStringLiteral(".bad-1")), bytes);
        QVERIFY(!QFileInfo::exists(kept));
    }

    void aSecondWindowWritesNothing()
    {
        const QTemporaryDir folder;
        MainWindow first(servicesIn(folder.path()));
        Answers answers;
        answers.depth = Depth::Adapt;
        first.setAnswers(answers);
        QTRY_VERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("session.json"))));
        const QByteArray before = contents(folder.filePath(QStringLiteral("session.json")));
        MainWindow second(servicesIn(folder.path()));
        QVERIFY(message(second).contains(QStringLiteral("open already")));
        answers.depth = Depth::Scratch;
        second.setAnswers(answers);
        second.close();
        QTest::qWait(400);
        QCOMPARE(contents(folder.filePath(QStringLiteral("session.json"))), before);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        Services services = servicesIn(folder.path());
        services.sessionFile = folder.filePath(QStringLiteral("session.json"));
        Session session(services);
        QVERIFY(QDir().mkpath(services.sessionFile + QStringLiteral("/in the way"))); // a folder where the file should be
        QSignalSpy failed(&session, &Session::failed);
        session.keep(Answers{}, {});
        session.flush();
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("session.json")));
    }

    void startAgainCanBeUndone()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        const Answers answers = randomAnswers(3);
        window.setAnswers(answers);
        window.findChild<QAction*>(QStringLiteral("startAgainQAction"))->trigger();
        QVERIFY(!(window.answers() == answers));
        window.findChild<QAction*>(QStringLiteral("undoQAction"))->trigger();
        QVERIFY(window.answers() == answers);
        window.findChild<QAction*>(QStringLiteral("redoQAction"))->trigger();
        QVERIFY(!(window.answers() == answers));
    }

    void aBadFileToOpenChangesNothing()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        const Answers answers = randomAnswers(4);
        window.setAnswers(answers);
        const QString path = folder.filePath(QStringLiteral("bad.json"));
        write(path, "{\"schema\":\"rightrig.answers/1\",\"rows\":1}");
        window.openAnswersFile(path);
        QVERIFY2(window.answers() == answers, qPrintable(message(window)));
        QVERIFY(message(window).contains(QStringLiteral("bad.json")));
        window.openAnswersFile(folder.filePath(QStringLiteral("not there.json")));
        QVERIFY(message(window).contains(QStringLiteral("not there.json")));
        write(path, writeAnswers(randomAnswers(5)));
        window.openAnswersFile(path);
        QVERIFY(window.answers() == randomAnswers(5));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
