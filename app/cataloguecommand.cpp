#include "app/cataloguecommand.h"

#include "app/cataloguechecktext.h"
#include "app/composition.h"
#include "app/console.h"
#include "app/coveragemarkdown.h"
#include "app/exportcommand.h"
#include "app/importcommand.h"
#include "app/signcommand.h"
#include "app/updatecommand.h"

namespace rightrig {
namespace {

int runCheck(const Request& request)
{
    const auto opened = openCatalogueFor(request.file.isEmpty() ? request.catalogue : request.file);
    if (const auto* problem = std::get_if<QString>(&opened)) {
        if (request.json)
            static_cast<void>(printOut(refusedJson(*problem)));
        return failedCode(*problem);
    }
    const Catalog& catalog = *std::get<CatalogPtr>(opened);
    const CatalogReport report = checkCatalog(catalog, isoToday());
    if (request.markdown)
        return printedCode(coverageMarkdown(report.coverage));
    const int printed = printedCode(request.json ? checkJson(report, catalog) : checkText(report, catalog).toUtf8());
    return report.findings.empty() ? printed : 1;
}

} // namespace

int runCatalogue(const Request& request)
{
    if (request.action == QLatin1String("import"))
        return runImport(request);
    if (request.action == QLatin1String("reset"))
        return runReset(request);
    if (request.action == QLatin1String("export"))
        return runExport(request);
    if (request.action == QLatin1String("update"))
        return runUpdate(request);
    if (request.action == QLatin1String("sign"))
        return runSign(request);
    return request.action == QLatin1String("diff") ? runDiff(request) : runCheck(request);
}

} // namespace rightrig
