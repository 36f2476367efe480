// The hardened opener: a good file gives a Catalog; hostile files of every kind are refused in time, with a sentence, unread.
#include "db/cataloguefile.h"
#include "db/datadigest.h"
#include "tests/support/catalogfixture.h"

#include <QCryptographicHash>
#include <QtTest>

#include <sqlite3.h>

#include <cmath>
#include <random>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace rightrig;
using namespace rightrig::test;

namespace {

using CatalogPtr = std::shared_ptr<const Catalog>;

QString errorOf(const QString& path)
{
    const auto opened = openCatalogue(path);
    const auto* error = std::get_if<DbError>(&opened);
    return error == nullptr ? QString() : error->text;
}

/// Runs SQL on a copy as an attacker would: no checks, schema writable, and the data digest made right again where asked.
bool tamper(const QString& file, const QByteArray& sql, bool repairDigest)
{
    sqlite3* opened = nullptr;
    sqlite3_open_v2(file.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, &sqlite3_close);
    const QByteArray script = "PRAGMA ignore_check_constraints = 1; PRAGMA writable_schema = 1; " + sql;
    if (sqlite3_exec(opened, script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        qWarning("%s", sqlite3_errmsg(opened));
        return false;
    }
    if (!repairDigest)
        return true;
    const std::string digest = dataDigest(opened);
    const std::string update = "UPDATE meta SET value = '" + digest + "' WHERE key = 'data_sha256'";
    return sqlite3_exec(opened, update.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool within(const std::optional<double>& value, double low, double high) { return !value || (*value >= low && *value <= high); }

bool deviceIsSane(const Device& device)
{
    return !device.id.empty() && !device.name.empty() && within(device.bandwidthGbPerS, 5, 20000) && within(device.fp32Tflops, 0.05, 1000)
        && within(device.tf32Tflops, 0.05, 5000) && within(device.halfTflops, 0.05, 10000)
        && (!device.vram || within(device.vram->value, 0.5, 512)) && (!device.power || within(device.power->value, 2, 2500))
        && within(device.boostGhz, 0.3, 8) && within(device.singleCoreSpeed, 0.05, 4) && (!device.cores || *device.cores >= 1)
        && !device.source.text.empty() && device.source.asOf.size() >= 4;
}

bool machineIsSane(const Machine& machine, const Catalog& catalog)
{
    const auto isDevice = [&](int index) { return index >= -1 && index < static_cast<int>(catalog.devices.size()); };
    return isDevice(machine.cpu) && isDevice(machine.accelerator) && machine.acceleratorCount >= (machine.accelerator >= 0 ? 1 : 0)
        && machine.acceleratorCount <= 64 && (!machine.ram || within(machine.ram->value, 0.5, 32768)) && within(machine.vcpus, 0.25, 2048);
}

bool isSane(const Catalog& catalog)
{
    for (const Device& device : catalog.devices) {
        if (!deviceIsSane(device))
            return false;
    }
    for (const Machine& machine : catalog.machines) {
        if (!machineIsSane(machine, catalog))
            return false;
    }
    for (const Offer& offer : catalog.offers) {
        const bool priced = !offer.price || (offer.price->amount > 0 && offer.price->amount <= 1e9);
        if (!priced || offer.machine < 0 || offer.machine >= static_cast<int>(catalog.machines.size()) || offer.source.text.empty())
            return false;
    }
    return true;
}

} // namespace

class TestCatalogueFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensAGoodFile();
    void unknownStaysEmpty();
    void opensThroughSpacesAndLetters();
    void refusesTampered_data();
    void refusesTampered();
    void refusesOddBytes_data();
    void refusesOddBytes();
    void refusesWhatIsNoFile();
    void noticesEveryFlippedByte();
    void neverHandsOutValuesOutOfRange();
    void givesTheHeapLimitBack();

private:
    QString copyOfGood(const QString& name);

    std::unique_ptr<CatalogueFolder> m_folder;
    QByteArray m_good;
};

void TestCatalogueFile::initTestCase()
{
    m_folder = std::make_unique<CatalogueFolder>();
    QCOMPARE(m_folder->build(), QString());
    m_good = readFile(m_folder->path(QStringLiteral("catalogue.db")));
    QVERIFY(m_good.size() > 10000);
}

QString TestCatalogueFile::copyOfGood(const QString& name)
{
    const QString path = m_folder->path(name);
    return writeFile(path, m_good) ? path : QString();
}

void TestCatalogueFile::opensAGoodFile()
{
    const auto opened = openCatalogue(m_folder->path(QStringLiteral("catalogue.db")));
    QVERIFY2(std::holds_alternative<CatalogPtr>(opened), qPrintable(errorOf(m_folder->path(QStringLiteral("catalogue.db")))));
    const Catalog& catalog = *std::get<CatalogPtr>(opened);
    QCOMPARE(catalog.devices.size(), std::size_t{2});
    QCOMPARE(catalog.devices[0].aliases, (std::vector<std::string>{"A 100", "A-100"}));
    QCOMPARE(catalog.devices[1].vram, std::optional(Gib{8.0}));
    QCOMPARE(catalog.devices[1].source.text, std::string("Maker's data sheet"));
    QCOMPARE(catalog.devices[1].source.asOf, std::string("2024-03"));
    QCOMPARE(catalog.findDevice("  graphics a "), 1);
    const Machine& build = catalog.machines.at(0);
    QCOMPARE(build.cpu, 0);
    QCOMPARE(build.accelerator, 1);
    QCOMPARE(build.parts.size(), std::size_t{2});
    QCOMPARE(build.parts[1].price, std::optional(Money{299.49, CurrencyCode("USD")}));
    QCOMPARE(build.parts[1].confidence, Confidence::Low);
    QCOMPARE(catalog.offers.at(0).machine, 0);
    QCOMPARE(catalog.offers[0].price, std::optional(Money{499.99, CurrencyCode("USD")}));
    QCOMPARE(catalog.presets.at(0).family, JobFamily::Gbdt);
    QCOMPARE(catalog.countries.at(0).electricityPerKwh, std::optional(Money{0.17, CurrencyCode("USD")}));
    QCOMPARE(catalog.asOf, std::string("2026-08-02"));
    QCOMPARE(catalog.sha256, QCryptographicHash::hash(m_good, QCryptographicHash::Sha256).toHex().toStdString());
}

void TestCatalogueFile::unknownStaysEmpty()
{
    const auto opened = openCatalogue(m_folder->path(QStringLiteral("catalogue.db")));
    const Catalog& catalog = *std::get<CatalogPtr>(opened);
    QVERIFY(!catalog.offers.at(1).price);
    QVERIFY(!catalog.devices.at(0).vram);
    QVERIFY(!catalog.devices[1].fp32Tflops);
    QCOMPARE(catalog.machines.at(1).accelerator, -1);
    QVERIFY(!catalog.machines[1].weightKg);
    QVERIFY(!catalog.countries.at(1).electricityPerKwh);
    QVERIFY(!catalog.presets.at(0).net.paramsM);
}

void TestCatalogueFile::opensThroughSpacesAndLetters()
{
    QVERIFY(QDir(m_folder->path(QStringLiteral("."))).mkdir(QStringLiteral("\u00E1 b")));
    const QString path = copyOfGood(QStringLiteral("\u00E1 b/catalogue.db"));
    QFile::setPermissions(path, QFileDevice::ReadOwner);
    QCOMPARE(errorOf(path), QString());
    QVERIFY(m_good == readFile(path)); // and it is not written to
}

void TestCatalogueFile::refusesTampered_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("repairDigest");
    QTest::addColumn<QString>("part");
    const QString schema = QStringLiteral("its tables are not those of a catalogue");
    const auto row = [](const char* name, const QByteArray& sql, bool repairDigest, const QString& part) {
        QTest::newRow(name) << sql << repairDigest << part;
    };
    row("view", "CREATE VIEW v AS SELECT 1", false, schema);
    row("view bomb for a table",
        "DROP TABLE presets; CREATE VIEW presets AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", false,
        schema);
    row("huge value in a view", "DROP TABLE presets; CREATE VIEW presets AS SELECT printf('%.*c', 900000000, 'x') AS id", false, schema);
    row("trigger", "CREATE TRIGGER t AFTER INSERT ON offers BEGIN SELECT 1; END", false, schema);
    row("generated column", "ALTER TABLE offers ADD COLUMN g TEXT AS (hex(zeroblob(100000)))", false, schema);
    row("extra table", "CREATE TABLE extra (x)", false, schema);
    row("extra index", "CREATE INDEX i ON offers (price)", false, schema);
    row("virtual table", "CREATE VIRTUAL TABLE f USING fts5(x)", false, schema);
    row("missing table", "DROP TABLE assumptions", false, schema);
    row("softer rule", "UPDATE sqlite_schema SET sql = replace(sql, 'price > 0', 'price > -9') WHERE name = 'offers'", false, schema);
    row("broken schema text", "UPDATE sqlite_schema SET sql = 'CREATE TABLE' WHERE name = 'offers'", false, QStringLiteral("damaged"));
    row("huge cell", "UPDATE devices SET notes = hex(zeroblob(1500000))", false, QString());
    row("long note", "UPDATE devices SET notes = hex(zeroblob(1500))", true, QStringLiteral("notes: is longer than 2000 characters"));
    row("aliases without end", "UPDATE devices SET aliases = replace(hex(zeroblob(450)), '00', 'a|b|') WHERE id = 'gpu-a'", true,
        QStringLiteral("devices, row 'gpu-a': aliases: are more than 250"));
    row("changed value", "UPDATE offers SET price = 1 WHERE id = 'offer-a'", false, QStringLiteral("do not match their check sum"));
    row("other version", "UPDATE meta SET value = '2' WHERE key = 'schema_version'", false, QStringLiteral("another version"));
    row("no meta", "DELETE FROM meta", false, QStringLiteral("'schema_version' is missing"));
    row("negative price", "UPDATE offers SET price = -1 WHERE id = 'offer-a'", true, QStringLiteral("damaged"));
    row("infinite price", "UPDATE offers SET price = 9e999 WHERE id = 'offer-a'", true,
        QStringLiteral("offers, row 'offer-a': price: inf is above 1000000000"));
    row("huge number of images", "UPDATE presets SET samples = 1e300", true,
        QStringLiteral("presets, row 'trees': samples: 1e+300 is above"));
    row("control character", "UPDATE devices SET notes = char(27) || '[2J'", true, QStringLiteral("notes: is not plain text"));
    row("bad UTF-8", "UPDATE devices SET notes = CAST(x'C328' AS TEXT)", true, QStringLiteral("notes: is not plain text"));
    row("dangling machine", "UPDATE offers SET machine = 'nobody' WHERE id = 'offer-b'", true,
        QStringLiteral("offers, row 'offer-b': machine: 'nobody' is not in machines"));
    row("dangling source", "UPDATE devices SET source = 'nobody' WHERE id = 'gpu-a'", true,
        QStringLiteral("devices, row 'gpu-a': source: 'nobody' is not in sources"));
    row("day that is none", "UPDATE offers SET as_of = '2026-13-01' WHERE id = 'offer-a'", true,
        QStringLiteral("offers, row 'offer-a': as_of: '2026-13-01' is not a date"));
    row("processor as accelerator", "UPDATE machines SET accelerator = 'cpu-a' WHERE id = 'build-a'", true,
        QStringLiteral("machines, row 'build-a': accelerator: 'cpu-a' is a processor"));
    row("accelerators without one", "UPDATE machines SET accelerator_count = 3 WHERE id = 'laptop-a'", true,
        QStringLiteral("accelerator_count: must be 0 without an accelerator"));
    row("unknown currency", "UPDATE offers SET currency = 'GBP' WHERE id = 'offer-a'", true,
        QStringLiteral("currency: 'GBP' is not in currencies"));
    row("empty name", "UPDATE machines SET provider = '' WHERE id = 'laptop-a'", true, QStringLiteral("provider: is an empty text"));
    row("too many rows",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20001) INSERT INTO sources SELECT 's' || i, 'text', NULL, "
        "NULL FROM n",
        true, QStringLiteral("sources: more than 20000 rows"));
}

