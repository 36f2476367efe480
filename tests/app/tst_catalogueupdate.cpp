// `catalogue sign` and `catalogue update`: what is signed is taken, whatever is not is refused, and the shipped catalogue always remains.
#include "app/bundle.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/programrunner.h"

#include <QDir>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace rightrig;
using namespace rightrig::test;

namespace {

/// Gives every visitor the same answer, on this computer only, in a thread of its own: the test itself waits for the program.
class OneAnswerServer
{
public:
    explicit OneAnswerServer(const QByteArray& answer)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context,
            [this, answer] {
                m_server = std::make_unique<QTcpServer>();
                m_port = m_server->listen(QHostAddress::LocalHost) ? m_server->serverPort() : quint16{0};
                QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this, answer] {
                    QTcpSocket* visitor = m_server->nextPendingConnection();
                    QObject::connect(visitor, &QTcpSocket::readyRead, visitor, [visitor, answer] {
                        if (!visitor->readAll().contains("\r\n\r\n"))
                            return;
                        visitor->write(answer);
                        visitor->disconnectFromHost();
                    });
                });
            },
            Qt::BlockingQueuedConnection);
    }
    ~OneAnswerServer()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(OneAnswerServer)
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1/bundle").arg(m_port); }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
};

QByteArray page(const QByteArray& body, const QByteArray& status = "200 OK", const QByteArray& more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + more + "\r\n"
        + body;
}

} // namespace

class TestCatalogueUpdate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_home; ///< a data folder for each test

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QString dataFile(const char* name) const { return m_home->filePath(QStringLiteral("rightrig/") + QLatin1String(name)); }
    [[nodiscard]] Ran run(const QStringList& words) const
    {
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home->path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home->path());
        return runProgram(words, environment);
    }
    [[nodiscard]] Ran update(const QString& from, const QStringList& more = {}) const
    {
        return run(
            QStringList{QStringLiteral("catalogue"), QStringLiteral("update"), from, QStringLiteral("--key"), path("key.pub")} + more);
    }
    [[nodiscard]] bool usesUpdate() const
    {
        return run({QStringLiteral("machines"), QStringLiteral("--json")}).out.contains("Sample machine of the update");
    }
    [[nodiscard]] QStringList dataFiles() const { return QDir(m_home->filePath(QStringLiteral("rightrig"))).entryList(QDir::Files); }
    QByteArray sealed(std::int64_t number) const { return sealBundle({number, fileBytes(path("new.db"))}, m_secret); }
    QByteArray m_secret;

private Q_SLOTS:
    void initTestCase();
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void keepsTheSecretKeySecret();
    void signsAndInstalls();
    void refusesAnOlderBundle();
    void refusesWhatIsNotSigned_data();
    void refusesWhatIsNotSigned();
    void refusesASignedFileThatIsNoCatalogue();
    void writesNothingInADryRun();
    void takesABundleFromAServer();
    void saysWhatAServerDidWrong_data();
    void saysWhatAServerDidWrong();
    void fallsBackToTheShippedCatalogue_data();
    void fallsBackToTheShippedCatalogue();
    void goesBackOnDemand();
    void signsNoDoubtfulCatalogue();
    void knowsItsUsage_data();
    void knowsItsUsage();
};

/// The shipped rows and one machine more, of a later day.
void TestCatalogueUpdate::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QDir rows(sourcePath(QStringLiteral("db/rows")));
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("rows")));
    const QStringList files = rows.entryList(QDir::Files);
    for (const QString& file : files)
        QVERIFY(QFile::copy(rows.filePath(file), m_folder.filePath(QStringLiteral("rows/") + file)));
    QVERIFY(writeBytes(path("rows/machines-sample.csv"),
        "id,name,kind,accelerator_count,ram_gib,source,as_of\nsample-update,Sample machine of the "
        "update,laptop,0,16,laptop-students,2026-11-20\n"));
    QVERIFY(writeBytes(path("rows/offers-sample.csv"),
        "id,machine,price,currency,per,kind,source,as_of,confidence\n"
        "sample-update,sample-update,800,USD,once,street,laptop-students,2026-11-20,low\n"));
    buildCatalogue({toPath(sourcePath(QStringLiteral("db/schema"))), toPath(path("rows"))}, toPath(path("new.db")));
    init();
    const Ran made = run({QStringLiteral("catalogue"), QStringLiteral("sign"), QStringLiteral("--new-key"), path("key")});
    QVERIFY2(made.code == 0, made.err.constData());
    const auto secret = keyOf(fileBytes(path("key")), true);
    QVERIFY(secret.ok());
    m_secret = secret.get();
}

