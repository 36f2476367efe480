#include "models/domain/courseplan.h"

#include "models/domain/planner.h"

#include <algorithm>

namespace rightrig {

namespace {

template <class T> void lay(std::optional<T>& value, const std::optional<T>& over)
{
    if (over)
        value = over;
}

void layData(DataSize& data, const DataSize& over)
{
    lay(data.rows, over.rows);
    lay(data.columns, over.columns);
    lay(data.images, over.images);
    lay(data.pixels, over.pixels);
    lay(data.documents, over.documents);
    lay(data.tokens, over.tokens);
    lay(data.hoursOfAudio, over.hoursOfAudio);
}

void laySchool(School& school, const School& over)
{
    lay(school.lab, over.lab);
    lay(school.gpuServer, over.gpuServer);
    lay(school.loanLaptop, over.loanLaptop);
    lay(school.credits, over.credits);
}

void layWork(Answers& answers, const Answers& over)
{
    lay(answers.studentName, over.studentName);
    lay(answers.studentId, over.studentId);
    lay(answers.course, over.course);
    lay(answers.goals, over.goals);
    lay(answers.depth, over.depth);
    layData(answers.data, over.data);
    lay(answers.runsPerWeek, over.runsPerWeek);
    lay(answers.tuning, over.tuning);
    lay(answers.patienceHours, over.patienceHours);
    lay(answers.computer, over.computer);
}

void layCircumstances(Answers& answers, const Answers& over)
{
    lay(answers.budgetUpfront, over.budgetUpfront);
    lay(answers.budgetMonthly, over.budgetMonthly);
    lay(answers.horizonMonths, over.horizonMonths);
    lay(answers.portability, over.portability);
    lay(answers.os, over.os);
    lay(answers.otherUses, over.otherUses);
    laySchool(answers.school, over.school);
    lay(answers.internet, over.internet);
    lay(answers.privateData, over.privateData);
    lay(answers.priority, over.priority);
    lay(answers.country, over.country);
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
    layWork(answers, over);
    layCircumstances(answers, over);
    answers.candidates = over.candidates;
    answers.candidates.insert(answers.candidates.end(), base.candidates.begin(), base.candidates.end());
    layOverrides(answers, over);
    return answers;
}

Answers answersFor(const Course& course, const Answers& student, const Catalog& catalog)
{
    Answers answers = overlaid(overlaid(course.preset, student), course.fixed);
    laySchool(answers.school, givenBy(course.school));
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
