// Tiny catalogues from a few words, for tests. Constants, currencies, countries and presets come from the built catalogue.
#pragma once

#include "db/cataloguefile.h"
#include "models/domain/catalog.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

namespace rightrig::testing {

/// The catalogue this build made. Throws with the reason if it cannot be opened.
inline std::shared_ptr<const Catalog> realCatalog()
{
    static const std::shared_ptr<const Catalog> catalog = [] {
        auto opened = openCatalogue(testCatalogue());
        if (const auto* error = std::get_if<DbError>(&opened))
            throw std::runtime_error(error->text.toStdString());
        return std::get<std::shared_ptr<const Catalog>>(opened);
    }();
    return catalog;
}

/// "ram=16 kind=laptop fanless=1": what is not said stays unknown.
class Words
{
public:
    explicit Words(const std::string& text)
    {
        std::istringstream stream(text);
        for (std::string word; stream >> word;) {
            const auto at = word.find('=');
            std::string value = at == std::string::npos ? "1" : word.substr(at + 1);
            std::replace(value.begin(), value.end(), '~', ' '); // "cpu=Good~CPU": a name with a blank
            m_values[word.substr(0, at)] = value;
        }
    }
    [[nodiscard]] std::string text(const std::string& key, const std::string& fallback = {}) const
    {
        const auto it = m_values.find(key);
        return it == m_values.end() ? fallback : it->second;
    }
    [[nodiscard]] std::optional<double> number(const std::string& key) const
    {
        const auto it = m_values.find(key);
        return it == m_values.end() ? std::nullopt : std::optional(std::stod(it->second));
    }
    template <class Q> [[nodiscard]] std::optional<Q> quantity(const std::string& key) const
    {
        const auto value = number(key);
        return value ? std::optional(Q{*value}) : std::nullopt;
    }
    [[nodiscard]] bool flag(const std::string& key) const { return m_values.count(key) > 0; }

private:
    std::map<std::string, std::string> m_values;
};

class CatalogBuilder
{
public:
    /// Starts with everything of the real catalogue but devices, machines and offers.
    CatalogBuilder()
    {
        const Catalog& real = *realCatalog();
        m_catalog.presets = real.presets;
        m_catalog.assumptions = real.assumptions;
        m_catalog.currencies = real.currencies;
        m_catalog.countries = real.countries;
        m_catalog.asOf = "2026-11-23";
    }

