// Finds the way to run a network that fits and is fastest.
#include "models/domain/neural.h"

#include "models/domain/energy.h"
#include "models/domain/interval.h"
#include "models/domain/speed.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

constexpr double smallestSide = 64.0; ///< pictures of this side are not made smaller
constexpr double cappedShare = 0.7;   ///< a laptop card under this share of its peak is called power limited
constexpr std::size_t mostPlans = 4;

/// The memory of the machine that a run has to fit into.
struct Room
{
    std::optional<Gib> have;
    double systemBytes = 0.0; ///< taken by others
    MemoryKind kind = MemoryKind::Vram;
};

Room roomOf(const Rig& rig, const Engine& engine, const MemoryConstants& memory)
{
    if (engine.onCpu)
        return {rig.ram, (memory.osGb + memory.frameworkGb) * 1e9, MemoryKind::Ram};
    if (!rig.unified)
        return {rig.vram, 0.0, MemoryKind::Vram};
    if (!rig.vram || !rig.ram)
        return {std::nullopt, 0.0, MemoryKind::Unified};
    // The system needs its part of the one memory, whatever share graphics may take of it.
    const double left = std::max(0.0, rig.ram->value - memory.osGb * 1e9 / bytesPerGib);
    return {Gib{std::min(rig.vram->value, left)}, 0.0, MemoryKind::Unified};
}

bool hasAdapters(const Job& job) { return job.family == JobFamily::Lora || job.family == JobFamily::Qlora; }

bool canCheckpoint(const Job& job)
{
    return isLanguageModel(job.family) ? job.family != JobFamily::Diffusion
                                       : job.family == JobFamily::TransformerEncoder && !job.net.imagePx;
}

struct Plans
{
    std::array<MemoryPlan, mostPlans> items;
    std::size_t count = 0;
    void add(bool checkpointing, bool quantised) { items[count++] = {checkpointing, quantised, false}; }
};

/// The ladder, least change first. The last one is the most sparing.
Plans ladder(const Job& job, const Engine& engine)
{
    Plans plans;
    const bool quantised = job.family == JobFamily::Qlora;
    const bool mayQuantise = job.family == JobFamily::Lora && engine.stack == Stack::Cuda && !engine.onCpu;
    const bool mayCheckpoint = canCheckpoint(job) && !job.checkpointing;
    plans.add(job.checkpointing, quantised);
    if (mayCheckpoint)
        plans.add(true, quantised);
    if (mayQuantise)
        plans.add(job.checkpointing, true);
    if (mayQuantise && mayCheckpoint)
        plans.add(true, true);
    return plans;
}

bool canShrink(const Job& job)
{
    if (job.net.imagePx)
        return *job.net.imagePx > smallestSide && job.family != JobFamily::Reinforcement;
    return hasAdapters(job) && job.net.sequence;
}

double marginOf(const MemoryModel& model, const MemoryConstants& memory)
{
    return model.calibrated ? memory.marginCalibrated : memory.marginSpec;
}

/// The system's share is known exactly, so only the job's own part carries the margin.
Fit fitIn(const Room& room, double jobBytes, double margin, const MemoryConstants& memory)
{
    const double total = jobBytes + room.systemBytes;
    return fitOf(total, (jobBytes * margin + room.systemBytes) / total, room.have, memory);
}

/// Photos that one core opens and prepares in a second: opening them is a part that the test of a machine measures.
double loadedPerCore(const Rig& rig, const Constants& c)
{
    return rig.jpegPerSecond ? *rig.jpegPerSecond * c.profile.jpegShare : c.time.loaderImages;
}

void addTime(NeuralRun& run, const Job& job, const Rig& rig, const Engine& engine, const Constants& c)
{
    if (job.family == JobFamily::Reinforcement) {
        run.seconds = gameSeconds(job, rig, engine, c);
        return;
    }
    const auto step = stepTime(job, engine, run.plan, run.microBatch, c);
    const auto samples = samplesPerEpoch(job, c.time);
    if (!step || !samples || (job.loadsImages && !rig.cores))
        return;
    run.method = step->method;
    run.launchBound = step->launchBound;
    run.parts = step->parts;
    run.perSample = step->seconds / run.microBatch / engine.deviceFactor;
    if (job.loadsImages) {
        const double loading = 1.0 / (*rig.cores * loadedPerCore(rig, c));
        run.loaderBound = loading > run.perSample;
        run.perSample = std::max(run.perSample, loading);
    }
    run.seconds = *samples * job.epochs * run.perSample * (1.0 + c.time.fixedShare) + c.time.neuralStartSeconds;
    if (step->flop > 0.0)
        run.utilisation = step->flop / run.perSample / (engine.tflops * engine.devices * 1e12);
}

