#include "db/documents/jobfile.h"

#include "db/documents/objectreader.h"
#include "models/domain/courseplan.h"

namespace rightrig {
namespace {

JobRequest requestFrom(const Json& root)
{
    ObjectReader in(root, {});
    JobRequest request;
    if (const std::optional<std::string> schema = in.text("schema"); schema && *schema != "rightrig.job/1")
        throw DocumentFault(in.path("schema"), "'" + shown(*schema) + "' is not rightrig.job/1");
    request.preset = in.text("preset").value_or("");
    if (request.preset.empty())
        throw DocumentFault(in.path("preset"), "is missing");
    request.samples = in.number("samples", {1, 1e16});
    request.epochs = in.number("epochs", {0.001, 1e6});
    request.batch = in.number("batch", {1, 1e9});
    request.runsPerWeek = in.number("runs_per_week", {0.01, 1000});
    request.columns = in.number("columns", {1, 1e7});
    request.precision = in.word<Precision>("precision");
    request.checkpointing = in.flag("checkpointing");
    in.finish();
    return request;
}

} // namespace

std::variant<JobRequest, DocumentError> readJobRequest(const QByteArray& json)
{
    try {
        return requestFrom(parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())}));
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

std::variant<Job, DocumentError> readJob(const QByteArray& json, const Catalog& catalog)
{
    auto request = readJobRequest(json);
    if (const auto* error = std::get_if<DocumentError>(&request))
        return *error;
    const JobRequest& wanted = std::get<JobRequest>(request);
    const Preset* preset = catalog.findPreset(wanted.preset);
    if (preset == nullptr)
        return DocumentError{QStringLiteral("preset: '%1' is not in the catalogue").arg(QString::fromStdString(shown(wanted.preset)))};
    return jobFor(wanted, *preset);
}

} // namespace rightrig
