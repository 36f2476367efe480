// A class of computers: its span, its examples, and what the span does to the total cost.
#include "models/domain/priceclass.h"
#include "models/domain/recommender.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

using namespace rightrig;
using namespace rightrig::testing;

namespace {

Offer priced(int machine, double amount, const char* currency = "USD")
{
    Offer offer;
    offer.id = "offer-" + std::to_string(machine);
    offer.machine = machine;
    offer.price = Money{amount, CurrencyCode(currency)};
    offer.source = {"shop", "2026-08"};
    return offer;
}

/// Three named computers and their class, offer 3.
Catalog classOfThree()
{
    Catalog catalog;
    for (const char* name : {"Dear", "Cheap", "Middle", "Any of them"}) {
        Machine machine;
        machine.id = machine.name = name;
        catalog.machines.push_back(machine);
    }
    catalog.offers = {priced(0, 1500), priced(1, 700), priced(2, 900), priced(3, 900)};
    catalog.offers[3].builtFrom = {0, 1, 2};
    catalog.index();
    return catalog;
}

const Option* optionOf(const Results& results, std::string_view id)
{
    const auto found = std::find_if(results.options.begin(), results.options.end(), [&](const Option& option) { return option.id == id; });
    return found == results.options.end() ? nullptr : &*found;
}

} // namespace

class TestPriceClass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansItsMembers()
    {
        const Catalog catalog = classOfThree();
        const auto span = priceSpan(catalog, catalog.offers[3]);
        QVERIFY(span);
        QCOMPARE(span->low.amount, 700.0);
        QCOMPARE(span->high.amount, 1500.0);
        QCOMPARE(span->prices, 3);
        QCOMPARE(classExamples(catalog, catalog.offers[3], 2), (std::vector<std::string>{"Cheap", "Middle"}));
    }
    void isEmptyForANamedComputer()
    {
        const Catalog catalog = classOfThree();
        QVERIFY(!priceSpan(catalog, catalog.offers[0]));
        QVERIFY(classExamples(catalog, catalog.offers[0], 3).empty());
    }
    void leavesOutUnknownAndForeignPrices()
    {
        Catalog catalog = classOfThree();
        catalog.offers[1].price.reset();
        catalog.offers[0].price->currency = CurrencyCode("EUR");
        const auto span = priceSpan(catalog, catalog.offers[3]);
        QVERIFY(span);
        QCOMPARE(span->prices, 1);
        QCOMPARE(span->low.amount, 900.0);
        catalog.offers[2].price.reset();
        QVERIFY(!priceSpan(catalog, catalog.offers[3])); // nothing known is no span from 0 to 0
    }
    /// A class that costs 700 to 1500 must not look as sure as one computer of 900.
    void widensTheTotalCost()
    {
        const Catalog& real = *realCatalog();
        const int index = real.findOffer("class-laptop-rtx-4050");
        QVERIFY(index >= 0);
        const auto span = priceSpan(real, real.offers[static_cast<std::size_t>(index)]);
        QVERIFY(span && span->prices >= 3 && span->high.amount > span->low.amount * 1.5);
        Catalog single = real;
        single.offers[static_cast<std::size_t>(index)].builtFrom.clear();
        const Results withSpan = recommend(Answers{}, real), without = recommend(Answers{}, single);
        const Option *wide = optionOf(withSpan, "class-laptop-rtx-4050"), *narrow = optionOf(without, "class-laptop-rtx-4050");
        QVERIFY(wide && narrow && wide->total && narrow->total);
        QCOMPARE(wide->total->likely, narrow->total->likely);
        QVERIFY(wide->total->high > narrow->total->high);
        QVERIFY(wide->total->low < narrow->total->low);
    }
};

QTEST_GUILESS_MAIN(TestPriceClass)
#include "tst_priceclass.moc"
