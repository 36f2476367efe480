#include "models/domain/owncomputer.h"

#include "models/domain/choiceconstants.h"
#include "models/domain/measuredrig.h"

namespace rightrig {

namespace {

/// A laptop's card is its own part: "RTX 4060" on a laptop must not become the desktop card.
int findCard(const std::string& name, FormFactor form, const Catalog& catalog)
{
    const int found = catalog.findDevice(name, DeviceKind::Gpu);
    if (found < 0 || form == FormFactor::Desktop || catalog.devices[static_cast<std::size_t>(found)].segment != Segment::Desktop)
        return found;
    const int laptop = catalog.findDevice(name + " Laptop", DeviceKind::Gpu);
    return laptop >= 0 ? laptop : catalog.findDevice(name + " Laptop GPU", DeviceKind::Gpu);
}

/// Apple's chips and many others carry their graphics with them: take it from a catalogue machine with the same processor.
int builtInGraphics(int cpu, const Catalog& catalog)
{
    if (cpu < 0 || catalog.devices[static_cast<std::size_t>(cpu)].vendor != Vendor::Apple)
        return -1;
    for (const Machine& machine : catalog.machines) {
        if (machine.cpu == cpu && machine.accelerator >= 0)
            return machine.accelerator;
    }
    return -1;
}

void fillCard(Machine& machine, const std::optional<std::string>& gpu, FormFactor form, const Catalog& catalog)
{
    if (gpu && normalisedName(*gpu) == "none")
        return;
    machine.accelerator = gpu ? findCard(*gpu, form, catalog) : builtInGraphics(machine.cpu, catalog);
    machine.acceleratorCount = machine.accelerator >= 0 ? 1 : 0;
    machine.acceleratorUnknown = gpu.has_value() && machine.accelerator < 0;
}

MachineKind kindOf(FormFactor form) { return form == FormFactor::Desktop ? MachineKind::Desktop : MachineKind::Laptop; }

} // namespace

Machine ownMachine(const Settled& settled, const Catalog& catalog)
{
    const ComputerFacts& facts = settled.computer;
    const FormFactor form = facts.form.value_or(FormFactor::Laptop);
    Machine machine;
    machine.id = "own";
    machine.name = "own computer";
    machine.kind = kindOf(form);
    machine.cpu = facts.cpu ? catalog.findDevice(*facts.cpu, DeviceKind::Cpu) : -1;
    fillCard(machine, facts.gpu, form, catalog);
    machine.ram = facts.ram;
    if (machine.accelerator >= 0 && !catalog.devices[static_cast<std::size_t>(machine.accelerator)].unifiedMemory)
        machine.vram = facts.vram;
    machine.os = facts.os.value_or(settled.os);
    return machine;
}

Rig ownRig(const Settled& settled, const Catalog& catalog, const Constants& constants)
{
    const Machine machine = ownMachine(settled, catalog);
    Rig rig = makeRig(catalog, machine, constants);
    rig.own = true;
    const auto& tested = settled.computer.profile;
    if (machine.cpu >= 0) {
        if (tested)
            applyProfile(rig, *tested, constants);
        return rig;
    }
    const auto value = [&](const char* name) { return choiceValue(name, catalog, settled.given); };
    rig.cores = value("choice.default.cpu_cores");
    rig.singleCoreSpeed = value("choice.default.cpu_speed");
    rig.cpuFp32Gflops = value("choice.default.cpu_gflops");
    rig.cpuBandwidthGbPerS = value("choice.default.cpu_bandwidth");
    rig.cpuPower = Watts{value("choice.default.cpu_power")};
    if (tested)
        applyProfile(rig, *tested, constants);
    return rig;
}

Machine candidateMachine(const Candidate& candidate, const Catalog& catalog)
{
    const int known = candidate.cpu || candidate.gpu ? -1 : catalog.findMachine(candidate.name);
    Machine machine = known >= 0 ? catalog.machines[static_cast<std::size_t>(known)] : Machine{};
    const FormFactor form = candidate.form.value_or(machine.kind == MachineKind::Desktop ? FormFactor::Desktop : FormFactor::Laptop);
    machine.kind = kindOf(form);
    machine.name = candidate.name;
    if (known < 0) {
        machine.cpu = candidate.cpu ? catalog.findDevice(*candidate.cpu, DeviceKind::Cpu) : -1;
        fillCard(machine, candidate.gpu, form, catalog);
        if (!candidate.gpu && machine.accelerator < 0)
            machine.acceleratorUnknown = true;
    }
    if (candidate.ram)
        machine.ram = candidate.ram;
    if (candidate.vram)
        machine.vram = candidate.vram;
    if (candidate.tgp)
        machine.tgp = candidate.tgp;
    if (candidate.os)
        machine.os = *candidate.os;
    return machine;
}

} // namespace rightrig
