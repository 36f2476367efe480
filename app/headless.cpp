#include "app/headless.h"

#include "app/answered.h"
#include "app/cataloguecommand.h"
#include "app/cataloguejson.h"
#include "app/cataloguetext.h"
#include "app/classoverview.h"
#include "app/classreports.h"
#include "app/composition.h"
#include "app/console.h"
#include "app/estimatecommand.h"
#include "app/handoutcommand.h"
#include "app/measurecommand.h"
#include "app/planchanges.h"
#include "app/recommendationjson.h"
#include "app/recommendationtext.h"
#include "app/validatecommand.h"
#include "models/qt/checkedfile.h"
#include "models/qt/plurals.h"
#include "models/qt/timing.h"
#include "ui/report/report.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <exception>

namespace rightrig {
namespace {

struct HeadlessWords
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

int runRecommend(const Request& request, const CatalogPtr& catalog)
{
    const Outcome<Answered> answered = answerPlan(request, catalog);
    if (!answered.ok())
        return failedCode(answered.error());
    const Answered& found = answered.get();
    if (request.json)
        return printedCode(recommendationJson(found));
    return printedCode(
        (recommendationText(found.results, found.changes, *found.catalog, found.course.get()) + planChangesText(found)).toUtf8());
}

int runReport(const Request& request, const CatalogPtr& catalog)
{
    if (request.language != QLatin1String("en"))
        return failedCode(HeadlessWords::tr("There is no report in the language \"%1\" yet. Languages: en.").arg(request.language));
    const Outcome<Answered> answered = answerPlan(request, catalog);
    if (!answered.ok())
        return failedCode(answered.error());
    const Answered& found = answered.get();
    QElapsedTimer timer;
    timer.start();
    const QByteArray attached = request.noAnswers ? QByteArray() : attachmentOf(found);
    const auto pdf = renderReport(found.results, found.changes, *found.catalog, {request.paper, todaysDate(), found.course, attached});
    if (const auto* problem = std::get_if<QString>(&pdf))
        return failedCode(*problem);
    const QString problem = writeChecked(request.out, std::get<QByteArray>(pdf));
    if (!problem.isEmpty())
        return failedCode(problem);
    logTiming("report.ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return 0;
}

int runEstimate(const Request& request, const Catalog& catalog)
{
    const Outcome<QByteArray> estimated = estimateOutput(request, catalog);
    return estimated.ok() ? printedCode(estimated.get()) : failedCode(estimated.error());
}

int runValidate(const Request& request, const Catalog& catalog)
{
    const Outcome<Validated> validated = validateFile(request, catalog);
    if (!validated.ok())
        return failedCode(validated.error());
    for (const QString& problem : validated.get().problems)
        printError(problem);
    return printedCode(validated.get().output);
}

/// Lists show every price with its date; only answers leave the oldest ones out.
Request catalogueRequest(Request request)
{
    request.oldPrices = request.oldPrices || request.command == QLatin1String("machines");
    return request;
}

} // namespace

int runHeadless(const Request& request)
try {
    installPlurals(*QCoreApplication::instance());
    if (request.command == QLatin1String("measure"))
        return runMeasure(request);
    if (request.command == QLatin1String("catalogue"))
        return runCatalogue(request);
    const auto opened = openCatalogueFor(catalogueRequest(request));
    if (const auto* problem = std::get_if<QString>(&opened))
        return failedCode(*problem);
    const CatalogPtr& shared = std::get<CatalogPtr>(opened);
    const Catalog& catalog = *shared;
    if (request.command == QLatin1String("recommend"))
        return runRecommend(request, shared);
    if (request.command == QLatin1String("report"))
        return runReport(request, shared);
    if (request.action == QLatin1String("handout"))
        return runHandout(request, catalog);
    if (request.command == QLatin1String("class"))
        return request.action == QLatin1String("reports") ? runClassReports(request, shared) : runClassOverview(request, shared);
    if (request.command == QLatin1String("estimate"))
        return runEstimate(request, catalog);
    if (request.command == QLatin1String("validate"))
        return runValidate(request, catalog);
    if (request.command == QLatin1String("presets"))
        return printedCode(request.json ? presetsJson(catalog) : presetsText(catalog).toUtf8());
    return printedCode(request.json ? machinesJson(catalog) : machinesText(catalog).toUtf8());
} catch (const std::exception& problem) {
    return failedCode(QString::fromUtf8(problem.what()));
}

} // namespace rightrig
