#include "app/coursejson.h"

#include "models/qt/readinesstext.h"

#include <algorithm>

namespace rightrig {

namespace {

Json wayJson(const WayOut& way, double runs, CurrencyCode currency)
{
    Json cost = nullptr;
    if (way.cost)
        cost = {{"low", way.cost->low}, {"likely", way.cost->likely}, {"high", way.cost->high}, {"currency", currency.text()}};
    return {{"kind", std::string(wayName(way.kind))}, {"name", orNull(way.name)}, {"id", orNull(way.id)},
        {"fits", std::string(fitName(way.fit))}, {"seconds", rangeJson(way.seconds)}, {"hours", orNull(way.hours)},
        {"cost", std::move(cost)}, {"covered", way.covered}, {"text", textJson(wayText(way, runs, currency))}};
}

} // namespace

Json assignmentReadinessJson(const AssignmentReadiness& assignment, CurrencyCode currency)
{
    Json ways = Json::array();
    for (const WayOut& way : assignment.ways)
        ways.push_back(wayJson(way, assignment.runs, currency));
    const Json method = assignment.seconds ? Json(std::string(methodName(assignment.method))) : Json(nullptr);
    return {{"id", assignment.id}, {"title", assignment.title}, {"fits", std::string(fitName(assignment.fits))},
        {"ready", assignment.ready()}, {"too_slow", assignment.tooSlow}, {"seconds", rangeJson(assignment.seconds)}, {"method", method},
        {"memory_gib", memoryJson(assignment.memory)}, {"runs", assignment.runs}, {"due_week", orNull(assignment.dueWeek)},
        {"group", assignment.group}, {"own_machine", assignment.ownMachine}, {"needs", std::string(needName(assignment.need))},
        {"text", textJson(readinessText(assignment))}, {"ways", std::move(ways)}};
}

Json courseJson(const CoursePlan& plan)
{
    const Readiness& readiness = plan.readiness;
    Json assignments = Json::array();
    for (const AssignmentReadiness& assignment : readiness.assignments)
        assignments.push_back(assignmentReadinessJson(assignment, readiness.currency));
    const auto unsolved
        = std::count_if(readiness.assignments.begin(), readiness.assignments.end(), [](const auto& one) { return one.unsolved(); });
    return {{"id", plan.course.id}, {"title", plan.course.title}, {"needs", std::string(needName(readiness.need))}, {"unsolved", unsolved},
        {"computer_assumed", readiness.computerAssumed}, {"assignments", std::move(assignments)}};
}

} // namespace rightrig
