#include "models/domain/boosting.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double nano = 1e-9, micro = 1e-6, milli = 1e-3;
constexpr double fittedDepth = 10.0;                   // of the laws without histograms
constexpr double usualDepth = 6.0, usualLeaves = 31.0; // the libraries' own defaults

/// Levels and leaves of one tree.
struct TreeShape
{
    double levels = 0.0, leaves = 0.0;
};

/// A leaf needs rows, whatever depth is allowed.
TreeShape shapeOf(Booster booster, const BoostingSize& size, const TableConstants& tables)
{
    const bool leafWise = booster == Booster::LightGbm || (size.depth <= 0.0 && size.leaves > 0.0);
    const double depth = size.depth > 0.0 ? size.depth : usualDepth;
    const double full = std::exp2(std::min(depth, 40.0));
    double leaves = full;
    if (leafWise)
        leaves = size.leaves > 0.0 ? size.leaves : size.depth > 0.0 ? std::min(full, tables.mostLeaves) : usualLeaves;
    else if (size.leaves > 0.0)
        leaves = std::min(full, size.leaves);
    // CatBoost splits all leaves of a level alike, the empty ones, too. Elsewhere, the nearer a tree is to as many leaves as its rows
    // fill, the more of them stay unsplit.
    TreeShape shape;
    shape.leaves = std::max(2.0, booster == Booster::CatBoost ? leaves : 1.0 / (1.0 / leaves + tables.rowsPerLeaf / size.rows));
    shape.levels = std::min(leafWise ? std::log2(leaves) : depth, std::log2(std::max(2.0, size.rows)));
    return shape;
}

/// Seconds of one tree at core speed 1: what one core does, what the cores share, and what grows with their number.
struct TreeCost
{
    double alone = 0.0, shared = 0.0, perCore = 0.0;

    void add(double seconds, double serialShare)
    {
        alone += seconds * serialShare;
        shared += seconds * (1.0 - serialShare);
    }
    [[nodiscard]] double on(double cores) const { return alone + shared / cores + perCore * (cores - 1.0); }
};

/// Sorting rows into leaves waits for memory. XGBoost's one-core part of it is smaller while the table fits the caches.
double cachedShare(Booster booster, const BoostingSize& size, const TableConstants& tables)
{
    if (booster != Booster::XgBoost)
        return 1.0;
    const double x = size.rows * size.columns / tables.xgbCachedCells;
    return tables.xgbCachedShare + (1.0 - tables.xgbCachedShare) * x * x / (1.0 + x * x);
}

/// What each further thread adds to a tree of XGBoost before 1.0, which gave every thread histograms of its own and added them up. Narrow
/// ones stay in the caches. Fitted, as the other laws, with the best number of threads up to those that a run states.
double threadSeconds(Booster booster, const BoostingSize& size, double leaves, double bins, const ThreadHistograms& law)
{
    if (booster != Booster::XgBoost || !size.year || *size.year >= law.sharedSince)
        return 0.0;
    const double wide = size.columns / (size.columns + law.halfColumns);
    return bins * wide * law.binNs * nano + leaves * law.leafUs * micro;
}

TreeCost histogramCost(Booster booster, const BoostingSize& size, const HistogramLaw& law, const TableConstants& tables)
{
    const TreeShape shape = shapeOf(booster, size, tables);
    const double age = size.year ? std::clamp(tables.boostingYear - *size.year, 0.0, tables.boostingYears) : 0.0;
    const double older = std::exp(law.yearShare * age);
    const double cells = size.rows * size.columns * (1.0 + law.laterLevels * (shape.levels - 1.0)) * law.cellNs;
    const double sorting = size.rows * shape.levels * law.rowNs;
    const double filled = shape.leaves * size.columns * tables.bins * (size.synthetic ? 1.0 : tables.filledBins);
    const double bins = filled * law.binNs * std::exp(law.binYears * age);
    const double meetings = booster == Booster::CatBoost ? shape.levels : shape.leaves;
    const double scale = nano * older, serial = std::exp(law.serialYears * age);
    TreeCost cost;
    cost.add((cells + bins) * scale, std::min(1.0, law.serialShare * serial));
    cost.add(sorting * scale, std::min(1.0, law.sortingSerial * serial * cachedShare(booster, size, tables)));
    cost.alone += (meetings * law.nodeUs + law.treeUs) * micro * older;
    cost.perCore = meetings * law.nodeCoreUs * micro * older + threadSeconds(booster, size, shape.leaves, filled, tables.xgbThreads);
    return cost;
}

