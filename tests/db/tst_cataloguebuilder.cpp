// The builder: good rows give a catalogue with the same bytes each time; each kind of bad row is named by file, line and column.
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"

#include <QtTest>

#include <sqlite3.h>

#include <memory>

using namespace rightrig;
using namespace rightrig::test;

namespace {

QString query(const QString& file, const char* sql)
{
    sqlite3* opened = nullptr;
    sqlite3_open_v2(file.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, &sqlite3_close);
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(opened, sql, -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, &sqlite3_finalize);
    if (sqlite3_step(prepared) != SQLITE_ROW)
        return QStringLiteral("no row");
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
    return text == nullptr ? QStringLiteral("NULL") : QString::fromUtf8(text);
}

} // namespace

class TestCatalogueBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsGoodRows();
    void givesTheSameBytes();
    void readsSeveralFilesOfATable();
    void namesTheBadRow_data();
    void namesTheBadRow();
    void buildsAClassFromItsMembers_data();
    void buildsAClassFromItsMembers();
    void leavesTheOldFileWhenARowIsBad();
    void programReportsUsageAndFault();
};

void TestCatalogueBuilder::buildsGoodRows()
{
    const CatalogueFolder folder;
    QCOMPARE(folder.build(), QString());
    const QString file = folder.path(QStringLiteral("catalogue.db"));
    QCOMPARE(query(file, "SELECT value FROM meta WHERE key = 'schema_version'"), QStringLiteral("1"));
    QCOMPARE(query(file, "SELECT value FROM meta WHERE key = 'as_of'"), QStringLiteral("2026-08-02"));
    QCOMPARE(query(file, "SELECT value FROM meta WHERE key = 'offers'"), QStringLiteral("2"));
    QCOMPARE(query(file, "SELECT length(value) FROM meta WHERE key = 'data_sha256'"), QStringLiteral("64"));
    QCOMPARE(query(file, "SELECT price FROM offers WHERE id = 'offer-b'"), QStringLiteral("NULL")); // unknown, not 0
    QCOMPARE(query(file, "SELECT name FROM machines WHERE id = 'laptop-a'"), QStringLiteral("Laptop A, 14\""));
    QCOMPARE(query(file, "SELECT os || guaranteed FROM machines WHERE id = 'laptop-a'"), QStringLiteral("any1")); // defaults
    QCOMPARE(query(file, "PRAGMA integrity_check"), QStringLiteral("ok"));
}

void TestCatalogueBuilder::givesTheSameBytes()
{
    const CatalogueFolder one;
    const CatalogueFolder other;
    QCOMPARE(one.build(), QString());
    QCOMPARE(other.build(QStringLiteral("deep/er/catalogue.db")), QString());
    const QByteArray bytes = readFile(one.path(QStringLiteral("catalogue.db")));
    QVERIFY(bytes.size() > 10000);
    QVERIFY(bytes == readFile(other.path(QStringLiteral("deep/er/catalogue.db"))));
    QVERIFY(!QFile::exists(one.path(QStringLiteral("catalogue.db.part"))));
}

void TestCatalogueBuilder::readsSeveralFilesOfATable()
{
    QMap<QString, QByteArray> rows = smallRows();
    rows[QStringLiteral("sources-extra.csv")] = "\xEF\xBB\xBFtext,id\r\nAnother page,extra\r\n";
    const CatalogueFolder folder(rows);
    QCOMPARE(folder.build(), QString());
    QCOMPARE(
        query(folder.path(QStringLiteral("catalogue.db")), "SELECT text FROM sources WHERE id = 'extra'"), QStringLiteral("Another page"));
}

