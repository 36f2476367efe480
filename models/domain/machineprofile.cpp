#include "models/domain/machineprofile.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr std::array<RateInfo, rateCount> rateTable{{{"sgemm_one_small_gflops", "GFLOP/s", 0.001, 1e5},
    {"sgemm_one_large_gflops", "GFLOP/s", 0.001, 1e5}, {"sgemm_all_small_gflops", "GFLOP/s", 0.001, 1e6},
    {"sgemm_all_large_gflops", "GFLOP/s", 0.001, 1e6}, {"convolution_one_gflops", "GFLOP/s", 0.001, 1e5},
    {"convolution_all_gflops", "GFLOP/s", 0.001, 1e6}, {"bandwidth_one_gb_per_s", "GB/s", 0.001, 1e4},
    {"bandwidth_all_gb_per_s", "GB/s", 0.001, 1e5}, {"random_access_m_per_s", "million/s", 0.001, 1e5},
    {"histogram_one_m_per_s", "million cells/s", 0.001, 1e6}, {"histogram_all_m_per_s", "million cells/s", 0.001, 1e7},
    {"tree_building_m_per_s", "million steps/s", 0.001, 1e6}, {"small_operations_k_per_s", "thousand/s", 0.001, 1e8},
    {"jpeg_decode_per_s", "pictures/s", 0.001, 1e6}, {"disk_read_mb_per_s", "MB/s", 0.001, 1e6}}};

constexpr double busyEnough = 0.25; ///< a quarter of the cores at other work takes as much from every rate

std::optional<double> medianSpread(const MachineProfile& profile)
{
    std::vector<double> spreads;
    for (const auto& rate : profile.rates) {
        if (rate && rate->spread)
            spreads.push_back(*rate->spread);
    }
    if (spreads.empty())
        return std::nullopt;
    const auto middle = spreads.begin() + static_cast<std::ptrdiff_t>(spreads.size() / 2);
    std::nth_element(spreads.begin(), middle, spreads.end());
    return *middle;
}

} // namespace

const RateInfo& rateInfo(Rate rate) { return rateTable[static_cast<std::size_t>(rate)]; }

std::optional<double> MachineProfile::rate(Rate which) const
{
    const auto& found = rates[static_cast<std::size_t>(which)];
    return found ? std::optional(found->value) : std::nullopt;
}

std::optional<double> MachineProfile::usableCores() const
{
    const std::optional<double> known = cores ? cores : threads;
    if (!known || !coreLimit)
        return known ? known : coreLimit;
    return std::min(*known, *coreLimit);
}

void judgeSteadiness(MachineProfile& profile, double busyShare)
{
    profile.spread = medianSpread(profile);
    if (profile.spread)
        profile.noisy = *profile.spread > noisySpread || busyShare > busyEnough;
}

} // namespace rightrig