/// XGBoost's first years: it tried every value of a column.
bool isExact(Booster booster, const BoostingSize& size, const TableConstants& tables)
{
    return booster == Booster::XgBoost && size.year && *size.year < tables.histogramsSince;
}

/// Libraries without histograms, and H2O.
TreeCost olderCost(Booster booster, const BoostingSize& size, const BoosterLaw& law, const TableConstants& tables)
{
    const double depth = size.depth > 0.0 ? size.depth / fittedDepth : 1.0;
    // H2O prepares and reduces histograms for each node, so that deep trees cost more even on a small table.
    const double nodes = booster == Booster::H2o ? std::pow(depth, tables.h2oNodeExponent) : 1.0;
    TreeCost cost;
    cost.add(size.rows * size.columns * std::pow(size.columns / 8.0, -law.g) * law.k * nano * depth, law.f);
    cost.alone += (law.o * nodes + law.oc) * milli;
    cost.perCore = law.oc * milli;
    return cost;
}

TreeCost costOf(Booster booster, const BoostingSize& size, const TableConstants& tables)
{
    const auto index = static_cast<std::size_t>(booster);
    if (isExact(booster, size, tables))
        return olderCost(booster, size, tables.exact, tables);
    if (usesHistograms(booster))
        return histogramCost(booster, size, tables.histogram[index], tables);
    return olderCost(booster, size, tables.boost[index - histogramBoosters], tables);
}

/// Before a library trains, it sorts every value into a bin.
double binning(Booster booster, const BoostingSize& size, double cores, const TableConstants& tables)
{
    return usesHistograms(booster) ? size.rows * size.columns * tables.binningNs * nano / cores : 0.0;
}

double onCores(
    Booster booster, const BoostingSize& size, const TreeCost& cost, double cores, double coreSpeed, const TableConstants& tables)
{
    return (size.trees * cost.on(cores) + binning(booster, size, cores, tables)) / coreSpeed;
}

} // namespace

double boostingSeconds(Booster booster, const BoostingSize& size, double cores, double coreSpeed, const TableConstants& tables)
{
    return onCores(booster, size, costOf(booster, size, tables), cores, coreSpeed, tables);
}

double bestBoostingSeconds(Booster booster, const BoostingSize& size, double cores, double coreSpeed, const TableConstants& tables)
{
    const TreeCost cost = costOf(booster, size, tables);
    const double most = std::max(1.0, std::min(cores, tables.maxCores));
    // d/dc (shared / c + perCore c) = 0; binning is shared, too
    const double spread = cost.shared + binning(booster, size, 1.0, tables) / std::max(1.0, size.trees);
    const double best = cost.perCore > 0.0 ? std::sqrt(spread / cost.perCore) : most;
    return onCores(booster, size, cost, std::clamp(best, 1.0, most), coreSpeed, tables);
}

double gpuBoostingSeconds(Booster booster, const BoostingSize& size, double bandwidthGbPerS, const TableConstants& tables)
{
    const auto index = static_cast<std::size_t>(booster);
    const TreeCost cost = histogramCost(booster, size, tables.histogramOnCard[index], tables);
    const double card = std::pow(tables.gpuReferenceBandwidth / bandwidthGbPerS, tables.cardBandwidth[index]);
    return size.trees * (cost.shared * card + cost.alone);
}

} // namespace rightrig
