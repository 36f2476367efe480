#include "models/domain/courseplan.h"

#include "models/domain/planner.h"

#include <algorithm>

namespace rightrig {

namespace {

/// Calls `use` with an accessor of each answer that one person gives or another fixes; lists of machines and overrides are not among them.
template <class Use> void eachWorkAnswer(const Use& use)
{
    use([](auto& a) -> auto& { return a.studentName; });
    use([](auto& a) -> auto& { return a.studentId; });
    use([](auto& a) -> auto& { return a.course; });
    use([](auto& a) -> auto& { return a.goals; });
    use([](auto& a) -> auto& { return a.depth; });
    use([](auto& a) -> auto& { return a.data.rows; });
    use([](auto& a) -> auto& { return a.data.columns; });
    use([](auto& a) -> auto& { return a.data.images; });
    use([](auto& a) -> auto& { return a.data.pixels; });
    use([](auto& a) -> auto& { return a.data.documents; });
    use([](auto& a) -> auto& { return a.data.tokens; });
    use([](auto& a) -> auto& { return a.data.hoursOfAudio; });
    use([](auto& a) -> auto& { return a.runsPerWeek; });
    use([](auto& a) -> auto& { return a.tuning; });
    use([](auto& a) -> auto& { return a.patienceHours; });
    use([](auto& a) -> auto& { return a.computer; });
}

template <class Use> void eachAnswer(const Use& use)
{
    eachWorkAnswer(use);
    use([](auto& a) -> auto& { return a.budgetUpfront; });
    use([](auto& a) -> auto& { return a.budgetMonthly; });
    use([](auto& a) -> auto& { return a.horizonMonths; });
    use([](auto& a) -> auto& { return a.portability; });
    use([](auto& a) -> auto& { return a.os; });
    use([](auto& a) -> auto& { return a.otherUses; });
    use([](auto& a) -> auto& { return a.school.lab; });
    use([](auto& a) -> auto& { return a.school.gpuServer; });
    use([](auto& a) -> auto& { return a.school.loanLaptop; });
    use([](auto& a) -> auto& { return a.school.credits; });
    use([](auto& a) -> auto& { return a.internet; });
    use([](auto& a) -> auto& { return a.privateData; });
    use([](auto& a) -> auto& { return a.priority; });
    use([](auto& a) -> auto& { return a.country; });
}

template <class T> void lay(std::optional<T>& value, const std::optional<T>& over)
{
    if (over)
        value = over;
}

void layOverrides(Answers& answers, const Answers& over)
{
    auto kept = over.overrides;
    for (const auto& entry : answers.overrides) {
        const auto same = [&](const auto& other) { return other.first == entry.first; };
        if (std::none_of(kept.begin(), kept.end(), same))
            kept.push_back(entry);
    }
    answers.overrides = std::move(kept);
}

bool listed(const std::vector<std::string>& names, std::string_view provider)
{
    const std::string wanted = normalisedName(provider);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return normalisedName(name) == wanted; });
}

std::optional<bool> some(const std::optional<double>& count) { return count ? std::optional(*count > 0.0) : std::nullopt; }

School givenBy(const CourseSchool& given)
{
    School school;
    school.lab = some(given.labMachines);
    school.gpuServer = given.gpuServer;
    school.loanLaptop = some(given.loanLaptops);
    school.credits = given.creditsPerStudent;
    return school;
}

void capBudget(Answers& answers, const std::optional<Money>& cap, const Catalog& catalog)
{
    if (!cap || !answers.budgetUpfront)
        return;
    const auto budget = convert(*answers.budgetUpfront, cap->currency, catalog, answers);
    if (!budget || budget->amount > cap->amount)
        answers.budgetUpfront = cap;
}

} // namespace

Job jobFor(const JobRequest& request, const Preset& preset)
{
    Job job = jobFromPreset(preset);
    job.sizeFromStudent = request.samples.has_value() || job.sizeFromStudent;
    job.samples = request.samples.value_or(job.samples);
    job.epochs = request.epochs.value_or(job.epochs);
    job.batch = request.batch.value_or(job.batch);
    job.runsPerWeek = request.runsPerWeek.value_or(job.runsPerWeek);
    job.precision = request.precision.value_or(job.precision);
    job.checkpointing = request.checkpointing.value_or(job.checkpointing);
    if (request.columns)
        job.table.columns = request.columns;
    return job;
}

Answers overlaid(const Answers& base, const Answers& over)
{
    Answers answers = base;
    eachAnswer([&](const auto& of) { lay(of(answers), of(over)); });
    answers.candidates = over.candidates;
    answers.candidates.insert(answers.candidates.end(), base.candidates.begin(), base.candidates.end());
    layOverrides(answers, over);
    return answers;
}

Answers fixedBy(const Course& course)
{
    Answers fixed = course.fixed;
    const School given = givenBy(course.school);
    lay(fixed.school.lab, given.lab);
    lay(fixed.school.gpuServer, given.gpuServer);
    lay(fixed.school.loanLaptop, given.loanLaptop);
    lay(fixed.school.credits, given.credits);
    return fixed;
}

Answers withoutFixed(Answers answers, const Answers& fixed, const Answers& own)
{
    eachAnswer([&](const auto& of) {
        if (of(fixed))
            of(answers) = of(own);
    });
    return answers;
}

Answers answersFor(const Course& course, const Answers& student, const Catalog& catalog)
{
    Answers answers = overlaid(overlaid(course.preset, student), fixedBy(course));
    answers.course = course.id;
    capBudget(answers, course.budgetCap, catalog);
    return answers;
}

bool allowsProvider(const Course& course, std::string_view provider)
{
    if (listed(course.deniedProviders, provider))
        return false;
    return course.allowedProviders.empty() || listed(course.allowedProviders, provider);
}

Catalog narrowed(const Catalog& catalog, const Course& course)
{
    Catalog result = catalog;
    for (Offer& offer : result.offers) {
        if (offer.machine < 0)
            continue;
        const Machine& machine = result.machines[static_cast<std::size_t>(offer.machine)];
        const bool elsewhere = machine.kind == MachineKind::Cloud || machine.kind == MachineKind::Free;
        if (elsewhere && !allowsProvider(course, machine.provider))
            offer.machine = -1;
    }
    return result;
}

Results recommendFor(const Answers& own, const Course* course, const Catalog& catalog)
{
    return course != nullptr ? recommend(answersFor(*course, own, catalog), narrowed(catalog, *course)) : recommend(own, catalog);
}

std::vector<WouldChange> withinCap(std::vector<WouldChange> changes, const Course* course, const Catalog& catalog)
{
    if (course == nullptr || !course->budgetCap)
        return changes;
    std::erase_if(changes, [&](const WouldChange& change) {
        if (change.path != "budget.upfront" || !change.atLeast)
            return false;
        const auto cap = convert(*course->budgetCap, CurrencyCode(change.unit), catalog, {});
        return !cap || change.value > cap->amount;
    });
    return changes;
}

std::vector<std::string> courseProblems(const Course& course, const Catalog& catalog)
{
    std::vector<std::string> problems;
    for (std::size_t i = 0; i < course.assignments.size(); ++i) {
        const std::string& preset = course.assignments[i].job.preset;
        if (catalog.findPreset(preset) == nullptr)
            problems.push_back("assignments[" + std::to_string(i) + "].job.preset: '" + preset + "' is not in the catalogue");
    }
    return problems;
}

} // namespace rightrig
