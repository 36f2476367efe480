#include "models/domain/ownview.h"

#include "models/domain/classical.h"
#include "models/domain/memory.h"
#include "models/domain/neural.h"
#include "models/domain/owncomputer.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double farMore = 1000.0; ///< times the present size: nobody asks further
constexpr double farLess = 0.01;   ///< below this share the computer is no place for the job
constexpr double worthACard = 2.0; ///< a card that is not twice as fast is no remedy

bool fits(Fit fit) { return fit == Fit::Yes || fit == Fit::Tight; }

int ownOption(const Results& results)
{
    const auto isOwn = [](const Option& option) { return option.kind == OptionKind::Keep; };
    const auto found = std::find_if(results.options.begin(), results.options.end(), isOwn);
    return found == results.options.end() ? -1 : static_cast<int>(found - results.options.begin());
}

/// One that does not fit comes first, then the slowest.
int hardestJob(const Option& own)
{
    int hardest = -1;
    double slowest = -1.0;
    for (std::size_t i = 0; i < own.jobs.size(); ++i) {
        const Estimate& estimate = own.jobs[i];
        const double seconds = !fits(estimate.fit) ? 1e300 : estimate.seconds ? estimate.seconds->likely.value : 0.0;
        if (seconds > slowest) {
            slowest = seconds;
            hardest = static_cast<int>(i);
        }
    }
    return hardest;
}

OwnLimit tableLimit(const Job& job)
{
    switch (job.family) {
    case JobFamily::Linear:
        return OwnLimit::Bandwidth;
    case JobFamily::Svm:
    case JobFamily::Kmeans:
    case JobFamily::Pca:
        return OwnLimit::OneCore;
    default:
        return OwnLimit::Cores;
    }
}

OwnLimit networkLimit(const Job& job, const Rig& rig, const Constants& constants)
{
    NeuralChoice choice;
    static_cast<void>(estimateNetwork(job, rig, constants, &choice));
    if (choice.run.loaderBound)
        return OwnLimit::Reading;
    const StepParts& parts = choice.run.parts;
    const double most = std::max({parts.computing, parts.moving + parts.updating, parts.launching});
    if (most <= 0.0)
        return OwnLimit::Unknown;
    if (most == parts.computing)
        return OwnLimit::Arithmetic;
    return most == parts.launching ? OwnLimit::Calls : OwnLimit::Bandwidth;
}

OwnLimit limitOf(const Estimate& estimate, const Job& job, const Rig& rig, const Constants& constants)
{
    if (estimate.fit == Fit::No || estimate.fit == Fit::Tight)
        return estimate.memory.kind == MemoryKind::Vram ? OwnLimit::GraphicsMemory : OwnLimit::Memory;
    if (!estimate.seconds)
        return OwnLimit::Unknown;
    return isClassical(job.family) ? tableLimit(job) : networkLimit(job, rig, constants);
}

bool isGoodEnough(const Estimate& estimate, Seconds patience)
{
    return fits(estimate.fit) && estimate.seconds && estimate.seconds->likely <= patience;
}

double roundedDown(double value)
{
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return std::max(1.0, std::floor(value / step + 1e-9) * step);
}

/// By the one estimator: the largest job of this kind that is still good enough.
std::optional<double> enoughUntil(const Job& job, const Rig& rig, Seconds patience, const Constants& constants)
{
    const auto good = [&](double factor) {
        Job larger = job;
        larger.samples = job.samples * factor;
        return isGoodEnough(estimate(larger, rig, constants), patience);
    };
    if (good(farMore) || !good(farLess))
        return std::nullopt;
    double enough = std::log(farLess), tooMuch = std::log(farMore);
    constexpr int halvings = 24;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (enough + tooMuch) / 2.0;
        (good(std::exp(middle)) ? enough : tooMuch) = middle;
    }
    return roundedDown(job.samples * std::exp(enough));
}

