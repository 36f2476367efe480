// From a measured run to a prediction, and from predictions to errors.
#include "models/domain/constants.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

Measurement resnet(const char* hardware = "NVIDIA GeForce RTX 3090")
{
    Measurement run;
    run.id = "r";
    run.source = "some/repository:file";
    run.hardware = hardware;
    run.stack = "pytorch";
    run.family = JobFamily::Cnn;
    run.model = "resnet50";
    run.precision = Precision::Amp;
    run.batch = 128;
    run.metric = Metric::SamplesPerSecond;
    run.value = 1000;
    run.year = 2022;
    return run;
}

Measurement boosting(const char* hardware = "Intel Xeon Platinum 8488C")
{
    Measurement run = resnet(hardware);
    run.stack = "xgboost";
    run.family = JobFamily::Gbdt;
    run.model = "xgboost GBM";
    run.precision = Precision::Fp32;
    run.rows = 1e6;
    run.table.columns = 8;
    run.table.trees = 100;
    run.table.depth = 10;
    run.coresUsed = 16;
    run.metric = Metric::RunSeconds;
    run.value = 1.4;
    return run;
}

Prediction made(double measured, double predicted, const char* source, const char* hardware, double width = 1.5)
{
    Prediction p;
    p.source = source;
    p.hardware = hardware;
    p.workload = "w";
    p.kind = "desktop";
    p.measured = measured;
    p.predicted = Range<Seconds>{Seconds{predicted / width}, Seconds{predicted}, Seconds{predicted * width}};
    return p;
}

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Constants> m_constants;
    [[nodiscard]] Prediction predict(const Measurement& run) const { return predictMeasurement(run, *realCatalog(), *m_constants); }
    [[nodiscard]] double seconds(const Measurement& run) const
    {
        const Prediction p = predict(run);
        return p.predicted ? p.predicted->likely.value : -1.0;
    }

