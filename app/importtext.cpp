#include "app/importtext.h"

#include "app/jsonparts.h"
#include "app/plaintext.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr std::size_t mostShown = 20;

struct ImportTextWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueImport)
};

Json moneyJson(const Money& money) { return {{"amount", money.amount}, {"currency", money.currency.text()}}; }

Json changesJson(const std::vector<PriceChange>& changes)
{
    Json list = Json::array();
    for (const PriceChange& change : changes) {
        const PriceRow& row = change.row;
        Json one{{"id", row.id}, {"machine", change.name}, {"provider", orNull(row.provider)},
            {"kind", row.priceKind ? Json(priceKindName(*row.priceKind)) : Json(nullptr)}, {"per", perName(row.per)},
            {"region", orNull(row.region)}, {"price", moneyJson(row.price)}, {"as_of", orNull(row.source.asOf)}, {"line", row.line}};
        if (change.before)
            one["before"] = {{"price", moneyJson(*change.before)}, {"as_of", orNull(change.beforeAsOf)}};
        list.push_back(std::move(one));
    }
    return list;
}

Json problemsJson(const std::vector<PriceProblem>& problems)
{
    Json list = Json::array();
    for (const PriceProblem& problem : problems)
        list.push_back({{"line", problem.line}, {"text", problem.text}});
    return list;
}

QString changeLine(const PriceChange& change)
{
    const PriceRow& row = change.row;
    const QString name = row.region.empty() ? plain(change.name) : QStringLiteral("%1, %2").arg(plain(change.name), plain(row.region));
    const QString kind = row.priceKind ? QLatin1String(priceKindName(*row.priceKind)) : QString();
    if (!change.before)
        return ImportTextWords::tr("%1 (%2): %3").arg(name, kind, formatMoney(row.price));
    return ImportTextWords::tr("%1 (%2): %3, was %4 in %5")
        .arg(name, kind, formatMoney(row.price), formatMoney(*change.before), formatDate(change.beforeAsOf));
}

QString changesText(const QString& heading, const std::vector<PriceChange>& changes)
{
    QStringList lines;
    for (std::size_t i = 0; i < changes.size() && i < mostShown; ++i)
        lines.append(changeLine(changes[i]));
    if (changes.size() > mostShown)
        lines.append(ImportTextWords::tr("%1 more; --json lists all of them").arg(changes.size() - mostShown));
    return lines.isEmpty() ? QString() : headingText(heading) + bulletsText(lines);
}

QString problemsText(const QString& heading, const std::vector<PriceProblem>& problems, int all)
{
    QStringList lines;
    for (std::size_t i = 0; i < problems.size() && i < mostShown; ++i)
        lines.append(ImportTextWords::tr("line %1: %2").arg(problems[i].line).arg(plain(problems[i].text, 300)));
    if (all > lines.size())
        lines.append(ImportTextWords::tr("%1 more").arg(all - lines.size()));
    return lines.isEmpty() ? QString() : headingText(heading) + bulletsText(lines);
}

} // namespace

QString importText(const ImportPlan& plan, const ImportFacts& facts)
{
    QString text = ImportTextWords::tr("%1 prices read: %2 new, %3 changed, %4 as before, %5 of other regions, %6 repeated, "
                                       "%7 without a machine, %8 refused.\n")
                       .arg(plan.rows)
                       .arg(plan.added.size())
                       .arg(plan.changed.size())
                       .arg(plan.unchanged)
                       .arg(plan.otherRegions)
                       .arg(plan.repeated)
                       .arg(plan.unmatchedCount)
                       .arg(plan.rejectedCount);
    text += changesText(ImportTextWords::tr("New"), plan.added);
    text += changesText(ImportTextWords::tr("Changed"), plan.changed);
    text += problemsText(ImportTextWords::tr("No machine of this name"), plan.unmatched, plan.unmatchedCount);
    text += problemsText(ImportTextWords::tr("Refused"), plan.rejected, plan.rejectedCount);
    if (facts.dryRun)
        return text + ImportTextWords::tr("\nNothing was written. Leave out --dry-run to keep these prices.\n");
    if (facts.written.isEmpty())
        return text + ImportTextWords::tr("\nThere was nothing to write.\n");
    return text + ImportTextWords::tr("\nKept in %1\nThe wizard uses them; commands do with --own-prices.\n").arg(facts.written);
}

QByteArray importJson(const ImportPlan& plan, const ImportFacts& facts)
{
    return documentBytes({{"schema", "rightrig.catalogue-import/1"}, {"file", textJson(facts.file)}, {"format", textJson(facts.format)},
        {"dry_run", facts.dryRun}, {"rows", plan.rows}, {"added", changesJson(plan.added)}, {"changed", changesJson(plan.changed)},
        {"unchanged", plan.unchanged}, {"confirmed", plan.confirmed.size()}, {"other_regions", plan.otherRegions},
        {"repeated", plan.repeated}, {"unmatched", problemsJson(plan.unmatched)}, {"unmatched_count", plan.unmatchedCount},
        {"rejected", problemsJson(plan.rejected)}, {"rejected_count", plan.rejectedCount},
        {"written", facts.written.isEmpty() ? Json(nullptr) : textJson(facts.written)}});
}

} // namespace rightrig
