// `estimate --job FILE`: a preset with other sizes, read as strictly as answers.
#include "db/cataloguefile.h"
#include "db/documents/jobfile.h"
#include "tests/support/catalogfixture.h"

#include <QtTest>

using namespace rightrig;
using namespace rightrig::test;

class TestJobFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesThePresetWhereTheFileIsSilent();
    void takesTheFileWhereItSpeaks();
    void refuses_data();
    void refuses();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void TestJobFile::initTestCase()
{
    const CatalogueFolder folder;
    QCOMPARE(folder.build(), QString());
    auto opened = openCatalogue(folder.path(QStringLiteral("catalogue.db")));
    QVERIFY(std::holds_alternative<std::shared_ptr<const Catalog>>(opened));
    m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
}

void TestJobFile::takesThePresetWhereTheFileIsSilent()
{
    const auto read = readJob(R"({"schema":"rightrig.job/1","preset":"trees"})", *m_catalog);
    const Job& job = std::get<Job>(read);
    QCOMPARE(job.presetId, std::string("trees"));
    QCOMPARE(job.samples, 1000.0);
    QCOMPARE(job.precision, Precision::Fp32);
    QVERIFY(!job.sizeFromStudent);
}

void TestJobFile::takesTheFileWhereItSpeaks()
{
    const auto read = readJob(
        R"({"preset":"trees","samples":5000,"epochs":7,"batch":32,"precision":"amp","checkpointing":true,"runs_per_week":2,"columns":50})",
        *m_catalog);
    const Job& job = std::get<Job>(read);
    QCOMPARE(job.samples, 5000.0);
    QCOMPARE(job.epochs, 7.0);
    QCOMPARE(job.batch, 32.0);
    QCOMPARE(job.precision, Precision::Amp);
    QCOMPARE(job.runsPerWeek, 2.0);
    QCOMPARE(job.table.columns, std::optional(50.0));
    QVERIFY(job.checkpointing && job.sizeFromStudent);
}

void TestJobFile::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row
        = [](const char* json, const char* message) { QTest::newRow(message) << QByteArray(json) << QString::fromUtf8(message); };
    row("{}", "preset: is missing");
    row(R"({"preset":"forest"})", "preset: 'forest' is not in the catalogue");
    row(R"({"preset":"trees","samples":0})", "samples: 0 is below 1");
    row(R"({"preset":"trees","samples":1,"samples":2})", "samples: written twice");
    row(R"({"preset":"trees","size":1})", "size: unknown key");
    row(R"({"preset":"trees","precision":"fp8"})", "precision: 'fp8' is not one of fp32, tf32, amp, int8, int4");
    row(R"({"preset":"trees","schema":"x"})", "schema: 'x' is not rightrig.job/1");
    row("trees", "line 1, column 3: this is not JSON, at 'e'");
}

void TestJobFile::refuses()
{
    QFETCH(QByteArray, json);
    const auto read = readJob(json, *m_catalog);
    QVERIFY(std::holds_alternative<DocumentError>(read));
    QTEST(std::get<DocumentError>(read).text, "message");
}

QTEST_GUILESS_MAIN(TestJobFile)
#include "tst_jobfile.moc"
