// `rightrig validate` as a script runs it.
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace rightrig::test;

class TestValidate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString fileOf(const QByteArray& csv) const
    {
        const QString path = m_folder.filePath(QStringLiteral("runs.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            return {};
        return path;
    }
    static QByteArray sample()
    {
        return "id,source,hardware,stack,family,model,precision,batch,metric,value\n"
               "good,one/repo:x,NVIDIA GeForce RTX 3090,pytorch,cnn,resnet50,amp,128,samples_per_s,1000\n"
               "unknown card,one/repo:x,Card of 2099,pytorch,cnn,resnet50,amp,128,samples_per_s,1000\n"
               "bad,one/repo:x,NVIDIA GeForce RTX 3090,pytorch,cnn,resnet50,amp,many,samples_per_s,1000\n"
               "text,two/repo:y,NVIDIA A100,hf-trainer,transformer-encoder,bert-base-uncased,fp16,32,step_seconds,0.05\n";
    }

private Q_SLOTS:
    /// Every own run of tests/bench/fit on an H200: all but the named networks within these bounds, their median within a tenth or so.
    void memoryOfOwnRunsIsMet()
    {
        // Kept values differ most from the counted ones: SegFormer scales its maps up, DenseNet joins them again and again, Whisper's
        // decoder reads short texts, and little networks hardly need more than the libraries take.
        const QStringList far{QStringLiteral("SegFormer-B0"), QStringLiteral("DenseNet-121"), QStringLiteral("Whisper small"),
            QStringLiteral("Mask R-CNN R50-FPN"), QStringLiteral("MNIST CNN (pytorch examples)"),
            QStringLiteral("LSTM language model (PTB)")};
        QByteArray runs;
        QHash<QString, QString> models;
        QHash<QString, double> measured;
        for (const char* name : {"networks", "language"}) {
            const QString table
                = QString::fromUtf8(fileBytes(rightrig::sourcePath(QStringLiteral("tests/bench/fit/%1.csv").arg(QLatin1String(name)))));
            const QStringList lines = table.split(QLatin1Char('\n')), columns = lines.first().split(QLatin1Char(','));
            if (runs.isEmpty())
                runs = lines.first().toUtf8() + '\n';
            for (const QString& line : lines) {
                if (!line.startsWith(QLatin1String("own-h200-")))
                    continue;
                runs += line.toUtf8() + '\n';
                const QStringList cells = line.split(QLatin1Char(','));
                models.insert(cells.first(), cells.at(columns.indexOf(QLatin1String("model"))));
                measured.insert(cells.first(), cells.at(columns.indexOf(QLatin1String("peak_memory_gib"))).toDouble());
            }
        }
        QVERIFY(measured.size() > 70);
        const QJsonObject document = jsonOf(runProgram({QStringLiteral("validate"), fileOf(runs), QStringLiteral("--json")}));
        const QJsonArray rows = document.value(QLatin1String("rows")).toArray();
        QCOMPARE(rows.size(), measured.size());
        for (const QJsonValue& row : rows) {
            const QString id = row.toObject().value(QLatin1String("id")).toString(), model = models.value(id);
            const double share = row.toObject().value(QLatin1String("memory_gib")).toDouble() / measured.value(id);
            const bool near = share > 0.8 && share < 1.36;
            QVERIFY2(
                near || (far.contains(model) && share > 0.5 && share < 1.6), qPrintable(QStringLiteral("%1 %2").arg(model).arg(share)));
        }
        const QJsonObject error = document.value(QLatin1String("summary")).toObject().value(QLatin1String("memory_error")).toObject();
        QVERIFY(std::abs(error.value(QLatin1String("median")).toDouble()) < 0.12);
    }
    void jsonHasTheFieldsItPromises()
    {
        const Ran ran = runProgram({QStringLiteral("validate"), fileOf(sample()), QStringLiteral("--json")});
        QCOMPARE(ran.code, 0);
        const QJsonObject document = jsonOf(ran);
        const QJsonArray rows = document.value(QLatin1String("rows")).toArray();
        QCOMPARE(rows.size(), 3);
        const QJsonObject good = rows[0].toObject();
        for (const char* key : {"id", "matched", "measured", "predicted", "low", "high", "inside", "method", "why_unmatched"})
            QVERIFY2(good.contains(QLatin1String(key)), key);
        QCOMPARE(good.value(QLatin1String("measured")).toDouble(), 0.001);
        QVERIFY(good.value(QLatin1String("matched")).toBool());
        QVERIFY(good.value(QLatin1String("low")).toDouble() < good.value(QLatin1String("predicted")).toDouble());
        QVERIFY(good.value(QLatin1String("why_unmatched")).isNull());
        const QJsonObject unknown = rows[1].toObject();
        QVERIFY(!unknown.value(QLatin1String("matched")).toBool());
        QVERIFY(unknown.value(QLatin1String("predicted")).isNull());
        QVERIFY(unknown.value(QLatin1String("why_unmatched")).toString().contains(QLatin1String("Card of 2099")));
        const QJsonObject summary = document.value(QLatin1String("summary")).toObject();
        for (const char* key :
            {"n", "matched", "mape", "mdape", "bias_ln", "coverage80", "pair_order_over_1_25", "memory_error", "by_family", "by_kind"})
            QVERIFY2(summary.contains(QLatin1String(key)), key);
        QCOMPARE(summary.value(QLatin1String("n")).toInt(), 3);
        QCOMPARE(summary.value(QLatin1String("matched")).toInt(), 2);
        const QJsonObject problem = document.value(QLatin1String("problems")).toArray().at(0).toObject();
        QCOMPARE(problem.value(QLatin1String("line")).toInt(), 4);
        QCOMPARE(problem.value(QLatin1String("column")).toInt(), 8);
    }
    void badRowsAreNamedOnTheErrorOutput()
    {
        const QString path = fileOf(sample());
        const Ran ran = runProgram({QStringLiteral("validate"), path});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.errorText().contains(path + QStringLiteral(":4:8: batch: 'many' is not a number")), ran.err.constData());
        QVERIFY(ran.text().contains(QLatin1String("2 of 3 measured runs")));
        QVERIFY(ran.text().contains(QLatin1String("transformer-encoder")));
        QVERIFY(ran.text().contains(QLatin1String("Card of 2099")));
    }
    void anUnreadableTableFails()
    {
        const Ran missing = runProgram({QStringLiteral("validate"), m_folder.filePath(QStringLiteral("none.csv"))});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.errorText().contains(QLatin1String("none.csv")));
        const Ran headless = runProgram({QStringLiteral("validate"), fileOf("hardware,family\nx,cnn\n")});
        QCOMPARE(headless.code, 1);
        QVERIFY(headless.errorText().contains(QLatin1String("'metric' is missing")));
        QCOMPARE(headless.out, QByteArray());
    }
    void theSameTableGivesTheSameBytes()
    {
        const QStringList line{QStringLiteral("validate"), fileOf(sample()), QStringLiteral("--json")};
        QCOMPARE(runProgram(line).out, runProgram(line).out);
    }
    void noTextOfTheTableIsMarkup()
    {
        const Ran ran = runProgram(
            {QStringLiteral("validate"), fileOf("id,hardware,family,metric,value\n\"<b>\x1b[31mred\",\"<img src=x>\",cnn,seconds,1\n")});
        QCOMPARE(ran.code, 0);
        QVERIFY(!ran.out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
