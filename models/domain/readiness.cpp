#include "models/domain/readiness.h"

#include "models/domain/assignmentground.h"
#include "models/domain/courseplan.h"
#include "models/domain/waysout.h"

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

constexpr std::array<Need, 4> needs{Need::Nothing, Need::Lab, Need::Loan, Need::Credits};

/// One student in one course: the answers that count, with the school's machines in the place of candidates.
struct Attendance
{
    const Catalog& catalog;
    const Course& course;
    Answers answers;
    std::vector<SchoolMachine> school;
};

Attendance attend(const Catalog& catalog, const Course& course, const Answers& student)
{
    Attendance result{catalog, course, answersFor(course, student, catalog), {}};
    result.answers.candidates.clear();
    const auto add = [&](WayKind kind, const std::optional<Candidate>& machine) {
        if (!machine)
            return;
        result.school.push_back({kind, result.answers.candidates.size()});
        result.answers.candidates.push_back(*machine);
    };
    add(WayKind::Lab, course.school.labMachine);
    add(WayKind::Server, course.school.serverMachine);
    add(WayKind::Loan, course.school.loanMachine);
    return result;
}

void takeEstimate(AssignmentReadiness& result, const Ground& ground)
{
    if (ground.own() == nullptr) {
        result.fits = Fit::No;
        return;
    }
    const Estimate& own = ground.ownSeat()->jobs.front();
    result.fits = own.fit;
    result.seconds = own.seconds;
    result.method = own.method;
    result.memory = own.memory;
    result.blocked = own.blocked;
    result.adjustments = own.adjustments;
    result.tooSlow = own.seconds && takesTooLong(*own.seconds, result.runs, ground.choice);
    if (ground.settled.computer.kind == ComputerKind::Unknown && result.fits == Fit::No)
        result.fits = Fit::Unknown; // a better one than the modest one that stands in may run it
}

Need needOf(WayKind kind)
{
    switch (kind) {
    case WayKind::Lab:
    case WayKind::Server:
        return Need::Lab;
    case WayKind::Loan:
        return Need::Loan;
    case WayKind::Cloud:
        return Need::Credits;
    case WayKind::Free:
    case WayKind::Lighter:
        break;
    }
    return Need::Nothing;
}

bool surelyHelps(const WayOut& way) { return way.kind != WayKind::Lighter && way.seconds.has_value(); }

/// Of the first way that surely helps, else of the first that may.
Need needFor(const AssignmentReadiness& assignment)
{
    if (assignment.ready())
        return Need::Nothing;
    const auto sure = std::find_if(assignment.ways.begin(), assignment.ways.end(), surelyHelps);
    if (sure != assignment.ways.end())
        return needOf(sure->kind);
    const auto maybe
        = std::find_if(assignment.ways.begin(), assignment.ways.end(), [](const WayOut& way) { return way.kind != WayKind::Lighter; });
    return maybe != assignment.ways.end() ? needOf(maybe->kind) : Need::Loan;
}

bool solvedBy(const AssignmentReadiness& assignment, Need need)
{
    if (assignment.need == Need::Nothing || assignment.need == need)
        return true;
    return std::any_of(
        assignment.ways.begin(), assignment.ways.end(), [need](const WayOut& way) { return surelyHelps(way) && needOf(way.kind) == need; });
}

Need overallNeed(const std::vector<AssignmentReadiness>& assignments)
{
    for (const Need need : needs) {
        if (std::all_of(assignments.begin(), assignments.end(), [need](const auto& one) { return solvedBy(one, need); }))
            return need;
    }
    Need most = Need::Nothing;
    for (const AssignmentReadiness& one : assignments)
        most = std::max(most, one.need);
    return most;
}

AssignmentReadiness assess(const Assignment& assignment, const Attendance& attendance, Readiness& whole)
{
    AssignmentReadiness result;
    result.id = assignment.id;
    result.title = assignment.title;
    result.runs = assignment.runs.value_or(1.0);
    result.dueWeek = assignment.dueWeek;
    result.group = assignment.group;
    result.ownMachine = assignment.ownMachine;
    Ground ground(attendance.answers, attendance.catalog, {assignmentJob(assignment, attendance.catalog)});
    const double credits = ground.settled.credits.amount;
    forOneAssignment(ground);
    takeEstimate(result, ground);
    if (!result.ready())
        result.ways = waysOut(ground, {attendance.course, assignment, attendance.school, credits});
    result.need = needFor(result);
    whole.currency = ground.settled.currency;
    whole.computerAssumed = ground.settled.computer.kind == ComputerKind::Unknown;
    return result;
}

} // namespace

bool AssignmentReadiness::unsolved() const { return !ready() && std::none_of(ways.begin(), ways.end(), surelyHelps); }

Readiness readiness(const Catalog& catalog, const Course& course, const Answers& student)
{
    const Attendance attendance = attend(catalog, course, student);
    Readiness result;
    result.assignments.reserve(course.assignments.size());
    for (const Assignment& assignment : course.assignments)
        result.assignments.push_back(assess(assignment, attendance, result));
    result.need = overallNeed(result.assignments);
    return result;
}

std::string_view needName(Need need)
{
    static constexpr std::string_view names[] = {"nothing", "lab", "loan", "credits"};
    return names[static_cast<std::size_t>(need)];
}

std::string_view wayName(WayKind kind)
{
    static constexpr std::string_view names[] = {"free", "lab", "gpu_server", "loan", "cloud", "lighter"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace rightrig