void TestCatalogueFile::refusesTampered()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, repairDigest);
    QFETCH(QString, part);
    const QString path = copyOfGood(QStringLiteral("tampered.db"));
    QVERIFY(tamper(path, sql, repairDigest));
    const QByteArray before = readFile(path);
    QElapsedTimer timer;
    timer.start();
    const QString error = errorOf(path);
    QVERIFY(timer.elapsed() < 2500);
    QVERIFY2(!error.isEmpty(), "accepted");
    QVERIFY2(error.contains(part) && error.contains(QStringLiteral("tampered.db")), qPrintable(error));
    QVERIFY(before == readFile(path));
}

void TestCatalogueFile::refusesOddBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QByteArray wal = m_good;
    wal[18] = wal[19] = 2;
    QByteArray pageSize = m_good;
    pageSize[16] = 3;
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is not a catalogue");
    QTest::newRow("text") << QByteArray(5000, 'x') << QStringLiteral("is not a catalogue");
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) << QStringLiteral("is not a catalogue");
    QTest::newRow("header only") << m_good.left(4096) << QStringLiteral("damaged");
    QTest::newRow("half a page missing") << m_good.left(m_good.size() - 2048) << QStringLiteral("cut off");
    QTest::newRow("half of it") << m_good.left(m_good.size() / 8192 * 4096) << QStringLiteral("damaged");
    QTest::newRow("write-ahead log") << wal << QStringLiteral("write-ahead log");
    QTest::newRow("page size") << pageSize << QStringLiteral("cut off or damaged");
    QTest::newRow("zeros after the header") << m_good.left(100) + QByteArray(m_good.size() - 100, '\0') << QString();
    QTest::newRow("too large") << m_good + QByteArray(32 << 20, '\0') << QStringLiteral("larger than 32 MiB");
}

