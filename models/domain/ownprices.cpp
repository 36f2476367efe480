#include "models/domain/ownprices.h"

#include "models/domain/pricematch.h"

#include <algorithm>

namespace rightrig {

namespace {

class Overlay
{
public:
    Overlay(const Catalog& catalog, std::vector<PriceProblem>& leftOut)
        : m_catalog(catalog), m_matcher(catalog), m_result(catalog), m_leftOut(leftOut)
    { }

    void add(const PriceRow& row)
    {
        const int machine = m_matcher.machine(row);
        if (machine >= 0)
            return price(row, machine);
        if (!row.kind)
            return leave(row, "'" + row.machine + "' is not in the catalogue");
        std::string problem;
        Machine made = newMachine(row, m_catalog, problem);
        if (!problem.empty())
            return leave(row, problem);
        const auto [place, isNew] = m_made.emplace(made.id, static_cast<int>(m_result.machines.size()));
        if (isNew)
            m_result.machines.push_back(std::move(made));
        append(row, place->second);
    }

    Catalog take()
    {
        for (const Offer& offer : m_result.offers)
            m_result.asOf = std::max(m_result.asOf, offer.source.asOf);
        m_result.index();
        return std::move(m_result);
    }

private:
    void leave(const PriceRow& row, const std::string& reason) { m_leftOut.push_back({row.line, reason}); }

    void price(const PriceRow& row, int machine)
    {
        bool elsewhere = false;
        const int index = m_matcher.offer(row, machine, elsewhere);
        if (index < 0)
            return append(row, machine);
        Offer& offer = m_result.offers[static_cast<std::size_t>(index)];
        if (offer.per == Per::Free)
            return leave(row, "'" + row.machine + "' is free");
        if (row.source.asOf < offer.source.asOf)
            return leave(row, "the price of '" + row.machine + "' is older than the catalogue's");
        offer.price = row.price;
        offer.source = row.source;
        offer.confidence = row.confidence;
        ++m_result.ownPrices;
    }

    void append(const PriceRow& row, int machine)
    {
        Offer offer;
        offer.id = row.id;
        offer.machine = machine;
        offer.price = row.price;
        offer.per = row.per;
        offer.kind = priceKindOf(row);
        offer.region = row.region;
        offer.source = row.source;
        offer.confidence = row.confidence;
        m_result.offers.push_back(std::move(offer));
        ++m_result.ownPrices;
    }

    const Catalog& m_catalog;
    PriceMatcher m_matcher;
    Catalog m_result;
    std::vector<PriceProblem>& m_leftOut;
    std::unordered_map<std::string, int> m_made;
};

PriceRow rowOf(const Offer& offer, const Machine& machine, const Catalog& catalog)
{
    PriceRow row;
    row.id = offer.id;
    row.machine = machine.id;
    row.provider = machine.provider;
    row.kind = machine.kind;
    if (machine.accelerator >= 0)
        row.accelerator = catalog.devices[static_cast<std::size_t>(machine.accelerator)].name;
    row.acceleratorCount = machine.acceleratorCount;
    if (machine.cpu >= 0)
        row.cpu = catalog.devices[static_cast<std::size_t>(machine.cpu)].name;
    row.tgp = machine.tgp;
    row.ram = machine.ram;
    row.vram = machine.vram;
    row.vcpus = machine.vcpus;
    row.price = *offer.price;
    row.priceKind = offer.kind;
    row.per = offer.per;
    row.region = offer.region;
    row.source = offer.source;
    row.confidence = offer.confidence;
    return row;
}

} // namespace

PriceKind priceKindOf(const PriceRow& row)
{
    return row.priceKind.value_or(row.per == Per::Once ? PriceKind::Street : PriceKind::OnDemand);
}

Catalog withOwnPrices(const Catalog& catalog, std::span<const PriceRow> rows, std::vector<PriceProblem>& leftOut)
{
    Overlay overlay(catalog, leftOut);
    for (const PriceRow& row : rows)
        overlay.add(row);
    return overlay.take();
}

std::vector<PriceRow> priceRows(const Catalog& catalog)
{
    std::vector<PriceRow> rows;
    for (const Offer& offer : catalog.offers) {
        if (offer.price)
            rows.push_back(rowOf(offer, catalog.machines.at(static_cast<std::size_t>(offer.machine)), catalog));
    }
    return rows;
}

std::string ownId(std::string_view provider, std::string_view name)
{
    std::string id = "own";
    for (const std::string_view part : {provider, name}) {
        bool dash = true;
        for (const char c : normalisedName(part)) {
            const bool plainSign = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plainSign && dash)
                id += '-';
            if (plainSign)
                id += c;
            dash = !plainSign;
        }
    }
    return id;
}

} // namespace rightrig
