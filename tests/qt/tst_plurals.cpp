// Counted texts read as English: one price, two prices; texts that count nothing stay as they are.
#include "models/qt/plurals.h"

#include <QtTest>

class TestPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { rightrig::installPlurals(*QCoreApplication::instance()); }

    void counts_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << 0 << QStringLiteral("0 prices of a.csv are new (s)");
        QTest::newRow("one") << 1 << QStringLiteral("1 price of a.csv are new (s)");
        QTest::newRow("many") << 1200 << QStringLiteral("1200 prices of a.csv are new (s)");
    }
    void counts()
    {
        QFETCH(int, count);
        QFETCH(QString, expected);
        // what is filled in afterwards comes from outside and is nobody's plural
        QCOMPARE(tr("%n price(s) of %1", nullptr, count).arg(QStringLiteral("a.csv are new (s)")), expected);
    }

    void leavesOtherTextsAlone()
    {
        QCOMPARE(tr("Choose the file(s)"), QStringLiteral("Choose the file(s)"));
        QCOMPARE(tr("%n of them", nullptr, 2), QStringLiteral("2 of them"));
    }
};

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
