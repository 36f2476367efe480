#include "app/cataloguejson.h"

#include "app/jsonparts.h"
#include "models/domain/validation.h"

namespace rightrig {
namespace {

Json deviceName(const Catalog& catalog, int device)
{
    return device >= 0 ? Json(catalog.devices.at(static_cast<std::size_t>(device)).name) : Json(nullptr);
}

/// Memory per accelerator: the machine's own figure, else the device's.
Json vramOf(const Catalog& catalog, const Machine& machine)
{
    if (machine.vram || machine.accelerator < 0)
        return orNull(machine.vram);
    return orNull(catalog.devices.at(static_cast<std::size_t>(machine.accelerator)).vram);
}

Json acceleratorCount(const Machine& machine)
{
    return machine.acceleratorUnknown && machine.acceleratorCount == 0 ? Json(nullptr) : Json(machine.acceleratorCount);
}

Json offersJson(const Catalog& catalog, int machine)
{
    Json list = Json::array();
    for (const Offer& offer : catalog.offers) {
        if (offer.machine != machine)
            continue;
        Json one{{"id", offer.id}, {"region", orNull(offer.region)}};
        one.update(priceJson(offer.price, offer.per, &offer));
        addClass(one, catalog, offer);
        list.push_back(std::move(one));
    }
    return list;
}

Json machineJson(const Catalog& catalog, int index)
{
    const Machine& machine = catalog.machines.at(static_cast<std::size_t>(index));
    const int main = mainOffer(catalog, index);
    const Offer* offer = main >= 0 ? &catalog.offers.at(static_cast<std::size_t>(main)) : nullptr;
    Json json{{"id", machine.id}, {"name", machine.name}, {"added_by_you", machine.own}, {"kind", machineKindName(machine.kind)},
        {"provider", orNull(machine.provider)}, {"region", offer ? orNull(offer->region) : Json(nullptr)},
        {"cpu", deviceName(catalog, machine.cpu)}, {"ram_gib", orNull(machine.ram)},
        {"accelerator", deviceName(catalog, machine.accelerator)}, {"accelerator_count", acceleratorCount(machine)},
        {"vram_gib", vramOf(catalog, machine)}, {"tgp_w", orNull(machine.tgp)}};
    json["price"] = offer ? priceJson(offer->price, offer->per, offer) : Json(nullptr);
    if (offer)
        addClass(json["price"], catalog, *offer);
    json["aliases"] = machine.aliases;
    json["offers"] = offersJson(catalog, index);
    return json;
}

Json presetJson(const Preset& preset)
{
    static constexpr const char* goals[] = {"tables", "images", "text", "sound", "games"};
    static constexpr const char* depths[] = {"tutorials", "adapt", "scratch"};
    return {{"id", preset.id}, {"title", preset.title}, {"example", orNull(preset.example)},
        {"goal", goals[static_cast<std::size_t>(preset.goal)]}, {"depth", depths[static_cast<std::size_t>(preset.depth)]},
        {"family", std::string(familyName(preset.family))}, {"samples", preset.samples}, {"unit", unitName(preset.unit)},
        {"epochs", preset.epochs}, {"batch", preset.batch}, {"precision", precisionName(preset.precision)}, {"typical", preset.typical},
        {"params_m", orNull(preset.net.paramsM)}, {"source", orNull(preset.source.text)}, {"as_of", orNull(preset.source.asOf)}};
}

} // namespace

int mainOffer(const Catalog& catalog, int machine)
{
    int first = -1;
    for (std::size_t i = 0; i < catalog.offers.size(); ++i) {
        if (catalog.offers[i].machine != machine)
            continue;
        if (catalog.offers[i].kind != PriceKind::Spot)
            return static_cast<int>(i);
        if (first < 0)
            first = static_cast<int>(i);
    }
    return first;
}

QByteArray machinesJson(const Catalog& catalog)
{
    Json machines = Json::array();
    for (std::size_t i = 0; i < catalog.machines.size(); ++i)
        machines.push_back(machineJson(catalog, static_cast<int>(i)));
    return documentBytes({{"schema", "rightrig.machines/1"}, {"machines", std::move(machines)}});
}

QByteArray presetsJson(const Catalog& catalog)
{
    Json presets = Json::array();
    for (const Preset& preset : catalog.presets)
        presets.push_back(presetJson(preset));
    return documentBytes({{"schema", "rightrig.presets/1"}, {"presets", std::move(presets)}});
}

} // namespace rightrig
