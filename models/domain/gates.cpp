#include "models/domain/gates.h"

#include "models/domain/constants.h"
#include "models/domain/spending.h"

#include <algorithm>

namespace rightrig {

namespace {

using Reasons = std::vector<Reason>;

Reason memoryReason(const Job& job, const Estimate& estimate)
{
    if (!estimate.memory.need || !estimate.memory.have)
        return {ReasonCode::UnknownSpec, {job.title}};
    const bool ram = estimate.memory.kind == MemoryKind::Ram;
    return {ram ? ReasonCode::NotEnoughRam : ReasonCode::NotEnoughVram, {job.title, *estimate.memory.need, *estimate.memory.have}};
}

Reason blockedReason(ReasonCode code, const Job& job, const Seat& seat)
{
    if (code == ReasonCode::SoftwareUnsupported)
        return {code, {job.title, std::string(stackName(seat.rig.stack))}};
    return {code, {job.title}};
}

void gateJob(Reasons& out, const Job& job, const Estimate& estimate, const Plan& plan, const Seat& seat)
{
    const Machine& machine = &seat == plan.remoteSeat ? *plan.remote : *plan.base;
    if (estimate.blocked && *estimate.blocked != ReasonCode::UnknownSpec)
        out.push_back(blockedReason(*estimate.blocked, job, seat));
    else if (estimate.fit == Fit::No)
        out.push_back(memoryReason(job, estimate));
    else if (estimate.fit == Fit::Unknown || !estimate.seconds)
        out.push_back({ReasonCode::UnknownSpec, {machine.name}});
}

void gateJobs(Reasons& out, const Plan& plan, const Ground& ground)
{
    for (std::size_t i = 0; i < ground.jobs.size(); ++i)
        gateJob(out, ground.jobs[i], plan.job(i), plan, plan.rented[i] ? *plan.remoteSeat : *plan.baseSeat);
    // the same unknown is said once, not once per job
    const auto same = [](const Reason& reason) { return reason.code == ReasonCode::UnknownSpec; };
    const auto first = std::find_if(out.begin(), out.end(), same);
    if (first != out.end())
        out.erase(std::remove_if(first + 1, out.end(), same), out.end());
}

/// A run, or a week of runs, that takes longer than a student can plan with.
void gateTime(Reasons& out, const Option& option, const Plan& plan, const Ground& ground)
{
    const double longest = ground.choice.longestRunHours * secondsPerHour;
    const bool weekTooShort = option.weeklyTime && option.weeklyTime->likely.value > 7.0 * 24.0 * secondsPerHour;
    if (ground.jobs.empty() || !option.weeklyTime)
        return;
    std::size_t slowest = 0;
    const auto weight = [&](std::size_t i) {
        return runSeconds(plan, i, Quantile::Likely).value_or(0.0) * (weekTooShort ? ground.jobs[i].runsPerWeek : 1.0);
    };
    for (std::size_t i = 1; i < ground.jobs.size(); ++i) {
        if (weight(i) > weight(slowest))
            slowest = i;
    }
    const double run = runSeconds(plan, slowest, Quantile::Likely).value_or(0.0);
    if (weekTooShort || run > longest)
        out.push_back({ReasonCode::TooSlow, {ground.jobs[slowest].title, Seconds{run}, ground.settled.patience}});
}

void gateSessions(Reasons& out, const Plan& plan, const Ground& ground)
{
    const RemoteUse use = remoteUse(plan, ground);
    const double needed = use.hours + use.sessions * ground.constants->cost.setupMinutes / 60.0;
    const bool free = plan.remote->kind == MachineKind::Free;
    const auto allowed = plan.remote->weeklyHours ? plan.remote->weeklyHours
        : free                                    ? std::optional(ground.choice.unknownQuota)
                                                  : std::nullopt;
    if (allowed && needed > *allowed)
        out.push_back({ReasonCode::QuotaExceeded, {needed, *allowed}});
    if (!plan.remote->sessionHours)
        return;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const double run = plan.rented[i] ? runSeconds(plan, i, Quantile::Likely).value_or(0.0) : 0.0;
        if (run > *plan.remote->sessionHours * secondsPerHour)
            out.push_back(
                {ReasonCode::SessionTooLong, {ground.jobs[i].title, Seconds{run}, Seconds{*plan.remote->sessionHours * secondsPerHour}}});
    }
}

void gateRemote(Reasons& out, const Plan& plan, const Ground& ground)
{
    if (plan.remote == nullptr)
        return;
    const bool school = plan.remote->kind == MachineKind::School;
    if (ground.settled.privateData && !school)
        out.push_back({ReasonCode::PrivateDataOffSite, {}});
    if (!school && plan.base == nullptr && !ground.hasBrowser)
        out.push_back({ReasonCode::NeedsOwnLaptopToo, {}});
    if (!school && ground.uploadHours > ground.choice.longestUploadHours)
        out.push_back({ReasonCode::SlowInternet, {ground.uploadHours}});
    gateSessions(out, plan, ground);
}

bool runsWantedOs(const Machine& machine, Os wanted)
{
    // Linux goes onto a machine that is sold with Windows; macOS comes with a Mac only
    return wanted == Os::Any || machine.os == wanted || (machine.os == Os::Any && wanted != Os::MacOs)
        || (machine.os == Os::Windows && wanted == Os::Linux);
}

bool ownsLaptop(const Settled& settled)
{
    return settled.computer.kind == ComputerKind::Known && settled.computer.form != FormFactor::Desktop;
}

std::string_view osName(Os os)
{
    static constexpr std::string_view names[] = {"any", "windows", "macos", "linux"};
    return names[static_cast<std::size_t>(os)];
}

void gatePurchase(Reasons& out, const Plan& plan, const Ground& ground)
{
    if (plan.base == nullptr || plan.owned)
        return;
    const Settled& settled = ground.settled;
    if (!runsWantedOs(*plan.base, settled.os))
        out.push_back({ReasonCode::WrongOs, {std::string(osName(settled.os))}});
    const bool carries = settled.portability != Portability::Desk;
    if (plan.base->kind == MachineKind::Desktop && carries && !ownsLaptop(settled))
        out.push_back({ReasonCode::NotPortable, {}});
}

void gateMoney(Reasons& out, const Option& option, const Plan& plan, const Ground& ground)
{
    const bool buys = plan.base != nullptr && !plan.owned;
    const bool rents = plan.remoteOffer != nullptr && plan.remoteOffer->per != Per::Free;
    if ((buys && !ground.local(plan.basePrice)) || (rents && !ground.local(plan.remoteOffer->price)))
        out.push_back({ReasonCode::UnknownPrice, {}});
    constexpr double cent = 0.005;
    if (option.upfrontCost > ground.settled.budgetUpfront.amount + cent)
        out.push_back({ReasonCode::OverUpfrontBudget, {ground.money(option.upfrontCost), ground.settled.budgetUpfront}});
    if (option.monthlyCost > ground.settled.budgetMonthly.amount + cent)
        out.push_back({ReasonCode::OverMonthlyBudget, {ground.money(option.monthlyCost), ground.settled.budgetMonthly}});
}

} // namespace

std::vector<Reason> failedGates(const Option& option, const Plan& plan, const Ground& ground)
{
    Reasons out;
    gateRemote(out, plan, ground);
    gatePurchase(out, plan, ground);
    gateJobs(out, plan, ground);
    gateMoney(out, option, plan, ground);
    gateTime(out, option, plan, ground);
    if (out.empty() && !option.total)
        out.push_back({ReasonCode::UnknownSpec, {plan.name}});
    return out;
}

} // namespace rightrig