/// The largest micro-batch of this plan that surely fits; no time if none does.
NeuralRun largestRun(const Job& job, const Rig& rig, const Engine& engine, const MemoryPlan& plan, const Room& room, const Constants& c)
{
    NeuralRun run;
    run.plan = plan;
    const auto model = memoryOn(engine, job, plan, c);
    if (!model)
        return run;
    const double margin = marginOf(*model, c.memory);
    run.needBytes = model->at(1.0);
    run.fit = fitIn(room, run.needBytes, margin, c.memory);
    if (run.fit != Fit::Yes)
        return run;
    const double capacity = (plannedBytes(*room.have, c.memory) - room.systemBytes) / margin;
    run.microBatch = std::clamp(maxBatch(capacity, model->fixed, model->perSample), 1.0, std::max(1.0, job.batch));
    run.needBytes = model->at(run.microBatch);
    addTime(run, job, rig, engine, c);
    return run;
}

/// No plan surely fits: the most sparing one, tight at its own size, else with a smaller input, else not at all.
NeuralRun tightRun(const Job& job, const Rig& rig, const Engine& engine, const NeuralRun& sparing, const Room& room, const Constants& c)
{
    NeuralRun run = sparing;
    if (run.fit == Fit::No && canShrink(job)) {
        MemoryPlan plan = sparing.plan;
        plan.smallerInput = true;
        const auto model = memoryOn(engine, job, plan, c);
        if (model && fitIn(room, model->at(1.0), 1.0, c.memory) == Fit::Yes) {
            run.plan = plan;
            run.needBytes = model->at(1.0);
            run.fit = Fit::Tight;
        }
    }
    // Time of the full input: a smaller one would be faster, but it is not what was asked for.
    if (run.fit == Fit::Tight)
        addTime(run, job, rig, engine, c);
    return run;
}

bool faster(const NeuralRun& a, const NeuralRun& b)
{
    if (!a.seconds || !b.seconds)
        return a.seconds.has_value();
    return *a.seconds < *b.seconds;
}

/// One of the cards alone would not hold the job, however small its batch.
bool needsTheOthers(const Job& job, const Room& room, const NeuralChoice& choice, const Constants& c)
{
    Engine alone = *choice.engine;
    if (alone.devices <= 1.0 || !isLanguageModel(job.family) || job.family == JobFamily::Diffusion)
        return false;
    alone.devices = 1.0;
    const auto model = memoryOn(alone, job, choice.run.plan, c);
    return model && fitIn(room, model->at(1.0), marginOf(*model, c.memory), c.memory) != Fit::Yes;
}

void addAdjustments(Estimate& result, const Job& job, const Rig& rig, const Room& room, const NeuralChoice& choice, const Constants& c)
{
    const Engine& engine = *choice.engine;
    const NeuralRun& run = choice.run;
    const auto set = [&result](bool on, Adjustment bit) {
        if (on)
            result.adjustments = static_cast<std::uint16_t>(result.adjustments | bit);
    };
    set(run.microBatch < job.batch, AdjustAccumulation);
    set(run.plan.checkpointing && !job.checkpointing, AdjustCheckpointing);
    set(run.plan.quantised && job.family == JobFamily::Lora, AdjustQlora);
    set(run.plan.smallerInput, AdjustSmallerInput);
    set(run.loaderBound, AdjustLoaderBound);
    set(rig.laptop && !engine.onCpu && engine.effective < cappedShare * engine.tflops, AdjustPowerCapped);
    set(engine.onCpu, AdjustOnCpu);
    set(run.launchBound, AdjustSmallBatch);
    set(needsTheOthers(job, room, choice, c), AdjustSharedWeights);
}

MemoryCheck checkOf(const NeuralRun& run, const Room& room, bool known)
{
    MemoryCheck check;
    check.kind = room.kind;
    check.have = room.have;
    check.fit = run.fit;
    if (known)
        check.need = Gib{(run.needBytes + room.systemBytes) / bytesPerGib};
    return check;
}

/// RAM beside the card: system and program; with unified memory the job too.
MemoryCheck ramBeside(const NeuralRun& run, const Rig& rig, bool known, const MemoryConstants& memory)
{
    MemoryCheck check;
    const double job = rig.unified && known ? run.needBytes : 0.0;
    // What Apple's graphics may use already leaves room for the program.
    const double program = rig.unified ? 0.0 : memory.frameworkGb * 1e9;
    const double need = job + program + memory.osGb * 1e9;
    check.have = rig.ram;
    check.need = Gib{need / bytesPerGib};
    check.fit = fitOf(need, memory.fillShare, rig.ram, memory);
    return check;
}

