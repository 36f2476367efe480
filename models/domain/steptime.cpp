// Seconds of one training step by the composite law, and of a game's steps.
#include "models/domain/neural.h"
#include "models/domain/testedlaws.h"
#include "models/domain/units.h"
#include "models/domain/work.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double trainingOverForward = 3.0;
constexpr double envCores = 8.0; ///< more copies of a game than this are rare in tutorials

/// A photo costs its reader as much whatever side it is cut to; sets of little pictures come as arrays, ready to use.
double readingShare(double side, const LawConstants& law)
{
    return std::clamp(side * side / (law.photoSide * law.photoSide), law.arrayShare, 1.0);
}

/// A published run's host is not described; no host reads more pictures than a good one.
double withHost(double seconds, double microBatch, const Job& job, const Engine& engine, const LawConstants& law)
{
    if (!job.realPipeline)
        return seconds;
    // A TPU comes with a large host, and reads from files made for it.
    const bool tuned = engine.framework == Framework::Ngc || engine.stack == Stack::Xla;
    const double images = tuned ? law.tunedHostImages : law.hostImages;
    const double reading = job.net.imagePx ? microBatch * readingShare(*job.net.imagePx, law) / images : 0.0;
    return std::cbrt(std::pow(seconds * law.reading, 3.0) + std::pow(reading, 3.0));
}

} // namespace

std::optional<double> samplesPerEpoch(const Job& job, const TimeConstants& time)
{
    if (job.unit == SampleUnit::Tokens)
        return job.net.sequence ? std::optional(job.samples / *job.net.sequence) : std::nullopt;
    if (job.unit != SampleUnit::AudioHours)
        return job.samples;
    const bool speech = job.family == JobFamily::TransformerEncoder || job.family == JobFamily::TransformerDecoder;
    return job.samples * 3600.0 / (speech ? time.speechSeconds : time.clipSeconds);
}

std::optional<StepTime> stepTime(
    const Job& job, const Engine& engine, const MemoryPlan& plan, double microBatch, const Constants& constants)
{
    const LawConstants& law = constants.law;
    const auto work = workOf(job, plan, law);
    if (!work)
        return std::nullopt;
    const StepParts parts
        = engine.tested ? testedStep(job, *work, engine, microBatch, constants) : stepParts(*work, engine, microBatch, job.batch, law);
    StepTime step;
    step.parts = parts;
    step.flop = work->flop;
    step.method = job.net.calibration ? Method::Calibrated : Method::Spec;
    double seconds = parts.seconds * (engine.tested ? 1.0 : job.net.calibration.value_or(1.0)); // fitted on cards
    if (job.volumes)
        seconds *= law.volumeTime;
    if (job.plainAttention)
        seconds *= law.plainAttention;
    // The law is a fit; no machine does more than its peak.
    seconds = std::max(seconds, microBatch * work->flop / (engine.tflops * 1e12));
    step.seconds = withHost(seconds, microBatch, job, engine, law);
    step.launchBound = parts.launching > std::max(parts.computing, parts.moving);
    return step;
}

std::optional<double> gameSeconds(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants)
{
    if (!rig.cores || !rig.singleCoreSpeed || !job.net.forwardGflop)
        return std::nullopt;
    const TimeConstants& time = constants.time;
    const double more = std::clamp(*rig.cores, 1.0, envCores) - 1.0;
    const double cooling = rig.fanless ? constants.power.fanlessShare : 1.0;
    const double stepsPerSecond = time.envSteps * *rig.singleCoreSpeed * (1.0 + time.envCoreShare * more) * cooling;
    const double passes = job.table.iterations.value_or(1.0);
    const double flop = *job.net.forwardGflop * giga * (1.0 + trainingOverForward * passes);
    const double learning = flop / (time.envUtilisation * engine.tflops * 1e12 * engine.phi);
    return job.samples * job.epochs * (1.0 / stepsPerSecond + learning);
}

} // namespace rightrig
