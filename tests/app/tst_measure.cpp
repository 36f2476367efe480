// `rightrig measure` and `--machine-profile` as a script runs them.
#include "tests/support/programrunner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;

class TestMeasure : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path : QString();
    }
    static QByteArray profile(const QByteArray& gflops)
    {
        return R"({"schema":"rightrig.profile/1","cpu":{"model":"Sample Processor","cores":8},"memory":{"ram_gib":16,"free_gib":12},"os":"linux",
            "rates":{"sgemm_one_large_gflops":{"value":20},"sgemm_all_large_gflops":{"value":)"
            + gflops + R"(},"bandwidth_one_gb_per_s":{"value":10},"bandwidth_all_gb_per_s":{"value":30},
            "histogram_one_m_per_s":{"value":1500},"tree_building_m_per_s":{"value":170}},"steadiness":{"noisy":false}})";
    }
    [[nodiscard]] double secondsOf(const QByteArray& gflops, QString* method = nullptr) const
    {
        const Ran ran = runProgram(
            {QStringLiteral("estimate"), QStringLiteral("--job"), QStringLiteral("images-resnet18"), QStringLiteral("--machine"),
                QStringLiteral("this"), QStringLiteral("--machine-profile"), file("p.json", profile(gflops)), QStringLiteral("--json")});
        if (method != nullptr)
            *method = jsonOf(ran).value(QLatin1String("method")).toString();
        return jsonOf(ran).value(QLatin1String("seconds")).toObject().value(QLatin1String("likely")).toDouble();
    }

private Q_SLOTS:
    void measuresPrintsAndWrites()
    {
        const QString out = m_folder.filePath(QStringLiteral("made.json"));
        const Ran ran
            = runProgram({QStringLiteral("measure"), QStringLiteral("--quick"), QStringLiteral("--json"), QStringLiteral("--out"), out});
        QCOMPARE(ran.code, 0);
        const QJsonObject document = jsonOf(ran);
        QCOMPARE(document.value(QLatin1String("schema")).toString(), QStringLiteral("rightrig.profile/1"));
        QVERIFY(document.value(QLatin1String("rates")).toObject().contains(QLatin1String("histogram_one_m_per_s")));
        QVERIFY(document.value(QLatin1String("steadiness")).toObject().value(QLatin1String("seconds")).toDouble() < 20.0);
        QVERIFY(ran.errorText().contains(QLatin1String("%"))); // progress
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), ran.out);
        const Ran used = runProgram({QStringLiteral("estimate"), QStringLiteral("--job"), QStringLiteral("images-resnet18"),
            QStringLiteral("--machine"), QStringLiteral("this"), QStringLiteral("--machine-profile"), out});
        QVERIFY2(used.code == 0, used.err.constData());
    }

    void nothingThatNamesAPersonIsInIt()
    {
        const Ran ran = runProgram({QStringLiteral("measure"), QStringLiteral("--quick")});
        QCOMPARE(ran.code, 0);
        const QString home = qEnvironmentVariable("HOME");
        QVERIFY(home.isEmpty() || home == QLatin1String("/") || !ran.text().contains(home));
        const QString host = QSysInfo::machineHostName();
        QVERIFY(host.size() < 4 || !ran.text().contains(host));
    }

    void anUnwritableFileIsAnError()
    {
        const Ran ran = runProgram(
            {QStringLiteral("measure"), QStringLiteral("--quick"), QStringLiteral("--out"), QStringLiteral("/nonexistent/p.json")});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.text().contains(QLatin1String("GFLOP/s")) || ran.text().contains(QLatin1String("GB/s"))); // the figures are not lost
        QVERIFY(ran.errorText().contains(QLatin1String("/nonexistent")));
    }

    void estimatesFollowTheProfile()
    {
        QString method;
        const double slow = secondsOf("100", &method), fast = secondsOf("900");
        QVERIFY(slow > 0.0 && fast > 0.0);
        QVERIFY(fast < slow);
        QCOMPARE(method, QStringLiteral("measured"));
    }

    void recommendTakesTheProfile()
    {
        const QString answers = file("a.json", R"({"schema":"rightrig.answers/1","goals":["tables"]})");
        const Ran ran = runProgram({QStringLiteral("recommend"), QStringLiteral("--answers"), answers, QStringLiteral("--machine-profile"),
            file("p.json", profile("300")), QStringLiteral("--json")});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains("\"method\": \"measured\""));
    }

    void validateComparesRunsOfThisMachine()
    {
        const QString runs = file("r.csv",
            "id,source,hardware,stack,family,model,rows,features,trees,samples,epochs,cores_used,metric,value\n"
            "x,own,this,xgboost,gbdt,xgboost,100000,28,100,100000,1,8,seconds,3\n");
        const QStringList arguments{QStringLiteral("validate"), runs, QStringLiteral("--json")};
        QVERIFY(jsonOf(runProgram(arguments)).value(QLatin1String("summary")).toObject().value(QLatin1String("matched")).toInt() == 0);
        const Ran ran = runProgram(arguments + QStringList{QStringLiteral("--machine-profile"), file("p.json", profile("300"))});
        QCOMPARE(jsonOf(ran).value(QLatin1String("summary")).toObject().value(QLatin1String("matched")).toInt(), 1);
        QVERIFY(ran.out.contains("\"method\": \"measured\""));
    }

    void badProfilesAreNamed()
    {
        const QStringList base{QStringLiteral("estimate"), QStringLiteral("--job"), QStringLiteral("images-resnet18"),
            QStringLiteral("--machine"), QStringLiteral("this"), QStringLiteral("--machine-profile")};
        const Ran bad = runProgram(base + QStringList{file("p.json", profile("-1"))});
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.errorText().contains(QLatin1String("rates.sgemm_all_large_gflops.value: -1 is below 0.001")));
        QCOMPARE(runProgram(base + QStringList{QStringLiteral("/nonexistent")}).code, 1);
        QStringList other = base;
        other[4] = QStringLiteral("something else");
        QCOMPARE(runProgram(other + QStringList{file("p.json", profile("9"))}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
