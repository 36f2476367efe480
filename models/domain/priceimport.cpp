#include "models/domain/priceimport.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

void note(std::vector<PriceProblem>& list, int& count, int line, std::string text)
{
    ++count;
    if (list.size() < mostListedProblems)
        list.push_back({line, std::move(text)});
}

bool samePrice(const std::optional<Money>& before, const Money& after)
{
    return before && before->currency == after.currency && std::abs(before->amount - after.amount) <= after.amount * 1e-9;
}

const char* kindSuffix(const PriceRow& row)
{
    switch (priceKindOf(row)) {
    case PriceKind::Spot:
        return "spot";
    case PriceKind::Used:
        return "used";
    case PriceKind::List:
        return "list";
    case PriceKind::Street:
        return "street";
    default:
        return "";
    }
}

/// Names the machine so that the row finds it again; one that only the user has is described in full.
void describe(PriceRow& row, const Machine& machine, const Catalog& catalog)
{
    const bool own = machine.own && !machine.aliases.empty();
    row.machine = own ? machine.aliases.front() : machine.id;
    row.provider = machine.provider;
    row.kind = own ? std::optional(machine.kind) : std::nullopt;
    const auto deviceName
        = [&](int device) { return own && device >= 0 ? catalog.devices[static_cast<std::size_t>(device)].name : std::string(); };
    row.cpu = deviceName(machine.cpu);
    row.accelerator = deviceName(machine.accelerator);
    row.tgp = own ? machine.tgp : std::nullopt;
    row.acceleratorCount = own ? machine.acceleratorCount : 0;
    row.ram = own ? machine.ram : std::nullopt;
    row.vram = own ? machine.vram : std::nullopt;
    row.vcpus = own ? machine.vcpus : std::nullopt;
    row.statedVram.reset();
}

} // namespace

void ImportPlanner::reject(int line, std::string reason)
{
    ++m_plan.rows;
    note(m_plan.rejected, m_plan.rejectedCount, line, std::move(reason));
}

void ImportPlanner::unmatched(const PriceRow& row, const std::string& reason)
{
    note(m_plan.unmatched, m_plan.unmatchedCount, row.line, reason);
}

void ImportPlanner::add(PriceRow row)
{
    ++m_plan.rows;
    const int machine = m_matcher.machine(row);
    if (machine >= 0)
        return renew(std::move(row), machine);
    if (machine == -2)
        return unmatched(row, "'" + row.machine + "' is the name of several machines");
    if (!row.kind)
        return unmatched(row, "'" + row.machine + "' is not in the catalogue");
    addNew(std::move(row));
}

void ImportPlanner::addNew(PriceRow row)
{
    std::string problem;
    const Machine machine = newMachine(row, m_catalog, problem);
    const bool unknownPart = (machine.cpu < 0 && !row.cpu.empty()) || machine.accelerator < 0;
    if (!problem.empty() && unknownPart)
        return unmatched(row, "'" + row.machine + "': " + problem);
    if (!problem.empty())
        return note(m_plan.rejected, m_plan.rejectedCount, row.line, "'" + row.machine + "' " + problem);
    row.vram = machine.vram;
    row.statedVram.reset();
    keep(std::move(row), machine.id, machine.name, -1);
}

void ImportPlanner::renew(PriceRow row, int machine)
{
    const Machine& known = m_catalog.machines[static_cast<std::size_t>(machine)];
    if (std::string problem = contradiction(row, known, m_catalog); !problem.empty())
        return note(m_plan.rejected, m_plan.rejectedCount, row.line, "'" + row.machine + "' " + problem);
    bool elsewhere = false;
    const int offer = m_matcher.offer(row, machine, elsewhere);
    if (offer < 0 && elsewhere && !m_allRegions) {
        ++m_plan.otherRegions;
        return;
    }
    describe(row, known, m_catalog);
    if (offer >= 0) {
        const Offer& before = m_catalog.offers[static_cast<std::size_t>(offer)];
        if (before.per == Per::Free)
            return note(m_plan.rejected, m_plan.rejectedCount, row.line, "'" + known.name + "' is free");
        if (row.source.asOf < before.source.asOf)
            return note(m_plan.rejected, m_plan.rejectedCount, row.line,
                "'" + known.name + "': the catalogue's price is of " + before.source.asOf + ", newer than " + row.source.asOf);
        row.id = before.id;
        row.per = before.per;
        row.priceKind = before.kind;
        row.region = before.region;
    }
    keep(std::move(row), known.id, known.name, offer);
}

void ImportPlanner::keep(PriceRow row, const std::string& key, const std::string& name, int offer)
{
    const bool byRegion = m_allRegions || offer >= 0;
    const std::string place = key + '\x1F' + kindSuffix(row) + (byRegion ? '\x1F' + row.region : std::string());
    const auto [entry, isNew] = m_places.emplace(place, m_kept.size());
    if (isNew) {
        m_kept.push_back({std::move(row), name, offer});
        return;
    }
    Kept& kept = m_kept[entry->second];
    ++(kept.row.region == row.region ? m_plan.repeated : m_plan.otherRegions);
    if (row.price.currency == kept.row.price.currency && row.price.amount < kept.row.price.amount)
        kept.row = std::move(row);
}

ImportPlan ImportPlanner::finish()
{
    for (Kept& kept : m_kept) {
        const Offer* before = kept.offer >= 0 ? &m_catalog.offers[static_cast<std::size_t>(kept.offer)] : nullptr;
        if (before == nullptr) {
            if (kept.row.id.empty())
                kept.row.id = ownId(kept.row.provider + " " + kept.row.machine, kept.row.region + " " + kindSuffix(kept.row));
            m_plan.added.push_back({std::move(kept.row), std::move(kept.name), std::nullopt, {}});
        } else if (samePrice(before->price, kept.row.price)) {
            ++m_plan.unchanged;
            if (before->source.asOf < kept.row.source.asOf)
                m_plan.confirmed.push_back(std::move(kept.row));
        } else {
            m_plan.changed.push_back({std::move(kept.row), std::move(kept.name), before->price, before->source.asOf});
        }
    }
    m_kept.clear();
    return std::move(m_plan);
}

std::vector<PriceRow> keptRows(const ImportPlan& plan)
{
    std::vector<PriceRow> rows = plan.confirmed;
    for (const auto* list : {&plan.added, &plan.changed}) {
        for (const PriceChange& change : *list)
            rows.push_back(change.row);
    }
    return rows;
}

} // namespace rightrig
