#include "models/domain/plans.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr std::size_t laptopsTried = 4, mixturesKept = 3;
constexpr double worthSending = 0.8; // sending a slow job away pays off only if it is clearly faster there

/// A base with one of the remote plans, as far as ranking goes.
struct Mixture
{
    std::size_t remote = 0;
    std::vector<bool> rented;
    bool eligible = false, known = false;
    double score = 0.0;
};

bool isRemote(const Option& option) { return option.kind == OptionKind::Rent || option.kind == OptionKind::Free; }

bool enoughAtHand(const Estimate& here, const Ground& ground) { return here.seconds && here.seconds->likely <= ground.settled.patience; }

/// Which jobs go elsewhere; empty if the two make no sensible mixture.
std::vector<bool> split(const Seat& base, const Seat& remote, const Ground& ground)
{
    std::vector<bool> rented(ground.jobs.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < rented.size(); ++i) {
        const Estimate& here = base.jobs[i];
        const Estimate& there = remote.jobs[i];
        if (enoughAtHand(here, ground))
            continue;
        if (!there.seconds) {
            if (!here.seconds)
                return {};
            continue;
        }
        rented[i] = !here.seconds || there.seconds->likely < here.seconds->likely * worthSending;
        any = any || rented[i];
    }
    return any ? rented : std::vector<bool>{};
}

/// `base` without its names: they are worth making for the few that are kept only.
Plan mix(const Plan& base, const Plan& remote, std::vector<bool> rented)
{
    Plan plan = base;
    plan.kind = OptionKind::Mixed;
    plan.remote = remote.remote;
    plan.remoteSeat = remote.remoteSeat;
    plan.remoteOffer = remote.remoteOffer;
    plan.rentOffer = remote.offer;
    plan.rented = std::move(rented);
    return plan;
}

Plan withoutNames(Plan plan)
{
    plan.id.clear();
    plan.name.clear();
    plan.rented.clear();
    return plan;
}

/// Usable ones before the others, then by score: the few that are worth showing.
void keepBest(std::vector<Mixture>& mixtures)
{
    std::stable_sort(mixtures.begin(), mixtures.end(), [](const Mixture& a, const Mixture& b) {
        if (a.eligible != b.eligible)
            return a.eligible;
        if (a.known != b.known)
            return a.known;
        return a.score < b.score;
    });
    if (mixtures.size() > mixturesKept)
        mixtures.resize(mixturesKept);
}

std::vector<Mixture> mixturesOf(const Plan& base, const Considered& considered, const Ground& ground)
{
    std::vector<Mixture> mixtures;
    const Plan blank = withoutNames(base);
    for (std::size_t i = 0; i < considered.plans.size(); ++i) {
        if (!isRemote(considered.options[i]))
            continue;
        auto rented = split(*base.baseSeat, *considered.plans[i].remoteSeat, ground);
        const bool everything = std::find(rented.begin(), rented.end(), false) == rented.end();
        if (rented.empty() || (everything && base.owned))
            continue;
        const Option option = judge(mix(blank, considered.plans[i], rented), ground, Detail::Bare);
        mixtures.push_back({i, std::move(rented), option.eligible, option.total.has_value(), option.score});
    }
    keepBest(mixtures);
    return mixtures;
}

Plan named(const Plan& base, const Plan& remote, std::vector<bool> rented)
{
    Plan plan = mix(base, remote, std::move(rented));
    plan.id = "mixed-" + base.id + '+' + remote.id;
    plan.name = base.name + " + " + remote.name;
    return plan;
}

bool runsSomething(const Plan& plan)
{
    for (std::size_t i = 0; i < plan.rented.size(); ++i) {
        if (plan.job(i).seconds)
            return true;
    }
    return false;
}

bool failsOn(const Option& option, ReasonCode code)
{
    return std::any_of(option.whyNot.begin(), option.whyNot.end(), [code](const Reason& reason) { return reason.code == code; });
}

/// The cheapest laptops worth adding rented hours to. Without any computer, one that does no more than open a browser will do.
std::vector<std::size_t> cheapLaptops(const Considered& considered, const Ground& ground)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < considered.options.size(); ++i) {
        const Option& option = considered.options[i];
        const bool usable = option.kind == OptionKind::Laptop && option.upfrontCost > 0.0 && !option.eligible
            && !failsOn(option, ReasonCode::WrongOs) && !failsOn(option, ReasonCode::UnknownPrice);
        if (usable && (!ground.hasBrowser || runsSomething(considered.plans[i])))
            found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(),
        [&](std::size_t a, std::size_t b) { return considered.options[a].upfrontCost < considered.options[b].upfrontCost; });
    if (found.size() > laptopsTried)
        found.resize(laptopsTried);
    return found;
}

} // namespace

void addMixedPlans(Considered& considered, Ground& ground, Detail detail)
{
    std::vector<Plan> bases;
    if (ground.own() != nullptr && !considered.plans.empty())
        bases.push_back(considered.plans.front());
    for (const std::size_t i : cheapLaptops(considered, ground))
        bases.push_back(considered.plans[i]);
    std::vector<Plan> found;
    for (const Plan& base : bases) {
        for (Mixture& mixture : mixturesOf(base, considered, ground))
            found.push_back(named(base, considered.plans[mixture.remote], std::move(mixture.rented)));
    }
    for (Plan& plan : found) {
        Option option = judge(plan, ground, detail);
        considered.add(std::move(plan), std::move(option));
    }
}

} // namespace rightrig
