// Every way a student could train: what is at hand, school, free, rented, bought, candidates, and mixtures of them.
#pragma once

#include "models/domain/ground.h"

namespace rightrig {

/// A plan and what came of it, index by index.
struct Considered
{
    std::vector<Plan> plans;
    std::vector<Option> options;
    void add(Plan plan, Option option);
};

/// The plan of taking one offer of the catalogue, which must have a machine: bought, rented or free.
[[nodiscard]] Plan offerPlan(std::size_t offer, Ground& ground);

/// Times, money, burden and gates of one plan. Pure. Score, eligibility and codes of reasons are the same in either detail.
[[nodiscard]] Option judge(const Plan& plan, const Ground& ground, Detail detail = Detail::Full);

/// Every single-machine plan, then the mixed ones. Deterministic order: own, school, catalogue offers, candidates, mixed.
[[nodiscard]] Considered considerAll(Ground& ground, Detail detail = Detail::Full);

/// Mixed plans from the options already judged: a machine at hand plus rented or free hours for the jobs that need it.
void addMixedPlans(Considered& considered, Ground& ground, Detail detail);

} // namespace rightrig
