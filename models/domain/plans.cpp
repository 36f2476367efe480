#include "models/domain/plans.h"

#include <algorithm>

namespace rightrig {

namespace {

std::string fullName(const Machine& machine)
{
    if (machine.provider.empty() || machine.name.find(machine.provider) != std::string::npos)
        return machine.name;
    return machine.provider + ' ' + machine.name;
}

Plan localPlan(OptionKind kind, const Machine& machine, const Seat& seat, const Ground& ground)
{
    Plan plan;
    plan.kind = kind;
    plan.name = fullName(machine);
    plan.base = &machine;
    plan.baseSeat = &seat;
    plan.rented.assign(ground.jobs.size(), false);
    return plan;
}

Plan remotePlan(OptionKind kind, const Machine& machine, const Seat& seat, const Offer* offer, const Ground& ground)
{
    Plan plan;
    plan.kind = kind;
    plan.name = fullName(machine);
    plan.remote = &machine;
    plan.remoteSeat = &seat;
    plan.remoteOffer = offer;
    plan.rented.assign(ground.jobs.size(), true);
    return plan;
}

void addOwn(Considered& considered, const Ground& ground, Detail detail)
{
    if (ground.own() == nullptr)
        return;
    Plan plan = localPlan(OptionKind::Keep, *ground.own(), *ground.ownSeat(), ground);
    plan.id = "own";
    plan.owned = true;
    Option option = judge(plan, ground, detail);
    considered.add(std::move(plan), std::move(option));
}

/// The school has something, and nobody said what: worth asking, never a winner.
void addUnknownSchool(Considered& considered, const char* id, const char* name, const Ground& ground)
{
    Plan plan;
    plan.kind = OptionKind::Lab;
    plan.id = id;
    plan.name = name;
    Option option;
    option.id = plan.id;
    option.name = plan.name;
    option.kind = OptionKind::Lab;
    option.jobs.resize(ground.jobs.size());
    option.whyNot = {{ReasonCode::UnknownSpec, {plan.name}}, {ReasonCode::NotYourOwn, {}}};
    considered.add(std::move(plan), std::move(option));
}

/// School machines are named for what they are: "...lab...", "...server...", "...loan...".
bool addKnownSchool(Considered& considered, std::string_view word, Ground& ground, Detail detail)
{
    bool found = false;
    for (std::size_t i = 0; i < ground.catalog().machines.size(); ++i) {
        const Machine& machine = ground.catalog().machines[i];
        if (machine.kind != MachineKind::School || machine.id.find(word) == std::string::npos)
            continue;
        Plan plan = remotePlan(OptionKind::Lab, machine, ground.seat(static_cast<int>(i)), nullptr, ground);
        plan.id = "school-" + machine.id;
        plan.machine = static_cast<int>(i);
        Option option = judge(plan, ground, detail);
        considered.add(std::move(plan), std::move(option));
        found = true;
    }
    return found;
}

void addSchool(Considered& considered, Ground& ground, Detail detail)
{
    const Settled& settled = ground.settled;
    if (settled.lab && !addKnownSchool(considered, "lab", ground, detail))
        addUnknownSchool(considered, "school-lab", "school computer lab", ground);
    if (settled.gpuServer && !addKnownSchool(considered, "server", ground, detail))
        addUnknownSchool(considered, "school-server", "school GPU server", ground);
    if (settled.loanLaptop && !addKnownSchool(considered, "loan", ground, detail))
        addUnknownSchool(considered, "school-loan", "school loan laptop", ground);
}

OptionKind kindOfMachine(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Laptop:
        return OptionKind::Laptop;
    case MachineKind::Desktop:
        return OptionKind::Desktop;
    case MachineKind::Free:
        return OptionKind::Free;
    case MachineKind::Cloud:
    case MachineKind::School:
        break;
    }
    return OptionKind::Rent;
}

void addOffer(Considered& considered, std::size_t index, Ground& ground, Detail detail)
{
    const Offer& offer = ground.catalog().offers[index];
    if (offer.machine < 0 || ground.machine(offer.machine).kind == MachineKind::School)
        return;
    Plan plan = offerPlan(index, ground);
    Option option = judge(plan, ground, detail);
    considered.add(std::move(plan), std::move(option));
}

void addCandidate(Considered& considered, std::size_t index, const Ground& ground, Detail detail)
{
    const Candidate& asked = ground.settled.given.candidates[index];
    const Machine& machine = ground.candidate(index);
    const OptionKind kind = machine.kind == MachineKind::Desktop ? OptionKind::Desktop : OptionKind::Laptop;
    Plan plan = localPlan(kind, machine, ground.candidateSeat(index), ground);
    plan.id = "candidate-" + std::to_string(index + 1);
    plan.name = asked.name;
    plan.candidate = static_cast<int>(index);
    plan.basePrice = asked.price;
    plan.basePriceKind = PriceKind::Street;
    Option option = judge(plan, ground, detail);
    considered.add(std::move(plan), std::move(option));
}

} // namespace

Plan offerPlan(std::size_t index, Ground& ground)
{
    const Offer& offer = ground.catalog().offers[index];
    const Machine& machine = ground.machine(offer.machine);
    const Seat& seat = ground.seat(offer.machine);
    const OptionKind kind = kindOfMachine(machine.kind);
    const bool local = kind == OptionKind::Laptop || kind == OptionKind::Desktop;
    Plan plan = local ? localPlan(kind, machine, seat, ground) : remotePlan(kind, machine, seat, &offer, ground);
    plan.id = offer.id;
    plan.machine = offer.machine;
    plan.offer = static_cast<int>(index);
    if (local) {
        plan.basePrice = offer.price;
        plan.baseSpan = priceSpan(ground.catalog(), offer);
        plan.basePriceKind = offer.kind;
        plan.baseConfidence = offer.confidence;
    }
    return plan;
}

Considered considerAll(Ground& ground, Detail detail)
{
    Considered considered;
    considered.plans.reserve(ground.catalog().offers.size() + 32);
    considered.options.reserve(ground.catalog().offers.size() + 32);
    addOwn(considered, ground, detail);
    addSchool(considered, ground, detail);
    for (std::size_t i = 0; i < ground.catalog().offers.size(); ++i)
        addOffer(considered, i, ground, detail);
    for (std::size_t i = 0; i < ground.settled.given.candidates.size(); ++i)
        addCandidate(considered, i, ground, detail);
    addMixedPlans(considered, ground, detail);
    return considered;
}

} // namespace rightrig
