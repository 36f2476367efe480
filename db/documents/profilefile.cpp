#include "db/documents/profilefile.h"

#include "db/documents/jsonwriting.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr const char* schemaName = "rightrig.profile/1";
constexpr std::size_t mostGpus = 32;
constexpr ValueRange coreRange{0.01, 4096}, wholeCores{1, 4096}, cacheRange{0.5, 16777216};

std::optional<Gib> profileGib(ObjectReader& in, const char* key)
{
    const std::optional<double> value = in.number(key, {0.001, 65536});
    return value ? std::optional(Gib{*value}) : std::nullopt;
}

/// Names come from drivers: one line, or it is none.
std::optional<std::string> lineOf(ObjectReader& in, const char* key)
{
    std::optional<std::string> text = in.text(key);
    if (text && text->find('\n') != std::string::npos)
        throw DocumentFault(in.path(key), "has more than one line");
    return text;
}

void readProcessor(ObjectReader& in, MachineProfile& profile)
{
    in.object("cpu", [&](ObjectReader& cpu) {
        profile.cpu = lineOf(cpu, "model");
        profile.cores = cpu.number("cores", wholeCores);
        profile.performanceCores = cpu.number("performance_cores", wholeCores);
        profile.efficiencyCores = cpu.number("efficiency_cores", {0, 4096});
        profile.threads = cpu.number("threads", wholeCores);
        profile.coreLimit = cpu.number("core_limit", coreRange);
        profile.simd = cpu.word<Simd>("simd");
        profile.cacheL1Kib = cpu.number("cache_l1_kib", cacheRange);
        profile.cacheL2Kib = cpu.number("cache_l2_kib", cacheRange);
        profile.cacheL3Kib = cpu.number("cache_l3_kib", cacheRange);
    });
    const auto within = [&](const std::optional<double>& part) { return !part || !profile.cores || *part <= *profile.cores; };
    if (!within(profile.performanceCores) || !within(profile.efficiencyCores))
        throw DocumentFault(in.path("cpu"), "more performance or efficiency cores than cores");
}

ProfileGpu readGpu(ObjectReader& in)
{
    ProfileGpu gpu;
    gpu.name = lineOf(in, "name").value_or("");
    if (gpu.name.empty())
        throw DocumentFault(in.path("name"), "is missing");
    gpu.vram = profileGib(in, "vram_gib");
    gpu.driver = lineOf(in, "driver");
    if (const std::optional<double> watts = in.number("power_limit_w", {1, 5000}))
        gpu.powerLimit = Watts{*watts};
    gpu.integrated = in.flag("integrated");
    return gpu;
}

void readRates(ObjectReader& in, MachineProfile& profile)
{
    in.object("rates", [&](ObjectReader& rates) {
        for (std::size_t i = 0; i < rateCount; ++i) {
            const RateInfo& info = rateInfo(static_cast<Rate>(i));
            rates.object(info.key.data(), [&](ObjectReader& rate) {
                const std::optional<double> value = rate.number("value", {info.low, info.high});
                if (!value)
                    throw DocumentFault(rate.path("value"), "is missing");
                profile.rates[i] = MeasuredRate{*value, rate.number("spread", {0, 100})};
            });
        }
    });
}

void readSteadiness(ObjectReader& in, MachineProfile& profile)
{
    in.object("steadiness", [&](ObjectReader& steady) {
        profile.heldUp = steady.number("held_up", {0.01, 100});
        profile.spread = steady.number("spread", {0, 100});
        profile.noisy = steady.flag("noisy");
        profile.seconds = steady.number("seconds", {0, 3600});
        profile.quick = steady.flag("quick");
    });
}

Json processorJson(const MachineProfile& profile)
{
    Json cpu = Json::object();
    put(cpu, "model", profile.cpu);
    put(cpu, "cores", profile.cores);
    put(cpu, "performance_cores", profile.performanceCores);
    put(cpu, "efficiency_cores", profile.efficiencyCores);
    put(cpu, "threads", profile.threads);
    put(cpu, "core_limit", profile.coreLimit);
    put(cpu, "simd", profile.simd);
    put(cpu, "cache_l1_kib", profile.cacheL1Kib);
    put(cpu, "cache_l2_kib", profile.cacheL2Kib);
    put(cpu, "cache_l3_kib", profile.cacheL3Kib);
    return cpu;
}

