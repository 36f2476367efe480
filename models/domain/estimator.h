// The one estimator: wizard, command line, PDF and class all call estimate(). Pure: same input, same output.
// Formulas: the public sources named in db/rows/sources-core.csv, cited beside each function in the .cpp files.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/job.h"
#include "models/domain/reasons.h"
#include "models/domain/testedrates.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rightrig {

/// The software a machine runs deep learning on; decides gates and the software factor phi.
enum class Stack : std::uint8_t { Cuda, Rocm, Metal, IntelGpu, Xla, Cpu };

inline constexpr double threadsPerCore = 2.0; ///< a cloud's virtual processor is one hyperthread

/// A machine as the estimator sees it: numbers only, made once per machine by makeRig().
struct Rig
{
    // processor
    std::optional<double> cores, singleCoreSpeed, cpuFp32Gflops, cpuBandwidthGbPerS;
    std::optional<Watts> cpuPower;
    bool appleProcessor = false; ///< its cores share matrix units that no count of its vector units knows
    std::optional<Gib> ram;
    // accelerator; hasAccelerator false: processor only
    bool hasAccelerator = false;
    bool acceleratorUnknown = false;
    int acceleratorCount = 0;
    Stack stack = Stack::Cpu;
    std::optional<Gib> vram; ///< per accelerator; for unified memory the usable share of RAM
    std::optional<double> bandwidthGbPerS, fp32Tflops, tf32Tflops, halfTflops;
    std::optional<Watts> power;
    std::uint8_t chip = 0;          ///< of the accelerator: index into chipFamilies
    bool powerIsGuess = false;      ///< laptop part with unknown TGP: derated and wider
    bool processorIsGuess = false;  ///< rented, and its owner does not name the processor: an old server's core, and wider
    bool processorMeasured = false; ///< its rates come from a test of this very machine
    bool processorSteady = false;   ///< and nothing disturbed that test
    std::optional<TestedRates> tested;
    std::optional<double> jpegPerSecond; ///< photos that one core of this very machine opens
    bool own = false;                    ///< the student's own computer: its real runs hold for it
    bool unified = false, laptop = false, fanless = false, newGeneration = false, integrated = false;
    MachineKind kind = MachineKind::Laptop;
    Os os = Os::Any;
};

enum class Fit : std::uint8_t { Yes, Tight, No, Unknown };
enum class Method : std::uint8_t { Measured, Calibrated, Spec, Classical };
enum class MemoryKind : std::uint8_t { Ram, Vram, Unified };

struct MemoryCheck
{
    MemoryKind kind = MemoryKind::Ram;
    std::optional<Gib> need, have;
    Fit fit = Fit::Unknown;
};

/// Bits of Estimate::adjustments.
enum Adjustment : std::uint16_t {
    AdjustAccumulation = 1,
    AdjustCheckpointing = 2,
    AdjustLora = 4,
    AdjustQlora = 8,
    AdjustSmallerInput = 16,
    AdjustLoaderBound = 32,
    AdjustPowerCapped = 64,
    AdjustOnCpu = 128,
    AdjustSmallBatch = 256,
    AdjustSharedWeights = 512 ///< several cards, each with a part of a language model's weights
};

/// One run of one job on one machine. No heap: a million of these are made per second.
struct Estimate
{
    Fit fit = Fit::Unknown; ///< worst of the checks; No and Unknown carry no time
    MemoryCheck memory;     ///< the tighter of the two checks
    MemoryCheck ramCheck;
    std::optional<ReasonCode> blocked;     ///< software or size gate (SoftwareUnsupported, JobTooLarge, UnknownSpec)
    std::optional<Range<Seconds>> seconds; ///< one run, 80 % interval; empty unless fit is Yes or Tight
    Method method = Method::Spec;
    std::uint16_t adjustments = 0;
    double microBatch = 0.0;
    double sdOwn = 0.0;                         ///< ln sd of this machine's own error (hardware, stack)
    double sdCommon = 0.0;                      ///< ln sd shared by all machines (workload size): cancels when two are ranked
    std::optional<Range<KilowattHours>> energy; ///< one run
    std::optional<double> utilisation;          ///< of compute, for "how we know"
};

/// One named number that entered a formula.
struct TraceInput
{
    std::string name;
    double value = 0.0;
    std::string unit;
    SourceRef source;
};

/// The open formula of one estimate, filled only on request.
struct Trace
{
    std::vector<std::string> lines; ///< "throughput = K * Ce^a * BW^b * phi = 836.3 samples/s"
    std::vector<TraceInput> inputs;
    std::string formula;            ///< the main line
    bool processorMeasured = false; ///< the processor's figures come from a test, not from a data sheet
};

/// All constants of the estimator with student overrides applied. Cheap to copy, resolved once per catalogue.
class Constants;
/// Reads every constant the estimator needs. Throws std::runtime_error naming the first that is missing.
[[nodiscard]] std::shared_ptr<const Constants> resolveConstants(const Catalog& catalog, const Answers& answers);

/// The numbers of one machine; unknown stays unknown.
[[nodiscard]] Rig makeRig(const Catalog& catalog, const Machine& machine, const Constants& constants);

/// Memory, time with range, energy of one run of `job` on `rig`. With `trace`, also the open formula.
[[nodiscard]] Estimate estimate(const Job& job, const Rig& rig, const Constants& constants, Trace* trace = nullptr);

/// As estimate(), with sources and dates of the machine's figures in the trace's inputs.
[[nodiscard]] Estimate explain(const Job& job, const Catalog& catalog, const Machine& machine, const Constants& constants, Trace& trace);

[[nodiscard]] std::string_view fitName(Fit fit);       ///< "yes", "tight", "no", "unknown"
[[nodiscard]] std::string_view methodName(Method m);   ///< "measured", "calibrated", "spec", "classical"
[[nodiscard]] std::string_view stackName(Stack stack); ///< "CUDA", "ROCm", ...

} // namespace rightrig
