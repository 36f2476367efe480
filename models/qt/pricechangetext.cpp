// What a price file would change, what has been changed, and what that did to the answer: the second half of pricetext.h.
#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct PriceChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceText)
};

constexpr int longestReason = 300;

QString numberOrNothing(int count) { return count == 0 ? QString() : formatNumber(count, 9); }
QVariant amountKey(const std::optional<Money>& money) { return money ? QVariant(money->amount) : QVariant(); }

enum PlanColumn { PlanWhat, PlanMachine, PlanKind, PlanRegion, PlanPrice, PlanBefore, PlanLine };

QString changeCell(const PriceChange& change, int column)
{
    const PriceRow& row = change.row;
    switch (column) {
    case PlanWhat:
        return change.before ? PriceChangeWords::tr("Changed") : PriceChangeWords::tr("New");
    case PlanMachine:
        return plain(change.name);
    case PlanKind:
        return priceKindText(priceKindOf(row));
    case PlanRegion:
        return plain(row.region);
    case PlanPrice:
        return pricedText(row.price, row.per);
    case PlanBefore:
        return change.before
            ? PriceChangeWords::tr("%1, %2", "price, day").arg(pricedText(*change.before, row.per), formatDate(change.beforeAsOf))
            : QString();
    case PlanLine:
        return numberOrNothing(row.line);
    default:
        return {};
    }
}

/// A problem has no price: its reason stands where the machine would.
QString problemCell(const PriceProblem& problem, int column, const QString& what)
{
    return column == PlanWhat   ? what
        : column == PlanMachine ? plain(problem.text, longestReason)
        : column == PlanLine    ? numberOrNothing(problem.line)
                                : QString();
}

enum HistoryColumn { HistoryDay, HistoryWhat, HistoryMachine, HistoryBefore, HistoryAfter, HistorySource };

QString actionText(PriceAction action)
{
    switch (action) {
    case PriceAction::Import:
        return PriceChangeWords::tr("From a file");
    case PriceAction::Edit:
        return PriceChangeWords::tr("By hand");
    case PriceAction::Reset:
        return PriceChangeWords::tr("Forgotten");
    case PriceAction::Undo:
        break;
    }
    return PriceChangeWords::tr("Undone");
}

QString eventMachine(const PriceEvent& event)
{
    if (event.machine.empty())
        return PriceChangeWords::tr("%n more price(s)", nullptr, event.prices);
    return event.region.empty() ? plain(event.machine)
                                : PriceChangeWords::tr("%1, %2", "machine, region").arg(plain(event.machine), plain(event.region));
}

QString eventCell(const PriceEvent& event, int column)
{
    const auto money = [](const std::optional<Money>& price) { return price ? formatMoney(*price) : QString(); };
    switch (column) {
    case HistoryDay:
        return formatDate(event.day);
    case HistoryWhat:
        return actionText(event.action);
    case HistoryMachine:
        return eventMachine(event);
    case HistoryBefore:
        return money(event.before);
    case HistoryAfter:
        return money(event.after);
    case HistorySource:
        return formatSource(event.source);
    default:
        return {};
    }
}

} // namespace

QStringList planHeaders()
{
    return {PriceChangeWords::tr("What"), PriceChangeWords::tr("Machine, or what is wrong"), PriceChangeWords::tr("Kind"),
        PriceChangeWords::tr("Region"), PriceChangeWords::tr("New price"), PriceChangeWords::tr("Price so far"),
        PriceChangeWords::tr("Line")};
}

