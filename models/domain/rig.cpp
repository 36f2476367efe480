// A machine of the catalogue as numbers. Unknown stays unknown; what is derived says by which assumption.
#include "models/domain/constants.h"
#include "models/domain/estimator.h"
#include "models/domain/speed.h"

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

const Device* deviceAt(const Catalog& catalog, int index)
{
    const bool known = index >= 0 && static_cast<std::size_t>(index) < catalog.devices.size();
    return known ? &catalog.devices[static_cast<std::size_t>(index)] : nullptr;
}

Stack stackOf(const Device& device)
{
    if (device.kind == DeviceKind::Tpu)
        return Stack::Xla;
    switch (device.vendor) {
    case Vendor::Nvidia:
        return Stack::Cuda;
    case Vendor::Amd:
        return Stack::Rocm;
    case Vendor::Apple:
        return Stack::Metal;
    case Vendor::Google:
        return Stack::Xla;
    case Vendor::Intel:
        return Stack::IntelGpu;
    case Vendor::Other:
        break;
    }
    return Stack::Cpu;
}

struct ChipWord
{
    std::string_view part; ///< of the architecture's name
    std::string_view family;
};

/// The family whose gains hold for a chip; the first word that is part of its architecture's name decides.
std::uint8_t chipOf(const Device& device)
{
    constexpr std::array<ChipWord, 14> words{{{"Kepler", "kepler"}, {"Maxwell", "maxwell"}, {"Pascal", "pascal"}, {"Volta", "volta"},
        {"Turing", "turing"}, {"Ampere", "ampere"}, {"Ada", "ada"}, {"Hopper", "hopper"}, {"Blackwell", "blackwell"}, {"GCN", "gcn"},
        {"Vega", "gcn"}, {"RDNA 1", "rdna1"}, {"RDNA", "rdna"}, {"CDNA", "cdna"}}};
    std::string_view family = device.vendor == Vendor::Apple ? "apple"
        : device.kind == DeviceKind::Tpu                     ? "tpu"
        : device.architecture == "Gaudi"                     ? "gaudi"
        : device.vendor == Vendor::Intel                     ? "xe"
                                                             : "other";
    for (const ChipWord& word : words) {
        if (family == "other" && device.architecture.find(word.part) != std::string::npos)
            family = word.family;
    }
    return static_cast<std::uint8_t>(std::find(chipFamilies.begin(), chipFamilies.end(), family) - chipFamilies.begin());
}

/// Cores that train at full speed: an efficiency core counts as part of a performance core.
std::optional<double> fullCores(const Device& cpu, const Constants& c)
{
    if (!cpu.cores)
        return std::nullopt;
    const double all = *cpu.cores;
    const double fast = std::min(all, static_cast<double>(cpu.performanceCores.value_or(*cpu.cores)));
    return fast + (all - fast) * c.time.efficiencyCore;
}

std::optional<double> sustainedGhz(const Device& cpu, const Constants& c)
{
    if (cpu.boostGhz)
        return *cpu.boostGhz * c.time.cpuClockShare;
    return cpu.baseGhz;
}

/// A rented machine is a part of a server: its cores, and the same part of bandwidth and power.
void addProcessor(Rig& rig, const Machine& machine, const Device* cpu, const Constants& c)
{
    if (machine.vcpus)
        rig.cores = *machine.vcpus / threadsPerCore;
    if (cpu == nullptr)
        return;
    const auto whole = fullCores(*cpu, c);
    if (!rig.cores)
        rig.cores = whole;
    const double part = machine.vcpus && whole ? std::min(1.0, *rig.cores / *whole) : 1.0;
    rig.singleCoreSpeed = cpu->singleCoreSpeed;
    rig.appleProcessor = cpu->vendor == Vendor::Apple;
    if (cpu->bandwidthGbPerS)
        rig.cpuBandwidthGbPerS = *cpu->bandwidthGbPerS * part;
    if (cpu->power)
        rig.cpuPower = *cpu->power * part;
    const auto ghz = sustainedGhz(*cpu, c);
    if (rig.cores && ghz && cpu->flopPerCycle)
        rig.cpuFp32Gflops = processorGflops(*rig.cores, *ghz, *cpu->flopPerCycle);
}

