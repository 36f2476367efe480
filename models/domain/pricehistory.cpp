#include "models/domain/pricehistory.h"

#include "models/domain/pricesources.h"

#include <map>

namespace rightrig {

namespace {

using RowsByKey = std::map<std::string, PriceRow>;

RowsByKey rowsByKey(std::span<const PriceRow> rows)
{
    RowsByKey byKey;
    for (const PriceRow& row : rows)
        byKey.insert_or_assign(priceKey(row), row);
    return byKey;
}

bool sameMachine(const PriceRow& a, const PriceRow& b)
{
    return normalisedName(a.machine) == normalisedName(b.machine) && normalisedName(a.provider) == normalisedName(b.provider);
}

PriceRow withDescription(PriceRow row, const PriceRow& described)
{
    row.machine = described.machine;
    row.provider = described.provider;
    row.kind = described.kind;
    row.cpu = described.cpu;
    row.accelerator = described.accelerator;
    row.acceleratorCount = described.acceleratorCount;
    row.tgp = described.tgp;
    row.ram = described.ram;
    row.vram = described.vram;
    row.vcpus = described.vcpus;
    return row;
}

/// What counts of an own row beside the shipped price.
std::optional<Money> counted(const OwnPriceLine& line, const PriceRow& row) { return line.counts ? std::optional(row.price) : line.before; }

/// Collects the lines of one change; what goes beyond the limit becomes one summary.
class PriceEventList
{
public:
    PriceEventList(const Catalog& shipped, std::span<const PriceRow> before, PriceAction action, const std::string& day)
        : m_shipped(shipped), m_before(rowsByKey(before)), m_action(action), m_day(day)
    { }

    void add(const std::string& key, const PriceRow* after)
    {
        const auto old = m_before.find(key);
        const PriceRow* before = old == m_before.end() ? nullptr : &old->second;
        if (before != nullptr || after != nullptr)
            m_pairs.push_back({before, after});
    }

    std::vector<PriceEvent> take()
    {
        const std::size_t listed = m_pairs.size() > mostEventsOfOneChange ? mostEventsOfOneChange - 1 : m_pairs.size();
        std::vector<PriceRow> rows; // all rows at once: names are looked up in one table
        for (std::size_t i = 0; i < listed; ++i) {
            for (const PriceRow* row : {m_pairs[i].before, m_pairs[i].after})
                rows.push_back(row != nullptr ? *row : *m_pairs[i].any());
        }
        const std::vector<OwnPriceLine> lines = ownPriceLines(m_shipped, rows);
        std::vector<PriceEvent> events;
        for (std::size_t i = 0; i < listed; ++i)
            events.push_back(eventOf(m_pairs[i], lines[2 * i], lines[2 * i + 1]));
        if (listed < m_pairs.size()) {
            const PriceRow* last = m_pairs.back().after;
            const int rest = static_cast<int>(m_pairs.size() - listed);
            events.push_back({m_day, m_action, {}, {}, std::nullopt, std::nullopt, rest, last != nullptr ? last->source.text : ""});
        }
        return events;
    }

private:
    struct Pair
    {
        const PriceRow *before = nullptr, *after = nullptr; ///< at least one of them
        [[nodiscard]] const PriceRow* any() const { return after != nullptr ? after : before; }
    };

    [[nodiscard]] PriceEvent eventOf(const Pair& pair, const OwnPriceLine& before, const OwnPriceLine& after) const
    {
        PriceEvent event{m_day, m_action, after.name, pair.any()->region, before.before, after.before, 1, {}};
        if (pair.before != nullptr)
            event.before = counted(before, *pair.before);
        if (pair.after != nullptr)
            event.after = counted(after, *pair.after);
        event.source = pair.after != nullptr ? pair.after->source.text : std::string();
        return event;
    }

    const Catalog& m_shipped;
    RowsByKey m_before;
    PriceAction m_action;
    std::string m_day;
    std::vector<Pair> m_pairs;
};

} // namespace

std::string priceKey(const PriceRow& row)
{
    if (!row.id.empty())
        return row.id;
    const int kind = row.priceKind ? static_cast<int>(*row.priceKind) : -1;
    return normalisedName(row.provider) + '\x1F' + normalisedName(row.machine) + '\x1F' + std::to_string(kind) + '\x1F' + row.region;
}

std::vector<PriceRow> changedRows(std::span<const PriceRow> rows, const OwnPriceChange& change)
{
    RowsByKey byKey = rowsByKey(rows);
    for (const std::string& key : change.gone)
        byKey.erase(key);
    for (const PriceRow& row : change.fresh)
        byKey.insert_or_assign(priceKey(row), row);
    std::vector<PriceRow> result;
    result.reserve(byKey.size());
    for (auto& [key, row] : byKey)
        result.push_back(std::move(row));
    return result;
}

OwnPriceChange reverseOf(const OwnPriceChange& change, std::span<const PriceRow> before)
{
    const RowsByKey old = rowsByKey(before);
    OwnPriceChange reverse;
    const auto restore = [&](const std::string& key, bool wasAdded) {
        const auto found = old.find(key);
        if (found != old.end())
            reverse.fresh.push_back(found->second);
        else if (wasAdded)
            reverse.gone.push_back(key);
    };
    for (const std::string& key : change.gone)
        restore(key, false);
    for (const PriceRow& row : change.fresh)
        restore(priceKey(row), true);
    return reverse;
}

OwnPriceChange redescribed(std::span<const PriceRow> own, const PriceRow& old, const PriceRow& fresh)
{
    OwnPriceChange change;
    for (const PriceRow& row : own) {
        if (!row.kind || !sameMachine(row, old))
            continue;
        const std::string before = priceKey(row);
        PriceRow next = before == priceKey(old) ? fresh : withDescription(row, fresh);
        next.id = row.id;
        if (priceKey(next) != before)
            change.gone.push_back(before);
        change.fresh.push_back(std::move(next));
    }
    return change;
}

std::vector<PriceEvent> eventsOf(
    const Catalog& shipped, std::span<const PriceRow> before, const OwnPriceChange& change, PriceAction action, const std::string& day)
{
    PriceEventList list(shipped, before, action, day);
    for (const std::string& key : change.gone)
        list.add(key, nullptr);
    for (const PriceRow& row : change.fresh)
        list.add(priceKey(row), &row);
    return list.take();
}

} // namespace rightrig
