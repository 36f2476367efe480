#include "ui/results/tracing.h"

#include "models/domain/owncomputer.h"
#include "models/domain/trace.h"

namespace rightrig {
namespace {

template <class T> const T* at(const std::vector<T>& all, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < all.size() ? &all[static_cast<std::size_t>(index)] : nullptr;
}

bool isRented(const Option& option, std::size_t job)
{
    return job < option.rentedJob.size() && option.rentedJob[job] && option.rentOffer >= 0;
}

bool same(const Estimate& a, const Estimate& b) { return a.fit == b.fit && a.seconds == b.seconds && a.memory.need == b.memory.need; }

OpenEstimate openRig(const Job& job, const Rig& rig, const Machine& machine, const Shown& shown)
{
    OpenEstimate open;
    open.estimate = estimate(job, rig, *shown.results->constants, &open.trace);
    addSources(job, *shown.catalog, machine, *shown.results->constants, open.trace);
    return open;
}

OpenEstimate openMachine(const Job& job, const Machine& machine, const Shown& shown)
{
    OpenEstimate open;
    open.estimate = explain(job, *shown.catalog, machine, *shown.results->constants, open.trace);
    return open;
}

} // namespace

std::optional<Machine> machineOf(const Shown& shown, const Option& option, std::size_t job)
{
    const Catalog& catalog = *shown.catalog;
    if (isRented(option, job)) {
        const Offer* offer = at(catalog.offers, option.rentOffer);
        const Machine* machine = offer ? at(catalog.machines, offer->machine) : nullptr;
        return machine ? std::optional(*machine) : std::nullopt;
    }
    if (const Machine* machine = at(catalog.machines, option.machine))
        return *machine;
    if (const Candidate* candidate = at(shown.results->settled.given.candidates, option.candidate))
        return candidateMachine(*candidate, catalog);
    if (option.kind == OptionKind::Keep || option.kind == OptionKind::Mixed)
        return ownMachine(shown.results->settled, catalog);
    return std::nullopt;
}

std::optional<OpenEstimate> openEstimate(const Shown& shown, const Option& option, std::size_t job)
{
    const std::optional<Machine> machine = machineOf(shown, option, job);
    if (!machine || !shown.results->constants || job >= shown.results->jobs.size() || job >= option.jobs.size())
        return std::nullopt;
    const Job& what = shown.results->jobs[job];
    OpenEstimate open = openMachine(what, *machine, shown);
    if (same(open.estimate, option.jobs[job]))
        return open;
    const Constants& constants = *shown.results->constants;
    const bool own = option.machine < 0 && option.candidate < 0 && !isRented(option, job);
    Rig rig = own ? ownRig(shown.results->settled, *shown.catalog, constants) : makeRig(*shown.catalog, *machine, constants);
    open = openRig(what, rig, *machine, shown);
    if (same(open.estimate, option.jobs[job]))
        return open;
    // the engine sets a card it does not know aside where the processor alone is quick enough
    rig.hasAccelerator = rig.acceleratorUnknown = false;
    rig.acceleratorCount = 0;
    return openRig(what, rig, *machine, shown);
}

const Offer* offerOf(const Shown& shown, const Option& option)
{
    const Offer* own = at(shown.catalog->offers, option.offer);
    return own ? own : at(shown.catalog->offers, option.rentOffer);
}

} // namespace rightrig