/// Who rents out seldom names the processor. The slowest server core we have figures of stands in, with a wider range.
void addRentedProcessor(Rig& rig, const Machine& machine, const Constants& c)
{
    const bool rented = machine.kind == MachineKind::Cloud || machine.kind == MachineKind::Free;
    if (!rented || !rig.cores || (rig.singleCoreSpeed && rig.cpuBandwidthGbPerS && rig.cpuFp32Gflops))
        return;
    rig.processorIsGuess = true;
    rig.singleCoreSpeed = rig.singleCoreSpeed.value_or(c.time.rentedCoreSpeed);
    rig.cpuBandwidthGbPerS = rig.cpuBandwidthGbPerS.value_or(c.time.rentedCoreGbPerS * *rig.cores);
    rig.cpuFp32Gflops = rig.cpuFp32Gflops.value_or(c.time.rentedCoreGflops * *rig.cores);
}

/// A laptop's card draws what its maker allows; unknown limits are derated.
void addLaptopPower(Rig& rig, const Machine& machine, const Device& card, const Constants& c)
{
    if (machine.tgp) {
        rig.power = machine.tgp;
        return;
    }
    rig.powerIsGuess = true;
    if (card.powerMin && card.powerMax)
        rig.power = (*card.powerMin + *card.powerMax) * (0.5 * c.power.unknownTgpShare);
    else if (card.power)
        rig.power = *card.power * c.power.unknownTgpShare;
}

void addPower(Rig& rig, const Machine& machine, const Device& card, const Constants& c)
{
    if (card.segment == Segment::Laptop)
        addLaptopPower(rig, machine, card, c);
    else
        rig.power = card.power;
    if (!rig.power && card.vendor == Vendor::Apple && card.fp32Tflops) {
        rig.power = Watts{*card.fp32Tflops / c.power.appleTflopsPerWatt};
        rig.powerIsGuess = true;
    }
    // A chip whose power nobody states (TPUs) is taken as one that its power holds back.
    if (!rig.power && card.kind == DeviceKind::Tpu && card.halfTflops) {
        rig.power = Watts{*card.halfTflops / c.law.work[0].perWatt};
        rig.powerIsGuess = true;
    }
}

std::optional<Gib> usableMemory(const Rig& rig, const Machine& machine, const Device& card, const Constants& c)
{
    if (!rig.unified)
        return machine.vram ? machine.vram : card.vram;
    if (!machine.ram)
        return std::nullopt;
    return *machine.ram * (rig.integrated ? c.memory.integratedShare : c.memory.appleShare);
}

void addAccelerator(Rig& rig, const Machine& machine, const Device& card, const Constants& c)
{
    rig.hasAccelerator = true;
    rig.acceleratorCount = std::max(1, machine.acceleratorCount);
    rig.stack = stackOf(card);
    rig.chip = chipOf(card);
    rig.integrated = card.segment == Segment::Integrated;
    rig.unified = card.unifiedMemory || card.segment == Segment::Apple || rig.integrated;
    rig.vram = usableMemory(rig, machine, card, c);
    rig.bandwidthGbPerS = card.bandwidthGbPerS;
    if (!rig.bandwidthGbPerS && rig.unified)
        rig.bandwidthGbPerS = rig.cpuBandwidthGbPerS; // one memory, one bandwidth
    rig.fp32Tflops = card.fp32Tflops;
    rig.tf32Tflops = card.tf32Tflops;
    rig.halfTflops = card.halfTflops;
    rig.newGeneration = card.year && *card.year > c.time.newYear;
    addPower(rig, machine, card, c);
}

} // namespace

Rig makeRig(const Catalog& catalog, const Machine& machine, const Constants& constants)
{
    Rig rig;
    rig.kind = machine.kind;
    rig.os = machine.os;
    rig.ram = machine.ram;
    rig.fanless = machine.fanless;
    rig.laptop = machine.kind == MachineKind::Laptop;
    addProcessor(rig, machine, deviceAt(catalog, machine.cpu), constants);
    addRentedProcessor(rig, machine, constants);
    if (const Device* card = deviceAt(catalog, machine.accelerator))
        addAccelerator(rig, machine, *card, constants);
    rig.acceleratorUnknown = machine.acceleratorUnknown;
    return rig;
}

} // namespace rightrig