    /// "cores=8 threads=16 base=3 boost=4.5 flop=32 speed=1 bw=60 power=28 vendor=intel"
    CatalogBuilder& cpu(const std::string& name, const std::string& words)
    {
        const Words w(words);
        Device d = device(name, w, DeviceKind::Cpu);
        const auto whole = [&](const char* key) { return w.flag(key) ? std::optional(static_cast<int>(*w.number(key))) : std::nullopt; };
        d.cores = whole("cores");
        d.threads = whole("threads");
        d.baseGhz = w.number("base");
        d.boostGhz = w.number("boost");
        d.flopPerCycle = w.number("flop");
        d.singleCoreSpeed = w.number("speed");
        m_catalog.devices.push_back(d);
        return *this;
    }
    /// "vram=8 bw=272 fp32=15 tf32=15 half=30 power=115 segment=desktop|laptop|datacentre|integrated|apple vendor=nvidia unified"
    CatalogBuilder& gpu(const std::string& name, const std::string& words)
    {
        const Words w(words);
        Device d = device(name, w, DeviceKind::Gpu);
        d.vram = w.quantity<Gib>("vram");
        d.fp32Tflops = w.number("fp32");
        d.tf32Tflops = w.number("tf32");
        d.halfTflops = w.number("half");
        d.unifiedMemory = w.flag("unified");
        m_catalog.devices.push_back(d);
        return *this;
    }
    /// "kind=laptop|desktop|cloud|free|school cpu=NAME gpu=NAME ram=16 weight=2 os=windows session=12 weekly=30 unsure fanless"
    CatalogBuilder& machine(const std::string& id, const std::string& words)
    {
        static const std::map<std::string, MachineKind> kinds{{"laptop", MachineKind::Laptop}, {"desktop", MachineKind::Desktop},
            {"cloud", MachineKind::Cloud}, {"free", MachineKind::Free}, {"school", MachineKind::School}};
        const Words w(words);
        Machine m;
        m.id = m.name = id;
        m.kind = kinds.at(w.text("kind", "laptop"));
        m.cpu = indexOf(w.text("cpu"));
        m.accelerator = indexOf(w.text("gpu"));
        m.acceleratorCount = m.accelerator >= 0 ? static_cast<int>(w.number("count").value_or(1)) : 0;
        m.acceleratorUnknown = w.flag("unknown");
        m.ram = w.quantity<Gib>("ram");
        m.vcpus = w.number("vcpus");
        m.weightKg = w.number("weight");
        m.sessionHours = w.number("session");
        m.weeklyHours = w.number("weekly");
        m.guaranteed = !w.flag("unsure");
        m.fanless = w.flag("fanless");
        m.os = osOf(w.text("os", "any"));
        m_catalog.machines.push_back(m);
        return *this;
    }
    /// "machine=ID price=999 currency=EUR per=once|hour|month|free kind=list|used|spot|free confidence=high unit=3600"
    CatalogBuilder& offer(const std::string& id, const std::string& words)
    {
        static const std::map<std::string, Per> pers{{"once", Per::Once}, {"hour", Per::Hour}, {"month", Per::Month}, {"free", Per::Free}};
        static const std::map<std::string, PriceKind> kinds{{"list", PriceKind::List}, {"used", PriceKind::Used}, {"spot", PriceKind::Spot},
            {"free", PriceKind::Free}, {"on-demand", PriceKind::OnDemand}, {"street", PriceKind::Street}};
        static const std::map<std::string, Confidence> sure{
            {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};
        const Words w(words);
        Offer o;
        o.id = id;
        for (std::size_t i = 0; i < m_catalog.machines.size(); ++i)
            o.machine = m_catalog.machines[i].id == w.text("machine") ? static_cast<int>(i) : o.machine;
        if (w.flag("price"))
            o.price = Money{*w.number("price"), CurrencyCode(w.text("currency", "USD"))};
        o.per = pers.at(w.text("per", "once"));
        o.kind = kinds.at(w.text("kind", "list"));
        o.confidence = sure.at(w.text("confidence", "high"));
        o.billingUnitSeconds = w.number("unit");
        o.source.asOf = "2026-11-01";
        m_catalog.offers.push_back(o);
        return *this;
    }
    [[nodiscard]] Catalog build()
    {
        m_catalog.index();
        return m_catalog;
    }

private:
    static Os osOf(const std::string& name)
    {
        return name == "windows" ? Os::Windows : name == "macos" ? Os::MacOs : name == "linux" ? Os::Linux : Os::Any;
    }
    static Device device(const std::string& name, const Words& w, DeviceKind kind)
    {
        static const std::map<std::string, Vendor> vendors{{"nvidia", Vendor::Nvidia}, {"amd", Vendor::Amd}, {"intel", Vendor::Intel},
            {"apple", Vendor::Apple}, {"google", Vendor::Google}};
        static const std::map<std::string, Segment> segments{{"desktop", Segment::Desktop}, {"laptop", Segment::Laptop},
            {"datacentre", Segment::Datacentre}, {"integrated", Segment::Integrated}, {"apple", Segment::Apple}};
        Device d;
        d.id = d.name = name;
        d.kind = kind;
        d.vendor = vendors.at(w.text("vendor", kind == DeviceKind::Gpu ? "nvidia" : "intel"));
        d.segment = segments.at(w.text("segment", "desktop"));
        d.architecture = w.text("architecture", kind == DeviceKind::Gpu ? "Ampere" : "");
        d.bandwidthGbPerS = w.number("bw");
        d.power = w.quantity<Watts>("power");
        return d;
    }
    [[nodiscard]] int indexOf(const std::string& name) const
    {
        for (std::size_t i = 0; i < m_catalog.devices.size(); ++i) {
            if (m_catalog.devices[i].name == name)
                return static_cast<int>(i);
        }
        return -1;
    }

    Catalog m_catalog;
};

} // namespace rightrig::testing
