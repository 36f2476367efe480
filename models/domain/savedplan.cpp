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

int changedPrices(const SavedPlan& plan, const Catalog& catalog)
{
    return static_cast<int>(std::count_if(plan.prices.begin(), plan.prices.end(), [&catalog](const UsedPrice& used) {
        const int now = catalog.findOffer(used.offer);
        return now < 0 || catalog.offers[static_cast<std::size_t>(now)].price != used.price;
    }));
}

Answers withoutName(Answers answers)
{
    answers.studentName.reset();
    answers.studentId.reset();
    return answers;
}

} // namespace rightrig
