// A machine with the estimates of a student's jobs on it, and a store of them for an engine that runs many times.
#pragma once

#include "models/domain/estimator.h"
#include "models/domain/job.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace rightrig {

/// A machine with the estimate of every job on it.
struct Seat
{
    Rig rig;
    std::vector<Estimate> jobs;
    bool cardLeftAside = false; ///< its card is unknown, and the processor alone is quick enough
};

using Seats = std::vector<std::optional<Seat>>; ///< by the catalogue's machines; those that nobody asked for are empty

/// Estimates of one run do not depend on budgets, patience, or how often a job is run. Holds for one catalogue, and for answers with the
/// same overrides and own runs.
class SeatStore
{
public:
    /// What was estimated for these jobs before, to be filled further.
    [[nodiscard]] std::shared_ptr<Seats> seatsFor(const std::vector<Job>& jobs, Os os, std::size_t machines);

private:
    struct Entry
    {
        std::vector<Job> jobs;
        Os os = Os::Any;
        std::shared_ptr<Seats> seats;
    };
    std::deque<Entry> m_entries; ///< the newest first, at most a few
};

} // namespace rightrig
