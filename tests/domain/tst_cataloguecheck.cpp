// Each rule of checkCatalog() finds the row that breaks it, and a sound catalogue has no findings.
#include "models/domain/cataloguecheck.h"

#include <QtTest>

using namespace rightrig;

namespace {

constexpr const char* today = "2026-11-22";

Catalog soundCatalog()
{
    Catalog catalog;
    catalog.currencies.push_back({CurrencyCode("USD"), 1.0, {"bank", "2026-09"}});
    Device card;
    card.id = "card";
    card.name = "Card";
    card.vram = Gib{24.0};
    card.powerMin = Watts{60};
    card.powerMax = Watts{140};
    card.fp32Tflops = 20.0;
    card.tf32Tflops = 40.0;
    card.halfTflops = 80.0;
    card.source = {"maker", "2024"};
    catalog.devices.push_back(card);
    for (int i = 0; i < 5; ++i) {
        Machine machine;
        machine.id = "rent-" + std::to_string(i);
        machine.name = "Rented " + std::to_string(i);
        machine.provider = "Provider " + std::to_string(i);
        machine.kind = MachineKind::Cloud;
        machine.accelerator = 0;
        machine.acceleratorCount = 1;
        machine.source = {"feed", "2026-08-01"};
        catalog.machines.push_back(machine);
        Offer offer;
        offer.id = "offer-" + std::to_string(i);
        offer.machine = i;
        offer.price = Money{1.0 + 0.1 * i, CurrencyCode("USD")};
        offer.per = Per::Hour;
        offer.kind = PriceKind::OnDemand;
        offer.source = {"feed", "2026-08-01"};
        offer.confidence = Confidence::High;
        catalog.offers.push_back(offer);
    }
    catalog.index();
    return catalog;
}

using Change = void (*)(Catalog&);

} // namespace

class TestCatalogueCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundCatalogueIsClean();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void lowConfidenceMakesARemark();
    void manySizesOfOneProviderAreOneVoice();
    void aClassIsNoVoiceOfItsOwn();
    void coversKindsYearsAndAges();
    void countsMonths_data();
    void countsMonths();
    void makesExpiredPricesUnknown();
};

void TestCatalogueCheck::aSoundCatalogueIsClean()
{
    const CatalogReport report = checkCatalog(soundCatalog(), today);
    for (const CatalogFinding& finding : report.findings)
        qWarning("%s %s %s", finding.check.c_str(), finding.id.c_str(), finding.text.c_str());
    QVERIFY(report.findings.empty());
    QVERIFY(report.remarks.empty());
}

void TestCatalogueCheck::findsWhatIsWrong_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, Change change, const char* check, const char* id) {
        QTest::newRow(name) << change << QString::fromLatin1(check) << QString::fromLatin1(id);
    };
    row(
        "no source", [](Catalog& c) { c.offers[1].source.text.clear(); }, "source", "offer-1");
    row(
        "no date", [](Catalog& c) { c.machines[2].source.asOf.clear(); }, "date", "rent-2");
    row(
        "future", [](Catalog& c) { c.offers[1].source.asOf = "2026-11-23"; }, "date", "offer-1");
    row(
        "zero price", [](Catalog& c) { c.offers[0].price->amount = 0.0; }, "range", "offer-0");
    row(
        "unknown rate", [](Catalog& c) { c.offers[0].price->currency = CurrencyCode("CHF"); }, "range", "offer-0");
    row(
        "power limit", [](Catalog& c) { c.machines[3].tgp = Watts{175}; }, "range", "rent-3");
    row(
        "machine twice",
        [](Catalog& c) {
            c.machines[4].name = " rented 3";
            c.machines[4].provider = "PROVIDER 3";
        },
        "duplicate", "rent-4");
    row(
        "device twice",
        [](Catalog& c) {
            c.devices.push_back(c.devices[0]);
            c.devices[1].id = "again";
        },
        "duplicate", "again");
    row(
        "price twice", [](Catalog& c) { c.offers[4].machine = 3; }, "duplicate", "offer-4");
    row(
        "sources disagree",
        [](Catalog& c) {
            c.offers[4].machine = 0;
            c.offers[4].source.text = "other";
        },
        "disagree", "offer-4");
    row(
        "memory of all cards",
        [](Catalog& c) {
            c.machines[1].acceleratorCount = 4;
            c.machines[1].vram = Gib{96};
        },
        "derived", "rent-1");
    row(
        "count in the name", [](Catalog& c) { c.machines[1].name = "8x Card"; }, "derived", "rent-1");
    row(
        "half slower than TF32", [](Catalog& c) { c.devices[0].tf32Tflops = 100; }, "derived", "card");
    row(
        "clock and cores",
        [](Catalog& c) {
            Device cpu;
            cpu.id = "cpu";
            cpu.name = "Processor";
            cpu.kind = DeviceKind::Cpu;
            cpu.cores = 8;
            cpu.boostGhz = 5.0;
            cpu.flopPerCycle = 32;
            cpu.fp32Tflops = 12.8;
            cpu.source = {"maker", "2024"};
            c.devices.push_back(cpu);
        },
        "derived", "cpu");
    row(
        "outlier above", [](Catalog& c) { c.offers[2].price->amount = 6.6; }, "outlier", "offer-2");
    row(
        "outlier below", [](Catalog& c) { c.offers[2].price->amount = 0.2; }, "outlier", "offer-2");
}

