// Things many beginners believe, put right beside the option they concern.
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct HonestNoteWords
{
    Q_DECLARE_TR_FUNCTIONS(HonestNotes)
};

const Device* deviceAt(const Catalog& catalog, int index)
{
    const bool valid = index >= 0 && static_cast<std::size_t>(index) < catalog.devices.size();
    return valid ? &catalog.devices[static_cast<std::size_t>(index)] : nullptr;
}

const Machine* machineAt(const Catalog& catalog, int index)
{
    const bool valid = index >= 0 && static_cast<std::size_t>(index) < catalog.machines.size();
    return valid ? &catalog.machines[static_cast<std::size_t>(index)] : nullptr;
}

const Candidate* candidateAt(const Results& results, int index)
{
    const auto& candidates = results.settled.given.candidates;
    const bool valid = index >= 0 && static_cast<std::size_t>(index) < candidates.size();
    return valid ? &candidates[static_cast<std::size_t>(index)] : nullptr;
}

/// The graphics chip of an option, wherever the option comes from; null if it has none that we know.
const Device* graphicsOf(const Option& option, const Results& results, const Catalog& catalog)
{
    if (const Machine* machine = machineAt(catalog, option.machine))
        return deviceAt(catalog, machine->accelerator);
    const Candidate* candidate = candidateAt(results, option.candidate);
    const bool own = option.kind == OptionKind::Keep || option.kind == OptionKind::Mixed;
    const auto name = candidate != nullptr ? candidate->gpu : own ? results.settled.computer.gpu : std::nullopt;
    return name ? deviceAt(catalog, catalog.findDevice(*name, DeviceKind::Gpu)) : nullptr;
}

bool isBought(OptionKind kind) { return kind == OptionKind::Laptop || kind == OptionKind::Desktop; }

bool isRemote(OptionKind kind) { return kind == OptionKind::Rent || kind == OptionKind::Free || kind == OptionKind::Mixed; }

bool tablesOnly(const Results& results)
{
    return !results.jobs.empty()
        && std::all_of(results.jobs.begin(), results.jobs.end(), [](const Job& job) { return isClassical(job.family); });
}

void addKindNotes(QStringList& notes, const Option& option)
{
    if (option.kind == OptionKind::Keep)
        notes += HonestNoteWords::tr("You do not need an expensive computer to learn: tables and small pictures run on ordinary ones.");
    if (option.kind == OptionKind::Keep)
        notes += HonestNoteWords::tr("If a run is slow, check first that it uses the graphics card at all.");
    if (option.kind == OptionKind::Free)
        notes += HonestNoteWords::tr("A free graphics card is not promised: limits change, and you may be cut off for days.");
    if (option.kind == OptionKind::Free)
        notes += HonestNoteWords::tr("Switch the notebook to a graphics card first: many start on a processor only.");
    if (option.kind == OptionKind::Rent || option.kind == OptionKind::Mixed)
        notes += HonestNoteWords::tr("A low price per hour adds up: switch it off, and delete storage you no longer use.");
    if (isRemote(option.kind))
        notes += HonestNoteWords::tr("Any laptop with a browser is enough to use it, even a simple one.");
    if (isBought(option.kind))
        notes += HonestNoteWords::tr("A bigger computer is no safe choice for the future: small now and rent later risks less.");
}

void addMemoryNotes(QStringList& notes, const Option& option, const Device* graphics)
{
    if (option.fit == Fit::No)
        notes += HonestNoteWords::tr("Training needs several times the memory that using the same model needs.");
    if (graphics == nullptr)
        return;
    if (graphics->segment == Segment::Apple)
        notes += HonestNoteWords::tr("On a Mac, graphics share the memory with the system: count on about two thirds of it.");
    else if (graphics->unifiedMemory)
        notes += HonestNoteWords::tr("Shared graphics memory is ordinary memory lent out, and it is slow.");
    else if (option.kind != OptionKind::Rent && option.kind != OptionKind::Free)
        notes += HonestNoteWords::tr("Graphics memory is separate: more ordinary memory (RAM) does not add to it.");
    if (isBought(option.kind) && !graphics->unifiedMemory)
        notes += HonestNoteWords::tr("Graphics memory decides whether a job runs; it does not make it faster.");
}

void addChipNotes(QStringList& notes, const Device* graphics)
{
    if (graphics == nullptr)
        return;
    if (graphics->segment == Segment::Laptop) {
        notes += HonestNoteWords::tr("A laptop's graphics chip is slower than the desktop card of the same name.");
        notes += HonestNoteWords::tr("Heat slows long runs: the speed of the first minute does not last.");
    }
    if (graphics->segment == Segment::Apple)
        notes += HonestNoteWords::tr("A Mac can train models, but some software needs an NVIDIA card. This changes with time.");
    if (graphics->vendor == Vendor::Amd)
        notes += HonestNoteWords::tr("AMD graphics train well with some models on Linux; check yours before you rely on it.");
    if (graphics->segment == Segment::Integrated)
        notes += HonestNoteWords::tr("An \"AI\" chip (NPU) uses finished models; it does not train them.");
}

/// The school offers it, and nobody said what it is.
bool isUndescribed(const Results& results, const char* id)
{
    return std::any_of(results.options.begin(), results.options.end(),
        [id](const Option& option) { return option.kind == OptionKind::Lab && option.id == id && option.fit == Fit::Unknown; });
}

QString creditsNote(const Results& results)
{
    const Option* best = optionAt(results, results.best.option);
    const double used = best != nullptr ? -best->cost.credits : 0.0;
    if (used > 0.0)
        return HonestNoteWords::tr("Your school's credits pay %1 of it.").arg(formatMoneyAbout(used, results.settled.currency));
    return HonestNoteWords::tr("Your school's credits of %1 are left for rented hours. Ask where they are valid.")
        .arg(formatMoney(results.settled.credits));
}

} // namespace

QStringList schoolNotes(const Results& results)
{
    QStringList notes;
    if (isUndescribed(results, "school-lab"))
        notes += HonestNoteWords::tr("Your school's computer lab costs nothing. Ask which graphics cards it has, and its hours.");
    if (isUndescribed(results, "school-server"))
        notes += HonestNoteWords::tr("Your school's server costs nothing. Ask for an account, its graphics cards and its waiting times.");
    if (isUndescribed(results, "school-loan"))
        notes += HonestNoteWords::tr("Your school lends laptops. Ask for how long, and which graphics chip and memory they have.");
    if (results.settled.credits.amount > 0.0)
        notes += creditsNote(results);
    return notes;
}

QStringList nothingFitsNotes()
{
    return {HonestNoteWords::tr("Ask your school for lab hours, a loan laptop or cloud credits."),
        HonestNoteWords::tr("Start with less data or a smaller model. It may run on what you have.")};
}

QStringList honestNotes(const Option& option, const Results& results, const Catalog& catalog)
{
    QStringList notes;
    if (option.kind == OptionKind::None)
        return notes;
    const Device* graphics = graphicsOf(option, results, catalog);
    addKindNotes(notes, option);
    if (tablesOnly(results) && graphics != nullptr)
        notes += HonestNoteWords::tr("A graphics card does not speed up everything: most work on tables runs on the processor.");
    addMemoryNotes(notes, option, graphics);
    addChipNotes(notes, graphics);
    if (isBought(option.kind) && graphics != nullptr)
        notes += HonestNoteWords::tr("Do not compare the TFLOPS on the box: they mix different ways of counting.");
    return notes;
}

} // namespace rightrig
