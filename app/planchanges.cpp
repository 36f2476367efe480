#include "app/planchanges.h"

#include "app/plaintext.h"
#include "models/qt/planpricetext.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct PlanChangesWords
{
    Q_DECLARE_TR_FUNCTIONS(RecommendationText)
};

std::vector<PlanPriceChange> changesOf(const Answered& answered)
{
    return answered.plan ? changedPrices(*answered.plan, *answered.catalog) : std::vector<PlanPriceChange>{};
}

QString meaningOf(const Answered& answered)
{
    return planMeaningText(recommend(answered.results.settled.given, withPlanPrices(*answered.catalog, *answered.plan)), answered.results);
}

Json moneyJson(const std::optional<Money>& price, Per per, const std::string& asOf)
{
    const Json amount = price ? Json(price->amount) : Json(nullptr);
    const Json currency = price ? Json(price->currency.text()) : Json(nullptr);
    return {{"amount", amount}, {"currency", currency}, {"per", perName(per)}, {"as_of", orNull(asOf)}};
}

} // namespace

QString planChangesText(const Answered& answered)
{
    const std::vector<PlanPriceChange> changes = changesOf(answered);
    if (changes.empty())
        return {};
    const Rows rows = planPriceRows(changes, todaysDate());
    QStringList lines{planPriceSummary(*answered.plan, changes), meaningOf(answered)};
    for (int row = 0; row < rows.rows; ++row)
        lines.append(PlanChangesWords::tr("%1: %2 then, %3 now", "machine, price, price")
                         .arg(rows.text(row, 0), rows.text(row, 1), rows.text(row, 3)));
    return headingText(PlanChangesWords::tr("Since this plan was made")) + bulletsText(lines);
}

Json planChangesJson(const Answered& answered)
{
    if (!answered.plan || answered.plan->prices.empty())
        return nullptr;
    const std::vector<PlanPriceChange> changes = changesOf(answered);
    if (changes.empty())
        return nullptr; // the same document as from the answers it was made of
    Json changed = Json::array();
    for (const PlanPriceChange& change : changes)
        changed.push_back({{"offer", change.then.offer}, {"name", orNull(change.then.name)},
            {"before", moneyJson(change.then.price, change.then.per, change.then.asOf)},
            {"after", change.gone ? Json(nullptr) : moneyJson(change.now, change.nowPer, change.nowAsOf)}});
    return {{"date", orNull(answered.plan->date)}, {"prices", answered.plan->prices.size()}, {"changed", std::move(changed)},
        {"text", textJson(meaningOf(answered))}};
}

} // namespace rightrig
