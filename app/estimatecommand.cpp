#include "app/estimatecommand.h"

#include "app/jsonparts.h"
#include "app/measurecommand.h"
#include "app/plaintext.h"
#include "db/documents/jobfile.h"
#include "models/domain/estimator.h"
#include "models/domain/measuredrig.h"
#include "models/domain/owncomputer.h"
#include "models/domain/planner.h"
#include "models/domain/trace.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "models/qt/thiscomputer.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr qint64 mostJobBytes = 1 << 20;

struct EstimateCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(EstimateCommand)
};

/// A preset's id first: a file that happens to have the same name is given as "./name".
Outcome<Job> jobOf(const QString& given, const Catalog& catalog)
{
    if (const Preset* preset = catalog.findPreset(given.toStdString()))
        return {jobFromPreset(*preset)};
    QString error;
    const QByteArray bytes = readChecked(given, mostJobBytes, error);
    if (!error.isEmpty())
        return {EstimateCommandWords::tr(
            "\"%1\" is neither a preset nor a job file that can be read. \"rightrig presets\" lists the presets. %2")
                    .arg(given, error)};
    auto read = readJob(bytes, catalog);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(given, problem->text)};
    return {std::get<Job>(std::move(read))};
}

/// This computer. What the system did not say stays unknown: no default stands in for it here.
Machine thisMachine(const Catalog& catalog, const ComputerFacts& facts)
{
    Answers answers;
    answers.computer = facts;
    Machine machine = ownMachine(settle(answers, catalog), catalog);
    machine.id = "this";
    machine.name = EstimateCommandWords::tr("this computer").toStdString();
    machine.ram = answers.computer->ram;
    return machine;
}

Outcome<Machine> machineOf(const QString& given, const Catalog& catalog)
{
    int index = catalog.findMachine(given.toStdString());
    if (index < 0) {
        const int offer = catalog.findOffer(given.toStdString());
        index = offer >= 0 ? catalog.offers.at(static_cast<std::size_t>(offer)).machine : -1;
    }
    if (index < 0)
        return {EstimateCommandWords::tr("The catalogue has no machine \"%1\". Names must match exactly; \"rightrig machines\" lists them.")
                    .arg(given)};
    return {catalog.machines.at(static_cast<std::size_t>(index))};
}

struct Asked
{
    Machine machine;
    std::optional<MachineProfile> profile; ///< of a test of it
};

/// The machine that was asked for; this computer as it is now, or as it was when it was tested.
Outcome<Asked> askedMachine(const Request& request, const Catalog& catalog)
{
    if (request.machine != QLatin1String("this")) {
        const Outcome<Machine> machine = machineOf(request.machine, catalog);
        return machine.ok() ? Outcome<Asked>{Asked{machine.get(), {}}} : Outcome<Asked>{machine.error()};
    }
    if (request.machineProfile.isEmpty())
        return {Asked{thisMachine(catalog, detectComputer(catalog)), {}}};
    const Outcome<MachineProfile> profile = readProfileFile(request.machineProfile);
    if (!profile.ok())
        return {profile.error()};
    return {Asked{thisMachine(catalog, factsOfProfile(profile.get(), catalog)), profile.get()}};
}

/// As explain(), with the test's figures in place of the data sheet's.
Estimate explainAsked(const Job& job, const Asked& asked, const Catalog& catalog, Trace& trace)
{
    const auto constants = resolveConstants(catalog, Answers{});
    Rig rig = makeRig(catalog, asked.machine, *constants);
    if (asked.profile)
        applyProfile(rig, *asked.profile, *constants);
    const Estimate result = estimate(job, rig, *constants, &trace);
    addSources(job, catalog, asked.machine, *constants, trace);
    return result;
}

struct Explained
{
    Job job;
    Machine machine;
    Estimate estimate;
    Trace trace;
};

