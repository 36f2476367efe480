// Contradictions and impossible answers. They are told, never mended in silence: recommend() still answers.
#include "models/domain/planner.h"

#include <algorithm>

namespace rightrig {

namespace {

using Issues = std::vector<AnswerIssue>;

bool has(const std::optional<std::vector<Goal>>& goals, Goal goal)
{
    return !goals || std::find(goals->begin(), goals->end(), goal) != goals->end();
}

bool isNone(const std::string& name) { return normalisedName(name) == "none"; }

void checkParts(Issues& out, const std::string& path, const std::optional<std::string>& cpu, const std::optional<std::string>& gpu,
    const Catalog& catalog)
{
    if (cpu && catalog.findDevice(*cpu, DeviceKind::Cpu) < 0)
        out.push_back({path + ".cpu", "unknown_device"});
    if (gpu && !isNone(*gpu) && catalog.findDevice(*gpu, DeviceKind::Gpu) < 0)
        out.push_back({path + ".gpu", "unknown_device"});
}

bool isNvidia(const std::optional<std::string>& gpu, const Catalog& catalog)
{
    const int found = gpu ? catalog.findDevice(*gpu, DeviceKind::Gpu) : -1;
    return found >= 0 && catalog.devices[static_cast<std::size_t>(found)].vendor == Vendor::Nvidia;
}

void checkComputer(Issues& out, const Answers& answers, const Catalog& catalog)
{
    if (!answers.computer)
        return;
    const ComputerFacts& facts = *answers.computer;
    constexpr Gib verySmall{2.0};
    checkParts(out, "computer", facts.cpu, facts.gpu, catalog);
    if (facts.kind == ComputerKind::None && (facts.cpu || facts.gpu || facts.ram))
        out.push_back({"computer.kind", "none_with_facts"});
    if (facts.os == Os::MacOs && isNvidia(facts.gpu, catalog))
        out.push_back({"computer.gpu", "mac_with_nvidia"});
    if (facts.ram && *facts.ram < verySmall)
        out.push_back({"computer.ram_gib", "ram_is_small"});
}

void checkCandidateMoney(Issues& out, const std::string& path, const Candidate& candidate, const Answers& answers, const Catalog& catalog)
{
    if (!candidate.price) {
        out.push_back({path + ".price", "candidate_without_price"});
        return;
    }
    if (!answers.budgetUpfront)
        return;
    const auto price = convert(*candidate.price, answers.budgetUpfront->currency, catalog, answers);
    if (!price)
        out.push_back({path + ".price", "unknown_currency"});
    else if (price->amount > answers.budgetUpfront->amount)
        out.push_back({path + ".price", "candidate_over_budget"});
}

void checkCandidates(Issues& out, const Answers& answers, const Catalog& catalog)
{
    for (std::size_t i = 0; i < answers.candidates.size(); ++i) {
        const Candidate& candidate = answers.candidates[i];
        const std::string path = "candidates[" + std::to_string(i) + ']';
        checkParts(out, path, candidate.cpu, candidate.gpu, catalog);
        if (!candidate.cpu && !candidate.gpu && catalog.findMachine(candidate.name) < 0)
            out.push_back({path, "candidate_without_parts"});
        checkCandidateMoney(out, path, candidate, answers, catalog);
        const bool wrong = answers.os && candidate.os && *answers.os != Os::Any && *candidate.os != Os::Any && *answers.os != *candidate.os;
        if (wrong)
            out.push_back({path + ".os", "candidate_wrong_os"});
        if (candidate.form == FormFactor::Desktop && answers.portability == Portability::Carry)
            out.push_back({path + ".kind", "carry_desktop"});
    }
}

void checkData(Issues& out, const Answers& answers)
{
    const DataSize& data = answers.data;
    constexpr double tooMany = 1e9;
    const auto check = [&](const std::optional<double>& value, const char* path, std::initializer_list<Goal> goals) {
        if (value && std::none_of(goals.begin(), goals.end(), [&](Goal goal) { return has(answers.goals, goal); }))
            out.push_back({path, "data_without_goal"});
        if (value && *value > tooMany)
            out.push_back({path, "data_too_large"});
    };
    check(data.rows, "data.rows", {Goal::Tables});
    check(data.images, "data.images", {Goal::Images});
    check(data.documents, "data.documents", {Goal::Text});
    check(data.hoursOfAudio, "data.hours_of_audio", {Goal::Sound});
    if (answers.goals && answers.goals->empty())
        out.push_back({"goals", "no_goal"});
}

void checkMoney(Issues& out, const Answers& answers, const Catalog& catalog)
{
    const CurrencyCode usd("USD");
    const auto known = [&](const std::optional<Money>& money) { return !money || convert(*money, usd, catalog, answers); };
    if (!known(answers.budgetUpfront))
        out.push_back({"budget.upfront", "unknown_currency"});
    if (!known(answers.budgetMonthly))
        out.push_back({"budget.monthly", "unknown_currency"});
    if (!known(answers.school.credits))
        out.push_back({"school.credits", "unknown_currency"});
    if (answers.country && catalog.findCountry(*answers.country) == nullptr)
        out.push_back({"country", "unknown_country"});
}

void checkTogether(Issues& out, const Answers& answers)
{
    const bool nothing = answers.computer && answers.computer->kind == ComputerKind::None;
    const bool noMoney = answers.budgetUpfront && answers.budgetUpfront->amount <= 0.0;
    if (nothing && noMoney)
        out.push_back({"budget.upfront", "no_computer_no_money"});
    if (answers.privateData.value_or(false) && nothing && noMoney)
        out.push_back({"private_data", "private_needs_own_computer"});
    const bool rentOnly = noMoney && answers.budgetMonthly && answers.budgetMonthly->amount > 0.0;
    if (answers.privateData.value_or(false) && rentOnly)
        out.push_back({"private_data", "private_cloud_only"});
    const bool llm = answers.goals && has(answers.goals, Goal::Text) && answers.depth == Depth::Scratch;
    if (llm)
        out.push_back({"depth", "scratch_is_expensive"});
}

} // namespace

std::vector<AnswerIssue> checkAnswers(const Answers& answers, const Catalog& catalog)
{
    Issues issues;
    checkComputer(issues, answers, catalog);
    checkCandidates(issues, answers, catalog);
    checkData(issues, answers);
    checkMoney(issues, answers, catalog);
    checkTogether(issues, answers);
    return issues;
}

} // namespace rightrig
