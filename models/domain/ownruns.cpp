// Sources of the constants: the rows runs.* of db/rows/assumptions-profile.csv.
#include "models/domain/ownruns.h"

#include "models/domain/classical.h"
#include "models/domain/energy.h"
#include "models/domain/interval.h"
#include "models/domain/owncomputer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

constexpr double mostLogFactor = 3.0; ///< a run that is twenty times off was another job than it is called

double startSeconds(const Job& job, const TimeConstants& time)
{
    return isClassical(job.family) ? time.tableStartSeconds : time.neuralStartSeconds;
}

bool ranOnCard(const Estimate& estimate, const Job& job, const Rig& rig, const Constants& constants)
{
    return isClassical(job.family) ? tableTime(job, rig, constants).onCard : (estimate.adjustments & AdjustOnCpu) == 0;
}

/// The processor is driven by the same software whatever card stands beside it.
std::uint8_t stackWord(const Rig& rig, bool onCard) { return static_cast<std::uint8_t>(onCard ? rig.stack : Stack::Cpu); }

/// Of the errors of two estimates of one machine.
double likeness(const RunEvidence& a, const RunEvidence& b, const RunConstants& c)
{
    if (a.onCard != b.onCard || isClassical(a.family) != isClassical(b.family))
        return 0.0;
    if (a.presetId == b.presetId)
        return c.sameJob;
    return a.family == b.family ? c.sameFamily : c.sameKind;
}

/// What a run counts for on `rig`: on another machine only the part that the software and the job bring along.
double likenessOn(const RunEvidence& run, const RunEvidence& job, const Rig& rig, const RunConstants& c)
{
    const double here = likeness(run, job, c);
    if (rig.own)
        return here;
    return run.family == job.family && run.stack == job.stack ? here * c.otherMachine : 0.0;
}

/// Inverse of a small symmetric matrix that is positive definite, by Gauss and Jordan.
std::vector<double> inverted(std::vector<double> matrix, std::size_t n)
{
    std::vector<double> inverse(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        inverse[i * n + i] = 1.0;
    for (std::size_t column = 0; column < n; ++column) {
        const double pivot = matrix[column * n + column];
        for (std::size_t j = 0; j < n; ++j) {
            matrix[column * n + j] /= pivot;
            inverse[column * n + j] /= pivot;
        }
        for (std::size_t row = 0; row < n; ++row) {
            const double factor = row == column ? 0.0 : matrix[row * n + column];
            for (std::size_t j = 0; j < n; ++j) {
                matrix[row * n + j] -= factor * matrix[column * n + j];
                inverse[row * n + j] -= factor * inverse[column * n + j];
            }
        }
    }
    return inverse;
}

void weigh(OwnEvidence& evidence, const std::vector<double>& logs, const RunConstants& c)
{
    const std::size_t n = logs.size();
    std::vector<double> matrix(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const RunEvidence &a = evidence.runs[i], &b = evidence.runs[j];
            matrix[i * n + j] = (i == j ? 1.0 : likeness(a, b, c)) * a.sd * b.sd + (i == j ? c.noise * c.noise : 0.0);
        }
    }
    evidence.inverse = inverted(std::move(matrix), n);
    evidence.weights.assign(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            evidence.weights[i] += evidence.inverse[i * n + j] * logs[j];
    }
}

struct TimedRun
{
    Job job;
    Estimate estimate;
    RunEvidence evidence;
    double likely = 0.0; ///< seconds of the timed part
};

/// The estimate of the part that was timed: an epoch without the program's start, or all of it.
std::optional<TimedRun> timedRun(const OwnRun& run, const Rig& rig, const Catalog& catalog, const Constants& constants)
{
    const auto job = jobOfRun(run, catalog);
    if (!job)
        return std::nullopt;
    TimedRun timed;
    timed.job = *job;
    timed.estimate = estimate(*job, rig, constants);
    if (!timed.estimate.seconds || !(run.time.value > 0.0))
        return std::nullopt;
    const double all = timed.estimate.seconds->likely.value;
    timed.likely = run.part == RunPart::Whole ? all : (all - startSeconds(*job, constants.time)) / std::max(1.0, job->epochs);
    const bool onCard = ranOnCard(timed.estimate, *job, rig, constants);
    timed.evidence = {job->presetId, job->family, onCard, stackWord(rig, onCard), timed.estimate.sdOwn};
    return timed.likely > 0.0 ? std::optional(timed) : std::nullopt;
}

