#include "models/domain/waysout.h"

#include "models/domain/courseplan.h"
#include "models/domain/plans.h"

#include <algorithm>

namespace rightrig {

namespace {

double hoursOf(const Range<Seconds>& run, double runs) { return run.likely.value * runs / secondsPerHour; }

/// The offer of one kind that bothers the student least: its score counts money, waiting and work.
struct BestOffer
{
    std::optional<std::size_t> offer;
    double score = 0.0;
    void take(std::size_t index, const Option& judged)
    {
        if (offer && judged.score >= score)
            return;
        offer = index;
        score = judged.score;
    }
};

bool isElsewhere(const Machine& machine) { return machine.kind == MachineKind::Cloud || machine.kind == MachineKind::Free; }

/// A spot machine may stop in the night before the assignment is due.
bool maybeUsed(const Offer& offer, const Ground& ground, const Course& course)
{
    if (offer.machine < 0 || offer.kind == PriceKind::Spot)
        return false;
    const Machine& machine = ground.machine(offer.machine);
    return isElsewhere(machine) && allowsProvider(course, machine.provider);
}

WayOut fromOption(const Option& option, WayKind kind, double runs, const std::optional<double>& credits)
{
    WayOut way;
    way.kind = kind;
    way.name = option.name;
    way.id = option.id;
    way.fit = option.fit;
    way.seconds = option.runTime;
    way.hours = option.runTime ? std::optional(hoursOf(*option.runTime, runs)) : std::nullopt;
    if (kind == WayKind::Cloud && option.total) {
        way.cost = option.total;
        way.covered = credits && option.total->likely <= *credits;
    }
    return way;
}

void addOffers(std::vector<WayOut>& free, std::vector<WayOut>& cloud, Ground& ground, const WaySearch& search)
{
    BestOffer bestFree, bestCloud;
    const double runs = ground.jobs.front().runsPerWeek;
    for (std::size_t i = 0; i < ground.catalog().offers.size(); ++i) {
        const Offer& offer = ground.catalog().offers[i];
        if (!maybeUsed(offer, ground, search.course))
            continue;
        const Option option = judge(offerPlan(i, ground), ground, Detail::Bare);
        if (!option.eligible || !option.runTime || takesTooLong(*option.runTime, runs, ground.choice))
            continue;
        (offer.per == Per::Free ? bestFree : bestCloud).take(i, option);
    }
    if (bestFree.offer)
        free.push_back(fromOption(judge(offerPlan(*bestFree.offer, ground), ground), WayKind::Free, runs, {}));
    if (bestCloud.offer)
        cloud.push_back(fromOption(judge(offerPlan(*bestCloud.offer, ground), ground), WayKind::Cloud, runs, search.credits));
}

bool openLongEnough(const WayOut& way, const WaySearch& search)
{
    const auto& open = search.course.school.labHoursPerWeek;
    return way.kind != WayKind::Lab || !open || !way.hours || *way.hours <= *open;
}

/// The described machine of that kind if it runs the job; a way without a name if nobody described it.
void addSchoolWay(std::vector<WayOut>& ways, WayKind kind, bool given, const Ground& ground, const WaySearch& search)
{
    if (!given)
        return;
    WayOut way;
    way.kind = kind;
    const auto described
        = std::find_if(search.school.begin(), search.school.end(), [kind](const SchoolMachine& m) { return m.kind == kind; });
    if (described == search.school.end()) {
        ways.push_back(way);
        return;
    }
    const Estimate& estimate = ground.candidateSeat(described->candidate).jobs.front();
    const double runs = ground.jobs.front().runsPerWeek;
    way.name = ground.candidate(described->candidate).name;
    way.fit = estimate.fit;
    way.seconds = estimate.seconds;
    if (way.fit == Fit::No || (way.seconds && takesTooLong(*way.seconds, runs, ground.choice)))
        return;
    if (way.seconds)
        way.hours = hoursOf(*way.seconds, runs);
    if (openLongEnough(way, search))
        ways.push_back(way);
}

bool isAdapting(JobFamily family) { return family == JobFamily::Lora || family == JobFamily::Qlora || family == JobFamily::LlmFull; }

/// Language models can be adapted smaller or in 4 bits: the largest of the catalogue's presets that the own computer runs.
void addLighter(std::vector<WayOut>& ways, const Ground& ground)
{
    const Job& wanted = ground.jobs.front();
    if (ground.own() == nullptr || !isAdapting(wanted.family))
        return;
    const Preset* best = nullptr;
    Estimate bestEstimate;
    for (const Preset& preset : ground.catalog().presets) {
        const double size = preset.net.paramsM.value_or(0.0);
        const bool lighter = preset.family == JobFamily::Lora || preset.family == JobFamily::Qlora;
        if (!lighter || size <= 0.0 || size > wanted.net.paramsM.value_or(0.0) || (best != nullptr && size <= *best->net.paramsM))
            continue;
        const Estimate estimate = rightrig::estimate(jobFromPreset(preset), ground.ownSeat()->rig, *ground.constants);
        if (!estimate.seconds || takesTooLong(*estimate.seconds, wanted.runsPerWeek, ground.choice))
            continue;
        best = &preset;
        bestEstimate = estimate;
    }
    if (best != nullptr)
        ways.push_back({WayKind::Lighter, best->title, best->id, bestEstimate.fit, bestEstimate.seconds,
            hoursOf(*bestEstimate.seconds, wanted.runsPerWeek), std::nullopt, false});
}

} // namespace

bool takesTooLong(const Range<Seconds>& run, double runs, const ChoiceConstants& choice)
{
    const double hours = run.likely.value / secondsPerHour;
    return hours > choice.longestAssignmentHours || hours * runs > choice.longestRunHours;
}

std::vector<WayOut> waysOut(Ground& ground, const WaySearch& search)
{
    std::vector<WayOut> ways, cloud;
    const Settled& settled = ground.settled;
    if (!search.assignment.ownMachine) {
        addOffers(ways, cloud, ground, search);
        addSchoolWay(ways, WayKind::Lab, settled.lab, ground, search);
        addSchoolWay(ways, WayKind::Server, settled.gpuServer, ground, search);
    }
    addSchoolWay(ways, WayKind::Loan, settled.loanLaptop, ground, search);
    ways.insert(ways.end(), cloud.begin(), cloud.end());
    addLighter(ways, ground);
    return ways;
}

} // namespace rightrig
