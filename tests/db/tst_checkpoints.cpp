// The published runs in the catalogue: each cites its figure, and a bad row is refused with its name.
#include "db/cataloguefile.h"
#include "db/datadigest.h"
#include "db/words.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <map>
#include <set>

using namespace rightrig;
using namespace rightrig::test;

class TestCheckpoints : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const Catalog> m_catalog;

    /// A copy of the shipped catalogue with one statement run over it, its check sum made right again.
    QString changed(const char* sql) const
    {
        const QString path = m_folder.filePath(QStringLiteral("changed.db"));
        QFile::remove(path);
        if (!QFile::copy(testCatalogue(), path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
            return {};
        sqlite3* opened = nullptr;
        sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
        const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, &sqlite3_close);
        const std::string script = std::string("PRAGMA ignore_check_constraints = 1; ") + sql;
        if (sqlite3_exec(opened, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return {};
        const std::string digest = "UPDATE meta SET value = '" + dataDigest(opened) + "' WHERE key = 'data_sha256'";
        return sqlite3_exec(opened, digest.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto opened = openCatalogue(testCatalogue());
        QVERIFY(std::holds_alternative<std::shared_ptr<const Catalog>>(opened));
        m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
    }

    void areEnoughAndCited()
    {
        QVERIFY(m_catalog->checkpoints.size() >= 60 && m_catalog->checkpoints.size() <= 300);
        std::map<std::string, int> perSource;
        std::set<std::string> ids;
        for (const Measurement& run : m_catalog->checkpoints) {
            QVERIFY2(ids.insert(run.id).second, run.id.c_str());
            QVERIFY2(run.source.find('/') != std::string::npos && run.source.find(':') != std::string::npos
                    && run.source.find('@') != std::string::npos,
                run.source.c_str());
            QVERIFY2(run.citation.text.find(run.source.substr(0, run.source.find(':'))) == 0, run.source.c_str());
            QVERIFY(run.citation.asOf.size() >= 4);
            QVERIFY2(m_catalog->findDevice(run.hardware) >= 0, run.hardware.c_str());
            ++perSource[run.citation.text];
        }
        for (const auto& [source, count] : perSource)
            QVERIFY2(count <= 12, source.c_str());
    }
    void keepsUnknownEmpty()
    {
        const auto& runs = m_catalog->checkpoints;
        const auto table = std::find_if(runs.begin(), runs.end(), [](const Measurement& run) { return run.family == JobFamily::Gbdt; });
        QVERIFY(table != runs.end());
        QVERIFY(!table->net.forwardGflop && !table->batch && !table->checkpointing && table->rows && table->table.trees);
        const auto language
            = std::find_if(runs.begin(), runs.end(), [](const Measurement& run) { return run.family == JobFamily::LlmFull; });
        QVERIFY(language != runs.end() && !language->rows && !language->table.trees);
        QVERIFY(language->checkpointing.has_value() && language->precision == Precision::Amp);
    }
    void refusesBadRows_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const char* sql, const char* part) {
            QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(part);
        };
        row("unknown hardware", "UPDATE checkpoints SET hardware = 'Abacus' WHERE rowid = 1", "hardware: 'Abacus' is no name or alias");
        row("huge value", "UPDATE checkpoints SET value = 1e300 WHERE rowid = 1", "value: 1e+300 is above");
        row("dangling source", "UPDATE checkpoints SET source = 'nobody' WHERE rowid = 1", "source: 'nobody' is not in sources");
        row("bad day", "UPDATE checkpoints SET as_of = '2026-13' WHERE rowid = 1", "as_of: '2026-13' is not a date");
    }
    void refusesBadRows()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, part);
        const QString path = changed(sql.constData());
        QVERIFY(!path.isEmpty());
        const auto opened = openCatalogue(path);
        const auto* error = std::get_if<DbError>(&opened);
        QVERIFY(error != nullptr);
        QVERIFY2(error->text.contains(part), qPrintable(error->text));
        QVERIFY2(error->text.contains(QLatin1String("checkpoints")), qPrintable(error->text));
    }
    void wordsOfPrecision()
    {
        QCOMPARE(measuredPrecision("bf16"), std::optional(Precision::Amp));
        QCOMPARE(measuredPrecision("fp16"), std::optional(Precision::Amp));
        QCOMPARE(measuredPrecision("fp64"), std::optional(Precision::Fp32));
        QCOMPARE(measuredPrecision("tf32"), std::optional(Precision::Tf32));
        QVERIFY(!measuredPrecision("fp12"));
    }
};

QTEST_GUILESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
