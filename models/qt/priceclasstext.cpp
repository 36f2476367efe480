#include "models/qt/priceclasstext.h"

#include "models/domain/priceclass.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QStringList>

namespace rightrig {

namespace {

constexpr std::size_t mostExamples = 3;

struct PriceClassWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceClass)
};

} // namespace

QString priceClassText(const Catalog& catalog, const Offer& offer)
{
    const std::optional<PriceSpan> span = priceSpan(catalog, offer);
    if (!span)
        return {};
    QStringList names;
    for (const std::string& name : classExamples(catalog, offer, mostExamples))
        names.append(plain(name));
    return PriceClassWords::tr("This is a class of computers: the middle of %n price(s), %1 to %2. For example: %3.", nullptr, span->prices)
        .arg(formatMoney(span->low), formatMoney(span->high), names.join(QLatin1String(", ")));
}

QString priceSpanText(const Catalog& catalog, const Offer& offer)
{
    const std::optional<PriceSpan> span = priceSpan(catalog, offer);
    if (!span)
        return {};
    return PriceClassWords::tr("%n price(s), %1 to %2", nullptr, span->prices).arg(formatMoney(span->low), formatMoney(span->high));
}

} // namespace rightrig
