// README's tables are what the program prints; packaging/readme writes them anew.
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QTest>

using namespace rightrig::test;

class TestReadme : public QObject
{
    Q_OBJECT

    static QString truth(const char* name) { return rightrig::sourcePath(QStringLiteral("tests/data/truth/%1").arg(QLatin1String(name))); }

private Q_SLOTS:
    void sectionIsTheProgramsOwn_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("accuracy") << QStringList{QStringLiteral("validate"), QStringLiteral("--markdown")};
        QTest::newRow("truth") << QStringList{QStringLiteral("validate"), truth("runs.csv"), QStringLiteral("--machine-profile"),
            truth("profile.json"), QStringLiteral("--markdown")};
        QTest::newRow("catalogue") << QStringList{QStringLiteral("catalogue"), QStringLiteral("check"), QStringLiteral("--markdown")};
    }
    void sectionIsTheProgramsOwn()
    {
        QFETCH(QStringList, command);
        const QString name = QString::fromLatin1(QTest::currentDataTag()), script = QStringLiteral("packaging/readme");
        const QString readme = QString::fromUtf8(fileBytes(rightrig::sourcePath(QStringLiteral("README.md"))));
        const QString begin = QStringLiteral("<!-- %1: begin, written by %2 -->\n").arg(name, script);
        const QString end = QStringLiteral("<!-- %1: end -->").arg(name);
        const qsizetype from = readme.indexOf(begin), to = readme.indexOf(end);
        QVERIFY(from >= 0 && to > from);
        const Ran ran = runProgram(command);
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QString block = readme.mid(from + begin.size(), to - from - begin.size());
        QVERIFY2(block == ran.text(), qPrintable(QStringLiteral("README.md is stale: run ") + script));
    }
    /// The bar for a tested computer: real runs and estimates differ by 1.25 at the median, and by less than two in 85 of 100.
    void realRunsAreNearTheirEstimates()
    {
        const QJsonObject json = jsonOf(runProgram({QStringLiteral("validate"), truth("runs.csv"), QStringLiteral("--machine-profile"),
            truth("profile.json"), QStringLiteral("--json")}));
        const QJsonObject summary = json.value(QLatin1String("summary")).toObject();
        QCOMPARE(summary.value(QLatin1String("matched")).toInt(), 92);
        QVERIFY(summary.value(QLatin1String("median_factor")).toDouble() <= 1.25);
        QVERIFY(summary.value(QLatin1String("within_2x")).toDouble() >= 0.85);
    }
    void jsonHasEveryCheckPoint()
    {
        const QJsonObject json = jsonOf(runProgram({QStringLiteral("validate"), QStringLiteral("--json")}));
        const QJsonObject summary = json.value(QLatin1String("summary")).toObject();
        QVERIFY(summary.value(QLatin1String("n")).toInt() >= 60);
        QCOMPARE(summary.value(QLatin1String("matched")).toInt(), summary.value(QLatin1String("n")).toInt());
        QVERIFY(summary.value(QLatin1String("by_kind")).toObject().contains(QLatin1String("laptop")));
    }
};

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
