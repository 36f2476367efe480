#include "app/importcommand.h"

#include "app/console.h"
#include "app/importtext.h"
#include "app/jsonparts.h"
#include "app/ownpricesfile.h"
#include "app/pricefileplan.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueImport)
};

/// Every row of the plan is kept, or none: the file is written once.
QString keepPlan(const ImportPlan& plan, const std::vector<PriceRow>& old, const QString& path, ImportFacts& facts)
{
    std::vector<PriceRow> fresh = keptRows(plan);
    if (fresh.empty() || facts.dryRun)
        return {};
    QString problem = writeOwnPrices(path, mergedPrices(old, std::move(fresh)));
    facts.written = problem.isEmpty() ? path : QString();
    return problem;
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
    if (const QString problem = keepPlan(plan, old.get(), path, facts); !problem.isEmpty())
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
    std::vector<PriceRow> rows = request.all ? std::vector<PriceRow>{} : old.get();
    const std::string wanted = request.file.toStdString();
    const auto removed = std::erase_if(rows, [&](const PriceRow& row) { return row.id == wanted || row.machine == wanted; });
    if (removed == 0 && !request.all)
        return failedCode(ImportWords::tr("%1 has no price with the id \"%2\".").arg(path, request.file));
    if (const QString problem = writeOwnPrices(path, rows); !problem.isEmpty())
        return failedCode(problem);
    const std::size_t gone = request.all ? (old.ok() ? old.get().size() : 0) : removed;
    if (request.json)
        return printedCode(documentBytes({{"schema", "rightrig.catalogue-reset/1"}, {"removed", gone}, {"left", rows.size()}}));
    return printedCode(ImportWords::tr("%1 of your own prices removed, %2 left.\n").arg(gone).arg(rows.size()).toUtf8());
}

} // namespace rightrig
