#include "models/qt/accuracytext.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rightrig {
namespace {

struct AccuracyWords
{
    Q_DECLARE_TR_FUNCTIONS(Accuracy)
};

constexpr std::array<std::pair<JobFamily, const char*>, 20> jobKinds{{
    {JobFamily::Cnn, QT_TRANSLATE_NOOP("Accuracy", "Picture networks")},
    {JobFamily::Detector, QT_TRANSLATE_NOOP("Accuracy", "Finding objects in pictures")},
    {JobFamily::Segmentation, QT_TRANSLATE_NOOP("Accuracy", "Outlining parts of pictures")},
    {JobFamily::TransformerEncoder, QT_TRANSLATE_NOOP("Accuracy", "Transformers for text and pictures")},
    {JobFamily::TransformerDecoder, QT_TRANSLATE_NOOP("Accuracy", "Small language models")},
    {JobFamily::LlmFull, QT_TRANSLATE_NOOP("Accuracy", "Large language models")},
    {JobFamily::Lora, QT_TRANSLATE_NOOP("Accuracy", "Fine-tuning with LoRA")},
    {JobFamily::Qlora, QT_TRANSLATE_NOOP("Accuracy", "Fine-tuning with QLoRA")},
    {JobFamily::Diffusion, QT_TRANSLATE_NOOP("Accuracy", "Making pictures (diffusion)")},
    {JobFamily::Recommender, QT_TRANSLATE_NOOP("Accuracy", "Recommendations")},
    {JobFamily::Rnn, QT_TRANSLATE_NOOP("Accuracy", "Recurrent networks")},
    {JobFamily::Mlp, QT_TRANSLATE_NOOP("Accuracy", "Simple networks on tables")},
    {JobFamily::Gbdt, QT_TRANSLATE_NOOP("Accuracy", "Boosted trees on tables")},
    {JobFamily::RandomForest, QT_TRANSLATE_NOOP("Accuracy", "Random forests on tables")},
    {JobFamily::Linear, QT_TRANSLATE_NOOP("Accuracy", "Linear models on tables")},
    {JobFamily::Svm, QT_TRANSLATE_NOOP("Accuracy", "Support vector machines")},
    {JobFamily::Kmeans, QT_TRANSLATE_NOOP("Accuracy", "Clustering")},
    {JobFamily::Knn, QT_TRANSLATE_NOOP("Accuracy", "Nearest neighbours")},
    {JobFamily::Pca, QT_TRANSLATE_NOOP("Accuracy", "Summing up columns")},
    {JobFamily::Reinforcement, QT_TRANSLATE_NOOP("Accuracy", "Games and control")},
}};

constexpr std::array<std::pair<const char*, const char*>, 8> machineKinds{{
    {"desktop", QT_TRANSLATE_NOOP("Accuracy", "Desktop cards and processors")},
    {"laptop", QT_TRANSLATE_NOOP("Accuracy", "Laptops")},
    {"integrated", QT_TRANSLATE_NOOP("Accuracy", "Graphics inside the processor")},
    {"apple", QT_TRANSLATE_NOOP("Accuracy", "Apple computers")},
    {"workstation", QT_TRANSLATE_NOOP("Accuracy", "Workstation cards")},
    {"datacentre", QT_TRANSLATE_NOOP("Accuracy", "Data centre cards")},
    {"server", QT_TRANSLATE_NOOP("Accuracy", "Server processors")},
    {"tpu", QT_TRANSLATE_NOOP("Accuracy", "TPUs")},
}};

QString inUnit(const Measurement& run, const QString& number)
{
    switch (run.metric) {
    case Metric::SamplesPerSecond:
        return AccuracyWords::tr("%1 samples a second").arg(number);
    case Metric::TokensPerSecond:
        return AccuracyWords::tr("%1 tokens a second").arg(number);
    case Metric::StepSeconds:
        return AccuracyWords::tr("%1 s a step").arg(number);
    case Metric::RunSeconds:
        break;
    }
    return AccuracyWords::tr("%1 s in all").arg(number);
}

bool isRate(const Measurement& run) { return run.metric == Metric::SamplesPerSecond || run.metric == Metric::TokensPerSecond; }

/// Kinds with the most runs first: they say most.
void sortByRuns(QList<AccuracyLine>& lines)
{
    std::stable_sort(
        lines.begin(), lines.end(), [](const AccuracyLine& a, const AccuracyLine& b) { return a.errors.count > b.errors.count; });
}

} // namespace

