#include "models/domain/gates.h"

#include "models/domain/constants.h"
#include "models/domain/job.h"
#include "models/domain/spending.h"

#include <algorithm>

namespace rightrig {

namespace {

using Params = std::vector<ReasonParam>;

/// Reasons as they are found. What they say about an option is made only if somebody will read it.
class Reasons
{
public:
    explicit Reasons(Detail detail) : m_full(detail == Detail::Full) { }
    void add(ReasonCode code) { m_found.push_back({code, {}}); }
    template <class Words> void add(ReasonCode code, const Words& say) { m_found.push_back({code, m_full ? say() : Params{}}); }
    [[nodiscard]] std::vector<Reason>& found() { return m_found; }

private:
    bool m_full;
    std::vector<Reason> m_found;
};

void addMemory(Reasons& out, const Job& job, const Estimate& estimate)
{
    if (!estimate.memory.need || !estimate.memory.have)
        return out.add(ReasonCode::UnknownSpec, [&] { return Params{job.title}; });
    const bool ram = estimate.memory.kind == MemoryKind::Ram;
    out.add(ram ? ReasonCode::NotEnoughRam : ReasonCode::NotEnoughVram, [&] {
        return Params{job.title, *estimate.memory.need, *estimate.memory.have};
    });
}

void addBlocked(Reasons& out, ReasonCode code, const Job& job, const Seat& seat)
{
    out.add(code, [&] {
        return code == ReasonCode::SoftwareUnsupported ? Params{job.title, std::string(stackName(seat.rig.stack))} : Params{job.title};
    });
}

/// The first fact without which this job has no estimate ("ram", "gpu"), so that somebody can look it up; empty where it is no single one.
std::string missingFact(const Job& job, const Estimate& estimate, const Rig& rig)
{
    const bool network = !isClassical(job.family);
    if (network && rig.acceleratorUnknown)
        return "gpu";
    if (!rig.ram && (!rig.hasAccelerator || rig.unified || estimate.ramCheck.fit == Fit::Unknown))
        return "ram";
    if (network && rig.hasAccelerator) {
        if (!rig.vram)
            return "vram";
        if (!rig.bandwidthGbPerS || (!rig.fp32Tflops && !rig.halfTflops))
            return "gpu_speed";
    }
    const bool known = rig.cores && rig.singleCoreSpeed && rig.cpuFp32Gflops && rig.cpuBandwidthGbPerS;
    return known ? "" : "cpu";
}

Params unknownOf(const Machine& machine, const Job& job, const Estimate& estimate, const Rig& rig)
{
    const std::string fact = missingFact(job, estimate, rig);
    return fact.empty() ? Params{machine.name} : Params{machine.name, fact};
}

void gateJob(Reasons& out, const Job& job, const Estimate& estimate, const Plan& plan, const Seat& seat)
{
    const Machine& machine = &seat == plan.remoteSeat ? *plan.remote : *plan.base;
    if (estimate.blocked && *estimate.blocked != ReasonCode::UnknownSpec)
        addBlocked(out, *estimate.blocked, job, seat);
    else if (estimate.fit == Fit::No)
        addMemory(out, job, estimate);
    else if (estimate.fit == Fit::Unknown || !estimate.seconds)
        out.add(ReasonCode::UnknownSpec, [&] { return unknownOf(machine, job, estimate, seat.rig); });
}

void gateJobs(Reasons& out, const Plan& plan, const Ground& ground)
{
    for (std::size_t i = 0; i < ground.jobs.size(); ++i)
        gateJob(out, ground.jobs[i], plan.job(i), plan, plan.rented[i] ? *plan.remoteSeat : *plan.baseSeat);
    // the same unknown is said once, not once per job
    const auto same = [](const Reason& reason) { return reason.code == ReasonCode::UnknownSpec; };
    std::vector<Reason>& found = out.found();
    const auto first = std::find_if(found.begin(), found.end(), same);
    if (first != found.end())
        found.erase(std::remove_if(first + 1, found.end(), same), found.end());
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
        out.add(ReasonCode::TooSlow, [&] { return Params{ground.jobs[slowest].title, Seconds{run}, ground.settled.patience}; });
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
        out.add(ReasonCode::QuotaExceeded, [&] { return Params{needed, *allowed}; });
    if (!plan.remote->sessionHours)
        return;
    for (std::size_t i = 0; i < ground.jobs.size(); ++i) {
        const double run = plan.rented[i] ? runSeconds(plan, i, Quantile::Likely).value_or(0.0) : 0.0;
        if (run > *plan.remote->sessionHours * secondsPerHour)
            out.add(ReasonCode::SessionTooLong, [&] {
                return Params{ground.jobs[i].title, Seconds{run}, Seconds{*plan.remote->sessionHours * secondsPerHour}};
            });
    }
}

void gateRemote(Reasons& out, const Plan& plan, const Ground& ground)
{
    if (plan.remote == nullptr)
        return;
    const bool school = plan.remote->kind == MachineKind::School;
    if (ground.settled.privateData && !school)
        out.add(ReasonCode::PrivateDataOffSite);
    if (!school && plan.base == nullptr && !ground.hasBrowser)
        out.add(ReasonCode::NeedsOwnLaptopToo);
    if (!school && ground.uploadHours > ground.choice.longestUploadHours)
        out.add(ReasonCode::SlowInternet, [&] { return Params{ground.uploadHours}; });
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
        out.add(ReasonCode::WrongOs, [&] { return Params{std::string(osName(settled.os))}; });
    const bool carries = settled.portability != Portability::Desk;
    if (plan.base->kind == MachineKind::Desktop && carries && !ownsLaptop(settled))
        out.add(ReasonCode::NotPortable);
}

void gateMoney(Reasons& out, const Option& option, const Plan& plan, const Ground& ground)
{
    const bool buys = plan.base != nullptr && !plan.owned;
    const bool rents = plan.remoteOffer != nullptr && plan.remoteOffer->per != Per::Free;
    if ((buys && !ground.local(plan.basePrice)) || (rents && !ground.local(plan.remoteOffer->price)))
        out.add(ReasonCode::UnknownPrice);
    constexpr double cent = 0.005;
    if (option.upfrontCost > ground.settled.budgetUpfront.amount + cent)
        out.add(ReasonCode::OverUpfrontBudget, [&] { return Params{ground.money(option.upfrontCost), ground.settled.budgetUpfront}; });
    if (option.monthlyCost > ground.settled.budgetMonthly.amount + cent)
        out.add(ReasonCode::OverMonthlyBudget, [&] { return Params{ground.money(option.monthlyCost), ground.settled.budgetMonthly}; });
}

} // namespace

std::vector<Reason> failedGates(const Option& option, const Plan& plan, const Ground& ground, Detail detail)
{
    Reasons out(detail);
    gateRemote(out, plan, ground);
    gatePurchase(out, plan, ground);
    gateJobs(out, plan, ground);
    gateMoney(out, option, plan, ground);
    gateTime(out, option, plan, ground);
    if (out.found().empty() && !option.total)
        out.add(ReasonCode::UnknownSpec, [&] { return Params{plan.name}; });
    return std::move(out.found());
}

} // namespace rightrig