void TestCatalogueBuilder::namesTheBadRow_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* file, const char* before, const char* after, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(before) << QByteArray(after)
                            << QStringLiteral("rows/") + QString::fromUtf8(message);
    };
    row("not a number", "offers.csv", "499.99", "abc", "offers.csv:2: price: 'abc' is not a number");
    row("decimal comma", "offers.csv", "499.99", "\"499,99\"", "offers.csv:2: price: '499,99' is not a number");
    row("infinite", "offers.csv", "499.99", "inf", "offers.csv:2: price: 'inf' is not a number");
    row("price 0", "offers.csv", "499.99", "0", "offers.csv:2: price: 0 is not a price; leave the cell empty if it is unknown");
    row("negative price", "offers.csv", "499.99", "-5", "offers.csv:2: price: -5 is below or at 0");
    row("above range", "devices.csv", "gpu,desktop,nvidia,2024,8", "gpu,desktop,nvidia,2024,800",
        "devices.csv:3: vram_gib: 800 is above 512");
    row("whole number", "devices.csv", "8,16,maker", "8.5,16,maker", "devices.csv:2: cores: '8.5' is not a whole number");
    row("unknown column", "offers.csv", "id,machine,price", "id,machine,cost", "offers.csv:1: 'cost' is not a column of offers");
    row("missing column", "offers.csv", "per,kind,source,as_of", "per,kind,notes,as_of", "offers.csv:1: source: column is missing");
    row("column twice", "offers.csv", "id,machine,price", "id,id,price", "offers.csv:1: id: column written twice");
    row("too few cells", "offers.csv", ",once,list", ",list", "offers.csv:2: 8 cells, but the first line names 9 columns");
    row("duplicate", "offers.csv", "offer-b", "offer-a", "offers.csv:3: id: 'offer-a' is written twice, first at rows/offers.csv:2");
    row("duplicate of two columns", "parts.csv", "gpu,Graphics A", "cpu,Processor A",
        "parts.csv:3: machine: 'build-a', component: 'cpu', name: 'Processor A' is written twice, first at rows/parts.csv:2");
    row("foreign key", "offers.csv", "laptop-a", "laptop-x", "offers.csv:3: machine: 'laptop-x' is not in machines");
    row("second foreign key", "offers.csv", "list,shop", "list,ship", "offers.csv:2: source: 'ship' is not in sources");
    row("word", "offers.csv", "2026-08-02,high", "2026-08-02,sure",
        "offers.csv:2: confidence: 'sure' breaks the rule confidence IN ('high','medium','low')");
    row("no source", "offers.csv", "list,shop", "list,", "offers.csv:2: source: is empty");
    row("no date", "offers.csv", "2026-08-02", "", "offers.csv:2: as_of: is empty");
    row("bad date", "offers.csv", "2026-08-02", "2026-02-30",
        "offers.csv:2: as_of: '2026-02-30' is not a date (2026, 2026-08 or 2026-08-01)");
    row("blank", "devices.csv", "Graphics A", "Graphics A ", "devices.csv:3: name: 'Graphics A ' begins or ends with a blank");
    row("price without currency", "offers.csv", "499.99,USD", "499.99,",
        "offers.csv:2: price: '499.99' breaks the rule price IS NULL OR currency IS NOT NULL");
    row("open quote", "offers.csv", "offer-b", "\"offer-b", "offers.csv:3: column 1: the quote that starts here is never closed");
    row("not UTF-8", "offers.csv", "offer-b", "offer-\xFF", "offers.csv:3: column 1: the line is not UTF-8 text");
    row("parts do not add up", "parts.csv", "299.49", "290", "offers.csv:2: price: 499.99, but the parts add up to 490.50");
    row("processor as accelerator", "machines.csv", "cpu-a,gpu-a", "cpu-a,cpu-a", "machines.csv:2: accelerator: 'cpu-a' is a processor");
    row("accelerator as processor", "machines.csv", "cpu-a,gpu-a", "gpu-a,gpu-a", "machines.csv:2: cpu: 'gpu-a' is not a processor");
    row("no accelerator count", "machines.csv", "gpu-a,1", "gpu-a,0",
        "machines.csv:2: accelerator_count: 0 with an accelerator; it must be 1 or more");
    row("parts of a laptop", "parts.csv", "build-a,gpu", "laptop-a,gpu", "parts.csv:3: machine: 'laptop-a' is not a desktop build");
    row("ambiguous alias", "devices.csv", "gpu-a,Graphics A,GA,gpu,desktop,nvidia,2024,8,100,150,,,maker,2024-03\n",
        "gpu-a,Graphics A,GA,gpu,desktop,nvidia,2024,8,100,150,,,maker,2024-03\n"
        "gpu-b,Graphics B,GB|graphics  A,gpu,laptop,nvidia,2024,8,100,150,,,maker,2024-03\n",
        "devices.csv:4: aliases: 'graphics a' is also a name of rows/devices.csv:3");
    row("free but sold", "offers.csv", "once,list", "once,free", "offers.csv:2: kind: 'free' and per 'once' contradict each other");
    row("power span", "devices.csv", "100,150", "200,150", "devices.csv:3: power_min_w: 200.0 is above power_max_w 150.0");
    row("empty file", "assumptions.csv", "", "", "assumptions.csv:1: the line with the column names is missing");
    const QByteArray members = "class,member\n";
    row("class without a price", "class_members.csv", "", members + "offer-b,offer-a\n",
        "class_members.csv:2: member: 'offer-a' has no price in the currency of the class");
    row("class of itself", "class_members.csv", "", members + "offer-a,offer-a\n",
        "class_members.csv:2: class: 'offer-a' breaks the rule class <> member");
    row("unknown member", "class_members.csv", "", members + "offer-a,offer-x\n",
        "class_members.csv:2: member: 'offer-x' is not in offers");
    row("stray file", "offer.csv", "", "id\n", "offer.csv:1: no table has this name");
}

