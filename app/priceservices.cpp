#include "app/priceservices.h"

#include "app/composition.h"
#include "app/ownpricesfile.h"
#include "app/pricefileplan.h"
#include "app/pricehistory.h"
#include "models/domain/priceage.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QDir>

namespace rightrig {
namespace {

struct PriceServicesWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceServices)
};

QString problemAt(const QString& path, const PriceProblem& problem)
{
    return QStringLiteral("%1:%2: %3").arg(QDir::toNativeSeparators(path)).arg(problem.line).arg(plain(problem.text, 300));
}

Outcome<PriceBook> openBook(const Request& request)
{
    const auto opened = openCatalogueFor(request.catalogue);
    if (const auto* problem = std::get_if<QString>(&opened))
        return {*problem};
    PriceBook book;
    book.file = ownPricesPath(request);
    book.shipped = std::get<CatalogPtr>(opened);
    const auto own = readOwnPrices(book.file, book.unread);
    if (!own.ok())
        return {own.error()};
    book.own = own.get();
    book.all = std::make_shared<const Catalog>(withOwnPrices(*book.shipped, book.own, book.leftOut));
    auto counted = std::make_shared<Catalog>(*book.all);
    if (!request.oldPrices)
        leaveOutExpiredPrices(*counted, isoToday());
    book.catalog = std::move(counted);
    book.history = readHistory(priceHistoryPath(book.file), book.historyProblem);
    return {std::move(book)};
}

Outcome<ImportPlan> planFor(const PriceFileRequest& request)
{
    const auto goOn = [&](int perMille) {
        *request.perMille = perMille;
        return !request.cancelled->load();
    };
    auto planned = planPriceFile({request.path, request.provider, {}, request.allRegions, goOn}, *request.all);
    if (!planned.ok())
        return {planned.error()};
    return {std::move(std::get<PriceFilePlan>(planned.value).plan)};
}

/// The file is read anew: another window may have changed it.
Outcome<PriceBook> changeBook(const Request& request, const OwnPriceChange& change, PriceAction action, bool dropUnread)
{
    auto opened = openBook(request);
    if (!opened.ok())
        return opened;
    const PriceBook& before = opened.get();
    if (!before.unread.empty() && !dropUnread)
        return {PriceServicesWords::tr("%1. Put that line right first, or forget it on this page.")
                    .arg(problemAt(before.file, before.unread.front()))};
    if (const QString problem = writeOwnPrices(before.file, changedRows(before.own, change)); !problem.isEmpty())
        return {problem};
    const QString problem = recordChange(before.file, *before.shipped, before.own, change, action);
    auto after = openBook(request);
    if (after.ok() && !problem.isEmpty())
        std::get<PriceBook>(after.value).historyProblem = problem;
    return after;
}

void lookForProblems(PriceServices& services, const QString& path)
{
    std::vector<PriceProblem> unread;
    const auto rows = readOwnPrices(path, unread);
    services.broken = !rows.ok();
    if (services.broken)
        services.problem = PriceServicesWords::tr("Your own prices are left out. %1").arg(rows.error());
    else if (!unread.empty())
        services.problem = PriceServicesWords::tr("%n of your own prices cannot be read. %1", nullptr, static_cast<int>(unread.size()))
                               .arg(problemAt(path, unread.front()));
}

} // namespace

PriceServices makePriceServices(const Request& request)
{
    PriceServices services;
    if (!request.ownPrices)
        return services;
    const QString path = ownPricesPath(request);
    lookForProblems(services, path);
    services.open = [request] { return openBook(request); };
    services.plan = planFor;
    services.change = [request](const OwnPriceChange& change, PriceAction action, bool dropUnread) {
        return changeBook(request, change, action, dropUnread);
    };
    services.putAside = [path] { return putAside(path); };
    return services;
}

} // namespace rightrig