QString jobKindText(JobFamily family)
{
    const auto found = std::find_if(jobKinds.begin(), jobKinds.end(), [family](const auto& kind) { return kind.first == family; });
    return found == jobKinds.end() ? QString() : AccuracyWords::tr(found->second);
}

QString machineKindText(const std::string& kind)
{
    const auto found = std::find_if(machineKinds.begin(), machineKinds.end(), [&kind](const auto& known) { return known.first == kind; });
    return found == machineKinds.end() ? plain(kind, 60) : AccuracyWords::tr(found->second);
}

QString offText(double factor)
{
    if (!std::isfinite(factor) || factor < 1.0)
        return unknownText();
    const double percent = (factor - 1.0) * 100.0;
    if (percent < 1.0)
        return AccuracyWords::tr("less than 1 % off");
    return percent < 95.0 ? AccuracyWords::tr("about %1 % off").arg(formatNumber(percent))
                          : AccuracyWords::tr("about %1 times off").arg(formatNumber(factor));
}

QString shareText(double share) { return AccuracyWords::tr("%1 %").arg(formatNumber(std::round(share * 100.0), 3)); }

QList<AccuracyLine> accuracyByJob(const ValidationSummary& summary)
{
    QList<AccuracyLine> lines;
    for (const auto& [family, text] : jobKinds) {
        const auto found = summary.byFamily.find(std::string(familyName(family)));
        if (found != summary.byFamily.end())
            lines.append({AccuracyWords::tr(text), found->second});
    }
    sortByRuns(lines);
    return lines;
}

QList<AccuracyLine> accuracyByMachine(const AccuracyReport& report)
{
    QList<AccuracyLine> lines;
    for (const auto& [kind, errors] : report.summary.byKind)
        lines.append({machineKindText(kind), errors});
    sortByRuns(lines);
    return lines;
}

QStringList accuracyHeaders(const QString& first)
{
    return {first, AccuracyWords::tr("Runs"), AccuracyWords::tr("Typically"), AccuracyWords::tr("Within 2 times"),
        AccuracyWords::tr("In our range")};
}

QStringList accuracyCells(const AccuracyLine& line)
{
    return {line.name, QString::number(line.errors.count), offText(line.errors.medianFactor), shareText(line.errors.withinTwo),
        shareText(line.errors.coverage80)};
}

QStringList accuracyNotes(const AccuracyReport& report)
{
    QStringList notes{
        AccuracyWords::tr("We compare our estimates with %1 published training runs, each with its source.").arg(report.summary.rows),
        AccuracyWords::tr("About a third were chosen before we knew our error on them."),
        AccuracyWords::tr("The others were chosen after, most of them by chance."),
        AccuracyWords::tr("Our ranges should hold 8 of 10 runs."),
        AccuracyWords::tr("Our constants were fitted to most of these runs. So the table flatters us a little.")};
    if (!report.heldOut)
        return notes;
    const HeldOut& held = *report.heldOut;
    notes.append(AccuracyWords::tr("The harder test: %1 runs of networks on one device, from sources the fit had not seen.")
                     .arg(formatNumber(held.runs, 4)));
    notes.append(AccuracyWords::tr("There we were typically %1. %2 were within 2 times, and %3 in our range.")
                     .arg(offText(held.factor), shareText(held.withinTwo), shareText(held.inside)));
    return notes;
}

QString measuredText(const Measurement& run) { return inUnit(run, formatNumber(run.value)); }

QString estimatedText(const Measurement& run, const Prediction& prediction)
{
    if (!prediction.matched())
        return unknownText();
    const Range<Seconds>& time = *prediction.predicted;
    const auto shown = [&run](Seconds seconds) { return formatNumber(isRate(run) ? 1.0 / seconds.value : seconds.value); };
    const QString low = shown(isRate(run) ? time.high : time.low), high = shown(isRate(run) ? time.low : time.high);
    return AccuracyWords::tr("%1 (%2-%3)").arg(inUnit(run, shown(time.likely)), low, high);
}

QString hardwareText(const Measurement& run, const Prediction& prediction)
{
    const QString name = plain(prediction.hardware.empty() ? run.hardware : prediction.hardware);
    return run.hardwareCount > 1.0 ? AccuracyWords::tr("%1 x %2").arg(formatNumber(run.hardwareCount, 6), name) : name;
}

} // namespace rightrig
