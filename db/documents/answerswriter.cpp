#include "db/documents/answersfile.h"
#include "db/documents/jsonwriting.h"
#include "db/documents/profilefile.h"

namespace rightrig {
namespace {

Json studentJson(const Answers& answers)
{
    Json object = Json::object();
    put(object, "name", answers.studentName);
    put(object, "id", answers.studentId);
    return object;
}

Json dataJson(const DataSize& data)
{
    Json object = Json::object();
    put(object, "rows", data.rows);
    put(object, "columns", data.columns);
    put(object, "images", data.images);
    put(object, "pixels", data.pixels);
    put(object, "documents", data.documents);
    put(object, "tokens", data.tokens);
    put(object, "hours_of_audio", data.hoursOfAudio);
    return object;
}

Json computerJson(const ComputerFacts& computer)
{
    Json object = {{"kind", toJson(computer.kind)}};
    put(object, "form", computer.form);
    put(object, "cpu", computer.cpu);
    put(object, "ram_gib", computer.ram);
    put(object, "gpu", computer.gpu);
    put(object, "vram_gib", computer.vram);
    put(object, "os", computer.os);
    if (computer.profile)
        object["profile"] = profileJson(*computer.profile);
    return object;
}

Json budgetJson(const Answers& answers)
{
    Json object = Json::object();
    put(object, "upfront", answers.budgetUpfront);
    put(object, "monthly", answers.budgetMonthly);
    return object;
}

Json schoolJson(const School& school)
{
    Json object = Json::object();
    put(object, "lab", school.lab);
    put(object, "gpu_server", school.gpuServer);
    put(object, "loan_laptop", school.loanLaptop);
    put(object, "credits", school.credits);
    return object;
}

Json overridesJson(const Answers& answers)
{
    Json object = Json::object();
    for (const auto& [name, value] : answers.overrides)
        object[name] = toJson(value);
    return object;
}

void putWork(Json& root, const Answers& answers)
{
    put(root, "goals", answers.goals);
    put(root, "depth", answers.depth);
    putObject(root, "data", dataJson(answers.data));
    put(root, "runs_per_week", answers.runsPerWeek);
    put(root, "tuning", answers.tuning);
    put(root, "patience_hours", answers.patienceHours);
}

void putMachines(Json& root, const Answers& answers)
{
    if (answers.computer)
        root["computer"] = computerJson(*answers.computer);
    Json candidates = Json::array();
    for (const Candidate& candidate : answers.candidates)
        candidates.push_back(candidateJson(candidate));
    putObject(root, "candidates", std::move(candidates));
}

void putCircumstances(Json& root, const Answers& answers)
{
    putObject(root, "budget", budgetJson(answers));
    put(root, "horizon_months", answers.horizonMonths);
    put(root, "portability", answers.portability);
    put(root, "os", answers.os);
    put(root, "other_uses", answers.otherUses);
    putObject(root, "school", schoolJson(answers.school));
    put(root, "internet", answers.internet);
    put(root, "private_data", answers.privateData);
    put(root, "priority", answers.priority);
    put(root, "country", answers.country);
    putObject(root, "overrides", overridesJson(answers));
}

} // namespace

Json candidateJson(const Candidate& candidate)
{
    Json object = {{"name", candidate.name}};
    put(object, "kind", candidate.form);
    put(object, "cpu", candidate.cpu);
    put(object, "gpu", candidate.gpu);
    put(object, "tgp_w", candidate.tgp);
    put(object, "vram_gib", candidate.vram);
    put(object, "ram_gib", candidate.ram);
    put(object, "os", candidate.os);
    put(object, "price", candidate.price);
    return object;
}

Json answersJson(const Answers& answers)
{
    Json root = Json::object();
    putObject(root, "student", studentJson(answers));
    put(root, "course", answers.course);
    putWork(root, answers);
    putMachines(root, answers);
    putCircumstances(root, answers);
    return root;
}

QByteArray writeAnswers(const Answers& answers)
{
    Json root = {{"schema", "rightrig.answers/1"}};
    root.update(answersJson(answers));
    return jsonBytes(root);
}

} // namespace rightrig
