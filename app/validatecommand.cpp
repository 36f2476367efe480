#include "app/validatecommand.h"

#include "app/accuracymarkdown.h"
#include "app/jsonparts.h"
#include "app/measurecommand.h"
#include "app/plaintext.h"
#include "db/documents/measurementfile.h"
#include "models/domain/accuracy.h"
#include "models/qt/accuracytext.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr qint64 mostMeasurementBytes = qint64{64} << 20;
constexpr int mostListed = 20; ///< rows without a prediction that the text names one by one

struct ValidateCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(ValidateCommand)
};

Json errorJson(const ErrorSummary& errors)
{
    return {{"n", errors.count}, {"mape", errors.mape}, {"mdape", errors.mdape}, {"median_factor", errors.medianFactor},
        {"within_2x", errors.withinTwo}, {"bias_ln", errors.bias}, {"coverage80", errors.coverage80}};
}

Json groupsJson(const std::map<std::string, ErrorSummary>& groups)
{
    Json result = Json::object();
    for (const auto& [name, errors] : groups)
        result[name] = errorJson(errors);
    return result;
}

Json predictionJson(const Prediction& prediction)
{
    const auto& time = prediction.predicted;
    return {{"id", prediction.id}, {"matched", prediction.matched()}, {"measured", prediction.measured},
        {"predicted", time ? Json(time->likely.value) : Json(nullptr)}, {"low", time ? Json(time->low.value) : Json(nullptr)},
        {"high", time ? Json(time->high.value) : Json(nullptr)}, {"inside", time ? Json(prediction.inside()) : Json(nullptr)},
        {"method", time ? Json(std::string(methodName(prediction.method))) : Json(nullptr)}, {"why_unmatched", orNull(prediction.why)},
        {"hardware", orNull(prediction.hardware)},
        {"memory_gib", prediction.memoryNeedGib ? Json(*prediction.memoryNeedGib) : Json(nullptr)}};
}

Json memoryErrorJson(const MemorySummary& memory)
{
    return {{"n", memory.count}, {"median", memory.median}, {"p10", memory.low}, {"p90", memory.high}};
}

Json summaryJson(const ValidationSummary& summary)
{
    Json result = {{"n", summary.rows}, {"matched", summary.matched}, {"mape", summary.all.mape}, {"mdape", summary.all.mdape},
        {"median_factor", summary.all.medianFactor}, {"within_2x", summary.all.withinTwo}, {"bias_ln", summary.all.bias},
        {"coverage80", summary.all.coverage80}, {"pair_order_over_1_25", summary.pairs.right}, {"pairs", summary.pairs.count},
        {"pair_order_inside_source", summary.pairsInsideSource.right}, {"pairs_inside_source", summary.pairsInsideSource.count}};
    result["memory_error"] = memoryErrorJson(summary.memory);
    for (const auto& [name, errors] : summary.memoryByFamily)
        result["memory_error_by_family"][name] = memoryErrorJson(errors);
    result["by_family"] = groupsJson(summary.byFamily);
    result["by_kind"] = groupsJson(summary.byKind);
    result["by_stack"] = groupsJson(summary.byStack);
    result["by_source"] = groupsJson(summary.bySource);
    return result;
}

QByteArray validationJson(const std::vector<Prediction>& predictions, const ValidationSummary& summary, const MeasurementFile& file)
{
    Json rows = Json::array();
    for (const Prediction& prediction : predictions)
        rows.push_back(predictionJson(prediction));
    Json problems = Json::array();
    for (const MeasurementProblem& problem : file.problems)
        problems.push_back({{"line", problem.line}, {"column", problem.column}, {"text", problem.text}});
    return documentBytes(
        {{"schema", "rightrig.validation/1"}, {"unit", "seconds of one sample, token, step or run, as the row's metric counts"},
            {"rows", std::move(rows)}, {"summary", summaryJson(summary)}, {"problems", std::move(problems)}});
}

QString percent(double share) { return ValidateCommandWords::tr("%1 %").arg(formatNumber(share * 100.0, 3)); }

QStringList errorCells(const QString& name, const ErrorSummary& errors)
{
    return {name, QString::number(errors.count), formatNumber(errors.medianFactor, 3), percent(errors.withinTwo), percent(errors.mdape),
        formatNumber(errors.bias, 2), percent(errors.coverage80)};
}

QString groupText(const QString& heading, const std::map<std::string, ErrorSummary>& groups)
{
    QList<QStringList> rows{{ValidateCommandWords::tr("Group"), ValidateCommandWords::tr("Runs"),
        ValidateCommandWords::tr("Typical factor"), ValidateCommandWords::tr("Within 2x"), ValidateCommandWords::tr("Median error"),
        ValidateCommandWords::tr("Bias (ln)"), ValidateCommandWords::tr("In range")}};
    for (const auto& [name, errors] : groups)
        rows.append(errorCells(name.empty() ? ValidateCommandWords::tr("not stated") : plain(name, 60), errors));
    return headingText(heading) + columnsText(rows, 60);
}

