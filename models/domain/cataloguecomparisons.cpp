// Rules that compare rows: two sources of one price, figures with their parts, prices with their class.
#include "models/domain/cataloguerules.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rightrig {

namespace {

constexpr double mostDisagreement = 1.3;
constexpr double mostOutlier = 5.0;
constexpr std::size_t smallestClass = 4;
constexpr double vcpusPerAccelerator = 32.0; ///< beyond this the processors are what is paid for
constexpr double mostMemoryGap = 0.1;        ///< providers write 10^9 bytes as GiB, or leave out what the driver keeps

struct ClassKey
{
    MachineKind machine;
    Per per;
    PriceKind kind;
    int accelerator; ///< -1: none

    bool operator<(const ClassKey& other) const
    {
        return std::tie(machine, per, kind, accelerator) < std::tie(other.machine, other.per, other.kind, other.accelerator);
    }
};

struct Priced
{
    const Offer* offer;
    double usd; ///< of one accelerator, or of one virtual processor, or of the whole computer
};

/// What is compared: rented accelerators one by one, rented processors by the core, computers as a whole.
std::optional<double> comparable(const Catalog& catalog, const Offer& offer, const Machine& machine)
{
    const auto usd = offerUsd(catalog, offer);
    if (!usd || machine.kind != MachineKind::Cloud)
        return usd;
    if (machine.accelerator >= 0)
        return *usd / std::max<double>(machine.acceleratorCount, machine.vcpus.value_or(0.0) / vcpusPerAccelerator);
    return machine.vcpus ? std::optional(*usd / *machine.vcpus) : std::nullopt;
}

std::map<ClassKey, std::vector<Priced>> priceClasses(const Catalog& catalog)
{
    std::map<ClassKey, std::vector<Priced>> classes;
    for (const Offer& offer : catalog.offers) {
        const Machine& machine = catalog.machines.at(static_cast<std::size_t>(offer.machine));
        if (machine.acceleratorUnknown || !offer.builtFrom.empty()) // a class repeats prices that stand for themselves
            continue;
        if (const auto usd = comparable(catalog, offer, machine); usd && *usd > 0.0)
            classes[{machine.kind, offer.per, offer.kind, machine.accelerator}].push_back({&offer, *usd});
    }
    return classes;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// One voice for each provider, or else the sizes of one provider would outvote all others.
std::vector<double> voices(const Catalog& catalog, const std::vector<Priced>& prices)
{
    std::map<std::string, std::vector<double>> byProvider;
    for (const Priced& price : prices) {
        const Machine& machine = catalog.machines[static_cast<std::size_t>(price.offer->machine)];
        byProvider[machine.kind == MachineKind::Cloud ? machine.provider : machine.id].push_back(price.usd);
    }
    std::vector<double> result;
    result.reserve(byProvider.size());
    for (const auto& [provider, values] : byProvider)
        result.push_back(medianOf(values));
    return result;
}

void deviceRates(const Device& device, Findings& findings)
{
    const auto say = [&](const std::string& text) { findings.push_back({"derived", "devices", device.id, text}); };
    if (device.halfTflops && device.fp32Tflops && *device.halfTflops < *device.fp32Tflops * 0.99 && device.kind != DeviceKind::Cpu
        && device.tf32Tflops)
        say("has fewer TFLOPS in 16 bit than in 32 bit");
    if (device.tf32Tflops && device.halfTflops && *device.tf32Tflops > *device.halfTflops * 1.01)
        say("has more TFLOPS in TF32 than in 16 bit");
    if (device.fp32Tflops && device.cores && device.boostGhz && device.flopPerCycle) {
        const double most = *device.cores * *device.boostGhz * *device.flopPerCycle / 1000.0;
        if (*device.fp32Tflops > most * 1.05 || *device.fp32Tflops < most * 0.2)
            say("has " + ruleNumber(*device.fp32Tflops) + " TFLOPS; its cores and clock give " + ruleNumber(most));
    }
}

/// "8x", "8 x", "8gpu", "x8" in the name or an alias, if it says a count.
std::optional<int> countInName(const std::string& name)
{
    const std::string text = normalisedName(name);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '_' || text[i - 1] == '-';
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        if (!starts || end == i || end - i > 2)
            continue;
        const std::string_view after = std::string_view(text).substr(end);
        if (after.starts_with("gpu") || after.starts_with("x ") || after.starts_with(" x "))
            return std::atoi(text.substr(i, end - i).c_str());
    }
    return std::nullopt;
}

void machineParts(const Catalog& catalog, const Machine& machine, Findings& findings)
{
    const auto say = [&](const std::string& text) { findings.push_back({"derived", "machines", machine.id, text}); };
    if (machine.accelerator < 0)
        return;
    const Device& device = catalog.devices[static_cast<std::size_t>(machine.accelerator)];
    const int count = machine.acceleratorCount;
    if (machine.vram && device.vram && std::abs(machine.vram->value / device.vram->value - 1.0) > mostMemoryGap)
        say("has " + ruleNumber(machine.vram->value) + " GB for each " + device.name + ", which has " + ruleNumber(device.vram->value)
            + (count > 1 && std::abs(machine.vram->value / (device.vram->value * count) - 1.0) < 0.1 ? ": that is all of them together"
                                                                                                     : ""));
    const auto named = countInName(machine.name);
    if (named && *named != count)
        say("is named as " + std::to_string(*named) + " accelerators and has " + std::to_string(count));
}

void partsAddUp(const Catalog& catalog, const Offer& offer, Findings& findings)
{
    const Machine& machine = catalog.machines[static_cast<std::size_t>(offer.machine)];
    if (machine.parts.empty() || !offer.price || offer.per != Per::Once || offer.kind == PriceKind::Used)
        return;
    double sum = 0.0;
    for (const Part& part : machine.parts) {
        if (!part.price || part.price->currency != offer.price->currency)
            return;
        sum += part.price->amount;
    }
    if (std::abs(sum - offer.price->amount) > 0.0101)
        findings.push_back(
            {"derived", "offers", offer.id, "costs " + ruleNumber(offer.price->amount) + "; its parts add up to " + ruleNumber(sum)});
}

} // namespace