void TestCatalogueFile::refusesOddBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const QString path = m_folder->path(QStringLiteral("odd.db"));
    QVERIFY(writeFile(path, bytes));
    const QString error = errorOf(path);
    QVERIFY2(!error.isEmpty() && error.contains(part), qPrintable(error));
}

void TestCatalogueFile::refusesWhatIsNoFile()
{
    QVERIFY(errorOf(m_folder->path(QStringLiteral("nothing.db"))).contains(QStringLiteral("no such file")));
    QVERIFY(errorOf(m_folder->path(QStringLiteral("."))).contains(QStringLiteral("not a regular file")));
    QVERIFY(!QFile::exists(m_folder->path(QStringLiteral("nothing.db"))));
    QVERIFY(!errorOf(QString()).isEmpty());
#ifdef Q_OS_UNIX
    const QString pipe = m_folder->path(QStringLiteral("pipe.db"));
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QVERIFY(errorOf(pipe).contains(QStringLiteral("not a regular file"))); // and does not wait for a writer
    const QString endless = m_folder->path(QStringLiteral("endless.db"));
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), endless));
    QVERIFY(errorOf(endless).contains(QStringLiteral("not a regular file")));
    const QString loop = m_folder->path(QStringLiteral("loop.db"));
    QVERIFY(QFile::link(loop, loop));
    QVERIFY(!errorOf(loop).isEmpty());
    const QString link = m_folder->path(QStringLiteral("link.db"));
    QVERIFY(QFile::link(m_folder->path(QStringLiteral("catalogue.db")), link));
    QCOMPARE(errorOf(link), QString()); // a link to a good file is fine
