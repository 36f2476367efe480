// README's accuracy section is what the program prints; packaging/readme-accuracy writes it anew.
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QTest>

using namespace rightrig::test;

class TestReadme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accuracyIsTheProgramsOwn()
    {
        const QString readme = QString::fromUtf8(fileBytes(rightrig::sourcePath(QStringLiteral("README.md"))));
        const QString begin = QStringLiteral("<!-- accuracy: begin, written by packaging/readme-accuracy -->\n");
        const QString end = QStringLiteral("<!-- accuracy: end -->");
        const qsizetype from = readme.indexOf(begin), to = readme.indexOf(end);
        QVERIFY(from >= 0 && to > from);
        const Ran ran = runProgram({QStringLiteral("validate"), QStringLiteral("--markdown")});
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QString block = readme.mid(from + begin.size(), to - from - begin.size());
        QVERIFY2(block == ran.text(), "README.md is stale: run packaging/readme-accuracy");
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
