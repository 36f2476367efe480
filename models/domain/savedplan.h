// What a student's PDF carries besides its pages: the answers, the course, the day, and the prices the answer rests on.
#pragma once

#include "models/domain/course.h"
#include "models/domain/recommender.h"

#include <optional>
#include <string>
#include <vector>

namespace rightrig {

/// A price as it was on the day of the plan.
struct UsedPrice
{
    std::string offer, name; ///< id in the catalogue; the option it belonged to
    std::optional<Money> price;
    Per per = Per::Free;
    std::string asOf;
    bool operator==(const UsedPrice&) const = default;
};

/// The written form is `rightrig.plan/1` (db/documents/planfile.h). Saved answers, or a course on its own, are plans with less in them.
struct SavedPlan
{
    std::optional<Answers> answers; ///< the student's own, before the course is applied
    std::optional<Course> course;
    std::string date; ///< ISO; empty: not said
    std::string catalogueAsOf, catalogueSha256;
    std::vector<UsedPrice> prices;
    bool operator==(const SavedPlan&) const = default;
};

/// Prices of the recommendation, of the runners-up, and of everything on the frontier. `course` may be null.
[[nodiscard]] SavedPlan planOf(
    const Answers& own, const Course* course, const Results& results, const Catalog& catalog, const std::string& date);

/// A price of the plan that is another one today.
struct PlanPriceChange
{
    UsedPrice then;
    std::optional<Money> now; ///< empty: nobody knows it, it is too old to count, or the offer is gone
    Per nowPer = Per::Free;
    std::string nowAsOf;
    bool gone = false; ///< the catalogue has no such offer any more
};

/// In the order of the plan: the recommendation first. A newer day of the same price is no change.
[[nodiscard]] std::vector<PlanPriceChange> changedPrices(const SavedPlan& plan, const Catalog& catalog);

/// The catalogue with the prices and days of the plan; offers that are gone stay gone, prices of 0 are not taken. `planDate` of the result
/// says whose prices they are.
[[nodiscard]] Catalog withPlanPrices(const Catalog& catalog, const SavedPlan& plan);

/// Without name and ID, for a plan that others may see.
[[nodiscard]] Answers withoutName(Answers answers);

} // namespace rightrig