#endif
}

// What a bit error does: the file is refused, or it says exactly what it said before.
void TestCatalogueFile::noticesEveryFlippedByte()
{
    const Catalog good = *std::get<CatalogPtr>(openCatalogue(m_folder->path(QStringLiteral("catalogue.db"))));
    std::mt19937 random(42);
    const QString path = m_folder->path(QStringLiteral("flipped.db"));
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = m_good;
        for (unsigned flips = 1 + random() % 3; flips > 0; --flips) {
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1U << random() % 8));
        }
        QVERIFY(writeFile(path, bytes));
        const auto opened = openCatalogue(path);
        if (std::holds_alternative<DbError>(opened)) {
            ++refused;
            continue;
        }
        const Catalog& catalog = *std::get<CatalogPtr>(opened);
        QVERIFY(isSane(catalog));
        QCOMPARE(catalog.offers.at(0).price, good.offers.at(0).price);
        QCOMPARE(catalog.devices.at(1).name, good.devices.at(1).name);
        QCOMPARE(catalog.asOf, good.asOf);
    }
    QVERIFY(refused > 5 && refused < 200);
}

// The same with the check sum made right again, as someone with bad intentions would.
void TestCatalogueFile::neverHandsOutValuesOutOfRange()
{
    std::mt19937 random(43);
    const QString path = m_folder->path(QStringLiteral("crafted.db"));
    const char* const columns[][2] = {{"devices", "vram_gib"}, {"devices", "cores"}, {"devices", "bandwidth_gb_per_s"}, {"devices", "year"},
        {"machines", "ram_gib"}, {"machines", "accelerator_count"}, {"machines", "vcpus"}, {"offers", "price"},
        {"offers", "billing_unit_s"}, {"presets", "epochs"}, {"presets", "params_m"}, {"assumptions", "value"},
        {"currencies", "usd_per_unit"}, {"countries", "carbon_g_per_kwh"}};
    const char* const values[]
        = {"-1", "0", "1", "3", "1e308", "-1e308", "9e999", "-9e999", "2147483648", "9223372036854775807", "0.0000001"};
    int refused = 0;
    for (int round = 0; round < 120; ++round) {
        const auto& column = columns[random() % std::size(columns)];
        const char* value = values[random() % std::size(values)];
        QVERIFY(!copyOfGood(QStringLiteral("crafted.db")).isEmpty());
        // integer columns of STRICT tables refuse fractions by themselves
        if (!tamper(path,
                QByteArray("UPDATE OR IGNORE ") + column[0] + " SET " + column[1] + " = CAST(" + value + " AS "
                    + (qstrcmp(column[1], "cores") == 0 || qstrcmp(column[1], "year") == 0 || qstrcmp(column[1], "accelerator_count") == 0
                            ? "INTEGER)"
                            : "REAL)"),
                true))
            continue;
        const auto opened = openCatalogue(path);
        if (std::holds_alternative<DbError>(opened))
            ++refused;
        else
            QVERIFY(isSane(*std::get<CatalogPtr>(opened)));
    }
    QVERIFY(refused > 40);
}

void TestCatalogueFile::givesTheHeapLimitBack()
{
    const auto before = sqlite3_hard_heap_limit64(-1);
    const auto softBefore = sqlite3_soft_heap_limit64(-1);
    QCOMPARE(errorOf(m_folder->path(QStringLiteral("catalogue.db"))), QString());
    QVERIFY(!errorOf(m_folder->path(QStringLiteral("nothing.db"))).isEmpty());
    QCOMPARE(sqlite3_hard_heap_limit64(-1), before);
    QCOMPARE(sqlite3_soft_heap_limit64(-1), softBefore);
}

QTEST_GUILESS_MAIN(TestCatalogueFile)
#include "tst_cataloguefile.moc"
