#include "db/documents/answersfile.h"

#include "db/documents/candidatereader.h"
#include "db/documents/objectreader.h"
#include "db/documents/profilefile.h"

#include <new>

namespace rightrig {
namespace {

constexpr std::size_t mostCandidates = 6;
constexpr std::size_t mostOverrides = 500;

void checkSchemaName(ObjectReader& in)
{
    const std::optional<std::string> schema = in.text("schema");
    if (schema && *schema != "rightrig.answers/1")
        throw DocumentFault(in.path("schema"), "'" + shown(*schema) + "' is not rightrig.answers/1");
}

void readStudent(ObjectReader& in, Answers& answers)
{
    in.object("student", [&](ObjectReader& student) {
        answers.studentName = student.text("name");
        answers.studentId = student.text("id");
    });
    answers.course = in.text("course");
}

void readData(ObjectReader& in, DataSize& data)
{
    in.object("data", [&](ObjectReader& size) {
        data.rows = size.number("rows", {1, 1e12});
        data.columns = size.number("columns", {1, 1e7});
        data.images = size.number("images", {1, 1e10});
        data.pixels = size.number("pixels", {16, 8192});
        data.documents = size.number("documents", {1, 1e10});
        data.tokens = size.number("tokens", {1, 1e6});
        data.hoursOfAudio = size.number("hours_of_audio", {0.01, 1e7});
    });
}

void readComputer(ObjectReader& in, Answers& answers)
{
    in.object("computer", [&](ObjectReader& facts) {
        ComputerFacts computer;
        computer.kind = facts.word<ComputerKind>("kind").value_or(ComputerKind::Unknown);
        computer.form = facts.word<FormFactor>("form");
        computer.cpu = facts.text("cpu");
        computer.ram = readRam(facts);
        computer.gpu = facts.text("gpu");
        computer.vram = readVram(facts);
        computer.os = readInstalledOs(facts);
        facts.object("profile", [&](ObjectReader& profile) { computer.profile = profileFrom(profile); });
        answers.computer = computer;
    });
}

void readMoney(ObjectReader& in, Answers& answers)
{
    in.object("budget", [&](ObjectReader& budget) {
        answers.budgetUpfront = budget.money("upfront");
        answers.budgetMonthly = budget.money("monthly");
    });
    answers.horizonMonths = in.number("horizon_months", {1, 120});
}

void readSchool(ObjectReader& in, School& school)
{
    in.object("school", [&](ObjectReader& offers) {
        school.lab = offers.flag("lab");
        school.gpuServer = offers.flag("gpu_server");
        school.loanLaptop = offers.flag("loan_laptop");
        school.credits = offers.money("credits");
    });
}

std::optional<std::string> readCountry(ObjectReader& in)
{
    std::optional<std::string> country = in.text("country");
    if (country && !isCountryCode(*country))
        throw DocumentFault(in.path("country"), "'" + shown(*country) + "' is not two capital letters");
    return country;
}

void readOverrides(ObjectReader& in, Answers& answers)
{
    const Json* values = in.find("overrides");
    if (values == nullptr)
        return;
    const std::string path = in.path("overrides");
    if (!values->is_object())
        throw DocumentFault(path, "expected an object");
    if (values->size() > mostOverrides)
        throw DocumentFault(path, "more than " + std::to_string(mostOverrides) + " entries");
    for (const auto& [name, value] : values->items()) {
        const std::string at = joinPath(path, name);
        if (name.empty() || characterCount(name) > documentNameLimit || hasControlCharacter(name))
            throw DocumentFault(at, "the name is empty or longer than 200 characters");
        answers.overrides.emplace_back(name, checkedNumber(value, at, {-1e15, 1e15}));
    }
}

Answers answersFrom(const Json& root)
{
    ObjectReader in(root, {});
    Answers answers;
    checkSchemaName(in);
    readStudent(in, answers);
    answers.goals = in.words<Goal>("goals");
    answers.depth = in.word<Depth>("depth");
    readData(in, answers.data);
    answers.runsPerWeek = in.number("runs_per_week", {0.01, 1000});
    answers.tuning = in.flag("tuning");
    answers.patienceHours = in.number("patience_hours", {0.01, 10000});
    readComputer(in, answers);
    in.objects("candidates", mostCandidates, [&](ObjectReader& entry) { answers.candidates.push_back(readCandidate(entry)); });
    readMoney(in, answers);
    answers.portability = in.word<Portability>("portability");
    answers.os = in.word<Os>("os");
    answers.otherUses = in.words<OtherUse>("other_uses");
    readSchool(in, answers.school);
    answers.internet = in.word<Internet>("internet");
    answers.privateData = in.flag("private_data");
    answers.priority = in.word<Priority>("priority");
    answers.country = readCountry(in);
    readOverrides(in, answers);
    in.finish();
    return answers;
}

} // namespace

std::variant<Answers, DocumentError> readAnswers(const QByteArray& json)
{
    try {
        return answersFrom(parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())}));
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

} // namespace rightrig