void TestCatalogueBuilder::namesTheBadRow()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QMap<QString, QByteArray> rows = smallRows();
    QByteArray& text = rows[file];
    if (before.isEmpty()) {
        text = after;
    } else {
        QCOMPARE(text.count(before), 1);
        text.replace(before, after);
    }
    const CatalogueFolder folder(rows);
    QTEST(folder.build(), "message");
    QVERIFY(!QFile::exists(folder.path(QStringLiteral("catalogue.db"))));
}

void TestCatalogueBuilder::buildsAClassFromItsMembers_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("message");
    const QByteArray good = "class-a,laptop-c,600,USD,once,street,shop,2026-08,medium\n", both = "class-a,offer-b\nclass-a,offer-c\n";
    QTest::newRow("good") << good << both << QString();
    QTest::newRow("too cheap") << QByteArray(good).replace("600", "100") << both
                               << QStringLiteral("rows/offers.csv:5: price: 100.0 is outside of its members, 500.0 to 700.0");
    QTest::newRow("too sure") << QByteArray(good).replace("medium", "high") << both
                              << QStringLiteral("rows/offers.csv:5: confidence: 'high' although a member has less");
    QTest::newRow("another kind") << good << both + "class-a,offer-a\n"
                                  << QStringLiteral("rows/class_members.csv:4: member: 'offer-a' is another kind of computer");
    QTest::newRow("class of a class") << good << both + "offer-c,class-a\n"
                                      << QStringLiteral("rows/class_members.csv:3: member: 'offer-c' is a class itself");
}

void TestCatalogueBuilder::buildsAClassFromItsMembers()
{
    QFETCH(QByteArray, offer);
    QFETCH(QByteArray, members);
    QMap<QString, QByteArray> rows = smallRows();
    rows[QStringLiteral("machines.csv")] += "laptop-c,Laptop C,Maker,laptop,cpu-a,,0,8,maker,2026-07\n";
    QByteArray& offers = rows[QStringLiteral("offers.csv")];
    offers.replace("offer-b,laptop-a,,,once", "offer-b,laptop-a,500,USD,once");
    offers += "offer-c,laptop-c,700,USD,once,list,shop,2026-08,medium\n" + offer;
    rows[QStringLiteral("class_members.csv")] = "class,member\n" + members;
    const CatalogueFolder folder(rows);
    QTEST(folder.build(), "message");
}

void TestCatalogueBuilder::leavesTheOldFileWhenARowIsBad()
{
    const CatalogueFolder folder;
    QCOMPARE(folder.build(), QString());
    const QByteArray before = readFile(folder.path(QStringLiteral("catalogue.db")));
    QVERIFY(writeFile(folder.path(QStringLiteral("rows/offers.csv")), "id\n"));
    QVERIFY(!folder.build().isEmpty());
    QVERIFY(before == readFile(folder.path(QStringLiteral("catalogue.db"))));
}

void TestCatalogueBuilder::programReportsUsageAndFault()
{
    const QString program = QFileInfo(testProgram()).dir().filePath(QStringLiteral("rightrig-build-catalogue"));
    QCOMPARE(QProcess::execute(program, {}), 2);
    QMap<QString, QByteArray> rows = smallRows();
    rows[QStringLiteral("offers.csv")].replace("499.99", "abc");
    const CatalogueFolder folder(rows);
    QProcess process;
    process.start(
        program, {sourcePath(QStringLiteral("db/schema")), folder.path(QStringLiteral("rows")), folder.path(QStringLiteral("out.db"))});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().endsWith("rows/offers.csv:2: price: 'abc' is not a number\n"));
}

QTEST_GUILESS_MAIN(TestCatalogueBuilder)
#include "tst_cataloguebuilder.moc"
