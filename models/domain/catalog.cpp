// Look-up tables of the catalogue. Built once; every find after that is one hash.
#include "models/domain/catalog.h"

#include "models/domain/normalised.h"

#include <algorithm>

namespace rightrig {

namespace {

int found(const std::unordered_map<std::string, int>& table, const std::string& key)
{
    const auto it = table.find(key);
    return it == table.end() ? -1 : it->second;
}

/// Ids and names go in before any alias, so that an alias never hides the thing that truly has the name.
template <class Items, class Add> void addNames(const Items& items, const Add& add)
{
    for (std::size_t i = 0; i < items.size(); ++i)
        add(items[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < items.size(); ++i)
        add(items[i].name, static_cast<int>(i));
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (const std::string& alias : items[i].aliases)
            add(alias, static_cast<int>(i));
    }
}

template <class Items> void fillIndex(NameIndex& index, const Items& items)
{
    std::size_t names = 2 * items.size();
    for (const auto& item : items)
        names += item.aliases.size();
    index.reset(names);
    addNames(items, [&index](const std::string& name, int i) { index.add(nameHash(name), i); });
}

/// `key` is normalised.
template <class Item> bool hasName(const Item& item, const std::string& key)
{
    const auto is = [&key](const std::string& name) { return normalisedName(name) == key; };
    return is(item.id) || is(item.name) || std::any_of(item.aliases.begin(), item.aliases.end(), is);
}

bool matches(DeviceKind wanted, DeviceKind kind) { return kind == wanted || (wanted == DeviceKind::Gpu && kind == DeviceKind::Tpu); }

} // namespace

std::string normalisedName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    forEachNormalised(name, [&result](char c) { result.push_back(c); });
    return result;
}

std::string networkKey(std::string_view name)
{
    constexpr std::string_view ignored = "-_/";
    std::string result;
    for (const char c : name) {
        if (!isNameBlank(c) && ignored.find(c) == std::string_view::npos)
            result.push_back(loweredLetter(c));
    }
    return result;
}

void Catalog::index()
{
    m_networkByKey.clear();
    m_offerById.clear();
    m_presetById.clear();
    m_assumptionByName.clear();
    fillIndex(m_deviceByName, devices);
    fillIndex(m_machineByName, machines);
    addNames(networks, [this](const std::string& name, int i) {
        if (std::string key = networkKey(name); !key.empty())
            m_networkByKey.try_emplace(std::move(key), i);
    });
    for (std::size_t i = 0; i < offers.size(); ++i)
        m_offerById.try_emplace(offers[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < presets.size(); ++i)
        m_presetById.try_emplace(presets[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < assumptions.size(); ++i)
        m_assumptionByName.try_emplace(assumptions[i].name, static_cast<int>(i));
}

int Catalog::findDevice(std::string_view nameOrAlias) const
{
    const std::string key = normalisedName(nameOrAlias);
    return m_deviceByName.find(nameHash(key), [&](int i) { return hasName(devices[static_cast<std::size_t>(i)], key); });
}

int Catalog::findDevice(std::string_view nameOrAlias, DeviceKind kind) const
{
    const std::string key = normalisedName(nameOrAlias);
    return m_deviceByName.find(nameHash(key), [&](int i) {
        const Device& device = devices[static_cast<std::size_t>(i)];
        return matches(kind, device.kind) && hasName(device, key);
    });
}

int Catalog::findMachine(std::string_view idOrNameOrAlias) const
{
    const std::string key = normalisedName(idOrNameOrAlias);
    return m_machineByName.find(nameHash(key), [&](int i) { return hasName(machines[static_cast<std::size_t>(i)], key); });
}

int Catalog::findOffer(std::string_view id) const { return found(m_offerById, std::string(id)); }

const Preset* Catalog::findPreset(std::string_view id) const
{
    const int i = found(m_presetById, std::string(id));
    return i < 0 ? nullptr : &presets[static_cast<std::size_t>(i)];
}

const Network* Catalog::findNetwork(std::string_view name) const
{
    const int i = found(m_networkByKey, networkKey(name));
    return i < 0 ? nullptr : &networks[static_cast<std::size_t>(i)];
}

const Country* Catalog::findCountry(std::string_view alpha2) const
{
    const auto it = std::find_if(countries.begin(), countries.end(), [&](const Country& c) { return c.code == alpha2; });
    return it == countries.end() ? nullptr : &*it;
}

const Currency* Catalog::findCurrency(CurrencyCode code) const
{
    const auto it = std::find_if(currencies.begin(), currencies.end(), [&](const Currency& c) { return c.code == code; });
    return it == currencies.end() ? nullptr : &*it;
}

const Assumption* Catalog::findAssumption(std::string_view name) const
{
    const int i = found(m_assumptionByName, std::string(name));
    return i < 0 ? nullptr : &assumptions[static_cast<std::size_t>(i)];
}

} // namespace rightrig