void TestCatalogueUpdate::keepsTheSecretKeySecret()
{
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(path("key")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
    const QByteArray before = fileBytes(path("key"));
    const Ran again = run({QStringLiteral("catalogue"), QStringLiteral("sign"), QStringLiteral("--new-key"), path("key")});
    QCOMPARE(again.code, 1);
    QVERIFY(fileBytes(path("key")) == before);
    QVERIFY(!keyOf(before, false).ok());
    QVERIFY(!keyOf(fileBytes(path("key.pub")), true).ok());
    QVERIFY(!keyOf("rightrig-public-key AAAA\n", false).ok());
}

void TestCatalogueUpdate::signsAndInstalls()
{
    const Ran made = run({QStringLiteral("catalogue"), QStringLiteral("sign"), path("new.db"), QStringLiteral("--key"), path("key"),
        QStringLiteral("--out"), path("today.bundle")});
    QVERIFY2(made.code == 0, made.err.constData());
    QVERIFY(made.text().contains(QLatin1String("20261123"))); // the day is fixed
    QVERIFY(!usesUpdate());
    const Ran taken = update(path("today.bundle"), {QStringLiteral("--json")});
    QVERIFY2(taken.code == 0, taken.err.constData());
    const QJsonObject report = jsonOf(taken);
    QCOMPARE(report.value(QLatin1String("schema")).toString(), QStringLiteral("rightrig.catalogue-update/1"));
    QVERIFY(report.value(QLatin1String("installed")).toBool());
    QCOMPARE(report.value(QLatin1String("number")).toInteger(), 20261123);
    QVERIFY(report.value(QLatin1String("number_before")).isNull());
    QCOMPARE(report.value(QLatin1String("as_of")).toString(), QStringLiteral("2026-11-20"));
    QVERIFY(usesUpdate());
    QVERIFY(fileBytes(report.value(QLatin1String("file")).toString()) == fileBytes(path("new.db")));
    const Ran again = update(QUrl::fromLocalFile(path("today.bundle")).toString(), {QStringLiteral("--json")});
    QCOMPARE(again.code, 0);
    QVERIFY(!jsonOf(again).value(QLatin1String("installed")).toBool(true));
    // a catalogue that is named is used, whatever was updated
    const Ran named = run({QStringLiteral("machines"), QStringLiteral("--json"), QStringLiteral("--catalogue"), testCatalogue()});
    QVERIFY(!named.out.contains("Sample machine of the update"));
}

void TestCatalogueUpdate::refusesAnOlderBundle()
{
    QVERIFY(writeBytes(path("five.bundle"), sealed(5)));
    QVERIFY(writeBytes(path("four.bundle"), sealed(4)));
    QVERIFY(writeBytes(path("six.bundle"), sealed(6)));
    QCOMPARE(update(path("five.bundle")).code, 0);
    const Ran older = update(path("four.bundle"));
    QCOMPARE(older.code, 1);
    QVERIFY2(older.errorText().contains(QLatin1String("older one is never installed")), older.err.constData());
    QVERIFY(usesUpdate());
    QCOMPARE(update(path("six.bundle")).code, 0);
    QCOMPARE(dataFiles(), (QStringList{QStringLiteral("catalogue-6.db"), QStringLiteral("catalogue.json")})); // the old file is gone
}

void TestCatalogueUpdate::refusesWhatIsNotSigned_data()
{
    QTest::addColumn<QByteArray>("bundle");
    const QByteArray good = sealed(7), other = sealBundle({7, fileBytes(path("new.db"))}, newKeyPair().secretKey);
    QTest::newRow("another key") << other;
    QTest::newRow("higher number") << QByteArray(good).replace("number 7\n", "number 8\n");
    QByteArray changed = good;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    QTest::newRow("changed byte") << changed;
    QTest::newRow("cut short") << good.chopped(1);
    QTest::newRow("one byte more") << good + '\0';
    QTest::newRow("no signature") << QByteArray(good).replace("signature ", "signature  ");
    QTest::newRow("bare catalogue") << fileBytes(path("new.db"));
    QTest::newRow("number with a zero") << QByteArray(good).replace("number 7\n", "number 07\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("head without end") << QByteArray("rightrig.bundle/1\n") + QByteArray(100000, 'n');
}

void TestCatalogueUpdate::refusesWhatIsNotSigned()
{
    QFETCH(QByteArray, bundle);
    QVERIFY(writeBytes(path("bad.bundle"), bundle));
    const Ran ran = update(path("bad.bundle"));
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.errorText().contains(QLatin1String("bad.bundle")), ran.err.constData());
    QVERIFY(ran.out.isEmpty());
    QVERIFY(dataFiles().isEmpty());
}

void TestCatalogueUpdate::refusesASignedFileThatIsNoCatalogue()
{
    QVERIFY(writeBytes(path("signed.bundle"), sealBundle({9, "SQLite format 3, they say"}, m_secret)));
    const Ran ran = update(path("signed.bundle"));
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.errorText().contains(QLatin1String("does not open")), ran.err.constData());
    QVERIFY(dataFiles().isEmpty());
}