QString unmatchedText(const std::vector<Prediction>& predictions)
{
    QStringList lines;
    int more = 0;
    for (const Prediction& prediction : predictions) {
        if (prediction.matched())
            continue;
        if (lines.size() < mostListed)
            lines.append(QStringLiteral("%1: %2").arg(plain(prediction.id), plain(prediction.why, 200)));
        else
            ++more;
    }
    if (lines.isEmpty())
        return {};
    if (more > 0)
        lines.append(ValidateCommandWords::tr("%1 more; --json lists all of them").arg(more));
    return headingText(ValidateCommandWords::tr("Not estimated")) + bulletsText(lines);
}

QString validationText(const std::vector<Prediction>& predictions, const ValidationSummary& summary)
{
    QString text
        = wrappedText(ValidateCommandWords::tr("%1 of %2 measured runs could be estimated. None was looked up: each is predicted from its "
                                               "machine's figures and its own size.")
                          .arg(summary.matched)
                          .arg(summary.rows));
    text += groupText(ValidateCommandWords::tr("By kind of job"), summary.byFamily);
    text += groupText(ValidateCommandWords::tr("By kind of machine"), summary.byKind);
    text += groupText(ValidateCommandWords::tr("By software"), summary.byStack);
    text += groupText(ValidateCommandWords::tr("All"), {{std::string(), summary.all}});
    QStringList facts{ValidateCommandWords::tr("Order of two machines predicted to differ by more than 1.25x: right in %1 of %2 pairs.")
                          .arg(percent(summary.pairs.right))
                          .arg(summary.pairs.count),
        ValidateCommandWords::tr("The same inside one source: right in %1 of %2 pairs.")
            .arg(percent(summary.pairsInsideSource.right))
            .arg(summary.pairsInsideSource.count)};
    for (const auto& [name, memory] : summary.memoryByFamily)
        facts.append(ValidateCommandWords::tr("Memory needed against measured, %1, %2 runs: median %3, most from %4 to %5.")
                         .arg(plain(name))
                         .arg(memory.count)
                         .arg(percent(memory.median), percent(memory.low), percent(memory.high)));
    return text + QLatin1Char('\n') + bulletsText(facts) + unmatchedText(predictions);
}

/// The published runs that ship with the program.
Outcome<Validated> validateCheckpoints(const Request& request, const Catalog& catalog)
{
    if (catalog.checkpoints.empty())
        return {ValidateCommandWords::tr("This catalogue has no published runs to compare with.")};
    const AccuracyReport report = accuracyOf(catalog, *resolveConstants(catalog, Answers{}));
    if (request.markdown)
        return {Validated{accuracyMarkdown(report), {}}};
    if (request.json)
        return {Validated{validationJson(report.predictions, report.summary, {}), {}}};
    const QString notes = bulletsText(accuracyNotes(report));
    return {Validated{(notes + QLatin1Char('\n') + validationText(report.predictions, report.summary)).toUtf8(), {}}};
}

} // namespace

Outcome<Validated> validateFile(const Request& request, const Catalog& catalog)
{
    if (request.file.isEmpty())
        return validateCheckpoints(request, catalog);
    QString error;
    const QByteArray bytes = readChecked(request.file, mostMeasurementBytes, error);
    if (!error.isEmpty())
        return {error};
    const auto read = readMeasurements(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(request.file, problem->text)};
    const auto& file = std::get<MeasurementFile>(read);
    const auto constants = resolveConstants(catalog, Answers{});
    std::vector<Prediction> predictions;
    predictions.reserve(file.runs.size());
    std::optional<MachineProfile> tested;
    if (!request.machineProfile.isEmpty()) {
        const Outcome<MachineProfile> profile = readProfileFile(request.machineProfile);
        if (!profile.ok())
            return {profile.error()};
        tested = profile.get();
    }
    for (const Measurement& run : file.runs) {
        const bool here = tested && run.hardware == "this";
        predictions.push_back(here ? predictOnThis(run, catalog, *constants, *tested) : predictMeasurement(run, catalog, *constants));
    }
    const ValidationSummary summary = summarise(predictions);
    Validated result;
    for (const MeasurementProblem& problem : file.problems)
        result.problems.append(
            QStringLiteral("%1:%2:%3: %4").arg(request.file).arg(problem.line).arg(problem.column).arg(plain(problem.text, 200)));
    if (request.markdown)
        result.output = runsMarkdown(summary);
    else
        result.output = request.json ? validationJson(predictions, summary, file) : validationText(predictions, summary).toUtf8();
    return {std::move(result)};
}

} // namespace rightrig