Json gpusJson(const MachineProfile& profile)
{
    Json list = Json::array();
    for (const ProfileGpu& gpu : profile.gpus) {
        Json entry = {{"name", gpu.name}};
        put(entry, "vram_gib", gpu.vram);
        put(entry, "driver", gpu.driver);
        put(entry, "power_limit_w", gpu.powerLimit);
        put(entry, "integrated", gpu.integrated);
        list.push_back(std::move(entry));
    }
    return list;
}

Json ratesJson(const MachineProfile& profile)
{
    Json rates = Json::object();
    for (std::size_t i = 0; i < rateCount; ++i) {
        if (!profile.rates[i])
            continue;
        Json rate = {{"value", profile.rates[i]->value}};
        put(rate, "spread", profile.rates[i]->spread);
        rates[std::string(rateInfo(static_cast<Rate>(i)).key)] = std::move(rate);
    }
    return rates;
}

Json steadinessJson(const MachineProfile& profile)
{
    Json steady = Json::object();
    put(steady, "held_up", profile.heldUp);
    put(steady, "spread", profile.spread);
    put(steady, "noisy", profile.noisy);
    put(steady, "seconds", profile.seconds);
    put(steady, "quick", profile.quick);
    return steady;
}

MachineProfile wholeProfile(const Json& root)
{
    ObjectReader in(root, {});
    MachineProfile profile = profileFrom(in);
    in.finish();
    return profile;
}

} // namespace

MachineProfile profileFrom(ObjectReader& in)
{
    MachineProfile profile;
    const std::optional<std::string> schema = in.text("schema");
    if (schema && *schema != schemaName)
        throw DocumentFault(in.path("schema"), "'" + shown(*schema) + "' is not " + schemaName);
    readProcessor(in, profile);
    in.object("memory", [&](ObjectReader& memory) {
        profile.ram = profileGib(memory, "ram_gib");
        profile.freeRam = profileGib(memory, "free_gib");
    });
    in.objects("gpus", mostGpus, [&](ObjectReader& gpu) { profile.gpus.push_back(readGpu(gpu)); });
    profile.os = in.word<Os>("os");
    if (profile.os == Os::Any)
        throw DocumentFault(in.path("os"), "'any' is not one of windows, macos, linux");
    profile.laptop = in.flag("laptop");
    profile.power = in.word<PowerSupply>("power");
    profile.virtualMachine = in.flag("virtual_machine");
    profile.container = in.flag("container");
    readRates(in, profile);
    readSteadiness(in, profile);
    profile.missing = in.words<Missing>("missing").value_or(std::vector<Missing>{});
    return profile;
}

std::variant<MachineProfile, DocumentError> readProfile(const QByteArray& json)
{
    try {
        return wholeProfile(parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())}));
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

Json profileJson(const MachineProfile& profile)
{
    Json root = {{"schema", schemaName}};
    putObject(root, "cpu", processorJson(profile));
    Json memory = Json::object();
    put(memory, "ram_gib", profile.ram);
    put(memory, "free_gib", profile.freeRam);
    putObject(root, "memory", std::move(memory));
    putObject(root, "gpus", gpusJson(profile));
    put(root, "os", profile.os);
    put(root, "laptop", profile.laptop);
    put(root, "power", profile.power);
    put(root, "virtual_machine", profile.virtualMachine);
    put(root, "container", profile.container);
    putObject(root, "rates", ratesJson(profile));
    putObject(root, "steadiness", steadinessJson(profile));
    Json missing = Json::array();
    for (const Missing what : profile.missing)
        missing.push_back(std::string(toWord(what)));
    putObject(root, "missing", std::move(missing));
    return root;
}

QByteArray writeProfile(const MachineProfile& profile) { return jsonBytes(profileJson(profile)); }

} // namespace rightrig
