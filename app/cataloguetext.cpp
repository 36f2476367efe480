#include "app/cataloguetext.h"

#include "app/cataloguejson.h"
#include "app/composition.h"
#include "app/jsonparts.h"
#include "app/plaintext.h"
#include "models/domain/priceage.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct CatalogueTextWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueText)
};

QString acceleratorText(const Catalog& catalog, const Machine& machine)
{
    if (machine.accelerator < 0)
        return machine.acceleratorUnknown ? unknownText() : CatalogueTextWords::tr("none");
    const QString name = plain(catalog.devices.at(static_cast<std::size_t>(machine.accelerator)).name);
    return machine.acceleratorCount > 1 ? QStringLiteral("%1 x %2").arg(machine.acceleratorCount).arg(name) : name;
}

QString offerText(const Offer& offer)
{
    if (offer.per == Per::Free)
        return CatalogueTextWords::tr("free");
    if (!offer.price)
        return unknownText();
    const QString amount = formatMoney(*offer.price);
    if (offer.per == Per::Hour)
        return CatalogueTextWords::tr("%1 an hour").arg(amount);
    return offer.per == Per::Month ? CatalogueTextWords::tr("%1 a month").arg(amount) : amount;
}

/// The day of the price, and a word where it is older than 12 months.
QString datedText(const Offer& offer)
{
    const auto months = monthsOld(offer.source.asOf, isoToday());
    const QString day = plain(offer.source.asOf);
    return offer.price && months && *months >= oldPriceMonths ? CatalogueTextWords::tr("%1 (old)").arg(day) : day;
}

} // namespace

QString machinesText(const Catalog& catalog)
{
    QList<QStringList> rows{
        {CatalogueTextWords::tr("ID"), CatalogueTextWords::tr("Name"), CatalogueTextWords::tr("Kind"), CatalogueTextWords::tr("Memory"),
            CatalogueTextWords::tr("Accelerator"), CatalogueTextWords::tr("Price"), CatalogueTextWords::tr("As of")}};
    for (std::size_t i = 0; i < catalog.machines.size(); ++i) {
        const Machine& machine = catalog.machines[i];
        const int main = mainOffer(catalog, static_cast<int>(i));
        const Offer* offer = main >= 0 ? &catalog.offers.at(static_cast<std::size_t>(main)) : nullptr;
        rows.append({plain(machine.id), plain(machine.name), QLatin1String(machineKindName(machine.kind)),
            machine.ram ? formatGib(*machine.ram) : unknownText(), acceleratorText(catalog, machine),
            offer ? offerText(*offer) : unknownText(), offer ? datedText(*offer) : QString()});
    }
    return columnsText(rows, 48);
}

QString presetsText(const Catalog& catalog)
{
    QList<QStringList> rows{
        {CatalogueTextWords::tr("ID"), CatalogueTextWords::tr("Title"), CatalogueTextWords::tr("Data"), CatalogueTextWords::tr("Epochs")}};
    for (const Preset& preset : catalog.presets)
        rows.append({plain(preset.id), plain(preset.title),
            QStringLiteral("%1 %2").arg(formatNumber(preset.samples, 3), QLatin1String(unitName(preset.unit))),
            formatNumber(preset.epochs, 3)});
    return columnsText(rows, 60);
}

} // namespace rightrig