void TestCatalogueUpdate::writesNothingInADryRun()
{
    QVERIFY(writeBytes(path("seven.bundle"), sealed(7)));
    const Ran dry = update(path("seven.bundle"), {QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY2(dry.code == 0, dry.err.constData());
    QVERIFY(!jsonOf(dry).value(QLatin1String("installed")).toBool(true));
    QVERIFY(dataFiles().isEmpty());
    QCOMPARE(update(path("nowhere.bundle")).code, 1);
}

void TestCatalogueUpdate::takesABundleFromAServer()
{
    const OneAnswerServer server(page(sealed(11)));
    const Ran ran = update(server.address());
    // The library is optional for users, who then read of it; packaging/test installs it, so nothing is skipped there.
    if (ran.errorText().contains(QLatin1String("libcurl is not installed")))
        QSKIP("libcurl is not installed");
    QVERIFY2(ran.code == 0, ran.err.constData());
    QVERIFY(usesUpdate());
}

void TestCatalogueUpdate::saysWhatAServerDidWrong_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("message");
    QTest::newRow("not found") << page("gone", "404 Not Found") << QStringLiteral("Check the address");
    QTest::newRow("no bundle") << page("<html>welcome</html>") << QStringLiteral("not a bundle");
    QTest::newRow("sent elsewhere in the clear")
        << page({}, "302 Found", "Location: http://127.0.0.1:1/other\r\n") << QStringLiteral("Check the address");
    QTest::newRow("to a file") << page({}, "302 Found", "Location: file:///etc/hostname\r\n") << QStringLiteral("Check the address");
    QTest::newRow("too large") << page(QByteArray(qsizetype{34} << 20, 'x')) << QStringLiteral("larger than 32 MiB");
}

void TestCatalogueUpdate::saysWhatAServerDidWrong()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, message);
    const OneAnswerServer server(answer);
    const Ran ran = update(server.address());
    // The library is optional for users, who then read of it; packaging/test installs it, so nothing is skipped there.
    if (ran.errorText().contains(QLatin1String("libcurl is not installed")))
        QSKIP("libcurl is not installed");
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.errorText().contains(message), ran.err.constData());
    QVERIFY(dataFiles().isEmpty());
}

void TestCatalogueUpdate::fallsBackToTheShippedCatalogue_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("damaged") << QStringLiteral("catalogue-12.db") << QByteArray("SQLite format 3 and then nothing");
    QTest::newRow("another good one") << QStringLiteral("catalogue-12.db") << fileBytes(testCatalogue());
    QTest::newRow("state is no document") << QStringLiteral("catalogue.json") << QByteArray("{");
    QTest::newRow("state points elsewhere") << QStringLiteral(
        "catalogue.json") << QByteArray("{\"schema\":\"rightrig.renewed/1\",\"file\":\"../../other.db\",\"sha256\":null,\"seen\":[]}");
}

