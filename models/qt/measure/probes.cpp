#include "models/qt/measure/probes.h"

#include "models/qt/measure/diskprobe.h"
#include "models/qt/measure/kernels.h"
#include "models/qt/measure/numberlibraries.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <thread>

namespace rightrig {

namespace {

constexpr double giga = 1e-9, mega = 1e-6, kilo = 1e-3;
constexpr int smallSide = 64, largeSide = 768;
constexpr double mib = 1024.0 * 1024.0;

ProbePtr probe(Rate rate, Missing missing, std::function<bool()> prepare, std::function<double()> work)
{
    return std::make_shared<const Probe>(Probe{rate, std::move(prepare), std::move(work), missing});
}

/// Waits for its threads, also where starting one of them failed. (Not every standard library has std::jthread.)
struct JoinedThreads
{
    std::vector<std::thread> running;
    JoinedThreads() = default;
    JoinedThreads(const JoinedThreads&) = delete;
    JoinedThreads& operator=(const JoinedThreads&) = delete;
    ~JoinedThreads()
    {
        for (std::thread& thread : running)
            thread.join();
    }
};

/// Calls `work(i)` for i = 0 .. threads - 1, each in a thread of its own.
template <class Work> void inParallel(int threads, const Work& work)
{
    JoinedThreads joined;
    for (int i = 1; i < threads; ++i)
        joined.running.emplace_back([&work, i] { work(static_cast<std::size_t>(i)); });
    work(0);
}

/// A piece of work on several threads must last until the system has spread them over the cores, which takes some milliseconds.
int roundsFor(int threads)
{
    constexpr int enough = 20;
    return threads > 1 ? enough : 1;
}

/// Large enough not to fit into the caches, small enough for a machine with little memory left.
std::size_t arrayValues(const MachineProfile& facts)
{
    const double wanted = std::max(48.0 * mib, 2.0 * 1024.0 * facts.cacheL3Kib.value_or(0.0));
    const double most = facts.freeRam ? facts.freeRam->value * bytesPerGib / 24.0 : 16.0 * mib;
    return static_cast<std::size_t>(std::clamp(wanted, 4.0 * mib, std::max(4.0 * mib, most)) / sizeof(float));
}

ProbePtr sgemm(const std::shared_ptr<Blas>& blas, Rate rate, int side, int threads)
{
    struct Matrices
    {
        std::vector<float> a, b, c;
    };
    auto data = std::make_shared<Matrices>();
    const auto prepare = [data, side] {
        const auto size = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
        data->a.resize(size);
        data->b.resize(size);
        data->c.resize(size);
        fillRandom(data->a, 1);
        fillRandom(data->b, 2);
        return true;
    };
    const int repeats = side == smallSide ? 200 : 1;
    const auto work = [data, blas, side, threads, repeats] {
        blas->setThreads(threads);
        for (int i = 0; i < repeats; ++i)
            blas->multiply(side, side, side, data->a.data(), data->b.data(), data->c.data());
        return 2.0 * std::pow(side, 3) * repeats * giga;
    };
    return probe(rate, Missing::Memory, prepare, work);
}

/// A layer of 64 pictures of 56 x 56 with 3 x 3 weights, as in ResNet: unfolded, then multiplied. Each thread has a picture of its own.
ProbePtr convolution(const std::shared_ptr<Blas>& blas, Rate rate, int threads)
{
    constexpr std::size_t channels = 64, side = 56, places = side * side, taps = channels * 9;
    struct Layer
    {
        std::vector<float> weights, pictures, columns, out;
    };
    auto layers = std::make_shared<std::vector<Layer>>();
    const auto prepare = [layers, threads] {
        layers->resize(static_cast<std::size_t>(threads));
        for (Layer& layer : *layers) {
            layer.weights.resize(channels * taps);
            layer.pictures.resize(channels * places);
            layer.columns.resize(taps * places);
            layer.out.resize(channels * places);
            fillRandom(layer.weights, 3);
            fillRandom(layer.pictures, 4);
        }
        return true;
    };
    const auto work = [layers, blas, threads] {
        blas->setThreads(1);
        const int rounds = roundsFor(threads);
        inParallel(threads, [&](std::size_t i) {
            Layer& layer = (*layers)[i];
            for (int round = 0; round < rounds; ++round) {
                unfold(layer.pictures, channels, side, layer.columns);
                blas->multiply(static_cast<int>(channels), static_cast<int>(places), static_cast<int>(taps), layer.weights.data(),
                    layer.columns.data(), layer.out.data());
            }
        });
        return 2.0 * static_cast<double>(channels * places * taps) * threads * rounds * giga;
    };
    return probe(rate, Missing::Memory, prepare, work);
}

using Arrays = std::vector<std::vector<float>>;

ProbePtr bandwidth(const std::shared_ptr<Arrays>& arrays, Rate rate, std::size_t values, int threads)
{
    const auto prepare = [arrays, values] {
        arrays->resize(3);
        for (std::vector<float>& array : *arrays)
            array.resize(values, 1.0F);
        return true;
    };
    const auto work = [arrays, values, threads] {
        const std::size_t part = values / static_cast<std::size_t>(threads);
        const int rounds = roundsFor(threads);
        inParallel(threads, [&](std::size_t i) {
            const std::size_t from = i * part;
            for (int round = 0; round < rounds; ++round)
                triad(std::span((*arrays)[0]).subspan(from, part), std::span((*arrays)[1]).subspan(from, part),
                    std::span((*arrays)[2]).subspan(from, part), 0.5F);
        });
        return 3.0 * sizeof(float) * static_cast<double>(part) * threads * rounds * giga;
    };
    return probe(rate, Missing::Memory, prepare, work);
}

ProbePtr randomAccess(std::size_t values)
{
    auto places = std::make_shared<std::vector<std::uint32_t>>();
    auto at = std::make_shared<std::uint32_t>(1);
    constexpr std::size_t steps = 200000;
    const auto prepare = [places, values] {
        places->resize(std::bit_floor(values), 0U);
        return true;
    };
    const auto work = [places, at] {
        *at = chase(*places, *at, steps);
        return static_cast<double>(steps) * mega;
    };
    return probe(Rate::RandomAccess, Missing::Memory, prepare, work);
}

/// Rows of 28 columns, as many as a small real table has. Each thread adds up its own rows.
ProbePtr histogram(Rate rate, int threads)
{
    constexpr std::size_t rows = 50000, columns = 28, bins = 256;
    struct Table
    {
        std::vector<std::uint8_t> bins;
        std::vector<float> gradients;
        std::vector<std::vector<double>> sums;
    };
    auto table = std::make_shared<Table>();
    const auto prepare = [table, threads] {
        std::vector<float> random(rows * columns);
        fillRandom(random, 5);
        table->bins.resize(random.size());
        std::transform(random.begin(), random.end(), table->bins.begin(), [](float x) { return static_cast<std::uint8_t>(x * 255.0F); });
        table->gradients.assign(random.begin(), random.begin() + rows);
        table->sums.assign(static_cast<std::size_t>(threads), std::vector<double>(columns * bins * 2));
        return true;
    };
    const auto work = [table, threads] {
        const int rounds = roundsFor(threads);
        inParallel(threads, [&](std::size_t i) {
            for (int round = 0; round < rounds; ++round)
                addToHistograms(table->bins, table->gradients, columns, table->sums[i]);
        });
        return static_cast<double>(rows * columns) * threads * rounds * mega;
    };
    return probe(rate, Missing::Memory, prepare, work);
}

ProbePtr treeBuilding()
{
    constexpr std::size_t rows = 20000;
    struct Node
    {
        std::vector<float> values;
        std::vector<std::uint8_t> classes;
        std::vector<std::uint32_t> order;
    };
    auto node = std::make_shared<Node>();
    const auto prepare = [node] {
        node->values.resize(rows);
        fillRandom(node->values, 6);
        node->classes.resize(rows);
        std::transform(node->values.begin(), node->values.end(), node->classes.begin(),
            [](float x) { return static_cast<std::uint8_t>(std::fmod(x * 97.0F, 1.0F) < x ? 1 : 0); });
        return true;
    };
    const auto work = [node] {
        const float gain = bestSplit(node->values, node->classes, node->order);
        return gain < 0.0F ? 0.0 : static_cast<double>(rows) * std::log2(static_cast<double>(rows)) * mega;
    };
    return probe(Rate::TreeBuilding, Missing::Memory, prepare, work);
}

ProbePtr manySmallOperations()
{
    const auto work = [] {
        constexpr std::size_t count = 20000;
        return std::isfinite(smallOperations(count)) ? static_cast<double>(count) * kilo : 0.0;
    };
    return probe(
        Rate::SmallOperations, Missing::Memory, [] { return true; }, work);
}

ProbePtr jpegDecode()
{
    auto decoder = std::make_shared<std::shared_ptr<JpegDecoder>>();
    const auto prepare = [decoder] {
        *decoder = JpegDecoder::load(500, 375);
        return *decoder != nullptr;
    };
    const auto work = [decoder] { return (*decoder)->decode() ? 1.0 : 0.0; };
    return probe(Rate::JpegDecode, Missing::Jpeg, prepare, work);
}

void addBlas(std::vector<ProbePtr>& probes, int threads)
{
    const std::shared_ptr<Blas> blas = Blas::load();
    if (blas == nullptr) {
        probes.push_back(probe(
            Rate::SgemmAllLarge, Missing::Blas, [] { return false; }, [] { return 0.0; }));
        return;
    }
    if (blas->canSetThreads()) {
        probes.push_back(sgemm(blas, Rate::SgemmOneSmall, smallSide, 1));
        probes.push_back(sgemm(blas, Rate::SgemmOneLarge, largeSide, 1));
        probes.push_back(convolution(blas, Rate::ConvolutionOne, 1));
        probes.push_back(convolution(blas, Rate::ConvolutionAll, threads));
    }
    probes.push_back(sgemm(blas, Rate::SgemmAllSmall, smallSide, threads));
    probes.push_back(sgemm(blas, Rate::SgemmAllLarge, largeSide, threads));
}

} // namespace

int testThreads(const MachineProfile& facts)
{
    constexpr double most = 256.0;
    const double seen = std::max(1.0, static_cast<double>(std::thread::hardware_concurrency()));
    return static_cast<int>(std::clamp(std::ceil(std::min(seen, facts.coreLimit.value_or(seen))), 1.0, most));
}

std::vector<ProbePtr> makeProbes(const MachineProfile& facts)
{
    const int threads = testThreads(facts);
    const std::size_t values = arrayValues(facts);
    const auto arrays = std::make_shared<Arrays>();
    std::vector<ProbePtr> probes;
    addBlas(probes, threads);
    probes.push_back(bandwidth(arrays, Rate::BandwidthOne, values, 1));
    probes.push_back(bandwidth(arrays, Rate::BandwidthAll, values, threads));
    probes.push_back(randomAccess(values));
    probes.push_back(histogram(Rate::HistogramOne, 1));
    probes.push_back(histogram(Rate::HistogramAll, threads));
    probes.push_back(treeBuilding());
    probes.push_back(manySmallOperations());
    probes.push_back(jpegDecode());
    probes.push_back(diskProbe());
    return probes;
}

} // namespace rightrig
