#include "app/measurecommand.h"

#include "app/console.h"
#include "app/plaintext.h"
#include "db/documents/profilefile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "models/qt/measure/machinetest.h"
#include "models/qt/profiletext.h"
#include "models/qt/thiscomputer.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

constexpr qint64 mostProfileBytes = 1 << 20;

struct MeasureCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(MeasureCommand)
};

void showProgress(const TestProgress& progress, const MachineProfile& sofar)
{
    if (!progress.value || progress.going) // a line for each rate, not for each piece of it
        return;
    const int percent = static_cast<int>(progress.share * 100.0);
    printError(QStringLiteral("%1 %  %2: %3").arg(percent, 3).arg(rateText(progress.rate), rateValueText(sofar, progress.rate)));
}

MachineProfile measured(bool quick)
{
    TestOptions options;
    options.quick = quick;
    options.progress = [](const TestProgress& progress) {
        MachineProfile one;
        if (progress.value)
            one.rates[static_cast<std::size_t>(progress.rate)] = MeasuredRate{*progress.value, std::nullopt};
        showProgress(progress, one);
    };
    return *testMachine(options); // nobody can cancel it
}

QString measuredText(const MachineProfile& profile)
{
    QString text = headingText(MeasureCommandWords::tr("This computer")) + bulletsText(profileFacts(profile));
    QList<QStringList> rows{{MeasureCommandWords::tr("Measured"), MeasureCommandWords::tr("Speed"), MeasureCommandWords::tr("Spread")}};
    for (std::size_t i = 0; i < rateCount; ++i) {
        const auto& rate = profile.rates[i];
        if (rate)
            rows.append({rateText(static_cast<Rate>(i)), rateValueText(profile, static_cast<Rate>(i)),
                rate->spread ? MeasureCommandWords::tr("%1 %").arg(formatNumber(*rate->spread * 100.0)) : unknownText()});
    }
    text += headingText(MeasureCommandWords::tr("What it does")) + columnsText(rows, 40);
    QStringList notes = profileNotes(profile);
    if (profile.heldUp)
        notes.prepend(MeasureCommandWords::tr("Speed in the second half of the test: %1 % of the first.")
                          .arg(formatNumber(*profile.heldUp * 100.0, 3)));
    if (profile.seconds)
        notes.append(MeasureCommandWords::tr("The test took %1 s. Nothing was sent anywhere.").arg(formatNumber(*profile.seconds, 2)));
    return text + headingText(MeasureCommandWords::tr("Good to know")) + bulletsText(notes);
}

} // namespace

int runMeasure(const Request& request)
{
    const MachineProfile profile = measured(request.quick);
    const QByteArray document = writeProfile(profile);
    const QString problem = request.out.isEmpty() ? QString() : writeChecked(request.out, document);
    const int printed = printedCode(request.json ? document : measuredText(profile).toUtf8()); // also where the file failed
    return problem.isEmpty() ? printed : failedCode(problem);
}

Outcome<MachineProfile> readProfileFile(const QString& path)
{
    QString error;
    const QByteArray bytes = readChecked(path, mostProfileBytes, error);
    if (!error.isEmpty())
        return {error};
    auto read = readProfile(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {MeasureCommandWords::tr("%1: %2. Make a new profile with \"rightrig measure --out FILE\".").arg(path, problem->text)};
    return {std::get<MachineProfile>(std::move(read))};
}

void addProfile(Answers& answers, const MachineProfile& profile, const Catalog& catalog)
{
    const ComputerFacts tested = factsOfProfile(profile, catalog);
    ComputerFacts& facts = answers.computer ? *answers.computer : answers.computer.emplace();
    facts.kind = ComputerKind::Known;
    facts.form = facts.form ? facts.form : tested.form;
    facts.cpu = facts.cpu ? facts.cpu : tested.cpu;
    facts.gpu = facts.gpu ? facts.gpu : tested.gpu;
    facts.ram = facts.ram ? facts.ram : tested.ram;
    facts.vram = facts.vram ? facts.vram : tested.vram;
    facts.os = facts.os ? facts.os : tested.os;
    facts.profile = profile;
}

} // namespace rightrig
