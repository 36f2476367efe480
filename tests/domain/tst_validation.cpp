// From a measured run to a prediction, and from predictions to errors.
#include "models/domain/constants.h"
#include "models/domain/validation.h"
#include "tests/support/catalogbuilder.h"
#include "tests/support/measuredruns.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace rightrig;
using rightrig::testing::boosting;
using rightrig::testing::realCatalog;
using rightrig::testing::resnet;

namespace {

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
    void aServersUnknownFiguresAreThoseOfARentedOne()
    {
        // Google states neither the memory of its processors nor, for the bare name, how many cores an instance has.
        Measurement run = boosting("GCP n1-standard-8");
        run.coresUsed.reset();
        const Prediction instance = predict(run);
        QVERIFY2(instance.matched(), instance.why.c_str());
        run.hardware = "Intel(R) Xeon(R) CPU @ 2.00GHz";
        QVERIFY(!predict(run).matched());
        run.coresUsed = 4;
        const Prediction named = predict(run);
        QVERIFY2(named.matched(), named.why.c_str());
        QCOMPARE(named.predicted->likely.value, instance.predicted->likely.value);
        const auto width = [](const Prediction& p) { return p.predicted->high.value / p.predicted->low.value; };
        QVERIFY(width(named) > 1.2 * width(predict(boosting())));
        Measurement network = resnet("GCP n1-standard-8");
        network.precision = Precision::Fp32;
        QVERIFY(predict(network).matched());
        network.hardware = "Intel(R) Xeon(R) CPU @ 2.00GHz";
        QVERIFY(!predict(network).matched());
    }
    void instancesOfRentedCardsAreTheirCards()
    {
        for (const auto& [instance, card] : {std::pair("p3.2xlarge", "NVIDIA Tesla V100 SXM2 16GB"),
                 std::pair("AWS p4d.24xlarge", "NVIDIA A100 SXM4 40GB"), std::pair("a2-ultragpu-1g", "NVIDIA A100 SXM4 80GB"),
                 std::pair("g2-standard-4", "NVIDIA L4"), std::pair("Standard_NC4as_T4_v3", "Tesla T4")}) {
            const Prediction rented = predict(resnet(instance)), owned = predict(resnet(card));
            QVERIFY2(rented.matched() && owned.matched(), instance);
            QCOMPARE(rented.predicted->likely.value, owned.predicted->likely.value);
        }
    }
    void filesOfOneRepositoryAreOneSource()
    {
        // Three pairs, of which one has the same software.
        Prediction otherSoftware = made(9, 9, "a/b:3", "w");
        otherSoftware.stack = "mxnet";
        const ValidationSummary summary = summarise({made(1, 1, "a/b:1", "x"), made(3, 3, "a/b:2", "y"), otherSoftware});
        QCOMPARE(summary.pairs.count, 3LL);
        QCOMPARE(summary.pairsInsideSource.count, 1LL);
        QCOMPARE(summary.pairsInsideSource.right, 1.0);
    }
    void sourcesAreNamedByRepositoryOrHost()
    {
        QCOMPARE(sourceName("owner/name:docs/table.csv@0a1b"), std::string("owner/name"));
        QCOMPARE(sourceName("https://github.com/owner/name/issues/12@2020-01-30"), std::string("owner/name"));
        QCOMPARE(sourceName("https://github.com/owner/name"), std::string("owner/name"));
        QCOMPARE(sourceName("https://github.com/owner"), std::string("owner"));
        QCOMPARE(sourceName("http://example.org/a/b:c"), std::string("example.org"));
        QCOMPARE(sourceName("httpd/benchmarks:a"), std::string("httpd/benchmarks"));
        QCOMPARE(sourceName("own runs"), std::string("own runs"));
        QCOMPARE(sourceName(""), std::string());
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
