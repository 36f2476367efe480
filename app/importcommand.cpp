#include "app/importcommand.h"

#include "app/console.h"
#include "app/importtext.h"
#include "app/jsonparts.h"
#include "app/ownpricesfile.h"
#include "app/pricefileplan.h"
#include "app/pricehistory.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <memory>

namespace rightrig {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueImport)
};

/// Whole or not at all: the file is written once. The page "Prices" shows the change in its history.
QString writeChange(
    const QString& path, const Catalog& shipped, const std::vector<PriceRow>& old, const OwnPriceChange& change, PriceAction action)
{
    if (QString problem = writeOwnPrices(path, changedRows(old, change)); !problem.isEmpty())
        return problem;
    if (const QString problem = recordChange(path, shipped, old, change, action); !problem.isEmpty())
        printError(problem);
    return {};
}

QString keepPlan(const ImportPlan& plan, const Catalog& shipped, const std::vector<PriceRow>& old, const QString& path, ImportFacts& facts)
{
    OwnPriceChange change{{}, keptRows(plan)};
    if (change.empty() || facts.dryRun)
        return {};
    QString problem = writeChange(path, shipped, old, change, PriceAction::Import);
    facts.written = problem.isEmpty() ? path : QString();
    return problem;
}

/// For the names in the history. What cannot be opened keeps no price from being forgotten.
CatalogPtr catalogueForNames(const Request& request)
{
    auto opened = openCatalogueFor(request.catalogue);
    const auto* catalog = std::get_if<CatalogPtr>(&opened);
    return catalog != nullptr ? *catalog : std::make_shared<const Catalog>();
}

} // namespace

int runImport(const Request& request)
{
    const auto opened = openCatalogueFor(request.catalogue);
    if (const auto* problem = std::get_if<QString>(&opened))
        return failedCode(*problem);
    const QString path = ownPricesPath(request);
    std::vector<PriceProblem> leftOut;
    const auto old = readOwnPrices(path, leftOut);
    if (!old.ok())
        return failedCode(old.error());
    if (!leftOut.empty() && !request.dryRun)
        return failedCode(ImportWords::tr("%1:%2: %3. Put that line right first; nothing was changed.")
                              .arg(path)
                              .arg(leftOut.front().line)
                              .arg(plain(leftOut.front().text, 300)));
    const Catalog catalog = withOwnPrices(*std::get<CatalogPtr>(opened), old.get(), leftOut);
    const auto planned = planPriceFile({request.file, request.provider, request.asOf, request.allRegions}, catalog);
    if (!planned.ok())
        return failedCode(planned.error());
    const ImportPlan& plan = planned.get().plan;
    ImportFacts facts{request.file, planned.get().format, {}, request.dryRun};
    if (const QString problem = keepPlan(plan, *std::get<CatalogPtr>(opened), old.get(), path, facts); !problem.isEmpty())
        return failedCode(problem);
    const int printed = printedCode(request.json ? importJson(plan, facts) : importText(plan, facts).toUtf8());
    const bool nothingRead = plan.rows > 0 && plan.rejectedCount == plan.rows;
    return nothingRead ? 1 : printed;
}

int runReset(const Request& request)
{
    const QString path = ownPricesPath(request);
    std::vector<PriceProblem> leftOut;
    const auto old = readOwnPrices(path, leftOut);
    if (!old.ok() && !request.all)
        return failedCode(old.error());
    const std::vector<PriceRow> rows = old.ok() ? old.get() : std::vector<PriceRow>{};
    const std::string wanted = request.file.toStdString();
    OwnPriceChange change;
    for (const PriceRow& row : rows) {
        if (request.all || row.id == wanted || row.machine == wanted)
            change.gone.push_back(priceKey(row));
    }
    if (change.empty() && !request.all)
        return failedCode(ImportWords::tr("%1 has no price with the id \"%2\".").arg(path, request.file));
    if (const QString problem = writeChange(path, *catalogueForNames(request), rows, change, PriceAction::Reset); !problem.isEmpty())
        return failedCode(problem);
    const std::size_t left = changedRows(rows, change).size(), gone = rows.size() - left;
    if (request.json)
        return printedCode(documentBytes({{"schema", "rightrig.catalogue-reset/1"}, {"removed", gone}, {"left", left}}));
    return printedCode(ImportWords::tr("%1 of your own prices removed, %2 left.\n").arg(gone).arg(left).toUtf8());
}

} // namespace rightrig