Constants withoutRuns(const Constants& constants)
{
    Constants plain = constants;
    plain.ownEvidence = {};
    return plain;
}

} // namespace

std::optional<Job> jobOfRun(const OwnRun& run, const Catalog& catalog)
{
    const Preset* preset = catalog.findPreset(run.preset);
    if (preset == nullptr)
        return std::nullopt;
    Job job = jobFromPreset(*preset);
    if (run.samples)
        job.samples = *run.samples;
    job.sizeFromStudent = true;
    return job;
}

std::vector<RunComparison> compareRuns(const Answers& answers, const Catalog& catalog, const Constants& constants)
{
    std::vector<RunComparison> all;
    if (!answers.computer)
        return all;
    const Constants plain = withoutRuns(constants);
    const Rig rig = ownRig(settle(answers, catalog), catalog, plain);
    for (const OwnRun& run : answers.computer->runs) {
        RunComparison one;
        one.run = run;
        if (const Preset* preset = catalog.findPreset(run.preset))
            one.title = preset->title;
        if (const auto timed = timedRun(run, rig, catalog, plain)) {
            one.estimated = interval80(Seconds{timed->likely}, timed->estimate.sdOwn);
            one.factor = run.time.value / timed->likely;
            one.inside = run.time >= one.estimated->low && run.time <= one.estimated->high;
        }
        all.push_back(std::move(one));
    }
    return all;
}

OwnEvidence evidenceOf(const Answers& answers, const Catalog& catalog, const Constants& constants)
{
    OwnEvidence evidence;
    if (!answers.computer || answers.computer->runs.empty() || answers.computer->kind == ComputerKind::None)
        return evidence;
    const Constants plain = withoutRuns(constants);
    const Rig rig = ownRig(settle(answers, catalog), catalog, plain);
    std::vector<double> logs;
    const auto& runs = answers.computer->runs;
    const std::size_t first = runs.size() > mostOwnRuns ? runs.size() - mostOwnRuns : 0;
    for (std::size_t i = first; i < runs.size(); ++i) {
        if (const auto timed = timedRun(runs[i], rig, catalog, plain)) {
            evidence.runs.push_back(timed->evidence);
            logs.push_back(std::clamp(std::log(runs[i].time.value / timed->likely), -mostLogFactor, mostLogFactor));
        }
    }
    weigh(evidence, logs, constants.runs);
    return evidence;
}

Correction correctionFor(const Job& job, const Rig& rig, bool onCard, double sd, const OwnEvidence& evidence, const RunConstants& constants)
{
    const RunEvidence self{job.presetId, job.family, onCard, stackWord(rig, onCard), sd};
    const std::size_t n = evidence.runs.size();
    std::array<double, mostOwnRuns> like{};
    double mean = 0.0, known = 0.0;
    Correction correction;
    for (std::size_t i = 0; i < n; ++i) {
        like[i] = likenessOn(evidence.runs[i], self, rig, constants) * sd * evidence.runs[i].sd;
        mean += like[i] * evidence.weights[i];
        correction.sameJob = correction.sameJob || (rig.own && like[i] > 0.0 && evidence.runs[i].presetId == job.presetId);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            known += like[i] * like[j] * evidence.inverse[i * n + j];
    }
    correction.factor = std::exp(mean);
    correction.sd = std::sqrt(std::max(0.0, sd * sd - known));
    return correction;
}

double correct(Estimate& estimate, const Job& job, const Rig& rig, const Constants& constants)
{
    if (constants.ownEvidence.runs.empty() || !estimate.seconds)
        return 1.0;
    const bool onCard = ranOnCard(estimate, job, rig, constants);
    const Correction found = correctionFor(job, rig, onCard, estimate.sdOwn, constants.ownEvidence, constants.runs);
    if (found.factor == 1.0 && found.sd == estimate.sdOwn)
        return 1.0;
    const double start = std::min(startSeconds(job, constants.time), estimate.seconds->likely.value);
    const Seconds likely{start + (estimate.seconds->likely.value - start) * found.factor};
    estimate.sdOwn = found.sd;
    estimate.seconds = interval80(likely, together(found.sd, estimate.sdCommon));
    if (found.sameJob)
        estimate.method = Method::Measured;
    if (estimate.energy)
        addEnergy(estimate, rig, !onCard, constants);
    return found.factor;
}

} // namespace rightrig