private Q_SLOTS:
    void initTestCase() { m_constants = resolveConstants(*realCatalog(), {}); }

    void aKnownRunIsPredicted()
    {
        const Prediction p = predict(resnet());
        QVERIFY2(p.matched(), p.why.c_str());
        QCOMPARE(p.measured, 1.0 / 1000);
        QCOMPARE(p.method, Method::Calibrated);
        QCOMPARE(p.kind, std::string("desktop"));
        QVERIFY(p.predicted->low < p.predicted->likely && p.predicted->likely < p.predicted->high);
        // pytorch-image-models measured 1,218 pictures a second at batch 512 with the fastest layout.
        QVERIFY(std::abs(p.logError()) < std::log(1.5));
    }
    void itsOwnMeasurementIsNeverUsed()
    {
        Measurement other = resnet();
        other.value *= 7;
        QCOMPARE(seconds(other), seconds(resnet()));
    }
    void namesMatchExactly_data()
    {
        QTest::addColumn<QByteArray>("hardware");
        QTest::addColumn<bool>("known");
        for (const char* name :
            {"NVIDIA GeForce RTX 3090", "geforce rtx 3090", " RTX  3090 ", "NVIDIA A100", "Tesla V100-SXM2-16GB", "Apple M1 Max",
                "AMD Radeon RX 7900 XTX", "NVIDIA H100 PCIe", "NVIDIA RTX A6000", "Google TPU v6e", "NVIDIA Jetson Orin Nano Super"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char* name : {"NVIDIA GeForce RTX 309", "RTX 3090 maybe", "", "a good card", "NVIDIA"})
            QTest::newRow(qPrintable(QStringLiteral("not: %1").arg(QLatin1String(name)))) << QByteArray(name) << false;
    }
    void namesMatchExactly()
    {
        QFETCH(QByteArray, hardware);
        QFETCH(bool, known);
        const Prediction p = predict(resnet(hardware.constData()));
        QVERIFY2(p.matched() == known, p.why.c_str());
        if (!known)
            QVERIFY(p.why.find("not in the catalogue") != std::string::npos);
    }
    void unqualifiedNamesMeanTheServerCard()
    {
        QCOMPARE(predict(resnet("NVIDIA A100")).hardware, predict(resnet("NVIDIA A100 SXM4 40GB")).hardware);
        QCOMPARE(predict(resnet("NVIDIA Tesla V100")).hardware, predict(resnet("NVIDIA Tesla V100 SXM2 16GB")).hardware);
    }
    void modelNamesForgiveSpelling()
    {
        for (const char* name : {"ResNet-50", "resnet_50", "RESNET50", "ResNet-50 v1.5", "resnet50 (some script)"}) {
            Measurement run = resnet();
            run.model = name;
            QVERIFY2(std::abs(seconds(run) / seconds(resnet()) - 1) < 0.02, name);
        }
    }
    void anUnknownModelNeedsItsSize()
    {
        Measurement run = resnet();
        run.model = "my own net";
        QVERIFY(!predict(run).matched());
        QVERIFY(predict(run).why.find("unknown") != std::string::npos);
        run.net.forwardGflop = 8.2;
        run.net.activationsM = 11;
        const Prediction p = predict(run);
        QVERIFY(p.matched());
        QCOMPARE(p.method, Method::Spec);
        const Prediction known = predict(resnet());
        QVERIFY(
            p.predicted->high / p.predicted->low > known.predicted->high / known.predicted->low); // less is known, so the range is wider
    }
    void metricsAgree()
    {
        Measurement run = resnet();
        const double perSample = seconds(run);
        run.metric = Metric::StepSeconds;
        QVERIFY(std::abs(seconds(run) / (perSample * 128) - 1) < 1e-9);
        run.metric = Metric::RunSeconds;
        QVERIFY(!predict(run).matched());
        run.samples = 5000;
        run.epochs = 3;
        QVERIFY(std::abs(seconds(run) / (perSample * 15000) - 1) < 1e-9);
        Measurement text = resnet();
        text.family = JobFamily::TransformerEncoder;
        text.model = "bert-base-uncased";
        text.net.sequence = 128;
        const double perText = seconds(text);
        text.metric = Metric::TokensPerSecond;
        QVERIFY(std::abs(seconds(text) * 128 / perText - 1) < 1e-9);
    }
    void moreWorkTakesLonger_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 5; ++i)
            QTest::newRow(qPrintable(QString::number(i))) << i;
    }
    void moreWorkTakesLonger()
    {
        QFETCH(int, which);
        Measurement more = resnet();
        const std::function<void(Measurement&)> changes[]{[](Measurement& m) { m.precision = Precision::Fp32; },
            [](Measurement& m) { m.net.imagePx = 320; }, [](Measurement& m) { m.batch = 2; }, [](Measurement& m) { m.powerWatts = 150; },
            [](Measurement& m) { m.model = "resnet152"; }};
        changes[which](more);
        QVERIFY2(seconds(more) > seconds(resnet()) * 1.02, qPrintable(QString::number(seconds(more) / seconds(resnet()))));
    }
    void severalCardsAreFaster()
    {
        Measurement run = resnet("NVIDIA A100 SXM4 80GB");
        const double one = seconds(run);
        run.hardwareCount = 8;
        run.batch = 8 * 128;
        QVERIFY(seconds(run) < one / 5 && seconds(run) > one / 8.01);
        QVERIFY(!predict(run).single);
    }
    /// The batch of a large model on several cards is that of an update: what does not fit is computed in parts, never in larger ones.
    void aLargeModelComputesWhatFits()
    {
        Measurement run = resnet("NVIDIA A100 SXM4 40GB");
        run.family = JobFamily::LlmFull;
        run.model = "mpt-1b";
        run.stack = "composer";
        run.metric = Metric::TokensPerSecond;
        run.net.sequence = 2048;
        run.hardwareCount = 8;
        double before = std::numeric_limits<double>::infinity();
        for (const double batch : {8.0, 64.0, 512.0, 4096.0}) {
            run.batch = batch;
            QVERIFY(seconds(run) > 0.0 && seconds(run) <= before * (1 + 1e-12));
            before = seconds(run);
        }
        run.batch = 32768; // more than fits: no further gain
        QVERIFY(std::abs(seconds(run) / before - 1) < 0.02);
    }
    /// Columns of real tables repeat values, so a booster has fewer bins to try than on random numbers.
    void realTablesFillFewerBins()
    {
        Measurement run = boosting();
        run.rows = 1e5;
        const double real = seconds(run);
        run.syntheticData = true;
        QVERIFY(seconds(run) > real);
    }
    void volumesTakeLonger()
    {
        Measurement flat = resnet();
        flat.family = JobFamily::Segmentation;
        flat.model = "some U-Net";
        flat.batch = 2;
        flat.net.forwardGflop = 900;
        flat.net.activationsM = 450;
        Measurement volume = flat;
        volume.model = "3D U-Net of 4 levels";
        const double flatTime = seconds(flat), volumeTime = seconds(volume);
        QVERIFY(volumeTime > 1.3 * flatTime);
        for (const char* name : {"some U-Net (3d)", "SomeUNet3D", "some_3d_unet", "Some 3D-UNet", "Some 3DUNet"}) {
            volume.model = name;
            QVERIFY2(seconds(volume) == volumeTime, name);
        }
        Measurement alias = flat;
        alias.model = "nnU-Net"; // the catalogue's nnU-Net 3D
        Measurement full = alias;
        full.model = "nnU-Net 3D";
        QVERIFY(seconds(alias) == seconds(full));
        for (const char* name : {"some 3dish U-Net", "some U-Net 23d"}) {
            volume.model = name;
            QVERIFY2(seconds(volume) == flatTime, name);
        }
    }
    void applesProcessorsHaveFactorsOfTheirOwn()
    {
        const Measurement run = resnet("Apple M1 Max (CPU)");
        QVERIFY2(predict(run).matched(), predict(run).why.c_str());
        Answers slower;
        slower.overrides.emplace_back("chip.apple-processor.compute", 0.1);
        const auto constants = resolveConstants(*realCatalog(), slower);
        QVERIFY(predictMeasurement(run, *realCatalog(), *constants).predicted->likely.value > 2 * seconds(run));
    }
    void tablesRunOnProcessorsAndCards()
    {
        const Prediction cpu = predict(boosting());
        QVERIFY2(cpu.matched(), cpu.why.c_str());
        QCOMPARE(cpu.method, Method::Classical);
        QVERIFY(std::abs(cpu.logError()) < std::log(2.0));
        Measurement card = boosting("NVIDIA A10");
        card.coresUsed.reset();
        card.value = 1.693;
        QVERIFY2(predict(card).matched(), predict(card).why.c_str());
        QVERIFY(std::abs(predict(card).logError()) < std::log(2.0));
        Measurement fewer = boosting();
        fewer.coresUsed = 2;
        QVERIFY(seconds(fewer) > 2 * seconds(boosting()));
        Measurement sizeless = boosting();
        sizeless.table.trees.reset();
        QVERIFY(!predict(sizeless).matched());
    }
    void otherTakesTheFamilyOfItsModel()
    {
        Measurement run = resnet();
        run.familyOfModel = true;
        QVERIFY(predict(run).matched());
        QCOMPARE(predict(run).family, JobFamily::Cnn);
        run.model = "my own net";
        QVERIFY(!predict(run).matched());
    }
    void memoryIsCompared()
    {
        Measurement run = resnet();
        run.peakMemoryGib = 10;
        const Prediction p = predict(run);
        QVERIFY(p.memoryNeedGib && *p.memoryNeedGib > 2 && p.memoryMeasuredGib == std::optional(10.0));
    }
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
        const Prediction p = predict(run);
        QVERIFY2(p.matched(), p.why.c_str());
        const double share = p.predicted->likely.value / seconds;
        QVERIFY2(share > 0.5 && share < 2.0, qPrintable(QString::number(share)));
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
    void memoryOfOwnRunsIsMet_data()
    {
        QTest::addColumn<JobFamily>("family");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("stack");
        QTest::addColumn<double>("batch");
        QTest::addColumn<double>("sequence");
        QTest::addColumn<double>("gib");
        const QString pytorch = QStringLiteral("pytorch"), transformers = QStringLiteral("hf-trainer");
        const auto row
            = [](const char* name, JobFamily family, const char* model, const QString& stack, double batch, double sequence, double gib) {
                  QTest::newRow(name) << family << QString::fromLatin1(model) << stack << batch << sequence << gib;
              };
        // Rows own-h200-* of tests/bench/fit/networks.csv and language.csv: mixed precision on an H200, PyTorch 2.11.
        row("few pictures", JobFamily::Cnn, "ResNet-50", pytorch, 8, 0, 1.52);
        row("many pictures", JobFamily::Cnn, "ResNet-50", pytorch, 256, 0, 13.90);
        row("transformer on pictures", JobFamily::TransformerEncoder, "ViT-B/16", pytorch, 32, 0, 4.38);
        row("many of them", JobFamily::TransformerEncoder, "ViT-B/16", pytorch, 128, 0, 10.75);
        row("detector", JobFamily::Detector, "RetinaNet R50-FPN", pytorch, 4, 0, 7.04);
        row("segmentation", JobFamily::Segmentation, "UNet", pytorch, 8, 0, 2.99);
        row("diffusion transformer", JobFamily::Diffusion, "DiT-XL/2", pytorch, 32, 0, 22.48);
        row("short texts", JobFamily::TransformerEncoder, "BERT-base", transformers, 8, 128, 3.11);
        row("many short texts", JobFamily::TransformerEncoder, "BERT-base", transformers, 128, 128, 8.83);
        row("longer texts", JobFamily::TransformerEncoder, "BERT-base (SQuAD fine-tune)", transformers, 16, 384, 4.93);
        row("large encoder", JobFamily::TransformerEncoder, "BERT-large", transformers, 32, 128, 9.49);
        row("decoder of transformers", JobFamily::TransformerDecoder, "GPT-2", transformers, 16, 1024, 24.75);
        row("decoder in plain PyTorch", JobFamily::TransformerDecoder, "GPT-2", pytorch, 16, 1024, 19.03);
        row("adapter", JobFamily::Lora, "Llama-3-8B", transformers, 4, 512, 36.07);
        row("small adapter", JobFamily::Lora, "TinyLlama-1.1B", transformers, 16, 512, 27.33);
    }
    void memoryOfOwnRunsIsMet()
    {
        QFETCH(JobFamily, family);
        QFETCH(QString, model);
        QFETCH(QString, stack);
        QFETCH(double, batch);
        QFETCH(double, sequence);
        QFETCH(double, gib);
        Measurement run = resnet("NVIDIA H200");
        run.family = family;
        run.model = model.toStdString();
        run.stack = stack.toStdString();
        run.batch = batch;
        run.year = 2026;
        if (sequence > 0)
            run.net.sequence = sequence;
        run.peakMemoryGib = gib;
        const Prediction p = predict(run);
        QVERIFY(p.memoryNeedGib);
        const double share = *p.memoryNeedGib / gib;
        QVERIFY2(share > 0.9 && share < 1.25, qPrintable(QString::number(share)));
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

    void errorsAreThoseOfTime()
    {
        const std::vector<Prediction> all{made(1, 1.2, "a", "x"), made(1, 0.5, "a", "y"), made(10, 40, "b", "x"), made(2, 2, "b", "y")};
        std::vector<const Prediction*> pointers;
        for (const Prediction& p : all)
            pointers.push_back(&p);
        const ErrorSummary errors = summariseErrors(pointers);
        QCOMPARE(errors.count, 4);
        QVERIFY(std::abs(errors.mape - (0.2 + 0.5 + 3.0 + 0.0) / 4) < 1e-12);
        QVERIFY(std::abs(errors.mdape - 0.35) < 1e-12);
        QVERIFY(std::abs(errors.bias - (std::log(1.2) + std::log(0.5) + std::log(4.0)) / 4) < 1e-12);
        QCOMPARE(errors.withinTwo, 0.75);
        QCOMPARE(errors.coverage80, 0.5); // 1.2 and 2 are inside x/÷1.5, 0.5 and 40 are not
        QVERIFY(std::abs(errors.medianFactor - std::sqrt(1.2 * 2)) < 1e-9);
    }
    void nothingPredictedIsNoError()
    {
        Prediction blind;
        blind.measured = 1;
        const ErrorSummary errors = summariseErrors({&blind});
        QCOMPARE(errors.count, 0);
        QCOMPARE(errors.medianFactor, 1.0);
        const ValidationSummary summary = summarise({blind});
        QCOMPARE(summary.rows, 1);
        QCOMPARE(summary.matched, 0);
        QCOMPARE(summary.pairs.count, 0LL);
    }
    void pairsCountOnlyWhereWeSeeADifference()
    {
        // predicted 1, 2, 2.2: two pairs differ by more than 1.25; one of them is the wrong way round
        const std::vector<Prediction> all{made(1, 1, "a:1", "x"), made(3, 2, "a:2", "y"), made(0.5, 2.2, "b", "z")};
        const ValidationSummary summary = summarise(all);
        QCOMPARE(summary.pairs.count, 2LL);
        QCOMPARE(summary.pairs.right, 0.5);
    }
    void otherWorkAndTheSameCardAreNoPair()
    {
        Prediction other = made(1, 9, "a", "y");
        other.workload = "something else";
        QCOMPARE(summarise({made(1, 1, "a", "x"), other, made(2, 5, "a", "x")}).pairs.count, 0LL);
    }
    void groupsAddUp()
    {
        Prediction text = made(1, 1, "owner/b:file@1", "z");
        text.family = JobFamily::Lora;
        text.kind = "laptop";
        const ValidationSummary summary = summarise({made(1, 2, "owner/a:x", "x"), made(1, 3, "owner/a:y", "y"), text});
        QCOMPARE(summary.byFamily.at("cnn").count, 2);
        QCOMPARE(summary.byFamily.at("lora").count, 1);
        QCOMPARE(summary.byKind.at("laptop").count, 1);
        QCOMPARE(summary.bySource.at("owner/a").count, 2);
        QCOMPARE(summary.all.count, 3);
    }
    void everyFamilyHasAWord()
    {
        for (int i = 0; i <= static_cast<int>(JobFamily::Reinforcement); ++i)
            QVERIFY(!familyName(static_cast<JobFamily>(i)).empty());
    }
    void frameworksRoundTrip()
    {
        for (std::size_t i = 0; i < frameworkCount; ++i)
            QCOMPARE(static_cast<std::size_t>(frameworkOf(frameworkName(static_cast<Framework>(i)))), i);
        QCOMPARE(frameworkOf("something new"), Framework::Other);
    }
};

QTEST_APPLESS_MAIN(TestValidation)
#include "tst_validation.moc"
