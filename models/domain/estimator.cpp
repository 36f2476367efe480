// The one door to the estimator: tables or networks, with or without the open formula.
#include "models/domain/estimator.h"

#include "models/domain/classical.h"
#include "models/domain/measuredrig.h"
#include "models/domain/neural.h"
#include "models/domain/ownruns.h"
#include "models/domain/trace.h"

#include <cmath>

namespace rightrig {

namespace {

/// A size that is no positive number says nothing about time or memory.
bool hasSize(const Job& job)
{
    const auto sound = [](double value) { return std::isfinite(value) && value > 0.0; };
    return sound(job.samples) && sound(job.epochs);
}

Estimate sizeless()
{
    Estimate unknown;
    unknown.blocked = ReasonCode::UnknownSpec;
    return unknown;
}

} // namespace

Estimate estimate(const Job& job, const Rig& rig, const Constants& constants, Trace* trace)
{
    if (!hasSize(job))
        return sizeless();
    Estimate result;
    if (trace == nullptr) {
        result = isClassical(job.family) ? estimateTable(job, rig, constants) : estimateNetwork(job, rig, constants);
        markMeasured(result, job, rig, constants);
        correct(result, job, rig, constants);
        return result;
    }
    *trace = {};
    trace->processorMeasured = rig.processorMeasured;
    if (isClassical(job.family)) {
        result = estimateTable(job, rig, constants);
        markMeasured(result, job, rig, constants);
        traceTable(job, rig, result, constants, *trace);
    } else {
        NeuralChoice choice;
        result = estimateNetwork(job, rig, constants, &choice);
        markMeasured(result, job, rig, constants);
        traceNetwork(job, rig, result, choice, constants, *trace);
    }
    traceRuns(correct(result, job, rig, constants), result, *trace);
    traceCommon(job, rig, result, constants, *trace);
    return result;
}

Estimate explain(const Job& job, const Catalog& catalog, const Machine& machine, const Constants& constants, Trace& trace)
{
    const Estimate result = estimate(job, makeRig(catalog, machine, constants), constants, &trace);
    addSources(job, catalog, machine, constants, trace);
    return result;
}

std::string_view fitName(Fit fit)
{
    switch (fit) {
    case Fit::Yes:
        return "yes";
    case Fit::Tight:
        return "tight";
    case Fit::No:
        return "no";
    case Fit::Unknown:
        break;
    }
    return "unknown";
}

std::string_view methodName(Method m)
{
    switch (m) {
    case Method::Measured:
        return "measured";
    case Method::Calibrated:
        return "calibrated";
    case Method::Spec:
        return "spec";
    case Method::Classical:
        break;
    }
    return "classical";
}

std::string_view stackName(Stack stack)
{
    switch (stack) {
    case Stack::Cuda:
        return "CUDA";
    case Stack::Rocm:
        return "ROCm";
    case Stack::Metal:
        return "Apple Metal";
    case Stack::IntelGpu:
        return "Intel graphics";
    case Stack::Xla:
        return "XLA";
    case Stack::Cpu:
        break;
    }
    return "processor";
}

} // namespace rightrig
