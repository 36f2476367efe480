#include "models/domain/coursepreview.h"

#include "models/domain/assignmentground.h"
#include "models/domain/courseplan.h"
#include "models/domain/plans.h"
#include "models/domain/waysout.h"

#include <algorithm>
#include <utility>

namespace rightrig {

namespace {

constexpr std::string_view laptopPrefix = "typical.laptop.", freePrefix = "typical.free.";

/// The machines that assumptions of this prefix name; one that the catalogue lacks is left out.
std::vector<int> listed(const Catalog& catalog, std::string_view prefix)
{
    std::vector<std::pair<double, int>> found;
    for (const Assumption& assumption : catalog.assumptions) {
        if (!assumption.name.starts_with(prefix))
            continue;
        const int machine = catalog.findMachine(std::string_view(assumption.name).substr(prefix.size()));
        if (machine >= 0)
            found.emplace_back(assumption.value, machine);
    }
    std::sort(found.begin(), found.end());
    std::vector<int> machines;
    machines.reserve(found.size());
    for (const auto& [place, machine] : found)
        machines.push_back(machine);
    return machines;
}

/// What a student would say of such a computer.
ComputerFacts factsOf(const Machine& machine, const Catalog& catalog)
{
    const auto name = [&](int device) { return catalog.devices[static_cast<std::size_t>(device)].name; };
    ComputerFacts facts;
    facts.kind = ComputerKind::Known;
    facts.form = machine.kind == MachineKind::Desktop ? FormFactor::Desktop : FormFactor::Laptop;
    if (machine.cpu >= 0)
        facts.cpu = name(machine.cpu);
    if (!machine.acceleratorUnknown)
        facts.gpu = machine.accelerator >= 0 ? name(machine.accelerator) : std::string("none");
    facts.ram = machine.ram;
    facts.vram = machine.vram;
    if (machine.os != Os::Any)
        facts.os = machine.os;
    return facts;
}

struct AtSchool
{
    Answers answers; ///< of a student with the reference laptop; the school's machines stand in the place of candidates
    std::vector<SchoolMachine> machines;
};

AtSchool schoolOf(const Course& course, const Catalog& catalog, const std::vector<int>& laptops)
{
    Answers student;
    if (!laptops.empty()) // else the modest one that stands in for what nobody described
        student.computer = factsOf(catalog.machines[static_cast<std::size_t>(laptops.front())], catalog);
    AtSchool school{answersFor(course, student, catalog), {}};
    school.answers.candidates.clear();
    for (const auto& [kind, machine] : {std::pair(WayKind::Lab, &course.school.labMachine),
             std::pair(WayKind::Server, &course.school.serverMachine), std::pair(WayKind::Loan, &course.school.loanMachine)}) {
        if (!*machine)
            continue;
        school.machines.push_back({kind, school.answers.candidates.size()});
        school.answers.candidates.push_back(**machine);
    }
    return school;
}

bool tooLong(const std::optional<Range<Seconds>>& run, const Ground& ground)
{
    return run && takesTooLong(*run, ground.jobs.front().runsPerWeek, ground.choice);
}

PlacePreview onLaptop(int machine, Ground& ground)
{
    const Estimate& estimate = ground.seat(machine).jobs.front();
    PlacePreview place;
    place.name = ground.machine(machine).name;
    place.fit = estimate.fit;
    place.seconds = estimate.seconds;
    place.memory = estimate.memory;
    place.blocked = estimate.blocked;
    place.tooSlow = tooLong(estimate.seconds, ground);
    return place;
}

PlacePreview fromOption(const Option& option, const Ground& ground)
{
    PlacePreview place;
    place.name = option.name;
    place.fit = option.fit;
    place.seconds = option.runTime;
    place.tooSlow = tooLong(option.runTime, ground);
    if (option.per != Per::Free)
        place.cost = option.total;
    if (!option.jobs.empty()) {
        place.memory = option.jobs.front().memory;
        place.blocked = option.jobs.front().blocked;
    }
    place.whyNot = option.whyNot;
    return place;
}

std::optional<PlacePreview> onFree(Ground& ground, const Course& course)
{
    const Catalog& catalog = ground.catalog();
    for (const int machine : listed(catalog, freePrefix)) {
        if (!allowsProvider(course, ground.machine(machine).provider))
            continue;
        for (std::size_t i = 0; i < catalog.offers.size(); ++i) {
            if (catalog.offers[i].machine == machine)
                return fromOption(judge(offerPlan(i, ground), ground), ground);
        }
    }
    return std::nullopt;
}

/// A spot machine may stop in the night before the assignment is due.
bool isRented(const Offer& offer, const Ground& ground, const Course& course)
{
    if (offer.machine < 0 || offer.kind == PriceKind::Spot || offer.per == Per::Free)
        return false;
    const Machine& machine = ground.machine(offer.machine);
    return machine.kind == MachineKind::Cloud && allowsProvider(course, machine.provider);
}

std::optional<PlacePreview> onCheapestCloud(Ground& ground, const Course& course)
{
    std::optional<Option> cheapest;
    for (std::size_t i = 0; i < ground.catalog().offers.size(); ++i) {
        if (!isRented(ground.catalog().offers[i], ground, course))
            continue;
        Option option = judge(offerPlan(i, ground), ground);
        if (!option.eligible || !option.total || !option.runTime || tooLong(option.runTime, ground))
            continue;
        if (!cheapest || option.total->likely < cheapest->total->likely)
            cheapest = std::move(option);
    }
    return cheapest ? std::optional(fromOption(*cheapest, ground)) : std::nullopt;
}

} // namespace

int AssignmentPreview::notEnough() const
{
    return static_cast<int>(std::count_if(laptops.begin(), laptops.end(), [](const PlacePreview& laptop) { return !laptop.enough(); }));
}

std::vector<int> typicalLaptops(const Catalog& catalog) { return listed(catalog, laptopPrefix); }

CoursePreview previewOf(const Course& course, const Catalog& catalog, const std::function<bool()>& cancelled)
{
    const std::vector<int> laptops = typicalLaptops(catalog);
    const AtSchool school = schoolOf(course, catalog, laptops);
    CoursePreview preview;
    for (const Assignment& assignment : course.assignments) {
        if (cancelled && cancelled())
            return preview;
        Ground ground(school.answers, catalog, {assignmentJob(assignment, catalog)});
        const double credits = ground.settled.credits.amount;
        forOneAssignment(ground);
        preview.currency = ground.settled.currency;
        AssignmentPreview one;
        one.known = catalog.findPreset(assignment.job.preset) != nullptr;
        for (const int laptop : laptops)
            one.laptops.push_back(onLaptop(laptop, ground));
        if (!assignment.ownMachine) {
            one.free = onFree(ground, course);
            one.cloud = onCheapestCloud(ground, course);
        }
        one.ways = waysOut(ground, {course, assignment, school.machines, credits});
        preview.assignments.push_back(std::move(one));
    }
    return preview;
}

} // namespace rightrig
