// What a computer is and what it really did when it was tested. Every field is optional: empty means nobody could tell.
// The written form is `rightrig.profile/1` (db/documents/profilefile.h). It holds no serial number, user name, host name or path.
#pragma once

#include "models/domain/machine.h"
#include "models/domain/units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

enum class PowerSupply : std::uint8_t { Mains, Battery };
/// Widest arithmetic of the processor that numerical libraries use.
enum class Simd : std::uint8_t { Sse2, Avx, Avx2, Avx512, Neon, Sve };

/// What a test measures, in the order in which it does. "One" and "All" are cores.
enum class Rate : std::uint8_t {
    SgemmOneSmall,
    SgemmOneLarge,
    SgemmAllSmall,
    SgemmAllLarge,
    ConvolutionOne,
    ConvolutionAll,
    BandwidthOne,
    BandwidthAll,
    RandomAccess,
    HistogramOne,
    HistogramAll,
    TreeBuilding,
    SmallOperations,
    JpegDecode,
    DiskRead
};
inline constexpr std::size_t rateCount = 15;

/// Name in documents, unit, and the span beyond which a value is a mistake.
struct RateInfo
{
    std::string_view key, unit;
    double low = 0.0, high = 0.0;
};
[[nodiscard]] const RateInfo& rateInfo(Rate rate);

struct MeasuredRate
{
    double value = 0.0;           ///< median, in the rate's unit
    std::optional<double> spread; ///< middle half of the repeats over the median
    bool operator==(const MeasuredRate&) const = default;
};

struct ProfileGpu
{
    std::string name;
    std::optional<Gib> vram;
    std::optional<std::string> driver;
    std::optional<Watts> powerLimit;
    std::optional<bool> integrated;
    bool operator==(const ProfileGpu&) const = default;
};

/// Why something is absent.
enum class Missing : std::uint8_t { Blas, Jpeg, Disk, GpuQuery, Time, Memory };

struct MachineProfile
{
    std::optional<std::string> cpu; ///< as the system spells it
    std::optional<double> cores, performanceCores, efficiencyCores, threads;
    std::optional<double> coreLimit; ///< of a container; may be a part of a core
    std::optional<Simd> simd;
    std::optional<double> cacheL1Kib, cacheL2Kib, cacheL3Kib; ///< of one core; the third level of all
    std::optional<Gib> ram, freeRam;
    std::vector<ProfileGpu> gpus;
    std::optional<Os> os;
    std::optional<bool> laptop;
    std::optional<PowerSupply> power;
    std::optional<bool> virtualMachine, container;
    std::array<std::optional<MeasuredRate>, rateCount> rates;
    std::optional<double> heldUp;  ///< speed in the second half of the test over that in the first
    std::optional<double> spread;  ///< median of the rates' spreads
    std::optional<bool> noisy;     ///< other programs disturbed the test
    std::optional<double> seconds; ///< the whole test
    std::optional<bool> quick;
    std::vector<Missing> missing;

    [[nodiscard]] std::optional<double> rate(Rate which) const;
    /// Cores a program may really use: not more than a container allows. Empty if unknown.
    [[nodiscard]] std::optional<double> usableCores() const;
    bool operator==(const MachineProfile&) const = default;
};

/// Spread above which a test counts as disturbed: repeats of an idle machine agree to a few percent.
inline constexpr double noisySpread = 0.15;
/// Below this the machine slows down when it gets warm, or shares its power with others.
inline constexpr double throttledShare = 0.9;

/// Fills `spread` (median over the rates) and `noisy`: true too where `busyShare` of the cores had other work before the test.
void judgeSteadiness(MachineProfile& profile, double busyShare);

} // namespace rightrig
