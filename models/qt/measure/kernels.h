// The small loops whose speed is measured. Compiled with the optimiser in every build, or the figures would mean nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rightrig {

/// a = b + s c: 12 bytes moved for each value.
void triad(std::span<float> a, std::span<const float> b, std::span<const float> c, float s);
/// Steps through `places` (a power of two of them, all zero) in an order in which each step needs the one before. Returns the last place.
[[nodiscard]] std::uint32_t chase(std::span<const std::uint32_t> places, std::uint32_t start, std::size_t steps);
/// Adds each row's gradient to the bin of each of its columns, as gradient boosting does. `bins` holds rows x columns values.
void addToHistograms(
    std::span<const std::uint8_t> bins, std::span<const float> gradients, std::size_t columns, std::span<double> histograms);
/// Sorts one column of a tree's node and looks for its best split, as forests do. Returns the best gain.
[[nodiscard]] float bestSplit(std::span<const float> values, std::span<const std::uint8_t> classes, std::vector<std::uint32_t>& order);
/// Many short operations, each with memory of its own, as small networks do. Returns a sum, so that nothing is optimised away.
[[nodiscard]] float smallOperations(std::size_t count);
/// Copies the 3 x 3 surroundings of each place of `channels` pictures of side x side into columns (im2col).
void unfold(std::span<const float> pictures, std::size_t channels, std::size_t side, std::span<float> columns);
/// Pseudo-random numbers from 0 to 1: the same in every run.
void fillRandom(std::span<float> values, std::uint32_t seed);

} // namespace rightrig
