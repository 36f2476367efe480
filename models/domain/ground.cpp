#include "models/domain/ground.h"

#include "models/domain/constants.h"
#include "models/domain/owncomputer.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr double weeksPerMonth = 365.25 / 12.0 / 7.0;
constexpr double defaultPixels = 224.0; // the side most published image sets are cut to

double sampleGb(const Job& job, const ChoiceConstants& c)
{
    constexpr double mb = 1e-3, byte = 1e-9;
    switch (job.unit) {
    case SampleUnit::Rows:
        return job.table.columns.value_or(1.0) * c.cellBytes * byte;
    case SampleUnit::Images: {
        const double ratio = std::max(1.0, job.net.imagePx.value_or(defaultPixels) / defaultPixels);
        return c.imageMb * mb * ratio * ratio;
    }
    case SampleUnit::Documents:
        return job.net.sequence.value_or(1.0) * c.tokenBytes * byte;
    case SampleUnit::Tokens:
        return c.tokenBytes * byte;
    case SampleUnit::AudioHours:
        return c.audioMbPerHour * mb;
    case SampleUnit::Steps:
        break;
    }
    return 0.0;
}

std::optional<double> overridden(const Answers& answers, std::string_view name)
{
    for (const auto& [changed, value] : answers.overrides) {
        if (changed == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

Ground::Ground(const Answers& answers, const Catalog& catalog, std::vector<Job> wanted, SeatStore* store)
    : settled(settle(answers, catalog))
    , jobs(wanted.empty() ? planJobs(settled, catalog) : std::move(wanted))
    , constants(resolveConstants(catalog, answers))
    , choice(choiceConstants(settled, catalog))
    , m_catalog(catalog)
    , m_seats(
          store != nullptr ? store->seatsFor(jobs, settled.os, catalog.machines.size()) : std::make_shared<Seats>(catalog.machines.size()))
{
    months = settled.horizonMonths;
    weeks = months * weeksPerMonth;
    perUsd = local(Money{1.0, CurrencyCode("USD")}).value_or(1.0);
    const Country* country = catalog.findCountry(settled.country);
    const auto price = country != nullptr ? local(country->electricityPerKwh) : std::nullopt;
    kwhPrice = overridden(answers, "electricity.price_per_kwh").value_or(price.value_or(choice.electricityUsd * perUsd));
    const double world = constants->power.co2World;
    carbonGrams = country != nullptr ? country->carbonGramsPerKwh.value_or(world) : world;
    measureData();
    seatOwn();
    seatCandidates();
    hasBrowser = m_own.has_value() || settled.lab || settled.loanLaptop;
}

void Ground::measureData()
{
    for (const Job& job : jobs)
        dataGb += job.samples * sampleGb(job, choice);
    const double speed = settled.internet == Internet::Slow ? choice.uploadSlow : choice.uploadGood;
    uploadHours = dataGb * 8000.0 / speed / secondsPerHour;
}

void Ground::seatOwn()
{
    if (settled.computer.kind == ComputerKind::None)
        return;
    m_own = ownMachine(settled, m_catalog);
    m_ownSeat = makeSeat(ownRig(settled, m_catalog, *constants));
    leaveCardAside(*m_ownSeat);
}

void Ground::seatCandidates()
{
    for (const Candidate& candidate : settled.given.candidates) {
        m_candidates.push_back(candidateMachine(candidate, m_catalog));
        m_candidateSeats.push_back(makeSeat(makeRig(m_catalog, m_candidates.back(), *constants)));
        leaveCardAside(m_candidateSeats.back());
    }
}

Seat Ground::makeSeat(Rig rig) const
{
    if (rig.os == Os::Any)
        rig.os = settled.os;
    Seat seat;
    seat.jobs.reserve(jobs.size());
    for (const Job& job : jobs)
        seat.jobs.push_back(estimate(job, rig, *constants));
    seat.rig = rig;
    return seat;
}

/// An unknown card can be left unused: where the processor alone is quick enough, that is known and enough.
void Ground::leaveCardAside(Seat& seat) const
{
    if (!seat.rig.acceleratorUnknown)
        return;
    Rig processor = seat.rig;
    processor.acceleratorUnknown = false;
    processor.hasAccelerator = false;
    processor.acceleratorCount = 0;
    processor.stack = Stack::Cpu;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Estimate alone = estimate(jobs[i], processor, *constants);
        if (alone.seconds && (isClassical(jobs[i].family) || alone.seconds->likely <= settled.patience)) {
            seat.jobs[i] = alone;
            seat.cardLeftAside = true;
        }
    }
}

const Seat& Ground::seat(int machine)
{
    auto& place = (*m_seats)[static_cast<std::size_t>(machine)];
    if (!place)
        place = makeSeat(makeRig(m_catalog, m_catalog.machines[static_cast<std::size_t>(machine)], *constants));
    return *place;
}

std::optional<double> Ground::local(const std::optional<Money>& money) const
{
    if (!money)
        return std::nullopt;
    const auto converted = convert(*money, settled.currency, m_catalog, settled.given);
    return converted ? std::optional(converted->amount) : std::nullopt;
}

} // namespace rightrig
