// What machines ARE: devices (one chip), machines (what a student uses), offers (what somebody asks for it).
// Every optional field that is empty is unknown. Unknown is never zero and never helps a machine (see estimator.h).
#pragma once

#include "models/domain/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rightrig {

/// Where a figure comes from and of which day it is ("2026-08-01", or "2026-08", or "2026").
struct SourceRef
{
    std::string text;
    std::string asOf;
    bool operator==(const SourceRef&) const = default;
};

enum class Confidence : std::uint8_t { High, Medium, Low };
enum class DeviceKind : std::uint8_t { Cpu, Gpu, Tpu };
enum class Segment : std::uint8_t { Desktop, Laptop, Workstation, Datacentre, Integrated, Apple, Server, Tpu };
enum class Vendor : std::uint8_t { Nvidia, Amd, Intel, Apple, Google, Other };

/// One chip: a processor, a graphics card (a laptop's card is its own part with its own watts), or a TPU.
struct Device
{
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    DeviceKind kind = DeviceKind::Gpu;
    Segment segment = Segment::Desktop;
    Vendor vendor = Vendor::Other;
    std::string architecture;
    std::optional<int> year;

    // Accelerators. Rates are dense (never sparse) peaks; half = FP16/BF16 with FP32 accumulation.
    std::optional<Gib> vram;               ///< per device; empty for a CPU and for unified memory
    std::optional<double> bandwidthGbPerS; ///< GB/s; for a CPU the DRAM bandwidth of its platform
    std::optional<double> fp32Tflops;
    std::optional<double> tf32Tflops;
    std::optional<double> halfTflops;
    std::optional<Watts> power;              ///< sustained board power; for a laptop part the usual TGP, if known
    std::optional<Watts> powerMin, powerMax; ///< span of power limits this part is sold with
    bool unifiedMemory = false;              ///< shares RAM with the processor (Apple, integrated graphics)

    // Processors.
    std::optional<int> cores; ///< physical cores
    std::optional<int> performanceCores;
    std::optional<int> threads;
    std::optional<double> baseGhz, boostGhz;
    std::optional<double> flopPerCycle;    ///< FP32 FLOP per cycle and core: SSE 8, AVX2 32, AVX-512 64
    std::optional<double> singleCoreSpeed; ///< 1.0 = a core of a Zen 4 server or of a current laptop

    SourceRef source;
    std::string notes;
};

enum class MachineKind : std::uint8_t { Laptop, Desktop, Cloud, Free, School };
enum class Os : std::uint8_t { Any, Windows, MacOs, Linux };

/// One part of a desktop build; the parts' prices add up to the build's price.
struct Part
{
    std::string component; ///< "gpu", "cpu", "ram", ...
    std::string name;
    std::optional<Money> price;
    SourceRef source;
    Confidence confidence = Confidence::Low;
};

/// A whole computer, a rented instance, a free service or a machine of the school.
struct Machine
{
    std::string id;
    std::string name;
    std::string provider; ///< "AWS", "Apple", ...; may be empty
    MachineKind kind = MachineKind::Laptop;
    int cpu = -1;                    ///< index into Catalog::devices, -1 unknown
    int accelerator = -1;            ///< index into Catalog::devices, -1 none (or unknown, see acceleratorUnknown)
    bool acceleratorUnknown = false; ///< the source names no accelerator we know: nothing can be estimated on it
    int acceleratorCount = 0;
    std::optional<Gib> ram;
    std::optional<Gib> vram;     ///< per accelerator, where it differs from the device's own
    std::optional<Watts> tgp;    ///< this laptop's own graphics power limit
    std::optional<double> vcpus; ///< cloud: virtual processors (hyperthreads)
    std::optional<double> storageGb;
    std::optional<double> weightKg;
    bool fanless = false;
    Os os = Os::Any;                    ///< what it is sold with; Any = the buyer's choice of Windows or Linux
    std::optional<double> sessionHours; ///< free services: longest session
    std::optional<double> weeklyHours;  ///< free services and labs: hours a week
    bool own = false;                   ///< the user has added it; the catalogue does not know it
    bool guaranteed = true;             ///< false: nobody promises that it is there when needed
    std::optional<int> year;
    std::vector<Part> parts;
    std::vector<std::string> aliases;
    SourceRef source;
    std::string notes;
};

enum class Per : std::uint8_t { Once, Hour, Month, Free };
enum class PriceKind : std::uint8_t { List, Street, Used, OnDemand, Spot, Free };

/// What somebody asks for a machine. Per::Free offers carry no price.
struct Offer
{
    std::string id;
    int machine = -1; ///< index into Catalog::machines
    std::optional<Money> price;
    Per per = Per::Once;
    PriceKind kind = PriceKind::List;
    std::string region;
    std::optional<double> billingUnitSeconds; ///< rented hours are rounded up to this
    std::optional<double> minimumSeconds;
    SourceRef source;
    Confidence confidence = Confidence::Low;
    std::vector<int> builtFrom; ///< a class: indices of the offers whose middle this price is (priceclass.h)
};

} // namespace rightrig
