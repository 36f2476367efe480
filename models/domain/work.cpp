// The composite law. Its form: a roofline whose edges are rounded, plus what no roofline knows (launches, optimiser).
#include "models/domain/work.h"
#include "models/domain/units.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double headSize = 64.0;    ///< of nearly every transformer whose number of heads nobody states
constexpr double usualLayers = 12.0; ///< of a transformer whose number nobody states

/// Parameters that every token meets: all but the looked-up part of the embedding; the head counts.
double workingParameters(const NetworkShape& net)
{
    const double all = *net.paramsM * million;
    const double embedding = net.embeddingParamsM.value_or(0.0) * million;
    const double head = net.vocabulary && net.hidden ? *net.vocabulary * *net.hidden : 0.0;
    return std::max(0.0, all - embedding + std::min(head, embedding));
}

bool hasShape(const NetworkShape& net) { return net.layers && net.hidden && net.sequence; }

double blockParameters(const NetworkShape& net) { return 12.0 * *net.layers * *net.hidden * *net.hidden; }

/// FLOP of one forward pass of a transformer: 2 N s + 4 L h s^2 (Kaplan et al. 2020; llm-foundry's count of attention).
double transformerFlop(const NetworkShape& net, bool decoder)
{
    const double parameters = net.paramsM && decoder ? workingParameters(net) : blockParameters(net);
    return 2.0 * parameters * *net.sequence + 4.0 * *net.layers * *net.hidden * *net.sequence * *net.sequence;
}

double transformerActivations(const NetworkShape& net, bool decoder)
{
    const double heads = net.heads.value_or(*net.hidden / headSize);
    const double perToken = decoder ? 14.0 * *net.layers * *net.hidden + 4.0 * net.vocabulary.value_or(0.0)
                                    : *net.layers * (10.0 * *net.hidden + 2.0 * heads * *net.sequence);
    return perToken * *net.sequence;
}

double forwardFlop(const NetworkShape& net, bool decoder)
{
    if (net.forwardGflop)
        return *net.forwardGflop * giga;
    return hasShape(net) ? transformerFlop(net, decoder) : 0.0;
}

double forwardActivations(const NetworkShape& net, WorkKind kind, bool decoder, double flop, const LawConstants& law)
{
    if (net.activationsM)
        return *net.activationsM * million;
    if (kind != WorkKind::Picture && kind != WorkKind::Map && hasShape(net))
        return transformerActivations(net, decoder);
    const double perGflop = kind == WorkKind::Map ? law.mapActivations : law.pictureActivations;
    return flop / giga * perGflop * million;
}

/// Leaf layers of a network of which only its arithmetic is known: those written by hand for little pictures have few.
double usualModules(double usual, double flop, const LawConstants& law)
{
    return std::max(law.tinyModules, usual * std::min(1.0, flop / giga / law.tinyGflop));
}

/// Leaf layers of a network whose number nobody states: some for each of its layers, or a usual number for its kind.
double moduleCount(const NetworkShape& net, WorkKind kind, double flop, const LawConstants& law)
{
    // The stated number is that of the network alone; adapters put layers of their own beside each of them.
    if (net.modules && kind != WorkKind::Adapter)
        return *net.modules;
    const double usual = law.work[static_cast<std::size_t>(kind)].launches;
    if (kind == WorkKind::Transformer || kind == WorkKind::Language || kind == WorkKind::Adapter)
        return usual * net.layers.value_or(usualLayers);
    // A recurrent layer runs once for each step of its sequence.
    if (kind == WorkKind::Recurrent && net.layers && net.sequence)
        return std::max(law.tinyModules, law.recurrentModules * *net.layers * *net.sequence);
    const bool convolutions = kind == WorkKind::Picture || kind == WorkKind::Map;
    return net.layers && convolutions ? law.modulesPerLayer * *net.layers : usualModules(usual, flop, law);
}

double smoothMax(double a, double b, double p) { return std::pow(std::pow(a, p) + std::pow(b, p), 1.0 / p); }

/// Big convolutions reach more of a plain peak (Winograd), thin ones move more bytes than they write.
double etaOf(const Work& work, const Engine& engine, const LawConstants& law)
{
    const WorkLaw& own = law.work[static_cast<std::size_t>(work.kind)];
    const double eta = own.eta * engine.computeGain;
    if (engine.tensor)
        return eta;
    const bool convolutions = work.kind == WorkKind::Picture || work.kind == WorkKind::Map;
    return eta * own.plainGain * (convolutions ? std::pow(work.balance, law.denseExponent) : 1.0);
}

} // namespace

double stepOverhead(Framework framework, const LawConstants& law)
{
    return framework == Framework::TensorFlow || framework == Framework::TfMetal ? law.graphStepMs * 1e-3 : 0.0;
}

std::optional<Work> workOf(const Job& job, const MemoryPlan& plan, const LawConstants& law)
{
    Work work;
    work.kind = workKindOf(job.family);
    const bool decoder = isLanguageModel(job.family) && job.family != JobFamily::Diffusion;
    const double forward = forwardFlop(job.net, decoder);
    if (forward <= 0.0)
        return std::nullopt;
    const bool adapters = work.kind == WorkKind::Adapter;
    const double passes = (adapters ? 2.0 : 3.0) + (plan.checkpointing ? 1.0 : 0.0);
    const double activations = forwardActivations(job.net, work.kind, decoder, forward, law);
    work.flop = forward * passes;
    work.activations = activations * passes / 3.0;
    work.parameters = (adapters ? job.net.adapterParamsM : job.net.paramsM).value_or(0.0) * million;
    work.modules = moduleCount(job.net, work.kind, forward, law) * (plan.checkpointing ? law.checkpointLaunches : 1.0);
    if (plan.quantised || job.family == JobFamily::Qlora)
        work.unpacked = job.net.paramsM.value_or(0.0) * million * passes;
    work.balance = std::clamp(forward / giga / (activations / million) / law.balance, 0.05, 8.0);
    return work;
}

StepParts stepParts(const Work& work, const Engine& engine, double microBatch, double batch, const LawConstants& law)
{
    const WorkLaw& own = law.work[static_cast<std::size_t>(work.kind)];
    const double bytesPerSecond = engine.bandwidth * giga * engine.bandwidthGain;
    const double thin = work.balance < 1.0 ? std::pow(work.balance, -law.thinExponent) : 1.0;
    const double wide = engine.elementBytes > 2.0 ? own.wideMoves : 1.0;
    StepParts parts;
    parts.computing = microBatch * work.flop / (etaOf(work, engine, law) * engine.effective * 1e12);
    parts.moving = microBatch * work.activations * engine.elementBytes * own.moves * thin * wide / bytesPerSecond;
    parts.updating = work.parameters * law.updateBytes / bytesPerSecond * std::min(1.0, microBatch / std::max(batch, 1.0));
    parts.unpacking = work.unpacked * law.unpackBytes / bytesPerSecond;
    parts.launching
        = engine.onCpu ? 0.0 : (work.modules * law.moduleUs * 1e-6 + stepOverhead(engine.framework, law)) * engine.launchSlowdown;
    const double working = smoothMax(parts.computing, parts.moving, law.smooth) + parts.updating + parts.unpacking;
    parts.seconds = smoothMax(working, parts.launching, law.launchSmooth) * engine.slowdown;
    return parts;
}

} // namespace rightrig
