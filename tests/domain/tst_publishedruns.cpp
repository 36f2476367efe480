// What single published runs say of the formulas: libraries, years of software, memory of attention, weights spread over cards.
#include "models/domain/constants.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"
#include "tests/support/measuredruns.h"

#include <QtTest>

using namespace rightrig;
using rightrig::testing::boosting;
using rightrig::testing::realCatalog;
using rightrig::testing::resnet;

class TestPublishedRuns : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Constants> m_constants;
    [[nodiscard]] Prediction predict(const Measurement& run) const { return predictMeasurement(run, *realCatalog(), *m_constants); }
    /// Estimate against measurement lies between the two.
    void verifyShare(const Measurement& run, double low, double high) const
    {
        const Prediction p = predict(run);
        QVERIFY2(p.matched(), p.why.c_str());
        const double share = p.predicted->likely.value / run.value;
        QVERIFY2(share > low && share < high, qPrintable(QString::number(share)));
    }

private Q_SLOTS:
    void initTestCase() { m_constants = resolveConstants(*realCatalog(), {}); }

    void simpleModelsOfSzilardAreMet_data()
    {
        QTest::addColumn<JobFamily>("family");
        QTest::addColumn<QString>("stack");
        QTest::addColumn<double>("rows");
        QTest::addColumn<double>("seconds");
        const auto row = [](const char* name, JobFamily family, const char* stack, double rows, double seconds) {
            QTest::newRow(name) << family << QString::fromLatin1(stack) << rows << seconds;
        };
        // szilard/benchm-ml README.md of 2015: 8 columns, 500 trees, on an AWS c3.8xlarge.
        row("forest, 10,000 rows", JobFamily::RandomForest, "sklearn", 1e4, 2);
        row("forest, 100,000 rows", JobFamily::RandomForest, "sklearn", 1e5, 50);
        row("forest, 1 million rows", JobFamily::RandomForest, "sklearn", 1e6, 900);
        row("forest of XGBoost, few rows", JobFamily::RandomForest, "xgboost", 1e4, 4);
        row("forest of XGBoost, many rows", JobFamily::RandomForest, "xgboost", 1e6, 170);
        row("forest of H2O", JobFamily::RandomForest, "h2o", 1e6, 600);
        row("forest of R", JobFamily::RandomForest, "r", 1e5, 1200);
        row("liblinear, few rows", JobFamily::Linear, "sklearn", 1e4, 0.2);
        row("liblinear, many rows", JobFamily::Linear, "sklearn", 1e6, 25);
        row("glmnet", JobFamily::Linear, "r", 1e6, 5);
    }
    void simpleModelsOfSzilardAreMet()
    {
        QFETCH(JobFamily, family);
        QFETCH(QString, stack);
        QFETCH(double, rows);
        QFETCH(double, seconds);
        Measurement run = boosting("AWS c3.8xlarge");
        run.family = family;
        run.stack = stack.toStdString();
        run.model = "a model";
        run.rows = rows;
        run.table.trees = 500;
        run.table.depth.reset();
        run.coresUsed.reset();
        run.year = 2015;
        run.value = seconds;
        verifyShare(run, 0.5, 2.0);
    }
    void firstXgboostsWithHistogramsAreMet_data()
    {
        QTest::addColumn<QString>("processor");
        QTest::addColumn<double>("cores");
        QTest::addColumn<double>("rows");
        QTest::addColumn<double>("columns");
        QTest::addColumn<double>("trees");
        QTest::addColumn<double>("depth");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<bool>("synthetic");
        const auto row = [](const char* name, const char* processor, double cores, double rows, double columns, double trees, double depth,
                             double seconds, bool synthetic = false) {
            QTest::newRow(name) << QString::fromLatin1(processor) << cores << rows << columns << trees << depth << seconds << synthetic;
        };
        // szilard/GBM-perf issue 12, 2019
        row("few rows on many cores", "Intel Xeon Gold 6154", 18, 1e5, 8, 100, 10, 4.181);
        // tks0123456789/XGBoost_vs_LightGBM, version 0.81
        row("wide table, few rows", "Intel Core i7-4790K", 4, 1e4, 256, 100, 5, 6.6, true);
        row("wide table, deep trees", "Intel Core i7-4790K", 4, 3.2e5, 256, 100, 10, 183.6, true);
        // catboost/benchmarks, version 0.80
        row("137 columns on 16 cores", "Intel Xeon E5-2670", 16, 960153, 137, 1000, 6, 341.99);
        row("narrow table, many trees", "Intel Xeon E5-2670", 16, 16000, 16, 26000, 6, 176.82);
    }
    void firstXgboostsWithHistogramsAreMet()
    {
        QFETCH(QString, processor);
        QFETCH(double, cores);
        QFETCH(double, rows);
        QFETCH(double, columns);
        QFETCH(double, trees);
        QFETCH(double, depth);
        QFETCH(double, seconds);
        QFETCH(bool, synthetic);
        Measurement run = boosting();
        run.syntheticData = synthetic;
        run.hardware = processor.toStdString();
        run.coresUsed = cores;
        run.rows = rows;
        run.table.columns = columns;
        run.table.trees = trees;
        run.table.depth = depth;
        run.year = 2018.0;
        run.value = seconds;
        verifyShare(run, 0.7, 1.4);
    }
    void processorsWereSlowBeforeTheirKernels()
    {
        // jcjohnson/cnn-benchmarks: 16 pictures in 6.627 s, forward and backward.
        Measurement run = resnet("2x Intel Xeon E5-2630 v3");
        run.precision = Precision::Fp32;
        run.batch = 16;
        run.metric = Metric::StepSeconds;
        run.value = 6.62725;
        run.year = 2016;
        const auto seconds = [&] { return predict(run).predicted->likely.value; };
        const double early = seconds();
        QVERIFY2(early > run.value / 2.0 && early < run.value * 2.0, qPrintable(QString::number(early)));
        run.stack = "mxnet"; // came with them
        QVERIFY(seconds() < early / 2.0);
        run.stack = "pytorch";
        run.year = 2019;
        QVERIFY(seconds() < early / 2.0);
    }
    void newerScikitLearnFitsLinearModelsFaster()
    {
        Measurement run = boosting();
        run.family = JobFamily::Linear;
        run.stack = "sklearn";
        run.year = 2019;
        const double before = predict(run).predicted->likely.value;
        run.year = 2020;
        QVERIFY(predict(run).predicted->likely.value < before / 3.0);
    }
    void olderAttentionKeepsItsScores()
    {
        Measurement run = resnet("NVIDIA H200");
        run.family = JobFamily::TransformerEncoder;
        run.model = "BERT-base (SQuAD fine-tune)";
        run.batch = 16;
        run.peakMemoryGib = 4.93;
        const auto need = [&](const char* stack, std::optional<double> year) {
            run.stack = stack;
            run.year = year;
            return *predict(run).memoryNeedGib;
        };
        QVERIFY(need("pytorch", 2020) > 1.3 * need("pytorch", 2026));
        QCOMPARE(need("pytorch", std::nullopt), need("pytorch", 2026));
        QVERIFY(need("tensorflow", 2026) > 1.3 * need("pytorch", 2026));
        QCOMPARE(need("hf-trainer", 2023), need("pytorch", 2020)); // transformers took PyTorch's attention in 2024
        QCOMPARE(need("mxnet", 2026), need("pytorch", 2020));
        run.hardware = "Apple M2 Max";
        QVERIFY(need("pytorch", 2026) > 1.3 * m_constants->memory.metalFactor * 4.93);
        run.hardware = "NVIDIA H200";
        // The scores of a text grow with the square of its length, what a fused kernel keeps does not.
        const auto growth = [&](double year) {
            run.net.sequence = 384;
            const double one = need("pytorch", year);
            run.net.sequence = 1536;
            return (need("pytorch", year) - one) / one;
        };
        QVERIFY(growth(2020) > 1.5 * growth(2026));
    }
    void severalCardsShareTheWeights()
    {
        // AnswerDotAI/fsdp_qlora benchmarks_03_2024.md (FSDP), QwenLM/Qwen README.md (ZeRO 3). One such card holds neither.
        Measurement yi = resnet("NVIDIA GeForce RTX 3090");
        yi.family = JobFamily::Qlora;
        yi.model = "Yi-34B";
        yi.precision = Precision::Int4;
        yi.net.sequence = 2048;
        yi.batch = 4;
        yi.hardwareCount = 2;
        yi.checkpointing = true;
        yi.peakMemoryGib = 23.05;
        Measurement qwen = resnet("NVIDIA A100 SXM4 80GB");
        qwen.family = JobFamily::Lora;
        qwen.stack = "hf-trainer";
        qwen.model = "Qwen-72B LoRA";
        qwen.net.sequence = 2048;
        qwen.batch = 4;
        qwen.hardwareCount = 4;
        qwen.checkpointing = true;
        qwen.peakMemoryGib = 53.27;
        for (Measurement run : {yi, qwen}) {
            const Prediction together = predict(run);
            QVERIFY2(together.memoryNeedGib, run.model.c_str());
            const double share = *together.memoryNeedGib / *run.peakMemoryGib;
            QVERIFY2(share > 0.97 && share < 1.15, qPrintable(QString::number(share)));
            run.batch = *run.batch / run.hardwareCount;
            double before = *together.memoryNeedGib;
            for (const double cards : {16.0, 8.0, 4.0, 2.0, 1.0}) { // as much for each card
                Measurement other = run;
                other.hardwareCount = cards;
                other.batch = *run.batch * cards;
                const double need = *predict(other).memoryNeedGib;
                QVERIFY(cards == 16.0 || need >= before);
                before = need;
            }
            const bool small = run.family == JobFamily::Qlora;
            QVERIFY(before > (small ? 24.0 : 80.0));
        }
    }
};

QTEST_APPLESS_MAIN(TestPublishedRuns)
#include "tst_publishedruns.moc"
