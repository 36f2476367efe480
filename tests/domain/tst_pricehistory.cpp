// Prices by source, one's own beside what they replace, changes to them and back, and what the history says of it.
#include "models/domain/priceage.h"
#include "models/domain/pricehistory.h"
#include "models/domain/priceimport.h"
#include "models/domain/pricesources.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <random>

using namespace rightrig;

namespace {

Money dollars(double amount) { return {amount, CurrencyCode("USD")}; }

Catalog bookshop()
{
    Catalog catalog = testing::CatalogBuilder()
                          .machine("book", "kind=laptop ram=16")
                          .machine("tower", "kind=desktop ram=32")
                          .machine("free", "kind=free ram=16")
                          .offer("book-street", "machine=book price=1000 kind=street confidence=low")
                          .offer("book-used", "machine=book price=500 kind=used")
                          .offer("tower-list", "machine=tower price=1500")
                          .offer("tower-unknown", "machine=tower kind=used")
                          .offer("free", "machine=free per=free kind=free")
                          .build();
    const char* days[] = {"2026-11-01", "2025-08", "2024", "2026", "2026"};
    for (std::size_t i = 0; i < catalog.offers.size(); ++i)
        catalog.offers[i].source = {i < 2 ? "a shop" : "a list", days[i]};
    return catalog;
}

PriceRow ownRow(const std::string& id, const std::string& machine, double amount, const std::string& day = "2026-11-20")
{
    PriceRow row;
    row.id = id;
    row.machine = machine;
    row.price = dollars(amount);
    row.priceKind = PriceKind::Street;
    row.source = {"seen by me", day};
    return row;
}

bool sameRows(const std::vector<PriceRow>& a, const std::vector<PriceRow>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PriceRow& x, const PriceRow& y) {
        return priceKey(x) == priceKey(y) && x.price == y.price && x.source.asOf == y.source.asOf;
    });
}

} // namespace

class TestPriceHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsPricesBySource()
    {
        const std::vector<PricesOfSource> groups = pricesBySource(bookshop(), "2026-11-25");
        QCOMPARE(groups.size(), std::size_t{2});
        QCOMPARE(groups[0].source, std::string("a shop"));
        QCOMPARE(groups[0].prices, 2);
        QCOMPARE(groups[0].lowConfidence, 1);
        QCOMPARE(groups[0].old, 1);
        QCOMPARE(groups[0].expired, 0);
        QCOMPARE(groups[0].oldest, std::string("2025-08"));
        QCOMPARE(groups[0].newest, std::string("2026-11-01"));
        QCOMPARE(groups[1].prices, 1); // offers without a price, and free ones, are no prices
        QCOMPARE(groups[1].expired, 1);
    }
    void datesThatCannotBeReadAreCounted()
    {
        Catalog catalog = bookshop();
        catalog.offers[1].source.asOf = "once upon a time";
        const PricesOfSource group = pricesBySource(catalog, "2026-11-25").front();
        QCOMPARE(group.undated, 1);
        QCOMPARE(group.old, 0);
        QCOMPARE(group.oldest, std::string("2026-11-01"));
        QVERIFY(pricesBySource(Catalog{}, "2026-11-25").empty());
    }
    void everyPriceBelongsToOneSource()
    {
        const Catalog& real = *testing::realCatalog();
        int prices = 0, low = 0;
        PriceAges ages;
        for (const PricesOfSource& group : pricesBySource(real, "2026-11-25")) {
            prices += group.prices;
            low += group.lowConfidence;
            ages.old += group.old;
            ages.expired += group.expired;
            QVERIFY(group.oldest <= group.newest);
        }
        const PriceAges expected = priceAges(real, "2026-11-25");
        QCOMPARE(prices, expected.fresh + expected.old + expected.expired + expected.unknown);
        QCOMPARE(ages.old, expected.old);
        QCOMPARE(ages.expired, expected.expired);
        QVERIFY(low > 0 && low < prices);
    }

    void ownPricesStandBesideWhatTheyReplace()
    {
        PriceRow used = ownRow("", "book", 400);
        used.priceKind = PriceKind::Used;
        PriceRow listed = ownRow("", "tower", 1400, "2023");
        listed.priceKind = PriceKind::List;
        PriceRow made = ownRow("", "New machine", 900);
        made.kind = MachineKind::Laptop;
        PriceRow regular = ownRow("", "tower", 1450);
        regular.priceKind.reset();
        const std::vector<PriceRow> rows{ownRow("book-street", "book", 900), used, listed, ownRow("", "nothing like it", 1), made, regular};
        const std::vector<OwnPriceLine> lines = ownPriceLines(bookshop(), rows);
        QCOMPARE(lines.size(), rows.size());
        QCOMPARE(lines[0].before, std::optional(dollars(1000)));
        QCOMPARE(lines[0].beforeAsOf, std::string("2026-11-01"));
        QVERIFY(lines[0].counts);
        QCOMPARE(lines[1].before, std::optional(dollars(500)));
        QVERIFY(!lines[2].counts); // the catalogue's is newer
        QVERIFY(!lines[3].counts && !lines[3].before);
        QVERIFY(lines[4].counts && !lines[4].before);
        QCOMPARE(lines[5].before, std::optional(dollars(1500))); // the regular price, whatever its kind is called
    }
    void linesAgreeWithTheOverlay()
    {
        const Catalog shipped = bookshop();
        const std::vector<PriceRow> rows{ownRow("book-street", "book", 900), ownRow("", "book", 850, "2020"), ownRow("", "absent", 1)};
        std::vector<PriceProblem> leftOut;
        const Catalog laid = withOwnPrices(shipped, rows, leftOut);
        int counting = 0;
        for (const OwnPriceLine& line : ownPriceLines(shipped, rows))
            counting += line.counts ? 1 : 0;
        QCOMPARE(counting, laid.ownPrices);
        QCOMPARE(leftOut.size(), rows.size() - static_cast<std::size_t>(counting));
    }

    void rowsWithoutAnIdAreKeptApart()
    {
        const auto merged = changedRows(std::vector{ownRow("", "book", 1), ownRow("", "tower", 2)}, {{}, {ownRow("", " BOOK ", 3)}});
        QCOMPARE(merged.size(), std::size_t{2});
        QCOMPARE(merged[0].price.amount, 3.0);
        QCOMPARE(merged[1].price.amount, 2.0);
    }
    void everyChangeCanBeTakenBack()
    {
        std::mt19937 random(7);
        const auto any = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
        std::vector<PriceRow> rows;
        for (int round = 0; round < 500; ++round) {
            OwnPriceChange change;
            for (int i = any(4); i > 0; --i)
                change.gone.push_back("id-" + std::to_string(any(8)));
            for (int i = any(4); i > 0; --i) {
                PriceRow row = ownRow("id-" + std::to_string(any(8)), "book", 1 + any(1000));
                const auto isSame = [&](const PriceRow& other) { return other.id == row.id; };
                if (std::find(change.gone.begin(), change.gone.end(), row.id) == change.gone.end()
                    && std::none_of(change.fresh.begin(), change.fresh.end(), isSame))
                    change.fresh.push_back(row);
            }
            const std::vector<PriceRow> after = changedRows(rows, change);
            QVERIFY(sameRows(changedRows(after, reverseOf(change, rows)), rows));
            for (const PriceRow& row : change.fresh)
                QVERIFY(std::any_of(after.begin(), after.end(), [&](const PriceRow& kept) { return kept.price == row.price; }));
            rows = after;
        }
        QVERIFY(!rows.empty());
    }

    void aMachineIsDescribedAnew()
    {
        const auto described = [](const std::string& id, const char* name, double amount) {
            PriceRow row = ownRow(id, name, amount);
            row.kind = MachineKind::Laptop;
            row.ram = Gib{16};
            return row;
        };
        PriceRow byName = described("", "Corner book", 300); // without an id its name, kind and region say which it is
        byName.priceKind = PriceKind::Used;
        const std::vector<PriceRow> own{
            described("own-a", "Corner book", 640), byName, described("own-b", "Other", 5), ownRow("x", "book", 1)};
        PriceRow fresh = described("own-other-id", "Renamed", 700);
        fresh.ram = Gib{48};
        fresh.tgp = Watts{95};
        fresh.cpu = "Good CPU";
        const OwnPriceChange change = redescribed(own, own[0], fresh);
        QCOMPARE(change.fresh.size(), std::size_t{2});
        QCOMPARE(change.fresh[0].id, std::string("own-a"));
        QCOMPARE(change.fresh[0].price, dollars(700));
        QCOMPARE(change.fresh[1].price, dollars(300)); // another price of it: only what it is made of changes
        QCOMPARE(change.fresh[1].priceKind, std::optional(PriceKind::Used));
        for (const PriceRow& row : change.fresh)
            QVERIFY(row.machine == "Renamed" && row.ram == Gib{48} && row.tgp == Watts{95} && row.cpu == "Good CPU");
        const std::vector<PriceRow> after = changedRows(own, change);
        QCOMPARE(after.size(), own.size());
        QVERIFY(std::none_of(after.begin(), after.end(), [](const PriceRow& row) { return row.machine == "Corner book"; }));
        QVERIFY(sameRows(changedRows(after, reverseOf(change, own)), changedRows(own, {})));
    }

    void historySaysWhatCountedBeforeAndAfter()
    {
        const Catalog shipped = bookshop();
        const std::vector<PriceRow> before{ownRow("tower-list", "tower", 1400)};
        const auto events = eventsOf(
            shipped, before, {{"tower-list", "never there"}, {ownRow("book-street", "book", 900)}}, PriceAction::Edit, "2026-11-25");
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].machine, std::string("tower"));
        QCOMPARE(events[0].before, std::optional(dollars(1400)));
        QCOMPARE(events[0].after, std::optional(dollars(1500))); // the catalogue's own counts again
        QVERIFY(events[0].source.empty());
        QCOMPARE(events[1].before, std::optional(dollars(1000)));
        QCOMPARE(events[1].after, std::optional(dollars(900)));
        QCOMPARE(events[1].source, std::string("seen by me"));
        QCOMPARE(events[1].day, std::string("2026-11-25"));
    }
    void longChangesAreSummedUp()
    {
        OwnPriceChange change;
        for (int i = 0; i < 450; ++i)
            change.fresh.push_back(ownRow("id-" + std::to_string(i), "book", 1 + i));
        const auto events = eventsOf(bookshop(), {}, change, PriceAction::Import, "2026-11-25");
        QCOMPARE(events.size(), mostEventsOfOneChange);
        QVERIFY(events.back().machine.empty());
        QCOMPARE(events.back().prices, 450 - static_cast<int>(mostEventsOfOneChange) + 1);
        QVERIFY(eventsOf(bookshop(), {}, {}, PriceAction::Import, "2026-11-25").empty());
    }
};

QTEST_APPLESS_MAIN(TestPriceHistory)
#include "tst_pricehistory.moc"
