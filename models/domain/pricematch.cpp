#include "models/domain/pricematch.h"

#include <cmath>

namespace rightrig {

namespace {

constexpr int several = -2;

std::string providerKey(std::string_view provider, std::string_view name)
{
    return normalisedName(provider) + '\x1F' + normalisedName(name);
}

PriceKind kindOf(const PriceRow& row, const Offer& offer) { return row.priceKind.value_or(offer.kind); }

bool isRegular(const Offer& offer) { return offer.kind != PriceKind::Spot && offer.kind != PriceKind::Used; }

/// A Mac runs macOS, whatever else the row says.
void addProcessor(Machine& machine, const PriceRow& row, const Catalog& catalog, std::string& problem)
{
    if (row.cpu.empty())
        return;
    machine.cpu = catalog.findDevice(row.cpu, DeviceKind::Cpu);
    if (machine.cpu < 0)
        problem = "the processor '" + row.cpu + "' is not in the catalogue";
    else if (catalog.devices[static_cast<std::size_t>(machine.cpu)].vendor == Vendor::Apple)
        machine.os = Os::MacOs;
}

std::string wholeText(double value) { return std::to_string(static_cast<long long>(std::llround(value))); }

} // namespace

PriceMatcher::PriceMatcher(const Catalog& catalog) : m_catalog(catalog), m_offers(catalog.machines.size())
{
    for (std::size_t i = 0; i < catalog.machines.size(); ++i) {
        const Machine& machine = catalog.machines[i];
        add(providerKey(machine.provider, machine.id), static_cast<int>(i));
        add(providerKey(machine.provider, machine.name), static_cast<int>(i));
        for (const std::string& alias : machine.aliases)
            add(providerKey(machine.provider, alias), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < catalog.offers.size(); ++i)
        m_offers.at(static_cast<std::size_t>(catalog.offers[i].machine)).push_back(static_cast<int>(i));
}

void PriceMatcher::add(const std::string& key, int machine)
{
    const auto [entry, isNew] = m_byProvider.emplace(key, machine);
    if (!isNew && entry->second != machine)
        entry->second = several;
}

int PriceMatcher::machine(const PriceRow& row) const
{
    if (row.provider.empty())
        return m_catalog.findMachine(row.machine);
    const auto found = m_byProvider.find(providerKey(row.provider, row.machine));
    return found == m_byProvider.end() ? -1 : found->second;
}

int PriceMatcher::offer(const PriceRow& row, int machine, bool& elsewhere) const
{
    elsewhere = false;
    int anywhere = -1;
    for (const int index : m_offers.at(static_cast<std::size_t>(machine))) {
        const Offer& offer = m_catalog.offers[static_cast<std::size_t>(index)];
        if (!row.id.empty() && offer.id == row.id)
            return index;
        const bool sameKind = row.priceKind ? offer.kind == kindOf(row, offer) && offer.per == row.per : isRegular(offer);
        if (!sameKind)
            continue;
        if (offer.region == row.region)
            return index;
        anywhere = anywhere < 0 && (offer.region.empty() || row.region.empty()) ? index : anywhere;
        elsewhere = true;
    }
    elsewhere = elsewhere && anywhere < 0;
    return anywhere;
}

std::optional<Gib> cardMemory(double stated, Gib known)
{
    constexpr double gap = 0.15;
    const auto near = [&](double gib) { return std::abs(gib / known.value - 1.0) <= gap; };
    if (near(stated / 1024.0))
        return Gib{stated / 1024.0};
    return near(stated) ? std::optional(Gib{stated}) : std::nullopt;
}

std::string contradiction(const PriceRow& row, const Machine& machine, const Catalog& catalog)
{
    if (row.acceleratorCount > 0 && machine.acceleratorCount > 0 && row.acceleratorCount != machine.acceleratorCount)
        return "has " + std::to_string(row.acceleratorCount) + " accelerators; the catalogue knows "
            + std::to_string(machine.acceleratorCount);
    if (row.ram && machine.ram && std::abs(row.ram->value / machine.ram->value - 1.0) > 0.1)
        return "has " + wholeText(row.ram->value) + " GiB of memory; the catalogue knows " + wholeText(machine.ram->value);
    if (machine.accelerator < 0 || !row.statedVram)
        return {};
    const auto known = machine.vram ? machine.vram : catalog.devices[static_cast<std::size_t>(machine.accelerator)].vram;
    if (known && !cardMemory(*row.statedVram, *known))
        return "states " + wholeText(*row.statedVram) + " as the card's memory; the catalogue knows " + wholeText(known->value) + " GiB";
    return {};
}

Machine newMachine(const PriceRow& row, const Catalog& catalog, std::string& problem)
{
    Machine machine;
    machine.id = ownId(row.provider, row.machine);
    machine.name = row.provider.empty() ? row.machine : row.provider + " " + row.machine;
    machine.aliases.push_back(row.machine);
    machine.provider = row.provider;
    machine.kind = row.kind.value_or(MachineKind::Cloud);
    machine.acceleratorCount = row.accelerator.empty() ? 0 : std::max(1, row.acceleratorCount);
    machine.ram = row.ram;
    machine.vcpus = row.vcpus;
    machine.os = machine.kind == MachineKind::Cloud ? Os::Linux : Os::Any;
    machine.own = true;
    machine.source = row.source;
    addProcessor(machine, row, catalog, problem);
    if (row.accelerator.empty() || !problem.empty())
        return machine;
    machine.tgp = row.tgp;
    machine.accelerator = catalog.findDevice(row.accelerator, DeviceKind::Gpu);
    if (machine.accelerator < 0) {
        problem = "the accelerator '" + row.accelerator + "' is not in the catalogue";
        return machine;
    }
    const auto known = catalog.devices[static_cast<std::size_t>(machine.accelerator)].vram;
    machine.vram = row.vram;
    if (row.statedVram && known) {
        machine.vram = cardMemory(*row.statedVram, *known);
        if (!machine.vram)
            problem = contradiction(row, machine, catalog);
    }
    return machine;
}

} // namespace rightrig
