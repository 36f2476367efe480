// The composite law: what is counted, how it behaves, and that every constant of it is felt.
#include "models/domain/boosting.h"
#include "models/domain/neural.h"
#include "models/domain/validation.h"
#include "models/domain/work.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

constexpr int rounds = 2000;

bool near(double a, double b, double share = 1e-9) { return std::abs(a - b) <= share * std::abs(b); }

Job pictures()
{
    Job job;
    job.family = JobFamily::Cnn;
    job.net.forwardGflop = 8.0;
    job.net.activationsM = 11.0;
    job.net.paramsM = 25.0;
    job.net.modules = 158;
    job.net.imagePx = 224;
    job.batch = 64;
    return job;
}

Job decoder(JobFamily family)
{
    Job job;
    job.family = family;
    job.net.paramsM = 1000;
    job.net.embeddingParamsM = 200;
    job.net.vocabulary = 50000;
    job.net.layers = 24;
    job.net.hidden = 2048;
    job.net.sequence = 512;
    job.net.adapterParamsM = 10;
    return job;
}

Engine card()
{
    Engine engine;
    engine.onCpu = false;
    engine.stack = Stack::Cuda;
    engine.fp32 = false;
    engine.tensor = true;
    engine.tflops = 71;
    engine.effective = 55;
    engine.bandwidth = 936;
    engine.elementBytes = 2;
    return engine;
}

/// One run for each part of the law: every constant must move at least one of them.
std::vector<Measurement> pins()
{
    std::vector<Measurement> result;
    const auto add
        = [&result](const char* hardware, JobFamily family, const char* model, const char* stack, Precision precision, double batch) {
              Measurement run;
              run.hardware = hardware;
              run.family = family;
              run.model = model;
              run.stack = stack;
              run.precision = precision;
              run.batch = batch;
              run.value = 1;
              run.year = 2019;
              result.push_back(run);
          };
    for (const char* hardware :
        {"Tesla K80", "GeForce GTX TITAN X", "GeForce GTX 1080 Ti", "TITAN V", "GeForce RTX 2080 Ti", "GeForce RTX 3090",
            "GeForce RTX 4090", "NVIDIA H100 SXM5 80GB", "GeForce RTX 5090", "Radeon VII", "Radeon RX 5700", "Radeon RX 7900 XTX",
            "AMD Instinct MI300X", "Apple M1 Max", "Intel Arc A770", "Google TPU v6e", "Radeon 780M", "Intel Core i7-13700KF"}) {
        for (const Precision precision : {Precision::Amp, Precision::Fp32}) {
            add(hardware, JobFamily::Cnn, "resnet50", "pytorch", precision, 64);
            add(hardware, JobFamily::Cnn, "mobilenet_v2", "pytorch", precision, 256);
            add(hardware, JobFamily::Cnn, "vgg16", "pytorch", precision, 64);
        }
    }
    for (const char* stack : {"ngc", "pytorch-compile", "hf-trainer", "tensorflow", "tf-metal", "mlx", "jax", "composer", "megatron",
             "litgpt", "torchtune", "unsloth", "other"})
        add("GeForce RTX 3090", JobFamily::Cnn, "resnet50", stack, Precision::Amp, 64);
    for (const double batch : {1.0, 64.0}) {
        add("GeForce RTX 3090", JobFamily::Detector, "SSD300", "pytorch", Precision::Amp, batch);
        add("GeForce RTX 3090", JobFamily::TransformerEncoder, "bert-base-uncased", "pytorch", Precision::Amp, batch);
        add("NVIDIA A100", JobFamily::LlmFull, "mpt-1b", "composer", Precision::Amp, batch);
        add("NVIDIA A100", JobFamily::Lora, "Llama-2-7b", "hf-trainer", Precision::Amp, batch);
        add("NVIDIA A100", JobFamily::Qlora, "Llama-2-7b", "hf-trainer", Precision::Int4, batch);
    }
    // networks nobody knows: the usual numbers stand in
    for (const JobFamily family :
        {JobFamily::Cnn, JobFamily::Detector, JobFamily::TransformerEncoder, JobFamily::LlmFull, JobFamily::Lora, JobFamily::Rnn}) {
        for (const double batch : {1.0, 512.0}) {
            add("GeForce RTX 3090", family, "unknown", "pytorch", Precision::Amp, batch);
            result.back().net.forwardGflop = 8;
            result.back().net.layers = 12;
            if (family != JobFamily::Cnn && family != JobFamily::Detector)
                result.back().net.activationsM = batch > 1 ? 400.0 : 20.0;
        }
    }
    add("NVIDIA L4", JobFamily::Rnn, "unknown", "pytorch", Precision::Amp, 512); // held back by its 72 W
    result.back().net.forwardGflop = 80;
    result.back().net.activationsM = 1;
    add("GeForce RTX 3090", JobFamily::Cnn, "resnet18", "pytorch", Precision::Amp, 256);
    result.back().realPipeline = true;
    add("NVIDIA H100 SXM5 80GB", JobFamily::Cnn, "resnet18", "ngc", Precision::Amp, 256);
    result.back().realPipeline = true;
    add("NVIDIA A100", JobFamily::Lora, "Llama-2-7b (no flash attention)", "hf-trainer", Precision::Amp, 4);
    add("NVIDIA A100", JobFamily::Segmentation, "nnU-Net 3D", "pytorch", Precision::Amp, 2);
    for (Measurement& run : result) {
        run.metric = Metric::StepSeconds;
        if (run.family == JobFamily::LlmFull)
            run.metric = Metric::SamplesPerSecond;
    }
    return result;
}

} // namespace

