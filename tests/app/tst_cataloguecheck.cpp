// `rightrig catalogue check` as a maintainer runs it.
#include "tests/support/programrunner.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;

class TestCatalogueCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedCatalogueIsClean()
    {
        const Ran ran = runProgram({QStringLiteral("catalogue"), QStringLiteral("check"), QStringLiteral("--json")});
        const QJsonObject document = jsonOf(ran);
        const QJsonArray findings = document.value(QLatin1String("findings")).toArray();
        for (const QJsonValue& finding : findings)
            qWarning("%s", qPrintable(finding.toObject().value(QLatin1String("text")).toString()));
        QCOMPARE(ran.code, 0);
        QVERIFY(document.value(QLatin1String("ok")).toBool());
        const QJsonObject coverage = document.value(QLatin1String("coverage")).toObject();
        QVERIFY(coverage.value(QLatin1String("offers")).toInt() > 700);
        QVERIFY(coverage.value(QLatin1String("offers_by_kind_and_year")).toObject().contains(QLatin1String("laptop")));
        QVERIFY(coverage.value(QLatin1String("price_ages")).toObject().contains(QLatin1String("24_months_and_more")));
    }

    void aClassShowsItsSpanAndExamples()
    {
        const QJsonObject document = jsonOf(runProgram({QStringLiteral("machines"), QStringLiteral("--json")}));
        const QJsonArray machines = document.value(QLatin1String("machines")).toArray();
        int classes = 0;
        for (const QJsonValue& machine : machines) {
            const QJsonObject price = machine.toObject().value(QLatin1String("price")).toObject();
            const QJsonObject span = price.value(QLatin1String("class")).toObject();
            if (span.isEmpty())
                continue;
            ++classes;
            const double amount = price.value(QLatin1String("amount")).toDouble();
            QVERIFY(span.value(QLatin1String("low")).toDouble() <= amount && amount <= span.value(QLatin1String("high")).toDouble());
            QVERIFY(span.value(QLatin1String("prices")).toInt() >= 2);
            QVERIFY(span.value(QLatin1String("examples")).toArray().size() >= 2);
        }
        QVERIFY(classes >= 15);
    }

    void findsAChangedByteOfData()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.db"));
        QVERIFY(QFile::copy(rightrig::testCatalogue(), copy));
        QFile file(copy);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf("Acer Nitro V 16");
        QVERIFY(at > 0);
        QVERIFY(file.seek(at) && file.write("B") == 1);
        file.close();
        const Ran ran = runProgram({QStringLiteral("catalogue"), QStringLiteral("check"), copy});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.errorText().contains(QLatin1String("check sum")), qPrintable(ran.errorText()));
        const Ran json = runProgram({QStringLiteral("catalogue"), QStringLiteral("check"), copy, QStringLiteral("--json")});
        QVERIFY(!jsonOf(json).value(QLatin1String("ok")).toBool(true));
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no action") << QStringList{};
        QTest::newRow("unknown action") << QStringList{QStringLiteral("burn")};
        QTest::newRow("no file") << QStringList{QStringLiteral("import")};
        QTest::newRow("one of two") << QStringList{QStringLiteral("diff"), QStringLiteral("a.csv")};
        QTest::newRow("nothing to reset") << QStringList{QStringLiteral("reset")};
    }

    void saysWhatIsMissing()
    {
        QFETCH(const QStringList, words);
        const Ran ran = runProgram(QStringList{QStringLiteral("catalogue")} + words);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.errorText().contains(QLatin1String("rightrig catalogue")));
    }
};

QTEST_GUILESS_MAIN(TestCatalogueCheck)
#include "tst_cataloguecheck.moc"