void TestCatalogueCheck::findsWhatIsWrong()
{
    QFETCH(const Change, change);
    QFETCH(const QString, check);
    QFETCH(const QString, id);
    Catalog catalog = soundCatalog();
    change(catalog);
    const CatalogReport report = checkCatalog(catalog, today);
    QCOMPARE(report.findings.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(report.findings[0].check), check);
    QCOMPARE(QString::fromStdString(report.findings[0].id), id);
    QVERIFY(!report.findings[0].text.empty());
}

void TestCatalogueCheck::lowConfidenceMakesARemark()
{
    Catalog catalog = soundCatalog();
    catalog.offers[2].price->amount = 9.0;
    catalog.offers[2].confidence = Confidence::Low;
    const CatalogReport report = checkCatalog(catalog, today);
    QVERIFY(report.findings.empty());
    QCOMPARE(report.remarks.size(), std::size_t{1});
}

void TestCatalogueCheck::manySizesOfOneProviderAreOneVoice()
{
    Catalog catalog = soundCatalog();
    for (int i = 0; i < 20; ++i) {
        catalog.machines.push_back(catalog.machines[4]);
        catalog.machines.back().id = catalog.machines.back().name = "big-" + std::to_string(i);
        catalog.offers.push_back(catalog.offers[4]);
        catalog.offers.back().id = "big-offer-" + std::to_string(i);
        catalog.offers.back().machine = 5 + i;
        catalog.offers.back().price->amount = 4.0;
    }
    QVERIFY(checkCatalog(catalog, today).findings.empty());
}

/// The price of a class is made of prices that are looked at already; as a voice of its own it would count them twice.
void TestCatalogueCheck::aClassIsNoVoiceOfItsOwn()
{
    Catalog catalog = soundCatalog();
    catalog.machines.push_back(catalog.machines[4]);
    catalog.machines.back().id = catalog.machines.back().name = catalog.machines.back().provider = "class";
    catalog.offers.push_back(catalog.offers[4]);
    Offer& offer = catalog.offers.back();
    offer.id = "class";
    offer.machine = 5;
    offer.price->amount = 100.0;
    QCOMPARE(checkCatalog(catalog, today).findings.size(), std::size_t{1});
    offer.builtFrom = {0, 1};
    QVERIFY(checkCatalog(catalog, today).findings.empty());
    const CatalogCoverage coverage = checkCatalog(catalog, today).coverage;
    QCOMPARE(coverage.classes, 1);
    QCOMPARE(coverage.classMembers, 2);
}

void TestCatalogueCheck::coversKindsYearsAndAges()
{
    Catalog catalog = soundCatalog();
    catalog.offers[0].source.asOf = "2025-06";
    catalog.offers[1].source.asOf = "2024-11-22";
    catalog.offers[2].price.reset();
    const CatalogCoverage coverage = checkCatalog(catalog, today).coverage;
    QCOMPARE(coverage.machines.at("cloud"), 5);
    QCOMPARE(coverage.years.at("cloud").at("2025"), 1);
    QCOMPARE(coverage.years.at("cloud").at("2026"), 3);
    QCOMPARE(coverage.providers.at("Provider 3"), 1);
    QCOMPARE(coverage.offers, 5);
    QCOMPARE(coverage.rentProviders.at("Provider 3"), 1);
    QCOMPARE(coverage.sourced, 5);
    QCOMPARE(coverage.dated, 5);
    QCOMPARE(coverage.priced, 4);
    QCOMPARE(coverage.ages.fresh, 2);
    QCOMPARE(coverage.ages.old, 1);
    QCOMPARE(coverage.ages.expired, 1);
}

void TestCatalogueCheck::countsMonths_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("months"); // -1: not a date
    QTest::newRow("same day") << QStringLiteral("2026-11-22") << 0;
    QTest::newRow("day before a year") << QStringLiteral("2025-11-23") << 11;
    QTest::newRow("a year") << QStringLiteral("2025-11-22") << 12;
    QTest::newRow("month") << QStringLiteral("2025-11") << 12;
    QTest::newRow("year") << QStringLiteral("2025") << 22;
    QTest::newRow("to come") << QStringLiteral("2027-01-01") << 0;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("words") << QStringLiteral("last month") << -1;
    QTest::newRow("month 13") << QStringLiteral("2025-13") << -1;
    QTest::newRow("signs") << QStringLiteral("2025--1-01") << -1;
}

void TestCatalogueCheck::countsMonths()
{
    QFETCH(const QString, asOf);
    QFETCH(const int, months);
    QCOMPARE(monthsOld(asOf.toStdString(), today).value_or(-1), months);
    QVERIFY(!monthsOld(asOf.toStdString(), "today"));
}

void TestCatalogueCheck::makesExpiredPricesUnknown()
{
    Catalog catalog = soundCatalog();
    catalog.offers[0].source.asOf = "2024-11-22";
    catalog.offers[1].source.asOf = "2024-11-23";
    leaveOutExpiredPrices(catalog, today);
    QCOMPARE(catalog.expiredPrices, 1);
    QVERIFY(!catalog.offers[0].price);
    QVERIFY(catalog.offers[1].price.has_value());
    QCOMPARE(catalog.findOffer("offer-3"), 3);
}

QTEST_APPLESS_MAIN(TestCatalogueCheck)
#include "tst_cataloguecheck.moc"
