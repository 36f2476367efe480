// What every option of one recommendation stands on: settled answers, jobs, constants, and each machine's estimates, made once.
#pragma once

#include "models/domain/choiceconstants.h"
#include "models/domain/priceclass.h"
#include "models/domain/recommender.h"
#include "models/domain/seats.h"

#include <memory>
#include <optional>
#include <vector>

namespace rightrig {

/// Bare: what ranking needs, without estimates, energy, ranges, and what a reason says. Thousands of plans are judged to show a few.
enum class Detail : std::uint8_t { Full, Bare };

/// What a student would do: a machine at hand (base), a machine elsewhere (remote), or both.
struct Plan
{
    OptionKind kind = OptionKind::Keep;
    std::string id, name;
    const Machine* base = nullptr;
    const Seat* baseSeat = nullptr;
    bool owned = false; ///< the base need not be bought
    std::optional<Money> basePrice;
    std::optional<PriceSpan> baseSpan; ///< a class of computers: from the cheapest to the dearest
    PriceKind basePriceKind = PriceKind::List;
    Confidence baseConfidence = Confidence::High;
    const Machine* remote = nullptr;
    const Seat* remoteSeat = nullptr;
    const Offer* remoteOffer = nullptr;
    std::vector<bool> rented; ///< per job: runs on the remote
    int machine = -1, offer = -1, rentOffer = -1, candidate = -1;

    [[nodiscard]] const Estimate& job(std::size_t i) const { return rented[i] ? remoteSeat->jobs[i] : baseSeat->jobs[i]; }
    [[nodiscard]] bool runsLocally(std::size_t i) const { return !rented[i]; }
};

class Ground
{
public:
    /// With `wanted`, exactly these jobs instead of those planned from the answers. Estimates are kept in `store`, if there is one, which
    /// must outlive this. Throws std::runtime_error if the catalogue lacks a constant.
    Ground(const Answers& answers, const Catalog& catalog, std::vector<Job> wanted = {}, SeatStore* store = nullptr);
    Ground(const Ground&) = delete; // plans point into it
    Ground& operator=(const Ground&) = delete;

    Settled settled;
    std::vector<Job> jobs;
    std::shared_ptr<const Constants> constants;
    ChoiceConstants choice;
    double perUsd = 1.0; ///< units of the student's currency
    double weeks = 0.0, months = 0.0;
    double kwhPrice = 0.0;    ///< student's currency
    double carbonGrams = 0.0; ///< per kWh
    double uploadHours = 0.0; ///< the data of all jobs, once
    double dataGb = 0.0;
    bool hasBrowser = false; ///< some screen to reach a remote machine from

    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] const Machine* own() const { return m_own ? &*m_own : nullptr; }
    [[nodiscard]] const Seat* ownSeat() const { return m_ownSeat ? &*m_ownSeat : nullptr; }
    [[nodiscard]] const Machine& candidate(std::size_t i) const { return m_candidates[i]; }
    [[nodiscard]] const Seat& candidateSeat(std::size_t i) const { return m_candidateSeats[i]; }
    [[nodiscard]] const Machine& machine(int index) const { return m_catalog.machines[static_cast<std::size_t>(index)]; }
    /// Estimates of a catalogue machine, made on first use.
    [[nodiscard]] const Seat& seat(int machine);
    /// In the student's currency; empty if unknown.
    [[nodiscard]] std::optional<double> local(const std::optional<Money>& money) const;
    [[nodiscard]] Money money(double amount) const { return {amount, settled.currency}; }

private:
    void measureData();
    void seatOwn();
    void seatCandidates();
    [[nodiscard]] Seat makeSeat(Rig rig) const;
    void leaveCardAside(Seat& seat) const;

    const Catalog& m_catalog;
    std::shared_ptr<Seats> m_seats;
    std::optional<Machine> m_own;
    std::optional<Seat> m_ownSeat;
    std::vector<Machine> m_candidates;
    std::vector<Seat> m_candidateSeats;
};

} // namespace rightrig
