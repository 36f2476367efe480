#include "ui/results/moneycard.h"

#include "models/qt/formatter.h"
#include "models/qt/priceclasstext.h"
#include "models/qt/pricetext.h"
#include "models/qt/reasontext.h"
#include "ui/results/parts.h"
#include "ui/results/tracing.h"

#include <QTableWidget>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace rightrig {
namespace {

constexpr int oldMonths = 6;

/// The price with its confidence, source and age.
QString priceLine(const Shown& shown, const Option& option)
{
    QStringList parts{MoneyCard::tr("Price: %1.").arg(priceText(option))};
    if (!option.price)
        return parts.first();
    parts.append(MoneyCard::tr("Confidence: %1.").arg(confidenceText(option.confidence)));
    const Offer* offer = offerOf(shown, option);
    if (!offer)
        return parts.join(QLatin1Char(' '));
    parts.append(MoneyCard::tr("Seen in %1.").arg(datedText(offer->source.asOf, shown.today)));
    const std::optional<int> age = ageInMonths(offer->source.asOf, shown.today);
    if (age && *age >= oldMonths)
        parts.append(MoneyCard::tr("That is %n month(s) ago: check it again.", nullptr, *age));
    if (const QString built = priceClassText(*shown.catalog, *offer); !built.isEmpty())
        parts.append(built);
    parts.append(MoneyCard::tr("Source: %1").arg(formatSource(offer->source.text)));
    return parts.join(QLatin1Char(' '));
}

QStringList partRow(const Part& part)
{
    const QString price = part.price ? formatMoney(*part.price) : unknownText();
    return {plain(part.component), plain(part.name), price, confidenceText(part.confidence),
        part.source.asOf.empty() ? unknownText() : formatDate(part.source.asOf), formatSource(part.source.text)};
}

/// The sum in each currency; unknown prices are said, never counted as nothing.
QString partsSum(const std::vector<Part>& parts)
{
    std::map<CurrencyCode, double> sums;
    int unknown = 0;
    for (const Part& part : parts) {
        if (part.price)
            sums[part.price->currency] += part.price->amount;
        else
            ++unknown;
    }
    QStringList texts;
    for (const auto& [currency, amount] : sums)
        texts.append(formatMoney(amount, currency));
    if (unknown > 0)
        texts.append(MoneyCard::tr("%n price(s) unknown", nullptr, unknown));
    return texts.join(QStringLiteral(" + "));
}

} // namespace

QList<QStringList> costRows(const CostBreakdown& cost, CurrencyCode currency)
{
    const std::array<std::pair<QString, double>, 9> parts{{{MoneyCard::tr("Buying"), cost.purchase},
        {MoneyCard::tr("What it is worth at the end"), cost.resale}, {MoneyCard::tr("Electricity"), cost.electricity},
        {MoneyCard::tr("Rented hours of work"), cost.rent}, {MoneyCard::tr("Rented hours left running idle"), cost.idle},
        {MoneyCard::tr("Storage"), cost.storage}, {MoneyCard::tr("Moving data"), cost.transfer},
        {MoneyCard::tr("Rented hours of setting up"), cost.setUp}, {MoneyCard::tr("Credits from your school"), cost.credits}}};
    QList<QStringList> rows;
    for (const auto& [name, amount] : parts) {
        if (std::abs(amount) >= 0.005)
            rows.append({name, formatMoney(amount, currency)});
    }
    rows.append({MoneyCard::tr("Total"), formatMoney(cost.sum(), currency)});
    return rows;
}

MoneyCard::MoneyCard(QWidget* parent) : ResultsPart(parent)
{
    setObjectName(QStringLiteral("moneyCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new TitledCard(tr("The money, part by part"), QStringLiteral("moneyFrame"), this);
    m_price = plainLabel(QStringLiteral("priceLabel"), card);
    m_costs = plainTable(QStringLiteral("costTable"), tr("Parts of the total cost"), {tr("What"), tr("Over the whole period")}, card);
    m_partsTitle = plainLabel(QStringLiteral("partsTitleLabel"), card, 1.0, true);
    m_parts = plainTable(QStringLiteral("partsTable"), tr("Parts of this computer"),
        {tr("Part"), tr("Name"), tr("Price"), tr("Confidence"), tr("As of"), tr("Source")}, card);
    card->box()->addWidget(m_price);
    card->box()->addWidget(m_costs);
    card->box()->addWidget(m_partsTitle);
    card->box()->addWidget(m_parts);
    outer->addWidget(card);
}

void MoneyCard::present(const Shown& shown)
{
    const Option* option = shown.selected();
    setVisible(option != nullptr);
    if (!option)
        return;
    m_price->setText(priceLine(shown, *option));
    const bool known = option->total.has_value();
    m_costs->setVisible(known);
    if (known)
        fillTable(*m_costs, costRows(option->cost, shown.currency()));
    showParts(shown, *option);
}

void MoneyCard::showParts(const Shown& shown, const Option& option)
{
    const bool inCatalog = option.machine >= 0 && static_cast<std::size_t>(option.machine) < shown.catalog->machines.size();
    const std::vector<Part> parts
        = inCatalog ? shown.catalog->machines[static_cast<std::size_t>(option.machine)].parts : std::vector<Part>();
    m_partsTitle->setVisible(!parts.empty());
    m_parts->setVisible(!parts.empty());
    if (parts.empty())
        return;
    m_partsTitle->setText(tr("Its parts"));
    QList<QStringList> rows;
    for (const Part& part : parts)
        rows.append(partRow(part));
    rows.append({tr("Sum"), QString(), partsSum(parts), QString(), QString(), QString()});
    fillTable(*m_parts, rows);
}

} // namespace rightrig
