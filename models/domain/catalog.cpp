// Look-up tables of the catalogue. Built once; every find after that is one hash.
#include "models/domain/catalog.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int found(const std::unordered_map<std::string, int>& table, const std::string& key)
{
    const auto it = table.find(key);
    return it == table.end() ? -1 : it->second;
}

void addOnce(std::vector<int>& indices, int index)
{
    if (std::find(indices.begin(), indices.end(), index) == indices.end())
        indices.push_back(index);
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

bool matches(DeviceKind wanted, DeviceKind kind) { return kind == wanted || (wanted == DeviceKind::Gpu && kind == DeviceKind::Tpu); }

} // namespace

std::string normalisedName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    for (const char c : name) {
        if (!isBlank(c))
            result.push_back(lowered(c));
        else if (!result.empty() && result.back() != ' ')
            result.push_back(' ');
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::string networkKey(std::string_view name)
{
    constexpr std::string_view ignored = "-_/";
    std::string result;
    for (const char c : name) {
        if (!isBlank(c) && ignored.find(c) == std::string_view::npos)
            result.push_back(lowered(c));
    }
    return result;
}

void Catalog::index()
{
    m_networkByKey.clear();
    m_deviceByName.clear();
    m_machineByName.clear();
    m_offerById.clear();
    m_presetById.clear();
    m_assumptionByName.clear();
    addNames(devices, [this](const std::string& name, int i) {
        if (std::string key = normalisedName(name); !key.empty())
            addOnce(m_deviceByName[std::move(key)], i);
    });
    addNames(machines, [this](const std::string& name, int i) {
        if (std::string key = normalisedName(name); !key.empty())
            m_machineByName.try_emplace(std::move(key), i);
    });
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
    const auto it = m_deviceByName.find(normalisedName(nameOrAlias));
    return it == m_deviceByName.end() ? -1 : it->second.front();
}

int Catalog::findDevice(std::string_view nameOrAlias, DeviceKind kind) const
{
    const auto it = m_deviceByName.find(normalisedName(nameOrAlias));
    if (it == m_deviceByName.end())
        return -1;
    const auto& indices = it->second;
    const auto hit
        = std::find_if(indices.begin(), indices.end(), [&](int i) { return matches(kind, devices[static_cast<std::size_t>(i)].kind); });
    return hit == indices.end() ? -1 : *hit;
}

int Catalog::findMachine(std::string_view idOrNameOrAlias) const { return found(m_machineByName, normalisedName(idOrNameOrAlias)); }

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
