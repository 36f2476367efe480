#include "models/domain/assignmentground.h"

#include "models/domain/courseplan.h"

namespace rightrig {

Job assignmentJob(const Assignment& assignment, const Catalog& catalog)
{
    const Preset* preset = catalog.findPreset(assignment.job.preset);
    Job job = preset != nullptr ? jobFor(assignment.job, *preset) : Job{};
    job.id = assignment.id;
    job.title = assignment.title;
    job.runsPerWeek = assignment.runs.value_or(1.0);
    return job;
}

void forOneAssignment(Ground& ground)
{
    constexpr double anyAmount = 1e12;
    ground.weeks = 1.0;
    ground.months = 1.0;
    ground.settled.runsPerWeek = ground.jobs.front().runsPerWeek;
    ground.settled.credits.amount = 0.0;
    ground.settled.budgetMonthly.amount = anyAmount;
}

} // namespace rightrig
