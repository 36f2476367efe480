#include "models/domain/verdicts.h"

#include <algorithm>

namespace rightrig {

namespace {

bool isTechnical(ReasonCode code)
{
    return code == ReasonCode::NotEnoughVram || code == ReasonCode::NotEnoughRam || code == ReasonCode::SoftwareUnsupported
        || code == ReasonCode::JobTooLarge || code == ReasonCode::TooSlow;
}

bool isClassicalOnly(const Ground& ground)
{
    return std::all_of(ground.jobs.begin(), ground.jobs.end(), [](const Job& job) { return isClassical(job.family); });
}

Gib mostUsed(const Option& option, bool ram)
{
    Gib most;
    for (const Estimate& estimate : option.jobs) {
        const MemoryCheck& check = ram ? estimate.ramCheck : estimate.memory;
        const bool right = ram || check.kind != MemoryKind::Ram;
        if (right && check.need)
            most = std::max(most, *check.need);
    }
    return most;
}

/// What is paid for and never used: "gpu", "vram" (used, have) or "ram" (used, have).
std::vector<Reason> neverUsed(const Option& option, const Rig& rig, const Ground& ground)
{
    constexpr double littleVram = 0.4, littleRam = 0.35;
    constexpr Gib plentyOfVram{12.0}, plentyOfRam{32.0};
    std::vector<Reason> out;
    const bool card = rig.hasAccelerator && !rig.integrated && !rig.unified;
    if (card && isClassicalOnly(ground)) {
        out.push_back({ReasonCode::CandidateMore, {std::string("gpu")}});
    } else if (card && rig.vram && *rig.vram >= plentyOfVram) {
        const Gib used = mostUsed(option, false);
        if (used.value > 0.0 && used < *rig.vram * littleVram)
            out.push_back({ReasonCode::CandidateMore, {std::string("vram"), used, *rig.vram}});
    }
    const Gib ram = mostUsed(option, true);
    if (rig.ram && *rig.ram >= plentyOfRam && ram.value > 0.0 && ram < *rig.ram * littleRam)
        out.push_back({ReasonCode::CandidateMore, {std::string("ram"), ram, *rig.ram}});
    return out;
}

/// The best usable machine of the shop that costs no more; a desktop stands in for a laptop only if nothing must be carried.
int betterForSameMoney(int candidate, const Considered& considered, const Ground& ground)
{
    constexpr double sameMoney = 1.02, clearly = 0.95;
    const Option& asked = considered.options[static_cast<std::size_t>(candidate)];
    int better = -1;
    for (int i = 0; i < static_cast<int>(considered.options.size()); ++i) {
        const Option& other = considered.options[static_cast<std::size_t>(i)];
        const bool machine = other.kind == OptionKind::Laptop || other.kind == OptionKind::Desktop;
        const bool sameUse = other.kind == asked.kind || ground.settled.portability == Portability::Desk;
        if (i == candidate || !machine || !sameUse || !other.eligible || other.upfrontCost > asked.upfrontCost * sameMoney)
            continue;
        if (asked.eligible && other.score > asked.score * clearly)
            continue;
        if (better < 0 || other.score < considered.options[static_cast<std::size_t>(better)].score)
            better = i;
    }
    return better;
}

CandidateVerdict judgeCandidate(int index, const Considered& considered, const Ground& ground)
{
    const Option& option = considered.options[static_cast<std::size_t>(index)];
    const Seat& seat = *considered.plans[static_cast<std::size_t>(index)].baseSeat;
    CandidateVerdict verdict;
    verdict.option = index;
    for (const Reason& reason : option.whyNot) {
        if (isTechnical(reason.code))
            verdict.reasons.push_back(reason);
    }
    if (!verdict.reasons.empty()) {
        verdict.verdict = Verdict::TooLittle;
        const ReasonParam& job = verdict.reasons.front().params.front();
        verdict.reasons.insert(verdict.reasons.begin(), {ReasonCode::CandidateTooLittle, {job}});
    } else if (option.fit != Fit::Yes && option.fit != Fit::Tight) {
        verdict.reasons = option.whyNot;
    } else {
        verdict.reasons = neverUsed(option, seat.rig, ground);
        verdict.verdict = verdict.reasons.empty() ? Verdict::Enough : Verdict::MoreThanNeeded;
        if (verdict.reasons.empty())
            verdict.reasons.push_back({ReasonCode::CandidateEnough, {}});
    }
    if (option.price)
        verdict.better = betterForSameMoney(index, considered, ground);
    return verdict;
}

} // namespace

std::vector<CandidateVerdict> candidateVerdicts(const Considered& considered, const Ground& ground)
{
    std::vector<CandidateVerdict> verdicts;
    for (int i = 0; i < static_cast<int>(considered.options.size()); ++i) {
        if (considered.options[static_cast<std::size_t>(i)].candidate < 0
            || considered.options[static_cast<std::size_t>(i)].kind == OptionKind::Mixed)
            continue;
        CandidateVerdict verdict = judgeCandidate(i, considered, ground);
        if (verdict.better >= 0) {
            const Option& better = considered.options[static_cast<std::size_t>(verdict.better)];
            verdict.reasons.push_back({ReasonCode::CandidateBetterForSameMoney, {better.name, ground.money(better.upfrontCost)}});
        }
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

} // namespace rightrig
