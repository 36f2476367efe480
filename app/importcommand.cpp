#include "app/importcommand.h"

#include "app/console.h"
#include "app/importtext.h"
#include "app/jsonparts.h"
#include "app/ownpricesfile.h"
#include "db/documents/pricefile.h"
#include "models/domain/priceimport.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rightrig {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueImport)
};

int importFailed(const QString& problem)
{
    printError(problem);
    return 1;
}

/// The provider as the catalogue writes it, whatever the case; what was typed if the catalogue has none of the name.
std::string knownProvider(const QString& typed, const Catalog& catalog)
{
    const std::string wanted = normalisedName(typed.toStdString());
    for (const Machine& machine : catalog.machines) {
        if (!wanted.empty() && normalisedName(machine.provider) == wanted)
            return machine.provider;
    }
    return typed.trimmed().toStdString();
}

Outcome<ImportPlan> plannedImport(const Request& request, const Catalog& catalog, QString& format)
{
    QString error;
    const QByteArray bytes = readChecked(request.file, priceFileBytes, error);
    if (!error.isEmpty())
        return {error};
    const QString name = QFileInfo(request.file).fileName();
    const std::string day = request.asOf.isEmpty() ? isoToday() : request.asOf.toStdString();
    PriceFileContext context{plain(name.toStdString(), 120).toStdString(), knownProvider(request.provider, catalog), day};
    context.fileName += request.asOf.isEmpty() ? ", imported on " + isoToday() : ", imported";
    ImportPlanner planner(catalog, request.allRegions);
    const PriceSink sink{[&](PriceRow&& row) { planner.add(std::move(row)); },
        [&](int line, std::string reason) { planner.reject(line, std::move(reason)); }};
    const auto read = readPriceFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), context, sink);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(request.file, problem->text)};
    format = QLatin1String(priceFormatName(std::get<PriceFormat>(read)));
    return {planner.finish()};
}

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
        return importFailed(*problem);
    const QString path = ownPricesPath(request);
    std::vector<PriceProblem> leftOut;
    const auto old = readOwnPrices(path, leftOut);
    if (!old.ok())
        return importFailed(old.error());
    if (!leftOut.empty() && !request.dryRun)
        return importFailed(ImportWords::tr("%1:%2: %3. Put that line right first; nothing was changed.")
                                .arg(path)
                                .arg(leftOut.front().line)
                                .arg(plain(leftOut.front().text, 300)));
    const Catalog catalog = withOwnPrices(*std::get<CatalogPtr>(opened), old.get(), leftOut);
    ImportFacts facts{request.file, {}, {}, request.dryRun};
    const auto plan = plannedImport(request, catalog, facts.format);
    if (!plan.ok())
        return importFailed(plan.error());
    if (const QString problem = keepPlan(plan.get(), old.get(), path, facts); !problem.isEmpty())
        return importFailed(problem);
    const int printed = printedCode(request.json ? importJson(plan.get(), facts) : importText(plan.get(), facts).toUtf8());
    const bool nothingRead = plan.get().rows > 0 && plan.get().rejectedCount == plan.get().rows;
    return nothingRead ? 1 : printed;
}

int runReset(const Request& request)
{
    const QString path = ownPricesPath(request);
    std::vector<PriceProblem> leftOut;
    const auto old = readOwnPrices(path, leftOut);
    if (!old.ok() && !request.all)
        return importFailed(old.error());
    std::vector<PriceRow> rows = request.all ? std::vector<PriceRow>{} : old.get();
    const std::string wanted = request.file.toStdString();
    const auto removed = std::erase_if(rows, [&](const PriceRow& row) { return row.id == wanted || row.machine == wanted; });
    if (removed == 0 && !request.all)
        return importFailed(ImportWords::tr("%1 has no price with the id \"%2\".").arg(path, request.file));
    if (const QString problem = writeOwnPrices(path, rows); !problem.isEmpty())
        return importFailed(problem);
    const std::size_t gone = request.all ? (old.ok() ? old.get().size() : 0) : removed;
    if (request.json)
        return printedCode(documentBytes({{"schema", "rightrig.catalogue-reset/1"}, {"removed", gone}, {"left", rows.size()}}));
    return printedCode(ImportWords::tr("%1 of your own prices removed, %2 left.\n").arg(gone).arg(rows.size()).toUtf8());
}

} // namespace rightrig
