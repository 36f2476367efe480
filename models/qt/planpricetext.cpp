#include "models/qt/planpricetext.h"

#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <memory>

namespace rightrig {

namespace {

struct PlanPriceWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanPrices)
};

enum KeptColumn { KeptOption, KeptPrice, KeptDay, TodayPrice, TodayDay, KeptDifference };

/// Today's price as a share of the plan's; empty where the two cannot be compared.
std::optional<double> keptRatio(const PlanPriceChange& change)
{
    const auto& then = change.then.price;
    const bool comparable = then && change.now && then->currency == change.now->currency && change.then.per == change.nowPer;
    return comparable && then->amount > 0.0 ? std::optional(change.now->amount / then->amount) : std::nullopt;
}

QString keptPriceText(const std::optional<Money>& price, Per per)
{
    if (per == Per::Free)
        return PlanPriceWords::tr("free");
    return price ? pricedText(*price, per) : unknownText();
}

QString keptDifferenceText(const PlanPriceChange& change)
{
    const std::optional<double> share = keptRatio(change);
    if (!share)
        return {};
    constexpr double least = 0.05; // what would be printed as 0 %
    const double percent = (*share - 1.0) * 100.0;
    if (std::abs(percent) < least)
        return PlanPriceWords::tr("less than 0.1 %");
    const QString number = formatNumber(std::abs(percent), 2);
    return percent > 0.0 ? PlanPriceWords::tr("+%1 %").arg(number) : PlanPriceWords::tr("\u2212%1 %").arg(number);
}

QString keptDayText(const std::string& asOf, QDate today) { return asOf.empty() ? unknownText() : datedText(asOf, today); }

QString keptCell(const PlanPriceChange& change, int column, QDate today)
{
    switch (column) {
    case KeptOption:
        return plain(change.then.name.empty() ? change.then.offer : change.then.name);
    case KeptPrice:
        return keptPriceText(change.then.price, change.then.per);
    case KeptDay:
        return keptDayText(change.then.asOf, today);
    case TodayPrice:
        return change.gone ? PlanPriceWords::tr("not offered any more") : keptPriceText(change.now, change.nowPer);
    case TodayDay:
        return change.gone ? QString() : keptDayText(change.nowAsOf, today);
    case KeptDifference:
        return keptDifferenceText(change);
    default:
        return {};
    }
}

QVariant keptKey(const PlanPriceChange& change, int column, QDate today)
{
    const auto amount = [](const std::optional<Money>& price) { return price ? QVariant(price->amount) : QVariant(); };
    const auto day = [](const std::string& asOf) { return asOf.empty() ? QVariant() : QVariant(plain(asOf)); };
    switch (column) {
    case KeptPrice:
        return amount(change.then.price);
    case KeptDay:
        return day(change.then.asOf);
    case TodayPrice:
        return amount(change.now);
    case TodayDay:
        return day(change.nowAsOf);
    case KeptDifference: {
        const std::optional<double> share = keptRatio(change);
        return share ? QVariant(*share) : QVariant();
    }
    default:
        return keptCell(change, column, today);
    }
}

} // namespace

QStringList planPriceHeaders()
{
    return {PlanPriceWords::tr("Option"), PlanPriceWords::tr("Price in the plan"), PlanPriceWords::tr("Seen"),
        PlanPriceWords::tr("Price today"), PlanPriceWords::tr("Seen"), PlanPriceWords::tr("Change")};
}

Rows planPriceRows(std::vector<PlanPriceChange> changes, QDate today)
{
    const auto shared = std::make_shared<const std::vector<PlanPriceChange>>(std::move(changes));
    const auto at = [shared](int row) -> const PlanPriceChange& { return shared->at(static_cast<std::size_t>(row)); };
    return {static_cast<int>(shared->size()), [=](int row, int column) { return keptCell(at(row), column, today); },
        [=](int row, int column) { return keptKey(at(row), column, today); }, {}};
}

QString planPriceSummary(const SavedPlan& plan, const std::vector<PlanPriceChange>& changes)
{
    int fell = 0, rose = 0, gone = 0;
    for (const PlanPriceChange& change : changes) {
        const std::optional<double> share = keptRatio(change);
        fell += share && *share < 1.0 ? 1 : 0;
        rose += share && *share > 1.0 ? 1 : 0;
        gone += change.gone ? 1 : 0;
    }
    const int other = static_cast<int>(changes.size()) - fell - rose - gone;
    QStringList parts;
    const auto add = [&parts](int count, const QString& text) {
        if (count > 0)
            parts.append(text);
    };
    add(fell, PlanPriceWords::tr("%n fell", "prices", fell));
    add(rose, PlanPriceWords::tr("%n rose", "prices", rose));
    add(gone, PlanPriceWords::tr("%n not offered any more", "prices", gone));
    add(other, PlanPriceWords::tr("%n known at one time only", "prices", other));
    const QString all = formatNumber(static_cast<double>(plan.prices.size()), 9);
    const QString start = plan.date.empty()
        ? PlanPriceWords::tr("%n of the plan's %1 prices changed since:", nullptr, static_cast<int>(changes.size())).arg(all)
        : PlanPriceWords::tr("%n of the plan's %1 prices changed since %2:", nullptr, static_cast<int>(changes.size()))
              .arg(all, formatDate(plan.date));
    return PlanPriceWords::tr("%1 %2.", "changes, how many of each sort").arg(start, parts.join(QStringLiteral(", ")));
}

QString planMeaningText(const Results& then, const Results& now)
{
    QString text = answerChangeText(then, now);
    const Option* was = optionAt(then, then.best.option);
    const Option* is = optionAt(now, now.best.option);
    if (was == nullptr || is == nullptr || was->id == is->id)
        return text;
    const auto cost = [](const Option& option, const Results& results) {
        return option.total ? formatMoneyAbout(option.total->likely, results.settled.currency) : unknownText();
    };
    text += QLatin1Char(' ') + PlanPriceWords::tr("Total cost: %1 then, %2 now.").arg(cost(*was, then), cost(*is, now));
    const auto same = std::find_if(now.options.begin(), now.options.end(), [&](const Option& option) { return option.id == was->id; });
    if (same != now.options.end() && same->total)
        text += QLatin1Char(' ') + PlanPriceWords::tr("With today's prices, %1 costs %2.").arg(optionName(*was), cost(*same, now));
    return text;
}

QString planPricesNote(const std::string& planDate)
{
    return PlanPriceWords::tr("These answers use the prices of your plan of %1, not today's.").arg(formatDate(planDate));
}

} // namespace rightrig
