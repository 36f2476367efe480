// Rules about single rows and about rows that are the same.
#include "models/domain/cataloguerules.h"

#include <cstdio>
#include <set>
#include <tuple>

namespace rightrig {

namespace {

class SourceRule
{
public:
    SourceRule(std::string_view today, Findings& findings) : m_today(today), m_findings(findings) { }

    void look(const char* table, const std::string& id, const SourceRef& source)
    {
        if (source.text.empty())
            m_findings.push_back({"source", table, id, "has no source"});
        if (source.asOf.empty())
            m_findings.push_back({"date", table, id, "has no date"});
        else if (source.asOf.substr(0, m_today.size()) > m_today)
            m_findings.push_back({"date", table, id, "is dated " + source.asOf + ", which is still to come"});
    }

private:
    std::string_view m_today;
    Findings& m_findings;
};

std::string machineKey(const Machine& machine) { return normalisedName(machine.name) + '\x1F' + normalisedName(machine.provider); }

void checkMachineNames(const Catalog& catalog, Findings& findings)
{
    std::map<std::string, std::string> seen;
    for (const Machine& machine : catalog.machines) {
        const auto [first, isNew] = seen.emplace(machineKey(machine), machine.id);
        if (!isNew)
            findings.push_back({"duplicate", "machines", machine.id, "has the name and provider of '" + first->second + "'"});
    }
}

/// Every figure and every name is that of another device: one of the two rows is too many.
void checkDeviceNames(const Catalog& catalog, Findings& findings)
{
    std::map<std::pair<std::string, bool>, std::string> seen;
    for (const Device& device : catalog.devices) {
        const auto [first, isNew] = seen.emplace(std::pair(normalisedName(device.name), device.kind == DeviceKind::Cpu), device.id);
        if (!isNew)
            findings.push_back({"duplicate", "devices", device.id, "has the name of '" + first->second + "'"});
    }
}

} // namespace

std::string ruleNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    for (char& c : text)
        c = c == ',' ? '.' : c;
    return text;
}

std::optional<double> offerUsd(const Catalog& catalog, const Offer& offer)
{
    if (!offer.price)
        return std::nullopt;
    if (offer.price->currency == CurrencyCode("USD"))
        return offer.price->amount;
    const Currency* currency = catalog.findCurrency(offer.price->currency);
    return currency != nullptr ? std::optional(offer.price->amount * currency->usdPerUnit) : std::nullopt;
}

void checkSources(const Catalog& catalog, std::string_view today, Findings& findings)
{
    SourceRule rule(today, findings);
    for (const Device& device : catalog.devices)
        rule.look("devices", device.id, device.source);
    for (const Machine& machine : catalog.machines) {
        rule.look("machines", machine.id, machine.source);
        for (const Part& part : machine.parts)
            rule.look("parts", machine.id + ", " + part.name, part.source);
    }
    for (const Offer& offer : catalog.offers)
        rule.look("offers", offer.id, offer.source);
    for (const Currency& currency : catalog.currencies)
        rule.look("currencies", currency.code.text(), currency.source);
    for (const Country& country : catalog.countries) {
        if (country.electricityPerKwh)
            rule.look("countries", country.code, country.electricitySource);
    }
}

void checkRanges(const Catalog& catalog, Findings& findings)
{
    for (const Offer& offer : catalog.offers) {
        if (offer.price && !(offer.price->amount > 0.0))
            findings.push_back({"range", "offers", offer.id, "has a price of " + ruleNumber(offer.price->amount)});
        if (offer.per == Per::Free && offer.price)
            findings.push_back({"range", "offers", offer.id, "is free and has a price"});
        if (offer.price && !offerUsd(catalog, offer))
            findings.push_back({"range", "offers", offer.id, "is in " + offer.price->currency.text() + ", which has no rate"});
    }
    for (const Machine& machine : catalog.machines) {
        if (machine.accelerator < 0 || !machine.tgp)
            continue;
        const Device& device = catalog.devices[static_cast<std::size_t>(machine.accelerator)];
        const bool below = device.powerMin && machine.tgp->value < device.powerMin->value;
        const bool above = device.powerMax && machine.tgp->value > device.powerMax->value;
        if (below || above)
            findings.push_back({"range", "machines", machine.id,
                "has a power limit of " + ruleNumber(machine.tgp->value) + " W, which " + device.name + " is not sold with"});
    }
}

void checkDuplicates(const Catalog& catalog, Findings& findings)
{
    checkMachineNames(catalog, findings);
    checkDeviceNames(catalog, findings);
    std::map<std::tuple<int, Per, PriceKind, std::string, std::string, std::string>, std::string> seen;
    for (const Offer& offer : catalog.offers) {
        const auto key = std::tuple(offer.machine, offer.per, offer.kind, offer.region, offer.source.text, offer.source.asOf);
        const auto [first, isNew] = seen.emplace(key, offer.id);
        if (!isNew)
            findings.push_back({"duplicate", "offers", offer.id, "is the same price as '" + first->second + "'"});
    }
}

} // namespace rightrig
