#include "models/domain/plans.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr std::size_t laptopsTried = 4, mixturesKept = 3;
constexpr double worthSending = 0.8; // sending a slow job away pays off only if it is clearly faster there

struct Mixture
{
    Plan plan;
    Option option;
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

Plan mix(const Plan& base, const Plan& remote, std::vector<bool> rented)
{
    Plan plan = base;
    plan.kind = OptionKind::Mixed;
    plan.id = "mixed-" + base.id + '+' + remote.id;
    plan.name = base.name + " + " + remote.name;
    plan.remote = remote.remote;
    plan.remoteSeat = remote.remoteSeat;
    plan.remoteOffer = remote.remoteOffer;
    plan.rentOffer = remote.offer;
    plan.rented = std::move(rented);
    return plan;
}

/// Usable ones before the others, then by score: the few that are worth showing.
void keepBest(std::vector<Mixture>& mixtures)
{
    std::stable_sort(mixtures.begin(), mixtures.end(), [](const Mixture& a, const Mixture& b) {
        if (a.option.eligible != b.option.eligible)
            return a.option.eligible;
        if (a.option.total.has_value() != b.option.total.has_value())
            return a.option.total.has_value();
        return a.option.score < b.option.score;
    });
    if (mixtures.size() > mixturesKept)
        mixtures.erase(mixtures.begin() + mixturesKept, mixtures.end());
}

std::vector<Mixture> mixturesOf(const Plan& base, const Considered& considered, const Ground& ground)
{
    std::vector<Mixture> mixtures;
    for (std::size_t i = 0; i < considered.plans.size(); ++i) {
        if (!isRemote(considered.options[i]))
            continue;
        const Plan& remote = considered.plans[i];
        auto rented = split(*base.baseSeat, *remote.remoteSeat, ground);
        const bool everything = std::find(rented.begin(), rented.end(), false) == rented.end();
        if (rented.empty() || (everything && base.owned))
            continue;
        Plan plan = mix(base, remote, std::move(rented));
        Option option = judge(plan, ground);
        mixtures.push_back({std::move(plan), std::move(option)});
    }
    keepBest(mixtures);
    return mixtures;
}

bool runsSomething(const Option& option)
{
    return std::any_of(option.jobs.begin(), option.jobs.end(), [](const Estimate& e) { return e.seconds.has_value(); });
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
        if (usable && (!ground.hasBrowser || runsSomething(option)))
            found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(),
        [&](std::size_t a, std::size_t b) { return considered.options[a].upfrontCost < considered.options[b].upfrontCost; });
    if (found.size() > laptopsTried)
        found.resize(laptopsTried);
    return found;
}

} // namespace

void addMixedPlans(Considered& considered, Ground& ground)
{
    std::vector<Plan> bases;
    if (ground.own() != nullptr && !considered.plans.empty())
        bases.push_back(considered.plans.front());
    for (const std::size_t i : cheapLaptops(considered, ground))
        bases.push_back(considered.plans[i]);
    std::vector<Mixture> found;
    for (const Plan& base : bases) {
        for (Mixture& mixture : mixturesOf(base, considered, ground))
            found.push_back(std::move(mixture));
    }
    for (Mixture& mixture : found)
        considered.add(std::move(mixture.plan), std::move(mixture.option));
}

} // namespace rightrig
