#include "models/domain/ranking.h"

#include "models/domain/interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace rightrig {

namespace {

bool noWorse(const Option& a, const Option& b)
{
    return a.total->likely <= b.total->likely && a.weeklyTime->likely <= b.weeklyTime->likely && a.confidence <= b.confidence;
}

/// Of the same kind, no dearer, no slower, no less sure, and better in one of them.
bool beats(const Option& a, const Option& b) { return a.kind == b.kind && noWorse(a, b) && !noWorse(b, a); }

int lowestScore(const std::vector<Option>& options)
{
    int lowest = -1;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].eligible && (lowest < 0 || options[i].score < options[static_cast<std::size_t>(lowest)].score))
            lowest = static_cast<int>(i);
    }
    return lowest;
}

std::vector<int> tiedWith(int lowest, const std::vector<Option>& options, const ChoiceConstants& choice, double perUsd)
{
    std::vector<int> tied;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].eligible && isTie(options[static_cast<std::size_t>(lowest)], options[i], choice, perUsd))
            tied.push_back(static_cast<int>(i));
    }
    return tied;
}

const Option* dominatorOf(const Option& option, const std::vector<Option>& options, const std::vector<int>& line)
{
    for (const int i : line) {
        const Option& other = options[static_cast<std::size_t>(i)];
        const bool cheaper = other.total->likely < option.total->likely && other.weeklyTime->likely <= option.weeklyTime->likely;
        const bool faster = other.total->likely <= option.total->likely && other.weeklyTime->likely < option.weeklyTime->likely;
        if (cheaper || faster)
            return &other;
    }
    return nullptr;
}

/// The estimates' own error of an option: of the job it is least sure of. What all machines share cancels between two of them.
double ownSpread(const Option& option)
{
    double spread = 0.0;
    for (const Estimate& estimate : option.jobs)
        spread = std::max(spread, estimate.sdOwn);
    return spread;
}

/// As sure as our ranges are: 8 times out of 10.
bool surelyFaster(const Option& a, const Option& b)
{
    constexpr double sure = 0.8;
    return chanceFaster(a.weeklyTime->likely, ownSpread(a), b.weeklyTime->likely, ownSpread(b)) >= sure;
}

ReasonCode tieBreaker(OptionKind kind)
{
    if (kind == OptionKind::Lab)
        return ReasonCode::NotYourOwn;
    const bool elsewhere = kind == OptionKind::Free || kind == OptionKind::Rent || kind == OptionKind::Mixed;
    return elsewhere ? ReasonCode::SetUpEachTime : ReasonCode::WithinTie;
}

void explainLoser(
    Option& option, const Option& best, const std::vector<Option>& options, const std::vector<int>& line, const Ground& ground)
{
    constexpr double cent = 0.01, noticeable = 1.05;
    const double dearer = option.total->likely - best.total->likely;
    if (dearer > cent)
        option.whyNot.push_back({ReasonCode::CostsMore, {ground.money(dearer)}});
    const double bestTime = best.weeklyTime->likely.value;
    const bool slower = bestTime > 0.0 && option.weeklyTime->likely.value > bestTime * noticeable;
    const bool sure = slower && surelyFaster(best, option);
    if (sure)
        option.whyNot.push_back({ReasonCode::Slower, {option.weeklyTime->likely.value / bestTime}});
    if (const Option* dominator = dominatorOf(option, options, line))
        option.whyNot.push_back({ReasonCode::Dominated, {dominator->name}});
    if (option.whyNot.empty())
        option.whyNot.push_back({tieBreaker(option.kind), {}});
    if (slower && !sure)
        option.whyNot.push_back({ReasonCode::AboutEquallyFast, {}});
}

/// Eligible by score; behind them those that only money or unknown facts keep out, so that a page is never empty.
bool worthMentioning(const Option& option)
{
    if (option.kind == OptionKind::Lab)
        return true;
    if (!option.total || (option.fit != Fit::Yes && option.fit != Fit::Tight))
        return false;
    return std::all_of(option.whyNot.begin(), option.whyNot.end(),
        [](const Reason& reason) { return reason.code == ReasonCode::OverUpfrontBudget || reason.code == ReasonCode::OverMonthlyBudget; });
}

std::vector<int> candidatesForRunnerUp(const std::vector<Option>& options, int best)
{
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const Option& option = options[static_cast<std::size_t>(i)];
        if (i != best && (option.eligible || worthMentioning(option)))
            order.push_back(i);
    }
    const auto rank = [&](int i) {
        const Option& option = options[static_cast<std::size_t>(i)];
        const bool ask = option.kind == OptionKind::Lab && !option.eligible; // free and worth a question
        return std::tuple(!ask && !option.eligible, ask ? 0.0 : option.score, i);
    };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
}

} // namespace

bool isTie(const Option& lowest, const Option& other, const ChoiceConstants& choice, double perUsd)
{
    const double size = std::abs(lowest.score);
    const double byError = std::min(std::hypot(lowest.uncertainty, other.uncertainty), choice.tieCap * size);
    return other.score - lowest.score <= std::max({choice.tieShare * size, choice.tieFloorUsd * perUsd, byError});
}

int bestOption(const std::vector<Option>& options, const ChoiceConstants& choice, double perUsd)
{
    const int lowest = lowestScore(options);
    if (lowest < 0)
        return -1;
    const auto at = [&](int i) -> const Option& { return options[static_cast<std::size_t>(i)]; };
    const std::vector<int> tied = tiedWith(lowest, options, choice, perUsd);
    int best = -1;
    const auto rank = [&](int i) { return std::tuple(at(i).kind, at(i).confidence == Confidence::Low, at(i).score); };
    for (const int i : tied) {
        const bool beaten = std::any_of(tied.begin(), tied.end(), [&](int other) { return other != i && beats(at(other), at(i)); });
        if (!beaten && (best < 0 || rank(i) < rank(best)))
            best = i;
    }
    return best;
}

void explainLosers(std::vector<Option>& options, int best, const Ground& ground)
{
    const std::vector<int> line = frontier(options);
    for (const int i : line)
        options[static_cast<std::size_t>(i)].onFrontier = true;
    if (best < 0)
        return;
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        Option& option = options[static_cast<std::size_t>(i)];
        if (i != best && option.eligible)
            explainLoser(option, options[static_cast<std::size_t>(best)], options, line, ground);
    }
}

std::vector<int> runnersUp(const std::vector<Option>& options, int best)
{
    constexpr std::size_t most = 3;
    const std::vector<int> order = candidatesForRunnerUp(options, best);
    std::array<bool, 8> seen{};
    if (best >= 0)
        seen[static_cast<std::size_t>(options[static_cast<std::size_t>(best)].kind)] = true;
    std::vector<int> chosen;
    for (const int i : order) {
        auto& kindSeen = seen[static_cast<std::size_t>(options[static_cast<std::size_t>(i)].kind)];
        if (chosen.size() < most && !kindSeen) {
            kindSeen = true;
            chosen.push_back(i);
        }
    }
    for (const int i : order) { // fewer than three kinds: fill up with usable ones
        const bool taken = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
        if (chosen.size() < most && !taken && options[static_cast<std::size_t>(i)].eligible)
            chosen.push_back(i);
    }
    return chosen;
}

} // namespace rightrig