QByteArray explainedJson(const Explained& explained)
{
    Json inputs = Json::array();
    for (const TraceInput& input : explained.trace.inputs)
        inputs.push_back({{"name", input.name}, {"value", input.value}, {"unit", input.unit}, {"source", orNull(input.source.text)},
            {"as_of", orNull(input.source.asOf)}});
    const Estimate& estimate = explained.estimate;
    return documentBytes({{"schema", "rightrig.estimate/1"}, {"job", explained.job.id}, {"machine", explained.machine.id},
        {"fits", std::string(fitName(estimate.fit))},
        {"blocked", estimate.blocked ? Json(std::string(codeName(*estimate.blocked))) : Json(nullptr)},
        {"memory_gib", memoryJson(estimate.memory)}, {"seconds", rangeJson(estimate.seconds)},
        {"method", std::string(methodName(estimate.method))}, {"formula", explained.trace.formula}, {"lines", explained.trace.lines},
        {"inputs", std::move(inputs)}});
}

QString memoryText(const MemoryCheck& memory)
{
    return EstimateCommandWords::tr("%1 needed, %2 there")
        .arg(memory.need ? formatGib(*memory.need) : unknownText(), memory.have ? formatGib(*memory.have) : unknownText());
}

QString explainedText(const Explained& explained)
{
    const Estimate& estimate = explained.estimate;
    QString text = wrappedText(EstimateCommandWords::tr("%1 on %2").arg(plain(explained.job.title), plain(explained.machine.name)));
    text += headingText(EstimateCommandWords::tr("Result")) + QStringLiteral("  ")
        + EstimateCommandWords::tr("Fits:   %1").arg(fitText(estimate.fit));
    text += QStringLiteral("\n  ") + EstimateCommandWords::tr("Memory: %1").arg(memoryText(estimate.memory));
    text += QStringLiteral("\n  ")
        + EstimateCommandWords::tr("Time:   %1").arg(estimate.seconds ? formatDurationRange(*estimate.seconds) : unknownText());
    text += QStringLiteral("\n  ") + EstimateCommandWords::tr("Method: %1").arg(methodText(estimate.method)) + QLatin1Char('\n');
    if (estimate.blocked)
        text += QStringLiteral("  ")
            + EstimateCommandWords::tr("Reason: %1").arg(QString::fromStdString(std::string(codeName(*estimate.blocked))))
            + QLatin1Char('\n');
    const QString adjusted = adjustmentText(estimate.adjustments);
    if (!adjusted.isEmpty())
        text += QStringLiteral("  ") + wrappedText(adjusted, 2, terminalWidth - 2);
    text += headingText(EstimateCommandWords::tr("How we know"));
    for (const std::string& line : explained.trace.lines)
        text += QStringLiteral("  ") + plain(line, 400) + QLatin1Char('\n');
    QList<QStringList> rows{{EstimateCommandWords::tr("Input"), EstimateCommandWords::tr("Value"), EstimateCommandWords::tr("Unit"),
        EstimateCommandWords::tr("As of"), EstimateCommandWords::tr("Source")}};
    for (const TraceInput& input : explained.trace.inputs)
        rows.append({plain(input.name), formatNumber(input.value, 4), plain(input.unit), plain(input.source.asOf),
            formatSource(input.source.text)});
    return text + QLatin1Char('\n') + columnsText(rows, 60);
}

} // namespace

Outcome<QByteArray> estimateOutput(const Request& request, const Catalog& catalog)
{
    const Outcome<Job> job = jobOf(request.job, catalog);
    if (!job.ok())
        return {job.error()};
    const Outcome<Asked> asked = askedMachine(request, catalog);
    if (!asked.ok())
        return {asked.error()};
    Explained explained{job.get(), asked.get().machine, {}, {}};
    explained.estimate = explainAsked(explained.job, asked.get(), catalog, explained.trace);
    return {request.json ? explainedJson(explained) : explainedText(explained).toUtf8()};
}

} // namespace rightrig
