#include "db/cataloguereader.h"

#include <algorithm>
#include <utility>

namespace rightrig {
namespace {

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\n");
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

constexpr std::size_t mostAliases = 250; ///< of one thing: 20,000 things of a crafted file must not fill the memory

std::vector<std::string> aliasesOf(const CatalogueTable& row)
{
    std::vector<std::string> aliases;
    const std::string all = row.optionalText("aliases").value_or("");
    if (all.empty())
        return aliases;
    aliases.reserve(static_cast<std::size_t>(std::count(all.begin(), all.end(), '|')) + 1);
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        if (std::string alias = trimmed(rest.substr(0, end)); !alias.empty())
            aliases.push_back(std::move(alias));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (aliases.size() > mostAliases)
        row.fail("aliases", "are more than " + std::to_string(mostAliases));
    return aliases;
}

/// The id of this row, which no earlier row may have: SQLite's check does not look.
std::string claimId(const CatalogueTable& row, std::map<std::string, int, std::less<>>& taken, std::size_t index, const char* column = "id")
{
    std::string id = row.text(column);
    if (!taken.emplace(id, static_cast<int>(index)).second)
        row.fail(column, "is written twice");
    return id;
}

void readRates(const CatalogueTable& row, Device& device)
{
    device.vram = row.optionalQuantity<Gib>("vram_gib");
    device.bandwidthGbPerS = row.optionalNumber("bandwidth_gb_per_s");
    device.fp32Tflops = row.optionalNumber("fp32_tflops");
    device.tf32Tflops = row.optionalNumber("tf32_tflops");
    device.halfTflops = row.optionalNumber("half_tflops");
    device.power = row.optionalQuantity<Watts>("power_w");
    device.powerMin = row.optionalQuantity<Watts>("power_min_w");
    device.powerMax = row.optionalQuantity<Watts>("power_max_w");
    device.unifiedMemory = row.flag("unified_memory");
}

void readCores(const CatalogueTable& row, Device& device)
{
    device.cores = row.optionalWhole("cores");
    device.performanceCores = row.optionalWhole("performance_cores");
    device.threads = row.optionalWhole("threads");
    device.baseGhz = row.optionalNumber("base_ghz");
    device.boostGhz = row.optionalNumber("boost_ghz");
    device.flopPerCycle = row.optionalNumber("flop_per_cycle");
    device.singleCoreSpeed = row.optionalNumber("single_core_speed");
}

/// The columns that networks and presets share.
NetworkShape readShape(const CatalogueTable& row)
{
    NetworkShape net;
    net.paramsM = row.optionalNumber("params_m");
    net.embeddingParamsM = row.optionalNumber("embedding_params_m");
    net.forwardGflop = row.optionalNumber("forward_gflop");
    net.activationsM = row.optionalNumber("activations_m");
    net.layers = row.optionalNumber("layers");
    net.hidden = row.optionalNumber("hidden");
    net.heads = row.optionalNumber("heads");
    net.sequence = row.optionalNumber("sequence");
    net.vocabulary = row.optionalNumber("vocabulary");
    net.imagePx = row.optionalNumber("image_px");
    return net;
}

NetworkShape readPresetShape(const CatalogueTable& row)
{
    NetworkShape net = readShape(row);
    net.kappa = row.optionalNumber("kappa");
    net.adapterParamsM = row.optionalNumber("adapter_params_m");
    net.throughputKAmp = row.optionalNumber("throughput_k_amp");
    net.throughputKFp32 = row.optionalNumber("throughput_k_fp32");
    net.memoryFixedGib = row.optionalNumber("memory_fixed_gib");
    net.memoryPerSampleMib = row.optionalNumber("memory_per_sample_mib");
    return net;
}

TableShape readTable(const CatalogueTable& row)
{
    TableShape table;
    table.columns = row.optionalNumber("columns");
    table.trees = row.optionalNumber("trees");
    table.depth = row.optionalNumber("depth_of_tree");
    table.leaves = row.optionalNumber("leaves");
    table.clusters = row.optionalNumber("clusters");
    table.iterations = row.optionalNumber("iterations");
    table.features = row.optionalNumber("features_per_split");
    table.initialisations = row.optionalNumber("initialisations");
    if (row.optionalText("booster"))
        table.booster = row.word<Booster>("booster");
    return table;
}

} // namespace

Catalog CatalogueReader::read()
{
    readSources();
    readCurrencies();
    readCountries();
    readDevices();
    readMachines();
    readParts();
    readOffers();
    readClassMembers();
    readNetworks();
    readFits();
    readPresets();
    readAssumptions();
    m_catalog.index();
    readCheckpoints(); // they name devices as their publishers do
    return std::move(m_catalog);
}

void CatalogueReader::readSources()
{
    for (CatalogueTable row(m_database, "sources"); row.next();) {
        if (!m_sources.emplace(row.text("id"), row.text("text")).second)
            row.fail("id", "is written twice");
    }
}

SourceRef CatalogueReader::source(const CatalogueTable& row, std::string_view idColumn, std::string_view dateColumn)
{
    const std::string id = row.text(idColumn);
    const auto found = m_sources.find(id);
    if (found == m_sources.end())
        row.fail(idColumn, "'" + id + "' is not in sources");
    return {found->second, row.date(dateColumn)};
}

CurrencyCode CatalogueReader::knownCurrency(const CatalogueTable& row, std::string_view column) const
{
    const CurrencyCode code = row.currency(column);
    if (m_currencies.find(code.view()) == m_currencies.end())
        row.fail(column, "'" + code.text() + "' is not in currencies");
    return code;
}

std::optional<Money> CatalogueReader::price(const CatalogueTable& row) const
{
    const std::optional<double> amount = row.optionalNumber("price");
    return amount ? std::optional(Money{*amount, knownCurrency(row, "currency")}) : std::nullopt;
}

void CatalogueReader::readCurrencies()
{
    for (CatalogueTable row(m_database, "currencies"); row.next();) {
        claimId(row, m_currencies, m_catalog.currencies.size(), "code");
        m_catalog.currencies.push_back({row.currency("code"), row.number("usd_per_unit"), source(row)});
    }
}

void CatalogueReader::readCountries()
{
    for (CatalogueTable row(m_database, "countries"); row.next();) {
        Country country;
        country.code = claimId(row, m_countries, m_catalog.countries.size(), "code");
        if (!isCountryCode(country.code))
            row.fail("code", "is not two capital letters");
        country.name = row.text("name");
        country.currency = knownCurrency(row, "currency");
        if (const std::optional<double> amount = row.optionalNumber("electricity_per_kwh")) {
            country.electricityPerKwh = Money{*amount, knownCurrency(row, "electricity_currency")};
            country.electricitySource = source(row, "electricity_source", "electricity_as_of");
            if (row.optionalText("electricity_confidence"))
                country.electricityConfidence = row.word<Confidence>("electricity_confidence");
        }
        country.carbonGramsPerKwh = row.optionalNumber("carbon_g_per_kwh");
        if (country.carbonGramsPerKwh)
            country.carbonSource = source(row, "carbon_source", "carbon_as_of");
        m_catalog.countries.push_back(std::move(country));
    }
}

void CatalogueReader::readDevices()
{
    for (CatalogueTable row(m_database, "devices"); row.next();) {
        Device device;
        device.id = claimId(row, m_devices, m_catalog.devices.size());
        device.name = row.text("name");
        device.aliases = aliasesOf(row);
        device.kind = row.word<DeviceKind>("kind");
        device.segment = row.word<Segment>("segment");
        device.vendor = row.word<Vendor>("vendor");
        device.architecture = row.optionalText("architecture").value_or("");
        device.year = row.optionalWhole("year");
        readRates(row, device);
        readCores(row, device);
        device.source = source(row);
        device.notes = row.optionalText("notes").value_or("");
        m_catalog.devices.push_back(std::move(device));
    }
}

int CatalogueReader::deviceOf(const CatalogueTable& row, std::string_view column, bool processor) const
{
    const std::optional<std::string> id = row.optionalText(column);
    if (!id)
        return -1;
    const auto found = m_devices.find(*id);
    if (found == m_devices.end())
        row.fail(column, "'" + *id + "' is not in devices");
    if ((m_catalog.devices[static_cast<std::size_t>(found->second)].kind == DeviceKind::Cpu) != processor)
        row.fail(column, "'" + *id + (processor ? "' is not a processor" : "' is a processor"));
    return found->second;
}

void CatalogueReader::readMachines()
{
    for (CatalogueTable row(m_database, "machines"); row.next();) {
        Machine machine;
        machine.id = claimId(row, m_machines, m_catalog.machines.size());
        machine.name = row.text("name");
        machine.aliases = aliasesOf(row);
        machine.provider = row.optionalText("provider").value_or("");
        machine.kind = row.word<MachineKind>("kind");
        machine.cpu = deviceOf(row, "cpu", true);
        machine.accelerator = deviceOf(row, "accelerator", false);
        machine.acceleratorUnknown = row.flag("accelerator_unknown");
        machine.acceleratorCount = row.optionalWhole("accelerator_count").value_or(0);
        machine.ram = row.optionalQuantity<Gib>("ram_gib");
        machine.vram = row.optionalQuantity<Gib>("vram_gib");
        machine.tgp = row.optionalQuantity<Watts>("tgp_w");
        machine.vcpus = row.optionalNumber("vcpus");
        machine.storageGb = row.optionalNumber("storage_gb");
        machine.weightKg = row.optionalNumber("weight_kg");
        machine.fanless = row.flag("fanless");
        machine.os = row.word<Os>("os");
        machine.sessionHours = row.optionalNumber("session_hours");
        machine.weeklyHours = row.optionalNumber("weekly_hours");
        machine.guaranteed = row.flag("guaranteed");
        machine.year = row.optionalWhole("year");
        machine.source = source(row);
        machine.notes = row.optionalText("notes").value_or("");
        checkMachine(row, machine);
        m_catalog.machines.push_back(std::move(machine));
    }
}

void CatalogueReader::checkMachine(const CatalogueTable& row, const Machine& machine) const
{
    if (machine.accelerator >= 0 && machine.acceleratorCount < 1)
        row.fail("accelerator_count", "must be 1 or more with an accelerator");
    if (machine.accelerator < 0 && !machine.acceleratorUnknown && machine.acceleratorCount > 0)
        row.fail("accelerator_count", "must be 0 without an accelerator");
    if (machine.accelerator >= 0 && machine.acceleratorUnknown)
        row.fail("accelerator_unknown", "contradicts the accelerator that is named");
}

void CatalogueReader::readOffers()
{
    for (CatalogueTable row(m_database, "offers"); row.next();) {
        Offer offer;
        offer.id = claimId(row, m_offers, m_catalog.offers.size());
        offer.machine = machineOf(row);
        offer.price = price(row);
        offer.per = row.word<Per>("per");
        offer.kind = row.word<PriceKind>("kind");
        offer.region = row.optionalText("region").value_or("");
        offer.billingUnitSeconds = row.optionalNumber("billing_unit_s");
        offer.minimumSeconds = row.optionalNumber("minimum_s");
        offer.source = source(row);
        m_catalog.asOf = std::max(m_catalog.asOf, offer.source.asOf);
        offer.confidence = row.word<Confidence>("confidence");
        if (offer.per == Per::Free && offer.price)
            row.fail("price", "a free offer has none");
        m_catalog.offers.push_back(std::move(offer));
    }
}

void CatalogueReader::readNetworks()
{
    for (CatalogueTable row(m_database, "networks"); row.next();) {
        Network network;
        network.id = claimId(row, m_networks, m_catalog.networks.size());
        network.name = row.text("name");
        network.aliases = aliasesOf(row);
        network.family = row.word<JobFamily>("family");
        network.net = readShape(row);
        network.net.modules = row.optionalNumber("modules");
        network.source = source(row);
        network.notes = row.optionalText("notes").value_or("");
        m_catalog.networks.push_back(std::move(network));
    }
}

int CatalogueReader::networkOf(const CatalogueTable& row) const
{
    const std::string id = row.text("network");
    const auto found = m_networks.find(id);
    if (found == m_networks.end())
        row.fail("network", "'" + id + "' is not in networks");
    return found->second;
}

void CatalogueReader::readFits()
{
    for (CatalogueTable row(m_database, "fits"); row.next();) {
        const int network = networkOf(row);
        claimId(row, m_fits, static_cast<std::size_t>(network), "network");
        m_catalog.networks[static_cast<std::size_t>(network)].net.calibration = row.number("factor");
    }
}

/// What published runs of the preset's network say beside its size.
void CatalogueReader::addNetwork(const CatalogueTable& row, NetworkShape& net) const
{
    if (!row.optionalText("network"))
        return;
    const NetworkShape& known = m_catalog.networks[static_cast<std::size_t>(networkOf(row))].net;
    net.modules = known.modules;
    net.calibration = known.calibration;
}

void CatalogueReader::readPresets()
{
    for (CatalogueTable row(m_database, "presets"); row.next();) {
        Preset preset;
        preset.id = claimId(row, m_presets, m_catalog.presets.size());
        preset.title = row.text("title");
        preset.example = row.text("example");
        preset.goal = row.word<Goal>("goal");
        preset.depth = row.word<Depth>("depth");
        preset.family = row.word<JobFamily>("family");
        preset.unit = row.word<SampleUnit>("unit");
        preset.samples = row.number("samples");
        preset.epochs = row.number("epochs");
        preset.batch = row.number("batch");
        preset.precision = row.word<Precision>("precision");
        preset.checkpointing = row.flag("checkpointing");
        preset.loadsImages = row.flag("loads_images");
        preset.typical = row.flag("typical");
        preset.tuningRuns = row.number("tuning_runs");
        preset.net = readPresetShape(row);
        addNetwork(row, preset.net);
        preset.table = readTable(row);
        preset.source = source(row);
        preset.notes = row.optionalText("notes").value_or("");
        m_catalog.presets.push_back(std::move(preset));
    }
}

void CatalogueReader::readAssumptions()
{
    for (CatalogueTable row(m_database, "assumptions"); row.next();) {
        Assumption assumption;
        assumption.name = claimId(row, m_assumptions, m_catalog.assumptions.size(), "name");
        assumption.value = row.number("value");
        assumption.low = row.number("low");
        assumption.high = row.number("high");
        assumption.unit = row.text("unit");
        assumption.text = row.text("text");
        assumption.source = source(row);
        if (!(assumption.low <= assumption.value && assumption.value <= assumption.high))
            row.fail("value", "does not lie between low and high");
        m_catalog.assumptions.push_back(std::move(assumption));
    }
}

} // namespace rightrig
