#include "db/documents/coursefile.h"
#include "db/documents/jsonwriting.h"

namespace rightrig {

namespace {

Json requestJson(const JobRequest& request)
{
    Json object = {{"preset", request.preset}};
    put(object, "samples", request.samples);
    put(object, "epochs", request.epochs);
    put(object, "batch", request.batch);
    put(object, "runs_per_week", request.runsPerWeek);
    put(object, "columns", request.columns);
    put(object, "precision", request.precision);
    put(object, "checkpointing", request.checkpointing);
    return object;
}

Json assignmentJson(const Assignment& assignment)
{
    Json object = {{"id", assignment.id}, {"title", assignment.title}, {"job", requestJson(assignment.job)}};
    put(object, "due_week", assignment.dueWeek);
    put(object, "runs", assignment.runs);
    if (assignment.group)
        object["group"] = true;
    if (assignment.ownMachine)
        object["own_machine"] = true;
    return object;
}

Json courseSchoolJson(const CourseSchool& school)
{
    Json object = Json::object();
    put(object, "lab_machines", school.labMachines);
    put(object, "lab_hours_per_week", school.labHoursPerWeek);
    put(object, "loan_laptops", school.loanLaptops);
    put(object, "gpu_server", school.gpuServer);
    put(object, "credits_per_student", school.creditsPerStudent);
    const auto machine = [&object](const char* key, const std::optional<Candidate>& facts) {
        if (facts)
            object[key] = candidateJson(*facts);
    };
    machine("lab_machine", school.labMachine);
    machine("gpu_server_machine", school.serverMachine);
    machine("loan_laptop", school.loanMachine);
    return object;
}

Json providersJson(const Course& course)
{
    Json object = Json::object();
    if (!course.allowedProviders.empty())
        object["allow"] = course.allowedProviders;
    if (!course.deniedProviders.empty())
        object["deny"] = course.deniedProviders;
    return object;
}

Json courseAnswersJson(const Course& course)
{
    Json object = Json::object();
    putObject(object, "fixed", answersJson(course.fixed));
    putObject(object, "preset", answersJson(course.preset));
    return object;
}

} // namespace

QByteArray writeCourse(const Course& course)
{
    Json root = {{"schema", "rightrig.course/1"}, {"id", course.id}, {"title", course.title}};
    put(root, "term", course.term);
    put(root, "language", course.language);
    put(root, "contact", course.contact);
    Json assignments = Json::array();
    for (const Assignment& assignment : course.assignments)
        assignments.push_back(assignmentJson(assignment));
    root["assignments"] = std::move(assignments);
    putObject(root, "school", courseSchoolJson(course.school));
    put(root, "budget_cap", course.budgetCap);
    putObject(root, "answers", courseAnswersJson(course));
    putObject(root, "providers", providersJson(course));
    put(root, "data_rules", course.dataRules);
    if (!course.notes.empty())
        root["notes"] = course.notes;
    return jsonBytes(root);
}

} // namespace rightrig
