// The catalogue that is shipped: it opens, is as full as promised, and every price says where it comes from and of which day it is.
#include "db/cataloguefile.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rightrig;
using namespace rightrig::test;

class TestShippedCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFoundBesideTheProgram();
    void isFullEnough();
    void hasLaptopsOfEveryPrice();
    void schoolKindsStandForNoSchool();
    void hasTheProvidersAndServices();
    void everyFactHasSourceAndDate();
    void pricesArePlausible();
    void partsAddUp();
    void everyMachineCanBeFoundByName();
    void knowsTheMachineOfTheSample();

private:
    [[nodiscard]] qsizetype countDevices(DeviceKind kind) const;
    [[nodiscard]] qsizetype countMachines(MachineKind kind) const;

    std::shared_ptr<const Catalog> m_catalog;
};

void TestShippedCatalogue::initTestCase()
{
    auto opened = openCatalogue(testCatalogue());
    const auto* error = std::get_if<DbError>(&opened);
    QVERIFY2(error == nullptr, error == nullptr ? "" : qPrintable(error->text));
    m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
}

qsizetype TestShippedCatalogue::countDevices(DeviceKind kind) const
{
    return std::count_if(m_catalog->devices.begin(), m_catalog->devices.end(), [&](const Device& device) { return device.kind == kind; });
}

qsizetype TestShippedCatalogue::countMachines(MachineKind kind) const
{
    return std::count_if(
        m_catalog->machines.begin(), m_catalog->machines.end(), [&](const Machine& machine) { return machine.kind == kind; });
}

void TestShippedCatalogue::isFoundBesideTheProgram()
{
    QCOMPARE(shippedCataloguePath(QCoreApplication::applicationDirPath()), QFileInfo(testCatalogue()).canonicalFilePath());
}

void TestShippedCatalogue::isFullEnough()
{
    QVERIFY(countDevices(DeviceKind::Gpu) >= 60);
    QVERIFY(countDevices(DeviceKind::Cpu) >= 40);
    QVERIFY(countMachines(MachineKind::Laptop) >= 100);
    QVERIFY(countMachines(MachineKind::Desktop) >= 35);
    QVERIFY(countMachines(MachineKind::Cloud) >= 500);
    QVERIFY(countMachines(MachineKind::Free) >= 8);
    QVERIFY(m_catalog->presets.size() >= 20);
    QVERIFY(m_catalog->assumptions.size() >= 40);
    QVERIFY(m_catalog->countries.size() >= 20);
    const auto macs = std::count_if(m_catalog->machines.begin(), m_catalog->machines.end(),
        [](const Machine& machine) { return machine.kind == MachineKind::Laptop && machine.os == Os::MacOs; });
    QVERIFY(macs >= 5);
}

void TestShippedCatalogue::hasLaptopsOfEveryPrice()
{
    int inRange = 0, classes = 0, used = 0;
    for (const Offer& offer : m_catalog->offers) {
        if (m_catalog->machines.at(static_cast<std::size_t>(offer.machine)).kind != MachineKind::Laptop || !offer.price)
            continue;
        const Currency* currency = m_catalog->findCurrency(offer.price->currency);
        const double dollars = offer.price->amount * (currency != nullptr ? currency->usdPerUnit : 0.0);
        inRange += dollars >= 300.0 && dollars <= 4500.0 ? 1 : 0;
        used += offer.kind == PriceKind::Used ? 1 : 0;
        classes += offer.builtFrom.size() >= 2 ? 1 : 0;
        QVERIFY2(offer.builtFrom.empty() || offer.builtFrom.size() >= 2, offer.id.c_str());
    }
    QVERIFY(inRange >= 90);
    QVERIFY(classes >= 15);
    QVERIFY(used >= 2);
}

/// "lab", "server" or "loan" in its id would make every student's lab that machine (models/domain/plans.cpp).
void TestShippedCatalogue::schoolKindsStandForNoSchool()
{
    QVERIFY(countMachines(MachineKind::School) >= 10);
    for (const Machine& machine : m_catalog->machines) {
        if (machine.kind != MachineKind::School)
            continue;
        for (const char* word : {"lab", "server", "loan"})
            QVERIFY2(machine.id.find(word) == std::string::npos, machine.id.c_str());
    }
}