void TestCatalogueUpdate::fallsBackToTheShippedCatalogue()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QVERIFY(writeBytes(path("twelve.bundle"), sealed(12)));
    QCOMPARE(update(path("twelve.bundle")).code, 0);
    QVERIFY(writeBytes(m_home->filePath(QStringLiteral("rightrig/") + file), bytes));
    const Ran ran = run({QStringLiteral("machines"), QStringLiteral("--json")});
    QCOMPARE(ran.code, 0);
    QVERIFY(!jsonOf(ran).isEmpty());
    QVERIFY(!ran.out.contains("Sample machine of the update"));
    QVERIFY2(ran.errorText().contains(QLatin1String("the shipped one is used")), ran.err.constData());
}

void TestCatalogueUpdate::goesBackOnDemand()
{
    QVERIFY(writeBytes(path("twenty.bundle"), sealed(20)));
    QVERIFY(writeBytes(path("nineteen.bundle"), sealed(19)));
    QCOMPARE(update(path("twenty.bundle")).code, 0);
    QCOMPARE(run({QStringLiteral("catalogue"), QStringLiteral("update"), QStringLiteral("--shipped")}).code, 0);
    QVERIFY(!usesUpdate());
    QCOMPARE(dataFiles(), QStringList{QStringLiteral("catalogue.json")});
    QCOMPARE(update(path("nineteen.bundle")).code, 1); // still older than what was here
    QCOMPARE(update(path("twenty.bundle")).code, 0);
    QVERIFY(usesUpdate());
}

void TestCatalogueUpdate::signsNoDoubtfulCatalogue()
{
    QVERIFY(writeBytes(path("not.db"), "not a catalogue"));
    const Ran ran = run({QStringLiteral("catalogue"), QStringLiteral("sign"), path("not.db"), QStringLiteral("--key"), path("key"),
        QStringLiteral("--out"), path("not.bundle")});
    QCOMPARE(ran.code, 1);
    QVERIFY(!QFile::exists(path("not.bundle")));
    const Ran publicKey = run({QStringLiteral("catalogue"), QStringLiteral("sign"), path("new.db"), QStringLiteral("--key"),
        path("key.pub"), QStringLiteral("--out"), path("not.bundle")});
    QCOMPARE(publicKey.code, 1);
    QVERIFY(!QFile::exists(path("not.bundle")));
}

void TestCatalogueUpdate::knowsItsUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString sign = QStringLiteral("sign"), update = QStringLiteral("update"), key = QStringLiteral("--key");
    QTest::newRow("from nowhere") << QStringList{update} << 2;
    QTest::newRow("from somewhere and back") << QStringList{update, QStringLiteral("x"), QStringLiteral("--shipped")} << 2;
    QTest::newRow("no key") << QStringList{update, QStringLiteral("x")} << 1;
    QTest::newRow("sign nothing") << QStringList{sign} << 2;
    QTest::newRow("sign without a key") << QStringList{sign, QStringLiteral("x"), QStringLiteral("--out"), QStringLiteral("y")} << 2;
    QTest::newRow("number below 1") << QStringList{sign, QStringLiteral("x"), key, QStringLiteral("k"), QStringLiteral("--out"),
        QStringLiteral("y"), QStringLiteral("--number=-1")}
                                    << 2;
    QTest::newRow("plain http") << QStringList{update, QStringLiteral("http://example.org/b"), key, QStringLiteral("KEY")} << 1;
    QTest::newRow("ftp") << QStringList{update, QStringLiteral("ftp://example.org/b"), key, QStringLiteral("KEY")} << 1;
}

void TestCatalogueUpdate::knowsItsUsage()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    words.replaceInStrings(QStringLiteral("KEY"), path("key.pub"));
    const Ran ran = run(QStringList{QStringLiteral("catalogue")} + words);
    QCOMPARE(ran.code, code);
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(ran.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCatalogueUpdate)
#include "tst_catalogueupdate.moc"