class TestWork : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Constants> m_constants;
    std::mt19937 m_dice{20261123};
    [[nodiscard]] double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_dice); }
    [[nodiscard]] double seconds(const Work& work, const Engine& engine, double micro) const
    {
        return stepParts(work, engine, micro, micro, m_constants->law).seconds;
    }

private Q_SLOTS:
    void initTestCase() { m_constants = resolveConstants(*realCatalog(), {}); }

    void countsPictures()
    {
        const auto work = workOf(pictures(), {}, m_constants->law);
        QVERIFY(work.has_value());
        QVERIFY(near(work->flop, 24e9));
        QVERIFY(near(work->activations, 11e6));
        QVERIFY(near(work->parameters, 25e6));
        QCOMPARE(work->modules, 158.0);
    }
    void checkpointingComputesTheForwardPassTwice()
    {
        const auto plain = workOf(decoder(JobFamily::LlmFull), {}, m_constants->law);
        const auto sparing = workOf(decoder(JobFamily::LlmFull), {true, false, false}, m_constants->law);
        QVERIFY(near(sparing->flop / plain->flop, 4.0 / 3.0));
        QVERIFY(near(sparing->activations / plain->activations, 4.0 / 3.0));
    }
    void adaptersSkipTheGradientsOfWeights()
    {
        const auto full = workOf(decoder(JobFamily::LlmFull), {}, m_constants->law);
        const auto adapters = workOf(decoder(JobFamily::Lora), {}, m_constants->law);
        QVERIFY(near(adapters->flop / full->flop, 2.0 / 3.0));
        QVERIFY(near(adapters->parameters, 10e6));
        QVERIFY(near(full->parameters, 1000e6));
    }
    void decodersCountTheHeadAndAttention()
    {
        // N = 1000 M - 200 M looked up + the head 50,000 x 2,048; 2 N s + 4 L h s^2, three passes
        const double n = 800e6 + std::min(50000.0 * 2048, 200e6);
        const double forward = 2 * n * 512 + 4.0 * 24 * 2048 * 512 * 512;
        QVERIFY(near(workOf(decoder(JobFamily::LlmFull), {}, m_constants->law)->flop, 3 * forward));
    }
    void encodersCountTheirBlocks()
    {
        Job job = decoder(JobFamily::TransformerEncoder);
        const double forward = 2 * 12.0 * 24 * 2048 * 2048 * 512 + 4.0 * 24 * 2048 * 512 * 512;
        QVERIFY(near(workOf(job, {}, m_constants->law)->flop, 3 * forward));
        job.net.forwardGflop = 5;
        QVERIFY(near(workOf(job, {}, m_constants->law)->flop, 15e9));
    }
    void aSizelessNetworkHasNoWork()
    {
        Job job = pictures();
        job.net.forwardGflop.reset();
        QVERIFY(!workOf(job, {}, m_constants->law));
        Job text = decoder(JobFamily::Lora);
        text.net.sequence.reset();
        QVERIFY(!workOf(text, {}, m_constants->law));
    }

    void betterCardsAreNeverSlower()
    {
        for (int i = 0; i < rounds; ++i) {
            Job job = pictures();
            job.net.forwardGflop = between(0.1, 500);
            job.net.activationsM = between(0.5, 200);
            const auto work = workOf(job, {}, m_constants->law);
            Engine worse = card();
            worse.tflops = between(1, 1000);
            worse.effective = between(0.2, 1) * worse.tflops;
            worse.bandwidth = between(20, 8000);
            worse.tensor = i % 2 == 0;
            Engine better = worse;
            better.effective *= between(1, 4);
            better.bandwidth *= between(1, 4);
            const double micro = std::floor(between(1, 512));
            QVERIFY(seconds(*work, better, micro) <= seconds(*work, worse, micro) * (1 + 1e-12));
        }
    }
    void largerBatchesCostLessBySample()
    {
        const auto work = workOf(pictures(), {}, m_constants->law);
        double before = std::numeric_limits<double>::infinity();
        for (double micro = 1; micro <= 1024; micro *= 2) {
            const double perSample = seconds(*work, card(), micro) / micro;
            QVERIFY(perSample <= before * (1 + 1e-12));
            before = perSample;
        }
    }
    void thePartsAddUp()
    {
        for (int i = 0; i < rounds; ++i) {
            Job job = pictures();
            job.net.forwardGflop = between(0.1, 500);
            job.net.modules = std::floor(between(5, 800));
            Engine engine = card();
            engine.slowdown = between(0.5, 3);
            const auto work = workOf(job, {}, m_constants->law);
            const StepParts parts = stepParts(*work, engine, between(1, 256), 256, m_constants->law);
            const double most = std::max({parts.computing, parts.moving, parts.launching, parts.updating, parts.unpacking});
            const double sum = parts.computing + parts.moving + parts.updating + parts.launching;
            QVERIFY(parts.seconds >= most * engine.slowdown * (1 - 1e-12) && parts.seconds <= sum * engine.slowdown * (1 + 1e-12));
        }
    }
    void aProcessorLaunchesNothing()
    {
        Engine cpu = card();
        cpu.onCpu = true;
        const auto work = workOf(pictures(), {}, m_constants->law);
        QCOMPARE(stepParts(*work, cpu, 1, 1, m_constants->law).launching, 0.0);
        QVERIFY(stepParts(*work, card(), 1, 1, m_constants->law).launching > 0.01);
    }
    void onlyOneUpdateForAnAccumulatedBatch()
    {
        const auto work = workOf(pictures(), {}, m_constants->law);
        const double whole = stepParts(*work, card(), 64, 64, m_constants->law).updating;
        const double part = stepParts(*work, card(), 8, 64, m_constants->law).updating;
        QVERIFY(near(part * 8, whole));
    }

    /// Each pass over 4-bit weights unpacks them: a cost by weight and micro-batch, not by sample.
    void packedWeightsAreUnpackedInEachPass()
    {
        Job job = pictures();
        job.family = JobFamily::Qlora;
        job.net.paramsM = 7000;
        const auto plain = workOf(job, {}, m_constants->law);
        const auto again = workOf(job, {true, false, false}, m_constants->law);
        QCOMPARE(plain->unpacked, 2 * 7e9);
        QCOMPARE(again->unpacked, 3 * 7e9);
        const StepParts one = stepParts(*plain, card(), 1, 8, m_constants->law), eight = stepParts(*plain, card(), 8, 8, m_constants->law);
        QVERIFY(one.unpacking > 0.0);
        QCOMPARE(eight.unpacking, one.unpacking);
        job.family = JobFamily::Lora;
        QCOMPARE(workOf(job, {}, m_constants->law)->unpacked, 0.0);
        QCOMPARE(workOf(job, {false, true, false}, m_constants->law)->unpacked, 2 * 7e9);
    }
    void recomputingLaunchesAgain()
    {
        const auto plain = workOf(pictures(), {}, m_constants->law);
        const auto again = workOf(pictures(), {true, false, false}, m_constants->law);
        QVERIFY(near(again->modules, plain->modules * m_constants->law.checkpointLaunches));
    }
    /// Only networks of the catalogue have their layers counted; of the others the number is derived.
    void uncountedLayersAreDerived()
    {
        const LawConstants& law = m_constants->law;
        Job job = pictures();
        job.net.modules.reset();
        QCOMPARE(workOf(job, {}, law)->modules, law.work[static_cast<std::size_t>(WorkKind::Picture)].launches);
        job.net.layers = 5;
        QCOMPARE(workOf(job, {}, law)->modules, 5 * law.modulesPerLayer);
        job.net.layers.reset();
        job.net.forwardGflop = 0.001; // written by hand for digits
        QCOMPARE(workOf(job, {}, law)->modules, law.tinyModules);
        double before = 0.0;
        for (double gflop = 0.0001; gflop < 10.0; gflop *= 1.2) { // more arithmetic never means fewer layers
            job.net.forwardGflop = gflop;
            const double modules = workOf(job, {}, law)->modules;
            QVERIFY(modules >= before);
            before = modules;
        }
        Job recurrent = job;
        recurrent.family = JobFamily::Rnn;
        recurrent.net.layers = 2;
        recurrent.net.sequence = 100;
        QCOMPARE(workOf(recurrent, {}, law)->modules, 200 * law.recurrentModules);
    }
    void tensorFlowTakesTimeAroundEachStep()
    {
        Engine engine = card();
        const auto work = workOf(pictures(), {}, m_constants->law);
        const double plain = stepParts(*work, engine, 1, 1, m_constants->law).launching;
        engine.framework = Framework::TensorFlow;
        const double more = stepParts(*work, engine, 1, 1, m_constants->law).launching;
        QVERIFY(near(more - plain, m_constants->law.graphStepMs * 1e-3, 1e-6));
    }
    /// Pictures of 32 px come as arrays: reading them is never slower than opening photos, and never nothing.
    void littlePicturesAreReadFaster()
    {
        const auto seconds = [this](double side, bool files) {
            Job job = pictures();
            job.net.forwardGflop = 0.001;
            job.net.activationsM = 0.001;
            job.net.imagePx = side;
            job.realPipeline = files;
            return stepTime(job, card(), {}, 4096, *m_constants)->seconds;
        };
        double before = 0.0;
        for (const double side : {28.0, 64.0, 128.0, 160.0, 224.0, 640.0}) {
            QVERIFY(seconds(side, true) >= before);
            before = seconds(side, true);
        }
        QVERIFY(seconds(32, true) < 0.6 * seconds(224, true));
        QVERIFY(seconds(32, true) > seconds(32, false));
        QVERIFY(near(seconds(640, true), seconds(224, true)));
    }
    void xgboostIsCheaperByTheRowInTheCache()
    {
        const auto perRow = [this](double rows) {
            return boostingSeconds(Booster::XgBoost, {rows, 8, 100, 10, 0, {}}, 16, 1.0, m_constants->tables) / rows;
        };
        QVERIFY(perRow(1e6) < 0.95 * perRow(1e7));
        double before = 0.0;
        for (double rows = 1e4; rows < 1e9; rows *= 1.5) { // and more rows are never faster
            QVERIFY(perRow(rows) * rows > before);
            before = perRow(rows) * rows;
        }
    }
    void everyPinIsPredicted()
    {
        for (const Measurement& run : pins()) {
            const Prediction p = predictMeasurement(run, *realCatalog(), *m_constants);
            QVERIFY2(p.matched(), (run.hardware + ", " + run.model + ": " + p.why).c_str());
        }
    }

    void theSecondOpinionIsNotFarOff()
    {
        // Another law, fitted to other runs: on a card both know, it should tell the same story.
        for (const char* id : {"images-imagenet", "text-bert-qa", "text-lora-7b"}) {
            const Job job = jobFromPresetOf(id);
            Machine machine;
            machine.kind = MachineKind::Desktop;
            machine.accelerator = realCatalog()->findDevice("GeForce RTX 3090");
            machine.acceleratorCount = 1;
            const auto engine = cardEngine(job, makeRig(*realCatalog(), machine, *m_constants), *m_constants);
            const auto ours = stepTime(job, *engine, {job.checkpointing, false, false}, 8, *m_constants);
            const auto other = simpleStepSeconds(job, *engine, {job.checkpointing, false, false}, 8, *m_constants);
            QVERIFY(ours && other);
            QVERIFY2(std::abs(std::log(ours->seconds / *other)) < std::log(3.0), id);
        }
        QVERIFY(!simpleStepSeconds(pictures(), card(), {}, 8, *m_constants));
    }

private:
    static Job jobFromPresetOf(const char* id)
    {
        const Preset* preset = realCatalog()->findPreset(id);
        Job job;
        job.family = preset->family;
        job.net = preset->net;
        job.batch = preset->batch;
        job.precision = preset->precision;
        job.checkpointing = preset->checkpointing;
        return job;
    }
};

QTEST_APPLESS_MAIN(TestWork)
#include "tst_work.moc"