void checkDisagreements(const Catalog& catalog, Findings& findings)
{
    std::map<std::tuple<int, Per, PriceKind, std::string>, std::vector<const Offer*>> same;
    for (const Offer& offer : catalog.offers) {
        if (offerUsd(catalog, offer))
            same[{offer.machine, offer.per, offer.kind, offer.region}].push_back(&offer);
    }
    for (const auto& [key, offers] : same) {
        const auto [low, high] = std::minmax_element(
            offers.begin(), offers.end(), [&](const Offer* a, const Offer* b) { return *offerUsd(catalog, *a) < *offerUsd(catalog, *b); });
        const double ratio = *offerUsd(catalog, **high) / *offerUsd(catalog, **low);
        if (ratio > mostDisagreement)
            findings.push_back({"disagree", "offers", (*high)->id,
                "costs " + ruleNumber(ratio) + " times as much as '" + (*low)->id + "', the same thing by another source"});
    }
}

void checkDerived(const Catalog& catalog, Findings& findings)
{
    for (const Device& device : catalog.devices)
        deviceRates(device, findings);
    for (const Machine& machine : catalog.machines)
        machineParts(catalog, machine, findings);
    for (const Offer& offer : catalog.offers)
        partsAddUp(catalog, offer, findings);
}

void checkOutliers(const Catalog& catalog, Findings& findings, Findings& remarks)
{
    for (const auto& [key, prices] : priceClasses(catalog)) {
        const std::vector<double> all = voices(catalog, prices);
        if (all.size() < smallestClass)
            continue;
        const double median = medianOf(all);
        for (const Priced& price : prices) {
            if (price.usd <= median * mostOutlier && price.usd >= median / mostOutlier)
                continue;
            Findings& target = price.offer->confidence == Confidence::Low ? remarks : findings;
            target.push_back({"outlier", "offers", price.offer->id,
                "costs " + ruleNumber(price.usd) + " USD; the middle of its class of " + std::to_string(all.size()) + " is "
                    + ruleNumber(median)});
        }
    }
}

} // namespace rightrig
