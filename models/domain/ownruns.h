// What real runs took on the student's own computer: each is a measurement that corrects the estimates, as far as it is like them.
#pragma once

#include "models/domain/estimator.h"
#include "models/domain/ownevidence.h"

#include <string_view>
#include <vector>

namespace rightrig {

/// At most so many count; the newest ones.
inline constexpr std::size_t mostOwnRuns = 12;

/// The job of a run: its preset with the stated number of samples. Empty if the catalogue has no such preset.
[[nodiscard]] std::optional<Job> jobOfRun(const OwnRun& run, const Catalog& catalog);

/// A run beside what we would have said without it.
struct RunComparison
{
    OwnRun run;
    std::string title;                       ///< of its job; empty if the preset is unknown
    std::optional<Range<Seconds>> estimated; ///< of the same part: an epoch or the whole run
    double factor = 1.0;                     ///< measured over estimated; 1 without an estimate
    bool inside = false;                     ///< of the range
};
/// One for each run of `answers.computer`, without any of the runs' corrections.
[[nodiscard]] std::vector<RunComparison> compareRuns(const Answers& answers, const Catalog& catalog, const Constants& constants);

/// The runs as evidence: their ln factors and how well they hold for others. Empty without runs that could be estimated.
[[nodiscard]] OwnEvidence evidenceOf(const Answers& answers, const Catalog& catalog, const Constants& constants);

/// The expected factor for `job` and the rest of the spread, by Gaussian regression: runs of the same job count most, of the same family
/// less, of other tables or networks on the same part least; on another machine only runs of its family with the same software.
struct Correction
{
    double factor = 1.0; ///< 1: nothing is known
    double sd = 0.0;     ///< of ln time that is left
    bool sameJob = false;
};
[[nodiscard]] Correction correctionFor(
    const Job& job, const Rig& rig, bool onCard, double sd, const OwnEvidence& evidence, const RunConstants& constants);

/// Puts the correction into `estimate`: its time without the program's start, its range, its energy; method "measured" for a job that ran
/// on this very computer. Nothing happens without evidence. Returns the factor.
double correct(Estimate& estimate, const Job& job, const Rig& rig, const Constants& constants);

/// A run as people say it: "6 min an epoch", "it took 2 h 30 min", "ResNet-18 on my 5,000 photos: 6 min an epoch". What the text does
/// not say stays as in `before`; empty if it names no time.
[[nodiscard]] std::optional<OwnRun> readRunText(std::string_view text, const OwnRun& before, const Catalog& catalog);

} // namespace rightrig
