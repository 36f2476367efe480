#include "models/qt/pricetext.h"

#include "models/domain/priceage.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct PriceTextWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceText)
};

QVariant keyOrUnknown(const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); }

QString ageText(const PricesOfSource& source, bool expiredCount)
{
    QStringList parts;
    if (source.old > 0)
        parts.append(PriceTextWords::tr("%n old", "prices", source.old));
    if (source.expired > 0)
        parts.append(expiredCount ? PriceTextWords::tr("%n too old", "prices", source.expired)
                                  : PriceTextWords::tr("%n not counted", "prices", source.expired));
    if (source.undated > 0)
        parts.append(PriceTextWords::tr("%n without a day", "prices", source.undated));
    return parts.join(QStringLiteral(", "));
}

enum SourceColumn { SourceName, SourcePrices, SourceNewest, SourceOldest, SourceLow, SourceAge };

QString sourceCell(const PricesOfSource& source, int column, QDate today, bool expiredCount)
{
    const auto day = [today](const std::string& asOf) { return asOf.empty() ? unknownText() : datedText(asOf, today); };
    switch (column) {
    case SourceName:
        return formatSource(source.source);
    case SourcePrices:
        return formatNumber(source.prices, 9);
    case SourceNewest:
        return day(source.newest);
    case SourceOldest:
        return day(source.oldest);
    case SourceLow:
        return source.lowConfidence == 0 ? QString()
                                         : PriceTextWords::tr("%1 %").arg(formatNumber(100.0 * source.lowConfidence / source.prices, 2));
    case SourceAge:
        return ageText(source, expiredCount);
    default:
        return {};
    }
}

QVariant sourceKey(const PricesOfSource& source, int column)
{
    switch (column) {
    case SourcePrices:
        return source.prices;
    case SourceNewest:
        return keyOrUnknown(plain(source.newest));
    case SourceOldest:
        return keyOrUnknown(plain(source.oldest));
    case SourceLow:
        return static_cast<double>(source.lowConfidence) / source.prices;
    case SourceAge:
        return source.old + source.expired + source.undated;
    default:
        return formatSource(source.source);
    }
}

enum OwnColumn { OwnMachine, OwnKind, OwnRegion, OwnPrice, OwnSeen, OwnReplaces, OwnConfidence, OwnSource };

QString replacesText(const OwnPriceLine& line, Per per)
{
    if (!line.before)
        return line.counts ? PriceTextWords::tr("nothing: it is new") : PriceTextWords::tr("it fits nothing");
    const QString shipped = PriceTextWords::tr("%1, %2", "price, day").arg(pricedText(*line.before, per), formatDate(line.beforeAsOf));
    return line.counts ? shipped : PriceTextWords::tr("not used: %1 is newer").arg(shipped);
}

QString ownCell(const PriceRow& row, const OwnPriceLine& line, int column, QDate today)
{
    switch (column) {
    case OwnMachine:
        return plain(line.name);
    case OwnKind:
        return priceKindText(priceKindOf(row));
    case OwnRegion:
        return plain(row.region);
    case OwnPrice:
        return pricedText(row.price, row.per);
    case OwnSeen:
        return datedText(row.source.asOf, today);
    case OwnReplaces:
        return replacesText(line, row.per);
    case OwnConfidence:
        return confidenceText(row.confidence);
    case OwnSource:
        return formatSource(row.source.text);
    default:
        return {};
    }
}

} // namespace

QString priceKindText(PriceKind kind)
{
    switch (kind) {
    case PriceKind::List:
        return PriceTextWords::tr("list price");
    case PriceKind::Street:
        return PriceTextWords::tr("in shops");
    case PriceKind::Used:
        return PriceTextWords::tr("used");
    case PriceKind::OnDemand:
        return PriceTextWords::tr("rented");
    case PriceKind::Spot:
        return PriceTextWords::tr("rented, spot");
    case PriceKind::Free:
        break;
    }
    return PriceTextWords::tr("free");
}

QString pricedText(const Money& price, Per per)
{
    const QString money = formatMoney(price);
    if (per == Per::Hour)
        return PriceTextWords::tr("%1 an hour").arg(money);
    return per == Per::Month ? PriceTextWords::tr("%1 a month").arg(money) : money;
}

QString datedText(std::string_view asOf, QDate today)
{
    const QString day = formatDate(asOf);
    const std::optional<int> months = ageInMonths(asOf, today);
    if (months && *months >= expiredPriceMonths)
        return PriceTextWords::tr("%1 (too old)").arg(day);
    return months && *months >= oldPriceMonths ? PriceTextWords::tr("%1 (old)").arg(day) : day;
}

QStringList sourceHeaders()
{
    return {PriceTextWords::tr("Source"), PriceTextWords::tr("Prices"), PriceTextWords::tr("Newest"), PriceTextWords::tr("Oldest"),
        PriceTextWords::tr("Low confidence"), PriceTextWords::tr("Age")};
}

Rows sourceRows(std::vector<PricesOfSource> sources, QDate today, bool expiredCount)
{
    const auto shared = std::make_shared<const std::vector<PricesOfSource>>(std::move(sources));
    const auto at = [shared](int row) -> const PricesOfSource& { return shared->at(static_cast<std::size_t>(row)); };
    return {static_cast<int>(shared->size()), [=](int row, int column) { return sourceCell(at(row), column, today, expiredCount); },
        [at](int row, int column) { return sourceKey(at(row), column); },
        [at](int row) { return at(row).lowConfidence * 2 > at(row).prices; }};
}

QStringList ownPriceHeaders()
{
    return {PriceTextWords::tr("Machine"), PriceTextWords::tr("Kind"), PriceTextWords::tr("Region"), PriceTextWords::tr("Your price"),
        PriceTextWords::tr("Seen"), PriceTextWords::tr("Replaces"), PriceTextWords::tr("Confidence"), PriceTextWords::tr("Source")};
}

Rows ownPriceRows(std::vector<PriceRow> own, std::vector<OwnPriceLine> lines, QDate today)
{
    const auto rows = std::make_shared<const std::vector<PriceRow>>(std::move(own));
    const auto shared = std::make_shared<const std::vector<OwnPriceLine>>(std::move(lines));
    const auto at = [rows](int row) -> const PriceRow& { return rows->at(static_cast<std::size_t>(row)); };
    const auto text
        = [at, shared, today](int row, int column) { return ownCell(at(row), shared->at(static_cast<std::size_t>(row)), column, today); };
    const auto key = [at, text](int row, int column) -> QVariant {
        if (column == OwnPrice)
            return at(row).price.amount;
        return column == OwnSeen ? keyOrUnknown(plain(at(row).source.asOf)) : keyOrUnknown(text(row, column));
    };
    return {static_cast<int>(rows->size()), text, key, [at](int row) { return at(row).confidence == Confidence::Low; }};
}

} // namespace rightrig