void TestShippedCatalogue::hasTheProvidersAndServices()
{
    std::set<std::string> providers;
    std::string freeNames;
    for (const Machine& machine : m_catalog->machines) {
        if (machine.kind == MachineKind::Cloud)
            providers.insert(machine.provider);
        if (machine.kind == MachineKind::Free)
            freeNames += machine.name + '\n';
    }
    QVERIFY(providers.size() >= 8);
    for (const char* name : {"AWS", "Google", "Azure"}) {
        QVERIFY2(std::any_of(providers.begin(), providers.end(),
                     [&](const std::string& provider) { return provider.find(name) != std::string::npos; }),
            name);
    }
    QVERIFY(freeNames.find("Colab") != std::string::npos);
    QVERIFY(freeNames.find("Kaggle") != std::string::npos);
}

void TestShippedCatalogue::everyFactHasSourceAndDate()
{
    const auto dated = [](const SourceRef& source) { return source.text.size() >= 3 && source.asOf.size() >= 4; };
    for (const Offer& offer : m_catalog->offers)
        QVERIFY2(dated(offer.source), offer.id.c_str());
    for (const Device& device : m_catalog->devices)
        QVERIFY2(dated(device.source), device.id.c_str());
    for (const Preset& preset : m_catalog->presets)
        QVERIFY2(dated(preset.source), preset.id.c_str());
    for (const Country& country : m_catalog->countries)
        QVERIFY2(!country.electricityPerKwh || dated(country.electricitySource), country.code.c_str());
}

void TestShippedCatalogue::pricesArePlausible()
{
    for (const Offer& offer : m_catalog->offers) {
        if (!offer.price)
            continue;
        QVERIFY(offer.per != Per::Free);
        const Currency* currency = m_catalog->findCurrency(offer.price->currency);
        QVERIFY2(currency != nullptr, offer.id.c_str());
        const double dollars = offer.price->amount * currency->usdPerUnit;
        QVERIFY2(dollars > 0.001 && dollars < (offer.per == Per::Hour ? 500.0 : 100000.0), offer.id.c_str());
        const MachineKind kind = m_catalog->machines.at(static_cast<std::size_t>(offer.machine)).kind;
        if (kind == MachineKind::Cloud)
            QVERIFY2(offer.per == Per::Hour || offer.per == Per::Month, offer.id.c_str());
    }
}

void TestShippedCatalogue::partsAddUp()
{
    int summed = 0;
    for (const Offer& offer : m_catalog->offers) {
        const Machine& machine = m_catalog->machines.at(static_cast<std::size_t>(offer.machine));
        if (machine.parts.empty() || !offer.price || offer.per != Per::Once)
            continue;
        double sum = 0.0;
        bool complete = true;
        for (const Part& part : machine.parts) {
            complete = complete && part.price && part.price->currency == offer.price->currency;
            sum += part.price ? part.price->amount : 0.0;
        }
        if (!complete)
            continue;
        ++summed;
        QVERIFY2(std::abs(sum - offer.price->amount) <= 0.011, offer.id.c_str());
    }
    QVERIFY(summed >= 15);
}

void TestShippedCatalogue::everyMachineCanBeFoundByName()
{
    for (std::size_t i = 0; i < m_catalog->devices.size(); ++i) {
        const Device& device = m_catalog->devices[i];
        QCOMPARE(
            m_catalog->findDevice(device.name, device.kind == DeviceKind::Cpu ? DeviceKind::Cpu : DeviceKind::Gpu), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < m_catalog->machines.size(); ++i)
        QCOMPARE(m_catalog->findMachine(m_catalog->machines[i].id), static_cast<int>(i));
    for (std::size_t i = 0; i < m_catalog->offers.size(); ++i)
        QCOMPARE(m_catalog->findOffer(m_catalog->offers[i].id), static_cast<int>(i));
}

void TestShippedCatalogue::knowsTheMachineOfTheSample()
{
    QVERIFY(m_catalog->findDevice("Intel Core i5-1235U", DeviceKind::Cpu) >= 0);
    QVERIFY(m_catalog->findDevice("Intel Iris Xe Graphics", DeviceKind::Gpu) >= 0);
}

QTEST_GUILESS_MAIN(TestShippedCatalogue)
#include "tst_shippedcatalogue.moc"