Rows planRows(const std::shared_ptr<const ImportPlan>& plan)
{
    const std::size_t added = plan->added.size(), changes = added + plan->changed.size();
    const std::size_t unmatched = changes + plan->unmatched.size(), all = unmatched + plan->rejected.size();
    const auto changeAt
        = [plan, added](std::size_t at) -> const PriceChange& { return at < added ? plan->added[at] : plan->changed[at - added]; };
    const auto text = [=](int row, int column) {
        const auto at = static_cast<std::size_t>(row);
        if (at < changes)
            return changeCell(changeAt(at), column);
        if (at < unmatched)
            return problemCell(plan->unmatched[at - changes], column, PriceChangeWords::tr("No such machine"));
        return problemCell(plan->rejected[at - unmatched], column, PriceChangeWords::tr("Refused"));
    };
    const auto doubtful = [=](int row) {
        const auto at = static_cast<std::size_t>(row);
        return at < changes && changeAt(at).row.confidence == Confidence::Low;
    };
    return {static_cast<int>(all), text, {}, doubtful};
}

QString planSummary(const ImportPlan& plan)
{
    const auto number = [](std::size_t count) { return formatNumber(static_cast<double>(count), 9); };
    const auto whole = [&](int count) { return number(static_cast<std::size_t>(count)); };
    QStringList parts{PriceChangeWords::tr("%1 prices read.").arg(whole(plan.rows)),
        PriceChangeWords::tr("New: %1. Changed: %2. As before: %3.")
            .arg(number(plan.added.size()), number(plan.changed.size()), whole(plan.unchanged))};
    if (plan.otherRegions > 0)
        parts.append(PriceChangeWords::tr("Of other regions, left out: %1.").arg(whole(plan.otherRegions)));
    if (plan.repeated > 0)
        parts.append(PriceChangeWords::tr("Written twice: %1.").arg(whole(plan.repeated)));
    parts.append(PriceChangeWords::tr("Without a machine: %1. Refused: %2.").arg(whole(plan.unmatchedCount), whole(plan.rejectedCount)));
    return parts.join(QLatin1Char(' '));
}

QStringList priceHistoryHeaders()
{
    return {PriceChangeWords::tr("Day"), PriceChangeWords::tr("How"), PriceChangeWords::tr("Machine"), PriceChangeWords::tr("Before"),
        PriceChangeWords::tr("After"), PriceChangeWords::tr("Source")};
}

Rows priceHistoryRows(std::vector<PriceEvent> events)
{
    const auto shared = std::make_shared<const std::vector<PriceEvent>>(std::move(events));
    const auto at = [shared](int row) -> const PriceEvent& { return shared->at(shared->size() - 1 - static_cast<std::size_t>(row)); };
    const auto key = [at](int row, int column) -> QVariant {
        if (column == HistoryDay)
            return -row; // days of one kind stay in the order they came
        if (column == HistoryBefore || column == HistoryAfter)
            return amountKey(column == HistoryBefore ? at(row).before : at(row).after);
        const QString text = eventCell(at(row), column);
        return text.isEmpty() ? QVariant() : QVariant(text);
    };
    return {static_cast<int>(shared->size()), [at](int row, int column) { return eventCell(at(row), column); }, key, {}};
}

QString answerChangeText(const Results& before, const Results& after)
{
    const Option* was = optionAt(before, before.best.option);
    const Option* is = optionAt(after, after.best.option);
    if (!was || !is || was->id != is->id)
        return PriceChangeWords::tr("The best option changes from %1 to %2.")
            .arg(was ? optionName(*was) : PriceChangeWords::tr("nothing"), is ? optionName(*is) : PriceChangeWords::tr("nothing"));
    // Only what can be seen is a change: "from 60 USD to 60 USD" would puzzle.
    const auto cost = [](const Option& option, const Results& results) {
        return option.total ? formatMoneyAbout(option.total->likely, results.settled.currency) : unknownText();
    };
    const QString costWas = cost(*was, before), costIs = cost(*is, after);
    if (costWas == costIs)
        return PriceChangeWords::tr("Nothing changes: the best option stays %1.").arg(optionName(*is));
    return PriceChangeWords::tr("The best option stays %1. Its total cost changes from %2 to %3.").arg(optionName(*is), costWas, costIs);
}

} // namespace rightrig
