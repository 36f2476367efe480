#include "models/qt/measure/kernels.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace rightrig {

void triad(std::span<float> a, std::span<const float> b, std::span<const float> c, float s)
{
    float* const out = a.data();
    const float* const first = b.data();
    const float* const second = c.data();
    const std::size_t count = a.size();
    for (std::size_t i = 0; i < count; ++i)
        out[i] = first[i] + s * second[i];
}

std::uint32_t chase(std::span<const std::uint32_t> places, std::uint32_t start, std::size_t steps)
{
    const auto mask = static_cast<std::uint32_t>(places.size() - 1);
    std::uint32_t at = start & mask;
    // A linear congruential generator visits every place in an order that no prefetcher foresees.
    for (std::size_t i = 0; i < steps; ++i)
        at = (at * 1664525U + 1013904223U + places[at]) & mask;
    return at;
}

void addToHistograms(
    std::span<const std::uint8_t> bins, std::span<const float> gradients, std::size_t columns, std::span<double> histograms)
{
    constexpr std::size_t binCount = 256, sums = 2;
    const std::uint8_t* row = bins.data();
    for (const float gradient : gradients) {
        for (std::size_t column = 0; column < columns; ++column) {
            double* const bin = histograms.data() + (column * binCount + row[column]) * sums;
            bin[0] += static_cast<double>(gradient);
            bin[1] += 1.0;
        }
        row += columns;
    }
}

float bestSplit(std::span<const float> values, std::span<const std::uint8_t> classes, std::vector<std::uint32_t>& order)
{
    order.resize(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&values](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    float all = 0.0F;
    for (const std::uint8_t one : classes)
        all += static_cast<float>(one);
    float best = 0.0F, left = 0.0F, seen = 0.0F;
    const auto total = static_cast<float>(values.size());
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        left += static_cast<float>(classes[order[i]]);
        seen += 1.0F;
        const float right = all - left;
        best = std::max(best, left * left / seen + right * right / (total - seen));
    }
    return best;
}

float smallOperations(std::size_t count)
{
    constexpr std::size_t size = 256;
    static const std::vector<std::function<void(std::vector<float>&)>> kinds{
        [](std::vector<float>& v) { std::for_each(v.begin(), v.end(), [](float& x) { x = x * 0.5F + 1.0F; }); },
        [](std::vector<float>& v) { std::for_each(v.begin(), v.end(), [](float& x) { x = std::max(0.0F, x - 0.5F); }); },
        [](std::vector<float>& v) { std::for_each(v.begin(), v.end(), [](float& x) { x = x / (1.0F + std::fabs(x)); }); }};
    float sum = 0.0F;
    std::vector<float> last(size, 1.0F);
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float> next(last);
        kinds[i % kinds.size()](next);
        sum += next[i % size];
        last.swap(next);
    }
    return sum;
}

void unfold(std::span<const float> pictures, std::size_t channels, std::size_t side, std::span<float> columns)
{
    constexpr std::size_t kernel = 3;
    float* out = columns.data();
    for (std::size_t part = 0; part < channels * kernel * kernel; ++part) {
        const float* const picture = pictures.data() + part / (kernel * kernel) * side * side;
        const std::size_t down = part / kernel % kernel, right = part % kernel;
        for (std::size_t y = 0; y < side; ++y) {
            const std::size_t from = std::min(side - 1, y + down) * side;
            for (std::size_t x = 0; x < side; ++x)
                *out++ = picture[from + std::min(side - 1, x + right)];
        }
    }
}

void fillRandom(std::span<float> values, std::uint32_t seed)
{
    std::uint32_t state = seed | 1U;
    for (float& value : values) {
        state = state * 1664525U + 1013904223U;
        value = static_cast<float>(state >> 8U) / 16777216.0F;
    }
}

} // namespace rightrig
