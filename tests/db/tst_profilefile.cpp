// Machine profiles in their written form: what is read back, what is refused and where, and that the schema says the same.
#include "db/documents/profilefile.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QtTest>

using namespace rightrig;

namespace {

QString errorOf(const QByteArray& json)
{
    const auto read = readProfile(json);
    const auto* error = std::get_if<DocumentError>(&read);
    return error == nullptr ? QString() : error->text;
}

MachineProfile full()
{
    MachineProfile profile;
    profile.cpu = "Sample Processor 9000";
    profile.cores = 14.0;
    profile.performanceCores = 6.0;
    profile.efficiencyCores = 8.0;
    profile.threads = 20.0;
    profile.coreLimit = 1.5;
    profile.simd = Simd::Avx2;
    profile.cacheL1Kib = 48.0;
    profile.cacheL2Kib = 1280.0;
    profile.cacheL3Kib = 24576.0;
    profile.ram = Gib{16.0};
    profile.freeRam = Gib{9.25};
    profile.gpus = {{"Sample Card", Gib{8.0}, "550.1", Watts{85.0}, false}, {"Built in", {}, {}, {}, true}};
    profile.os = Os::Linux;
    profile.laptop = true;
    profile.power = PowerSupply::Battery;
    profile.virtualMachine = false;
    profile.container = true;
    for (std::size_t i = 0; i < rateCount; ++i)
        profile.rates[i] = MeasuredRate{10.5 + static_cast<double>(i), 0.02};
    profile.rates[3]->spread.reset();
    profile.heldUp = 0.81;
    profile.spread = 0.04;
    profile.noisy = true;
    profile.seconds = 18.5;
    profile.quick = false;
    profile.missing = {Missing::Jpeg, Missing::Disk};
    return profile;
}

} // namespace

class TestProfileFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackEqual()
    {
        for (const MachineProfile& profile : {full(), MachineProfile{}}) {
            const QByteArray written = writeProfile(profile);
            const auto read = readProfile(written);
            QVERIFY2(std::holds_alternative<MachineProfile>(read), qPrintable(errorOf(written)));
            QVERIFY(std::get<MachineProfile>(read) == profile);
            QCOMPARE(writeProfile(std::get<MachineProfile>(read)), written);
        }
    }

    void everyFieldIsOptional()
    {
        QVERIFY(std::get<MachineProfile>(readProfile("{}")) == MachineProfile{});
        QVERIFY(std::get<MachineProfile>(readProfile(R"({"cpu":null,"rates":{"jpeg_decode_per_s":null},"missing":null,"gpus":null})"))
            == MachineProfile{});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto row = [](const QByteArray& json, const char* message) { QTest::newRow(message) << json << QString::fromUtf8(message); };
        row(R"([])", "expected an object in braces");
        row(R"({"schema":"rightrig.answers/1"})", "schema: 'rightrig.answers/1' is not rightrig.profile/1");
        row(R"({"hostname":"x"})", "hostname: unknown key");
        row(R"({"cpu":{"serial":"x"}})", "cpu.serial: unknown key");
        row(R"({"cpu":{"cores":1e9}})", "cpu.cores: 1000000000 is above 4096");
        row(R"({"cpu":{"cores":"8"}})", "cpu.cores: expected a number");
        row(R"({"cpu":{"model":"a\u0007b"}})", "cpu.model: has a control character");
        row(R"({"cpu":{"model":"a\nb"}})", "cpu.model: has more than one line");
        row(R"({"cpu":{"cores":4,"performance_cores":8}})", "cpu: more performance or efficiency cores than cores");
        row(R"({"memory":{"ram_gib":0}})", "memory.ram_gib: 0 is below 0.001");
        row(R"({"gpus":[{"vram_gib":8}]})", "gpus[0].name: is missing");
        row(R"({"os":"any"})", "os: 'any' is not one of windows, macos, linux");
        row(R"({"rates":{"sgemm_all_large_gflops":{"value":-3}}})", "rates.sgemm_all_large_gflops.value: -3 is below 0.001");
        row(R"({"rates":{"sgemm_all_large_gflops":{}}})", "rates.sgemm_all_large_gflops.value: is missing");
        row(R"({"rates":{"sgemm_all_large_gflops":5}})", "rates.sgemm_all_large_gflops: expected an object");
        row(R"({"rates":{"hashing":{"value":1}}})", "rates.hashing: unknown key");
        row(R"({"missing":["blas","blas"]})", "missing[1]: 'blas' is written twice");
        row(R"({"steadiness":{"noisy":"very"}})", "steadiness.noisy: expected true or false");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        QCOMPARE(errorOf(json), message);
    }

    void damagedTextNeverCrashes()
    {
        const QByteArray good = writeProfile(full());
        int refused = 0;
        for (qsizetype i = 0; i < good.size(); i += 3) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x15);
            refused += errorOf(bad).isEmpty() ? 0 : 1;
            QVERIFY(!errorOf(good.left(i)).isEmpty());
        }
        QVERIFY(refused > good.size() / 6);
    }

    void theSchemaKnowsEveryRateAndItsSpan()
    {
        QFile file(sourcePath(QStringLiteral("resources/schemas/profile.schema.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json schema = Json::parse(file.readAll().toStdString());
        const Json& rates = schema["properties"]["rates"]["properties"];
        QCOMPARE(rates.size(), rateCount);
        for (std::size_t i = 0; i < rateCount; ++i) {
            const RateInfo& info = rateInfo(static_cast<Rate>(i));
            const Json& value = rates.at(std::string(info.key))["properties"]["value"];
            QCOMPARE(value["minimum"].get<double>(), info.low);
            QCOMPARE(value["maximum"].get<double>(), info.high);
        }
        const Json written = Json::parse(writeProfile(full()).toStdString());
        for (const auto& [key, part] : written.items()) {
            QVERIFY2(schema["properties"].contains(key), key.c_str());
            if (!part.is_object())
                continue;
            for (const auto& [inner, value] : part.items())
                QVERIFY2(schema["properties"][key]["properties"].contains(inner), inner.c_str());
        }
    }

    void steadinessIsJudged()
    {
        MachineProfile profile;
        judgeSteadiness(profile, 0.0);
        QVERIFY(!profile.noisy); // nothing measured, nothing said
        profile.rates[0] = MeasuredRate{1.0, 0.01};
        profile.rates[1] = MeasuredRate{1.0, 0.02};
        profile.rates[2] = MeasuredRate{1.0, 0.9};
        judgeSteadiness(profile, 0.0);
        QCOMPARE(profile.spread, std::optional(0.02));
        QCOMPARE(profile.noisy, std::optional(false));
        judgeSteadiness(profile, 0.6);
        QCOMPARE(profile.noisy, std::optional(true));
        profile.rates[1]->spread = 0.3;
        judgeSteadiness(profile, 0.0);
        QCOMPARE(profile.noisy, std::optional(true));
    }

    void aContainersLimitCounts()
    {
        MachineProfile profile;
        QVERIFY(!profile.usableCores());
        profile.threads = 64.0;
        QCOMPARE(profile.usableCores(), std::optional(64.0));
        profile.cores = 32.0;
        profile.coreLimit = 1.5;
        QCOMPARE(profile.usableCores(), std::optional(1.5));
    }
};

QTEST_APPLESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