/// The cheapest machine with a card of its own on which the job fits well; how many times faster it is.
std::optional<double> cardGain(const Results& results, const Catalog& catalog, std::size_t job, Seconds own)
{
    const Option* cheapest = nullptr;
    for (const Option& option : results.options) {
        if (option.machine < 0 || option.jobs.size() <= job || !option.jobs[job].seconds || !option.total
            || option.jobs[job].fit != Fit::Yes)
            continue;
        const int card = catalog.machines[static_cast<std::size_t>(option.machine)].accelerator;
        if (card < 0 || catalog.devices[static_cast<std::size_t>(card)].segment == Segment::Integrated)
            continue;
        if (cheapest == nullptr || option.total->likely < cheapest->total->likely)
            cheapest = &option;
    }
    return cheapest == nullptr ? std::nullopt : std::optional(own.value / cheapest->jobs[job].seconds->likely.value);
}

/// The next usual size of memory with which the job surely fits.
std::optional<Gib> memoryThatWouldDo(const Job& job, const Rig& rig, const Constants& constants)
{
    for (const double gib : {8.0, 16.0, 32.0, 64.0, 128.0}) {
        Rig more = rig;
        more.ram = Gib{gib};
        if (rig.ram && gib > rig.ram->value && estimate(job, more, constants).fit == Fit::Yes)
            return more.ram;
    }
    return std::nullopt;
}

void addRemedy(OwnView& view, const Results& results, const Catalog& catalog, const Rig& rig)
{
    const auto index = static_cast<std::size_t>(view.job);
    const Job& job = results.jobs[index];
    if (view.limit == OwnLimit::Memory) {
        view.memory = memoryThatWouldDo(job, rig, *results.constants);
        view.remedy = view.memory ? OwnRemedy::Memory : OwnRemedy::Faster;
        return;
    }
    if (view.enough)
        return;
    view.remedy = OwnRemedy::Faster;
    if (!view.estimate.seconds || isClassical(job.family))
        return;
    view.faster = cardGain(results, catalog, index, view.estimate.seconds->likely);
    if (view.faster && *view.faster >= worthACard)
        view.remedy = OwnRemedy::Card;
    else
        view.faster.reset();
}

} // namespace

std::optional<OwnView> ownView(const Results& results, const Catalog& catalog)
{
    OwnView view;
    view.option = ownOption(results);
    if (view.option < 0 || !results.constants || results.settled.computer.kind == ComputerKind::None)
        return std::nullopt;
    const Option& own = results.options[static_cast<std::size_t>(view.option)];
    view.job = hardestJob(own);
    if (view.job < 0 || static_cast<std::size_t>(view.job) >= results.jobs.size())
        return std::nullopt;
    const Constants& constants = *results.constants;
    const Job& job = results.jobs[static_cast<std::size_t>(view.job)];
    Rig rig = ownRig(results.settled, catalog, constants);
    if (rig.os == Os::Any)
        rig.os = results.settled.os;
    if (rig.acceleratorUnknown) { // as where options are made: an unknown card is left aside
        rig.acceleratorUnknown = rig.hasAccelerator = false;
        rig.acceleratorCount = 0;
        rig.stack = Stack::Cpu;
    }
    view.estimate = own.jobs[static_cast<std::size_t>(view.job)];
    view.measured = rig.processorMeasured || view.estimate.method == Method::Measured;
    const auto& profile = results.settled.computer.profile;
    if (profile && profile->heldUp && *profile->heldUp < throttledShare)
        view.heldUp = profile->heldUp;
    const Seconds patience = results.settled.patience;
    view.enough = std::all_of(own.jobs.begin(), own.jobs.end(), [patience](const Estimate& one) { return isGoodEnough(one, patience); });
    view.limit = limitOf(view.estimate, job, rig, constants);
    view.enoughUntil = enoughUntil(job, rig, patience, constants);
    addRemedy(view, results, catalog, rig);
    return view;
}

} // namespace rightrig
