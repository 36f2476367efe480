#include "models/domain/recommender.h"

#include "models/domain/costlines.h"
#include "models/domain/quickbest.h"
#include "models/domain/ranking.h"
#include "models/domain/verdicts.h"

namespace rightrig {

namespace {

constexpr const char* noneId = "none";

/// Nothing can be used: an honest answer of its own, whose drawbacks say what stands in the way.
int addNone(Considered& considered, const Ground& ground)
{
    if (considered.options.empty())
        return -1;
    Plan plan;
    plan.kind = OptionKind::None;
    plan.id = noneId;
    Option option;
    option.id = plan.id;
    option.kind = OptionKind::None;
    option.jobs.resize(ground.jobs.size());
    considered.add(std::move(plan), std::move(option));
    return static_cast<int>(considered.options.size()) - 1;
}

} // namespace

Results recommend(const Answers& answers, const Catalog& catalog)
{
    Ground ground(answers, catalog);
    Considered considered = considerAll(ground);
    int best = bestOption(considered.options, ground.choice, ground.perUsd);
    explainLosers(considered.options, best, ground);
    if (best < 0)
        best = addNone(considered, ground);

    Results results;
    if (best >= 0)
        results.best = describe(best, considered, best, ground);
    for (const int i : runnersUp(considered.options, best))
        results.runnersUp.push_back(describe(i, considered, best, ground));
    results.candidates = candidateVerdicts(considered, ground);
    results.costLines = costLines(considered, ground);
    results.breakEvenHoursPerWeek = breakEvenHoursPerWeek(considered, results.costLines, ground);
    results.issues = checkAnswers(answers, catalog);
    results.options = std::move(considered.options);
    results.settled = std::move(ground.settled);
    results.jobs = std::move(ground.jobs);
    results.constants = ground.constants;
    return results;
}

std::optional<QuickBest> quickBest(const Answers& answers, const Catalog& catalog, SeatStore& seats)
{
    Ground ground(answers, catalog, {}, &seats);
    const Considered considered = considerAll(ground, Detail::Bare);
    if (considered.options.empty())
        return std::nullopt;
    const int best = bestOption(considered.options, ground.choice, ground.perUsd);
    if (best < 0)
        return QuickBest{OptionKind::None, noneId, {}};
    const Plan& plan = considered.plans[static_cast<std::size_t>(best)];
    return QuickBest{plan.kind, plan.id, plan.name};
}

} // namespace rightrig
