// Tables of measured runs: what is read, and what a bad table or row is told.
#include "db/documents/measurementfile.h"

#include <QtTest>

using namespace rightrig;

namespace {

const QByteArray header = "id,hardware,family,metric,value";

MeasurementFile read(const QByteArray& csv)
{
    const auto result = readMeasurements(csv);
    if (const auto* error = std::get_if<DocumentError>(&result))
        throw std::runtime_error(error->text.toStdString());
    return std::get<MeasurementFile>(result);
}

QString refusal(const QByteArray& csv)
{
    const auto result = readMeasurements(csv);
    const auto* error = std::get_if<DocumentError>(&result);
    return error != nullptr ? error->text : QString();
}

} // namespace

class TestMeasurementFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryColumn()
    {
        const auto file
            = read("id,source,hardware,hardware_count,cores_used,power_w,stack,family,model,params_m,forward_gflop,activations_m,"
                   "layers,hidden,sequence,image_px,rows,features,trees,depth,leaves,clusters,iterations,samples,epochs,precision,"
                   "batch,checkpointing,pipeline,metric,value,peak_memory_gib,year,notes\n"
                   "a,repo:file,Card,2,8,120,NGC,cnn,Net,25.5,8.2,11.1,50,512,128,224,1000,20,100,6,31,5,10,5000,3,bf16,64,yes,"
                   "real,step_seconds,0.25,7.5,2024,\"a, note\"\n");
        QVERIFY(file.problems.empty());
        QCOMPARE(file.runs.size(), std::size_t(1));
        const Measurement& run = file.runs.front();
        QCOMPARE(run.source, std::string("repo:file"));
        QCOMPARE(run.hardwareCount, 2.0);
        QCOMPARE(run.coresUsed, std::optional(8.0));
        QCOMPARE(run.powerWatts, std::optional(120.0));
        QCOMPARE(run.stack, std::string("ngc"));
        QCOMPARE(run.net.forwardGflop, std::optional(8.2));
        QCOMPARE(run.net.activationsM, std::optional(11.1));
        QCOMPARE(run.net.sequence, std::optional(128.0));
        QCOMPARE(run.net.imagePx, std::optional(224.0));
        QCOMPARE(run.rows, std::optional(1000.0));
        QCOMPARE(run.table.columns, std::optional(20.0));
        QCOMPARE(run.table.leaves, std::optional(31.0));
        QCOMPARE(run.samples, std::optional(5000.0));
        QCOMPARE(run.precision, Precision::Amp);
        QCOMPARE(run.checkpointing, std::optional(true));
        QVERIFY(run.realPipeline);
        QCOMPARE(run.metric, Metric::StepSeconds);
        QCOMPARE(run.value, 0.25);
        QCOMPARE(run.peakMemoryGib, std::optional(7.5));
        QCOMPARE(run.year, std::optional(2024.0));
        QCOMPARE(run.notes, std::string("a, note"));
        QCOMPARE(run.line, 2);
    }
    void whatIsMissingStaysUnknown()
    {
        const auto file = read(header + "\r\nx,Card,gbdt,seconds,3\r\n");
        const Measurement& run = file.runs.at(0);
        QVERIFY(!run.batch && !run.rows && !run.net.paramsM && !run.year && !run.checkpointing && !run.peakMemoryGib);
        QCOMPARE(run.hardwareCount, 1.0);
        QVERIFY(!run.realPipeline);
    }
    void columnsComeInAnyOrderAndCase()
    {
        const auto file = read("\xEF\xBB\xBFVALUE, Metric ,family,hardware\n5,samples_per_s,CNN,Card\n");
        QCOMPARE(file.runs.size(), std::size_t(1));
        QCOMPARE(file.runs[0].value, 5.0);
    }
    void everyFamilyAndPrecisionIsKnown_data()
    {
        QTest::addColumn<QByteArray>("family");
        for (const char* word : {"cnn", "detector", "segmentation", "transformer-encoder", "transformer-decoder", "llm-full", "lora",
                 "qlora", "diffusion", "recommender", "rnn", "mlp", "gbdt", "random-forest", "linear", "svm", "kmeans", "other"})
            QTest::newRow(word) << QByteArray(word);
    }
    void everyFamilyAndPrecisionIsKnown()
    {
        QFETCH(QByteArray, family);
        for (const char* precision : {"fp32", "tf32", "amp", "fp16", "bf16", "int8", "int4", "fp64", ""}) {
            const auto file = read(header + ",precision\na,Card," + family + ",seconds,1," + precision + "\n");
            QVERIFY2(file.problems.empty() && file.runs.size() == 1, precision);
            QCOMPARE(file.runs[0].familyOfModel, family == "other");
        }
    }
    void aBadTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("no hardware") << QByteArray("family,metric,value\n") << "'hardware' is missing";
        QTest::newRow("no value") << QByteArray("hardware,family,metric\n") << "'value' is missing";
        QTest::newRow("twice") << header + ",value\n"
                               << "'value' stands there twice";
        QTest::newRow("not UTF-8") << header + "\na,\xff\xfe,cnn,seconds,1\n"
                                   << "line";
    }
    void aBadTableIsRefused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        const QString text = refusal(csv);
        QVERIFY2(text.contains(says), qPrintable(text));
    }
    void aBadRowIsNamedAndTheOthersAreRead_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("says");
        QTest::newRow("family") << QByteArray("b,Card,cnnn,seconds,1,fp32,synthetic") << 3 << "family: 'cnnn'";
        QTest::newRow("games") << QByteArray("b,Card,reinforcement,seconds,1,fp32,synthetic") << 3 << "family";
        QTest::newRow("metric") << QByteArray("b,Card,cnn,minutes,1,fp32,synthetic") << 4 << "metric: 'minutes'";
        QTest::newRow("value is text") << QByteArray("b,Card,cnn,seconds,fast,fp32,synthetic") << 5 << "'fast' is not a number";
        QTest::newRow("value is 0") << QByteArray("b,Card,cnn,seconds,0,fp32,synthetic") << 5 << "not above 0";
        QTest::newRow("value below 0") << QByteArray("b,Card,cnn,seconds,-1,fp32,synthetic") << 5 << "not above 0";
        QTest::newRow("value is nan") << QByteArray("b,Card,cnn,seconds,nan,fp32,synthetic") << 5 << "not a number";
        QTest::newRow("value is empty") << QByteArray("b,Card,cnn,seconds,,fp32,synthetic") << 5 << "is empty";
        QTest::newRow("hardware") << QByteArray("b,,cnn,seconds,1,fp32,synthetic") << 2 << "hardware: is empty";
        QTest::newRow("precision") << QByteArray("b,Card,cnn,seconds,1,fp33,synthetic") << 6 << "precision: 'fp33'";
        QTest::newRow("pipeline") << QByteArray("b,Card,cnn,seconds,1,fp32,imagined") << 7 << "pipeline";
        QTest::newRow("more cells") << QByteArray("b,Card,cnn,seconds,1,fp32,synthetic,x") << 8 << "more cells";
    }
    void aBadRowIsNamedAndTheOthersAreRead()
    {
        QFETCH(QByteArray, row);
        QFETCH(int, column);
        QFETCH(QString, says);
        const auto file
            = read(header + ",precision,pipeline\na,Card,cnn,seconds,1,fp32,real\n" + row + "\nc,Card,cnn,seconds,2,amp,real\n");
        QCOMPARE(file.runs.size(), std::size_t(2));
        QCOMPARE(file.runs[1].value, 2.0);
        QCOMPARE(file.problems.size(), std::size_t(1));
        QCOMPARE(file.problems[0].line, 3);
        QCOMPARE(file.problems[0].column, column);
        QVERIFY2(QString::fromStdString(file.problems[0].text).contains(says), file.problems[0].text.c_str());
    }
    void devicesAreCountedInWholeNumbers_data()
    {
        QTest::addColumn<QByteArray>("count");
        for (const char* count : {"1e300", "0.5", "2.5", "1000001"})
            QTest::newRow(count) << QByteArray(count);
    }
    void devicesAreCountedInWholeNumbers()
    {
        QFETCH(QByteArray, count);
        const auto file = read(header + ",hardware_count\na,Card,cnn,seconds,1," + count + "\nb,Card,cnn,seconds,1,8\n");
        QCOMPARE(file.runs.size(), std::size_t(1));
        QCOMPARE(file.runs[0].hardwareCount, 8.0);
        QCOMPARE(file.problems.at(0).column, 6);
    }
    void onlyPlain16BitKeepsNothingInFp32()
    {
        const auto file = read(header + ",precision\na,C,cnn,seconds,1,amp\nb,C,cnn,seconds,1,bf16\nc,C,cnn,seconds,1,fp16\n");
        QVERIFY(!file.runs.at(0).pureHalf && file.runs.at(1).pureHalf && file.runs.at(2).pureHalf);
    }
    void anUnknownColumnIsReportedAndNotRead()
    {
        const auto file = read(header + ",colour\na,Card,cnn,seconds,1,red\n");
        QCOMPARE(file.runs.size(), std::size_t(1));
        QCOMPARE(file.problems.size(), std::size_t(1));
        QCOMPARE(file.problems[0].column, 6);
        QVERIFY(file.problems[0].text.find("colour") != std::string::npos);
    }
    void aBrokenEndKeepsWhatStoodBefore()
    {
        const auto file = read(header + "\na,Card,cnn,seconds,1\nb,\"Card,cnn,seconds,1\n");
        QCOMPARE(file.runs.size(), std::size_t(1));
        QCOMPARE(file.problems.size(), std::size_t(1));
        QVERIFY(file.problems[0].text.find("nothing behind it was read") != std::string::npos);
    }
    void yesAndNo()
    {
        const auto file = read(
            header + ",checkpointing\na,C,lora,seconds,1,no\nb,C,lora,seconds,1,Full\nc,C,lora,seconds,1,\nd,C,lora,seconds,1,maybe\n");
        QCOMPARE(file.runs.size(), std::size_t(3));
        QCOMPARE(file.runs[0].checkpointing, std::optional(false));
        QCOMPARE(file.runs[1].checkpointing, std::optional(true));
        QVERIFY(!file.runs[2].checkpointing);
        QCOMPARE(file.problems.at(0).line, 5);
    }
};

QTEST_APPLESS_MAIN(TestMeasurementFile)
#include "tst_measurementfile.moc"
