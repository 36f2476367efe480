// Exact look-up in the catalogue, and the stable names of reason codes.
#include "models/domain/catalog.h"
#include "models/domain/reasons.h"

#include <QtTest>

#include <set>

using namespace rightrig;

namespace {

Device device(const char* id, const char* name, DeviceKind kind, std::vector<std::string> aliases = {})
{
    Device d;
    d.id = id;
    d.name = name;
    d.kind = kind;
    d.aliases = std::move(aliases);
    return d;
}

Catalog sample()
{
    Catalog catalog;
    catalog.devices = {device("m1-cpu", "Apple M1", DeviceKind::Cpu), device("m1-gpu", "Apple  M1", DeviceKind::Gpu, {"M1 GPU"}),
        device("rtx", "NVIDIA GeForce RTX 3060", DeviceKind::Gpu, {"RTX 3060", "Tricky"}), device("tpu", "TPU v4", DeviceKind::Tpu),
        device("tricky", "Tricky", DeviceKind::Gpu)};
    Machine machine;
    machine.id = "air";
    machine.name = "MacBook Air";
    machine.aliases = {"Air 13"};
    catalog.machines = {machine};
    Offer offer;
    offer.id = "air-new";
    catalog.offers = {offer};
    Preset preset;
    preset.id = "tables-forest";
    catalog.presets = {preset};
    catalog.assumptions = {{"time.cnn.a", 0.27, 0.2, 0.3, "exponent", "", {}}};
    catalog.currencies = {{CurrencyCode("EUR"), 1.1, {}}};
    Country country;
    country.code = "DE";
    catalog.countries = {country};
    catalog.index();
    return catalog;
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("case") << QByteArray("RTX 3060 Ti") << QByteArray("rtx 3060 ti");
        QTest::newRow("blanks") << QByteArray("\t RTX   3060\n") << QByteArray("rtx 3060");
        QTest::newRow("empty") << QByteArray("  ") << QByteArray();
        QTest::newRow("not ASCII stays") << QByteArray("\xc3\x84pfel") << QByteArray("\xc3\x84pfel");
    }
    void normalises()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(normalisedName(text.toStdString())), expected);
    }

    void findsDevicesExactly()
    {
        const Catalog catalog = sample();
        QCOMPARE(catalog.findDevice("rtx 3060"), 2);
        QCOMPARE(catalog.findDevice("  NVIDIA geforce  RTX 3060 "), 2);
        QCOMPARE(catalog.findDevice("rtx"), 2);
        QCOMPARE(catalog.findDevice("RTX 306"), -1);
        QCOMPARE(catalog.findDevice("RTX 3060 Ti"), -1);
        QCOMPARE(catalog.findDevice(""), -1);
    }
    void sameNameOfAnotherKind()
    {
        const Catalog catalog = sample();
        QCOMPARE(catalog.findDevice("Apple M1", DeviceKind::Cpu), 0);
        QCOMPARE(catalog.findDevice("apple m1", DeviceKind::Gpu), 1);
        QCOMPARE(catalog.findDevice("Apple M1"), 0);
        QCOMPARE(catalog.findDevice("M1 GPU", DeviceKind::Cpu), -1);
    }
    void graphicsAlsoFindsTpus()
    {
        const Catalog catalog = sample();
        QCOMPARE(catalog.findDevice("TPU v4", DeviceKind::Gpu), 3);
        QCOMPARE(catalog.findDevice("TPU v4", DeviceKind::Tpu), 3);
        QCOMPARE(catalog.findDevice("RTX 3060", DeviceKind::Tpu), -1);
    }
    void namesComeBeforeAliases() { QCOMPARE(sample().findDevice("Tricky"), 4); }

    void findsTheRest()
    {
        const Catalog catalog = sample();
        QCOMPARE(catalog.findMachine("AIR"), 0);
        QCOMPARE(catalog.findMachine("air 13"), 0);
        QCOMPARE(catalog.findMachine("Pro"), -1);
        QCOMPARE(catalog.findOffer("air-new"), 0);
        QCOMPARE(catalog.findOffer("none"), -1);
        QVERIFY(catalog.findPreset("tables-forest") == &catalog.presets.front());
        QVERIFY(catalog.findPreset("tables") == nullptr);
        QVERIFY(catalog.findAssumption("time.cnn.a") != nullptr && catalog.findAssumption("time.cnn") == nullptr);
        QVERIFY(catalog.findCountry("DE") != nullptr && catalog.findCountry("FR") == nullptr);
        QVERIFY(catalog.findCurrency(CurrencyCode("EUR")) != nullptr && catalog.findCurrency(CurrencyCode("USD")) == nullptr);
    }
    void indexingAgainForgetsTheOld()
    {
        Catalog catalog = sample();
        catalog.devices.resize(1);
        catalog.index();
        QCOMPARE(catalog.findDevice("RTX 3060"), -1);
        QCOMPARE(catalog.findDevice("Apple M1"), 0);
    }

    void reasonNamesAreUniqueAndStable()
    {
        std::set<std::string_view> seen;
        for (int i = 0; i <= static_cast<int>(ReasonCode::CandidateBetterForSameMoney); ++i) {
            const std::string_view name = codeName(static_cast<ReasonCode>(i));
            QVERIFY2(name != "unknown", qPrintable(QString::number(i)));
            QVERIFY2(seen.insert(name).second, name.data());
            QVERIFY(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
        }
        QCOMPARE(codeName(ReasonCode::NotEnoughVram), std::string_view("not_enough_vram"));
        QCOMPARE(codeName(ReasonCode::WithinTie), std::string_view("within_tie"));
        QCOMPARE(codeName(static_cast<ReasonCode>(250)), std::string_view("unknown"));
    }
};

QTEST_APPLESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