/// Error of a network of which no published run is known, only its size.
double networkSpread(const Job& job, Method method, const SpreadConstants& sd)
{
    if (method != Method::Spec || job.family == JobFamily::Reinforcement)
        return 0.0;
    return job.net.activationsM ? sd.unknownVision : sd.unknownText;
}

Estimate assemble(const Job& job, const Rig& rig, const NeuralChoice& choice, const Constants& c)
{
    const Engine& engine = *choice.engine;
    const NeuralRun& run = choice.run;
    const Room room = roomOf(rig, engine, c.memory);
    const bool known = run.needBytes > 0.0;
    Estimate result;
    result.method = run.method;
    result.microBatch = run.microBatch;
    result.memory = checkOf(run, room, known);
    result.ramCheck = engine.onCpu ? result.memory : ramBeside(run, rig, known, c.memory);
    result.fit = worse(result.memory.fit, result.ramCheck.fit);
    if (worse(result.memory.fit, result.ramCheck.fit) != result.memory.fit)
        result.memory = result.ramCheck;
    result.sdOwn = ownSpread(job, rig, engine, c);
    result.sdCommon = networkSpread(job, run.method, c.sd);
    finish(result, run.seconds, job, c);
    if (!result.seconds)
        return result;
    result.utilisation = run.utilisation;
    addAdjustments(result, job, rig, room, choice, c);
    addEnergy(result, rig, engine.onCpu, c);
    return result;
}

Estimate onEngine(const Job& job, const Rig& rig, const std::optional<Engine>& engine, const Constants& c, NeuralChoice& choice)
{
    if (engine) {
        choice.engine = engine;
        choice.run = bestRun(job, rig, *engine, c);
        return assemble(job, rig, choice, c);
    }
    Estimate unknown;
    unknown.blocked = ReasonCode::UnknownSpec;
    return unknown;
}

/// Both parts of a machine can run the job: the one with more room does, with equal room the faster one.
Estimate betterOf(const Estimate& a, const NeuralChoice& choiceA, const Estimate& b, NeuralChoice& choiceB)
{
    const bool same = a.fit == b.fit;
    const bool fasterA = a.seconds && (!b.seconds || a.seconds->likely <= b.seconds->likely);
    const bool takeA = a.seconds && (!b.seconds || (same ? fasterA : worse(a.fit, b.fit) == b.fit));
    if (!takeA && (b.seconds || worse(a.fit, b.fit) == a.fit))
        return b;
    choiceB = choiceA;
    return a;
}

Estimate noSoftware()
{
    Estimate result;
    result.fit = Fit::No;
    result.blocked = ReasonCode::SoftwareUnsupported;
    return result;
}

} // namespace

double runSpread(const Job& job, const Rig& rig, const Engine& engine, Method method, const Constants& constants)
{
    return together(ownSpread(job, rig, engine, constants), networkSpread(job, method, constants.sd));
}

NeuralRun bestRun(const Job& job, const Rig& rig, const Engine& engine, const Constants& constants)
{
    const Room room = roomOf(rig, engine, constants.memory);
    const Plans plans = ladder(job, engine);
    NeuralRun best, last;
    for (std::size_t i = 0; i < plans.count; ++i) {
        last = largestRun(job, rig, engine, plans.items[i], room, constants);
        if (last.fit == Fit::Yes && (best.fit != Fit::Yes || faster(last, best)))
            best = last;
    }
    return best.fit == Fit::Yes ? best : tightRun(job, rig, engine, last, room, constants);
}

Estimate estimateNetwork(const Job& job, const Rig& rig, const Constants& constants, NeuralChoice* chosen)
{
    NeuralChoice local;
    NeuralChoice& choice = chosen != nullptr ? *chosen : local;
    const bool card = rig.hasAccelerator && !rig.acceleratorUnknown;
    if (rig.acceleratorUnknown)
        return onEngine(job, rig, std::nullopt, constants, choice);
    if (job.family == JobFamily::Qlora && (!card || rig.stack != Stack::Cuda))
        return noSoftware();
    if (!card || !cardSoftwareExists(rig))
        return onEngine(job, rig, processorEngine(job, rig, constants), constants, choice);
    const Estimate onCard = onEngine(job, rig, cardEngine(job, rig, constants), constants, choice);
    if (!rig.integrated && job.family != JobFamily::Reinforcement)
        return onCard;
    NeuralChoice cardChoice = choice;
    const Estimate onCpu = onEngine(job, rig, processorEngine(job, rig, constants), constants, choice);
    return betterOf(onCard, cardChoice, onCpu, choice);
}

} // namespace rightrig
