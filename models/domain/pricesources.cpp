#include "models/domain/pricesources.h"

#include "models/domain/priceage.h"
#include "models/domain/pricematch.h"

#include <algorithm>
#include <map>

namespace rightrig {

namespace {

void countPrice(PricesOfSource& group, const Offer& offer, std::string_view today)
{
    ++group.prices;
    group.lowConfidence += offer.confidence == Confidence::Low ? 1 : 0;
    const std::optional<int> months = monthsOld(offer.source.asOf, today);
    if (!months) {
        ++group.undated;
        return;
    }
    group.expired += *months >= expiredPriceMonths ? 1 : 0;
    group.old += *months >= oldPriceMonths && *months < expiredPriceMonths ? 1 : 0;
    // Days are written with the year first: the order of letters is the order of days.
    if (group.oldest.empty() || offer.source.asOf < group.oldest)
        group.oldest = offer.source.asOf;
    group.newest = std::max(group.newest, offer.source.asOf);
}

OwnPriceLine lineOf(const Catalog& shipped, const PriceMatcher& matcher, const PriceRow& row)
{
    OwnPriceLine line{row.machine, std::nullopt, {}, true};
    const int machine = matcher.machine(row);
    if (machine < 0) {
        std::string problem;
        line.name = newMachine(row, shipped, problem).name;
        line.counts = row.kind.has_value() && problem.empty();
        return line;
    }
    line.name = shipped.machines[static_cast<std::size_t>(machine)].name;
    bool elsewhere = false;
    const int index = matcher.offer(row, machine, elsewhere);
    if (index < 0)
        return line;
    const Offer& offer = shipped.offers[static_cast<std::size_t>(index)];
    line.before = offer.price;
    line.beforeAsOf = offer.source.asOf;
    line.counts = offer.per != Per::Free && row.source.asOf >= offer.source.asOf;
    return line;
}

} // namespace

std::vector<PricesOfSource> pricesBySource(const Catalog& catalog, std::string_view today)
{
    std::map<std::string, PricesOfSource> groups;
    for (const Offer& offer : catalog.offers) {
        if (offer.price)
            countPrice(groups[offer.source.text], offer, today);
    }
    std::vector<PricesOfSource> list;
    list.reserve(groups.size());
    for (auto& [source, group] : groups) {
        group.source = source;
        list.push_back(std::move(group));
    }
    std::stable_sort(list.begin(), list.end(), [](const PricesOfSource& a, const PricesOfSource& b) { return a.prices > b.prices; });
    return list;
}

std::vector<OwnPriceLine> ownPriceLines(const Catalog& shipped, std::span<const PriceRow> rows)
{
    const PriceMatcher matcher(shipped);
    std::vector<OwnPriceLine> lines;
    lines.reserve(rows.size());
    for (const PriceRow& row : rows)
        lines.push_back(lineOf(shipped, matcher, row));
    return lines;
}

} // namespace rightrig
