// How the rows of a price file meet the catalogue, and how the user's own prices lie over it.
#include "models/domain/pricehistory.h"
#include "models/domain/priceimport.h"

#include <QtTest>

using namespace rightrig;

namespace {

Catalog shop()
{
    Catalog catalog;
    Device card;
    card.id = "t4";
    card.name = "T4";
    card.vram = Gib{16};
    catalog.devices.push_back(card);
    const auto machine = [&](const char* id, const char* name, const char* provider, MachineKind kind) {
        Machine made;
        made.id = id;
        made.name = name;
        made.provider = provider;
        made.kind = kind;
        made.source = {"a page", "2026-08"};
        catalog.machines.push_back(made);
    };
    machine("book", "Book", "Maker", MachineKind::Laptop);
    machine("cloud-a", "g4", "Cloud", MachineKind::Cloud);
    catalog.machines[1].accelerator = 0;
    catalog.machines[1].acceleratorCount = 1;
    machine("other-a", "g4", "Other", MachineKind::Cloud);
    const auto offer = [&](const char* id, int index, double price, Per per, PriceKind kind, const char* region) {
        Offer made;
        made.id = id;
        made.machine = index;
        made.price = Money{price, CurrencyCode("USD")};
        made.per = per;
        made.kind = kind;
        made.region = region;
        made.source = {"a page", "2026-08"};
        catalog.offers.push_back(made);
    };
    offer("book-street", 0, 1000, Per::Once, PriceKind::Street, "US");
    offer("cloud-a-eu", 1, 0.5, Per::Hour, PriceKind::OnDemand, "eu");
    catalog.index();
    return catalog;
}

PriceRow rented(const char* name, double price, const char* region, PriceKind kind = PriceKind::OnDemand)
{
    PriceRow row;
    row.line = 2;
    row.machine = name;
    row.provider = "Cloud";
    row.kind = MachineKind::Cloud;
    row.accelerator = "T4";
    row.acceleratorCount = 1;
    row.price = {price, CurrencyCode("USD")};
    row.per = Per::Hour;
    row.priceKind = kind;
    row.region = region;
    row.source = {"list", "2026-10"};
    return row;
}

ImportPlan planned(const Catalog& catalog, const std::vector<PriceRow>& rows, bool allRegions = false)
{
    ImportPlanner planner(catalog, allRegions);
    for (const PriceRow& row : rows)
        planner.add(row);
    return planner.finish();
}

} // namespace

class TestPriceImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAndConfirms()
    {
        const Catalog catalog = shop();
        PriceRow book;
        book.machine = " BOOK ";
        book.price = {900, CurrencyCode("USD")};
        book.source = {"list", "2026-10-01"};
        const ImportPlan plan = planned(catalog, {book, rented("g4", 0.5, "eu")});
        QCOMPARE(plan.rows, 2);
        QCOMPARE(plan.changed.size(), std::size_t{1});
        QCOMPARE(plan.changed[0].row.id, std::string("book-street"));
        QCOMPARE(plan.changed[0].before, std::optional(Money{1000, CurrencyCode("USD")}));
        QCOMPARE(plan.unchanged, 1);
        QCOMPARE(plan.confirmed.size(), std::size_t{1});
        QVERIFY(plan.added.empty() && plan.unmatched.empty() && plan.rejected.empty());
    }

    void keepsOneRegionUnlessAsked()
    {
        const Catalog catalog = shop();
        const std::vector<PriceRow> rows{rented("g4", 0.4, "us"), rented("new", 0.9, "eu"), rented("new", 0.8, "us"),
            rented("new", 0.7, "us"), rented("new", 0.3, "us", PriceKind::Spot)};
        const ImportPlan one = planned(catalog, rows);
        QCOMPARE(one.otherRegions, 2);
        QCOMPARE(one.repeated, 1);
        QCOMPARE(one.added.size(), std::size_t{2});
        QCOMPARE(one.added[0].row.price.amount, 0.7);
        QCOMPARE(one.added[0].row.region, std::string("us"));
        QCOMPARE(planned(catalog, rows, true).added.size(), std::size_t{4});
    }

    void saysWhatDoesNotFit_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<bool>("unmatched");
        QTest::addColumn<QString>("reason");
        QTest::newRow("unknown machine") << 0 << true << QStringLiteral("not in the catalogue");
        QTest::newRow("unknown card") << 1 << true << QStringLiteral("accelerator 'X9'");
        QTest::newRow("other count") << 2 << false << QStringLiteral("4 accelerators");
        QTest::newRow("other memory") << 3 << false << QStringLiteral("40960 as the card's memory");
        QTest::newRow("older") << 4 << false << QStringLiteral("newer than 2026-07");
        QTest::newRow("new, other memory") << 5 << false << QStringLiteral("40960");
    }

    void saysWhatDoesNotFit()
    {
        QFETCH(const int, change);
        QFETCH(const bool, unmatched);
        QFETCH(const QString, reason);
        PriceRow row = rented(change == 1 || change == 5 ? "new" : change == 0 ? "nobody" : "g4", 0.4, "eu");
        if (change == 0)
            row.kind.reset();
        if (change == 1)
            row.accelerator = "X9";
        if (change == 2)
            row.acceleratorCount = 4;
        if (change == 3 || change == 5)
            row.statedVram = 40960;
        if (change == 4)
            row.source.asOf = "2026-07";
        const ImportPlan plan = planned(shop(), {row});
        const auto& list = unmatched ? plan.unmatched : plan.rejected;
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(plan.unmatchedCount + plan.rejectedCount, 1);
        QVERIFY2(QString::fromStdString(list[0].text).contains(reason), list[0].text.c_str());
        QVERIFY(plan.added.empty() && plan.changed.empty());
    }

    void aNewMachineIsMadeOfKnownParts()
    {
        Catalog catalog = shop();
        Device processor;
        processor.id = processor.name = "M9";
        processor.kind = DeviceKind::Cpu;
        processor.vendor = Vendor::Apple;
        catalog.devices.push_back(processor);
        catalog.index();
        PriceRow row = rented("Corner book", 640, "");
        row.provider.clear();
        row.kind = MachineKind::Laptop;
        row.per = Per::Once;
        row.priceKind = PriceKind::Street;
        row.cpu = "m9";
        row.tgp = Watts{95};
        const ImportPlan plan = planned(catalog, {row});
        QCOMPARE(plan.added.size(), std::size_t{1});
        std::vector<PriceProblem> leftOut;
        const Catalog own = withOwnPrices(catalog, keptRows(plan), leftOut);
        QVERIFY(leftOut.empty());
        const Machine& made = own.machines.back();
        QVERIFY(made.own && made.cpu == 1 && made.accelerator == 0 && made.tgp == Watts{95} && made.os == Os::MacOs);
        QVERIFY(!own.machines.front().own);
        const PriceRow exported = priceRows(own).back();
        QVERIFY(exported.cpu == "M9" && exported.tgp == Watts{95});
        row.price.amount = 600; // another price of it is still described in full
        const PriceRow cheaper = planned(own, {row}).changed.at(0).row;
        QVERIFY(cheaper.cpu == "M9" && cheaper.tgp == Watts{95} && cheaper.kind == MachineKind::Laptop);

        row.cpu = "Abacus";
        const ImportPlan strange = planned(catalog, {row});
        QCOMPARE(strange.unmatched.size(), std::size_t{1});
        QVERIFY2(strange.unmatched[0].text.find("the processor 'Abacus' is not in the catalogue") != std::string::npos,
            strange.unmatched[0].text.c_str());
        static_cast<void>(withOwnPrices(catalog, std::vector{row}, leftOut));
        QCOMPARE(leftOut.size(), std::size_t{1});
    }

    void tellsGibFromMib()
    {
        QCOMPARE(cardMemory(16384, Gib{16}), std::optional(Gib{16}));
        QCOMPARE(cardMemory(16, Gib{16}), std::optional(Gib{16}));
        QCOMPARE(cardMemory(15360, Gib{16}), std::optional(Gib{15}));
        QVERIFY(!cardMemory(40, Gib{16}));
        QVERIFY(!cardMemory(0, Gib{16}));
    }

    void liesOverTheCatalogue()
    {
        const Catalog catalog = shop();
        const ImportPlan plan = planned(catalog, {rented("g4", 0.4, "eu"), rented("new", 0.8, "us")});
        std::vector<PriceProblem> leftOut;
        const Catalog own = withOwnPrices(catalog, keptRows(plan), leftOut);
        QVERIFY(leftOut.empty());
        QCOMPARE(own.ownPrices, 2);
        QCOMPARE(own.offers[1].price->amount, 0.4);
        QCOMPARE(own.machines.size(), catalog.machines.size() + 1);
        QCOMPARE(own.machines.back().name, std::string("Cloud new"));
        QCOMPARE(own.offers.back().machine, 3);
        QVERIFY(own.findMachine("Cloud new") == 3 && own.findOffer(own.offers.back().id) == 2);
        QCOMPARE(own.asOf, std::string("2026-10"));
    }

    void survivesAnUpdateOfTheCatalogue()
    {
        Catalog newer = shop();
        newer.offers[1].source.asOf = "2026-11";
        std::vector<PriceProblem> leftOut;
        const Catalog own = withOwnPrices(newer, keptRows(planned(shop(), {rented("g4", 0.4, "eu"), rented("new", 0.8, "us")})), leftOut);
        QCOMPARE(own.offers[1].price->amount, 0.5); // the shipped price is newer
        QCOMPARE(leftOut.size(), std::size_t{1});
        QCOMPARE(own.ownPrices, 1);
    }

    void importingTwiceChangesNothing()
    {
        const std::vector<PriceRow> rows{rented("g4", 0.4, "eu"), rented("new", 0.8, "us")};
        const auto kept = keptRows(planned(shop(), rows));
        std::vector<PriceProblem> leftOut;
        const Catalog own = withOwnPrices(shop(), kept, leftOut);
        const ImportPlan again = planned(own, rows);
        QVERIFY(again.added.empty() && again.changed.empty() && again.confirmed.empty());
        QCOMPARE(again.unchanged, 2);
        // a changed price of a machine that only the user has is still described in full
        const ImportPlan dearer = planned(own, {rented("new", 0.9, "us")});
        QCOMPARE(dearer.changed.size(), std::size_t{1});
        const auto merged = changedRows(kept, {{}, keptRows(dearer)});
        QCOMPARE(merged.size(), std::size_t{2});
        const Catalog later = withOwnPrices(shop(), merged, leftOut);
        QVERIFY(leftOut.empty());
        QCOMPARE(later.offers.back().price->amount, 0.9);
    }
};

QTEST_APPLESS_MAIN(TestPriceImport)
#include "tst_priceimport.moc"
