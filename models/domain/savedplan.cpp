#include "models/domain/savedplan.h"

#include "models/domain/catalog.h"

#include <algorithm>

namespace rightrig {

namespace {

void addUsed(std::vector<UsedPrice>& prices, int offer, const Option& option, const Catalog& catalog)
{
    if (offer < 0)
        return;
    const Offer& used = catalog.offers[static_cast<std::size_t>(offer)];
    const auto same = [&used](const UsedPrice& price) { return price.offer == used.id; };
    if (std::none_of(prices.begin(), prices.end(), same))
        prices.push_back({used.id, option.name, used.price, used.per, used.source.asOf});
}

/// A plan comes from outside: it cannot make a machine free, or cost what nobody can convert.
bool canStand(const UsedPrice& used, const Offer& offer, const Catalog& catalog)
{
    const bool sound = !used.price || (used.price->amount > 0.0 && catalog.findCurrency(used.price->currency) != nullptr);
    return sound && used.per == offer.per;
}

} // namespace

SavedPlan planOf(const Answers& own, const Course* course, const Results& results, const Catalog& catalog, const std::string& date)
{
    SavedPlan plan;
    plan.answers = own;
    if (course != nullptr)
        plan.course = *course;
    plan.date = date;
    plan.catalogueAsOf = catalog.asOf;
    plan.catalogueSha256 = catalog.sha256;
    const auto add = [&](int index) {
        if (index < 0)
            return;
        const Option& option = results.options[static_cast<std::size_t>(index)];
        addUsed(plan.prices, option.offer, option, catalog);
        addUsed(plan.prices, option.rentOffer, option, catalog);
    };
    add(results.best.option);
    for (const Choice& choice : results.runnersUp)
        add(choice.option);
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        if (results.options[i].onFrontier)
            add(static_cast<int>(i));
    }
    return plan;
}

std::vector<PlanPriceChange> changedPrices(const SavedPlan& plan, const Catalog& catalog)
{
    std::vector<PlanPriceChange> changes;
    for (const UsedPrice& used : plan.prices) {
        const int index = catalog.findOffer(used.offer);
        if (index < 0) {
            changes.push_back({used, std::nullopt, Per::Free, {}, true});
            continue;
        }
        const Offer& now = catalog.offers[static_cast<std::size_t>(index)];
        if (now.price != used.price || now.per != used.per)
            changes.push_back({used, now.price, now.per, now.source.asOf, false});
    }
    return changes;
}

Catalog withPlanPrices(const Catalog& catalog, const SavedPlan& plan)
{
    Catalog result = catalog;
    result.planDate = plan.date;
    for (const UsedPrice& used : plan.prices) {
        const int index = catalog.findOffer(used.offer);
        if (index < 0)
            continue;
        Offer& offer = result.offers[static_cast<std::size_t>(index)];
        if (!canStand(used, offer, catalog))
            continue;
        offer.price = used.price;
        offer.source.asOf = used.asOf;
    }
    return result;
}

Answers withoutName(Answers answers)
{
    answers.studentName.reset();
    answers.studentId.reset();
    return answers;
}

} // namespace rightrig
