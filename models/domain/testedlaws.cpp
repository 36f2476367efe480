// Sources of the constants: the rows profile.* of db/rows/assumptions-profile.csv.
#include "models/domain/testedlaws.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double nanosecond = 1e-9, microsecond = 1e-6, millisecond = 1e-3;
constexpr double binsOfColumn = 256.0; ///< of all histogram boosting libraries
constexpr double trainingPasses = 3.0; ///< forward, and twice as much backward
constexpr double usualDepth = 6.0;     ///< XGBoost's own default
constexpr double usualLeaves = 31.0;   ///< scikit-learn's own default

std::optional<double> boosterSeconds(const Job& job, const TestedRates& rates, const ProfileConstants& c)
{
    const TableShape& t = job.table;
    if (!t.columns || !t.trees)
        return std::nullopt;
    TestedBoosting size{job.samples, *t.columns, *t.trees, 0.0, 0.0};
    if (t.booster == Booster::XgBoost) {
        size.levels = t.depth.value_or(usualDepth);
        size.nodes = std::exp2(size.levels);
        return testedBoostingSeconds(size, c.xgboost, rates, c);
    }
    if (t.booster != Booster::LightGbm || job.framework != Framework::Sklearn)
        return std::nullopt;
    size.nodes = std::max(2.0, t.leaves.value_or(usualLeaves));
    size.levels = std::log2(size.nodes);
    return testedBoostingSeconds(size, c.histBoosting, rates, c);
}

/// A network's leaf layers where nobody states them: larger pictures networks have more.
double layersCalled(const Job& job, const Work& work, const ProfileConstants& c)
{
    const NetworkShape& net = job.net;
    if (job.family == JobFamily::Rnn)
        return net.layers.value_or(1.0) * net.sequence.value_or(1.0) * c.netStepLayers;
    if (job.family == JobFamily::Mlp)
        return net.modules.value_or(c.netDenseLayers);
    if (net.modules || (work.kind != WorkKind::Picture && work.kind != WorkKind::Map))
        return work.modules;
    const double guess = c.netLayers * std::pow(work.flop / trainingPasses * nanosecond, c.netLayersExponent);
    return std::clamp(guess, c.netDenseLayers, work.modules);
}

/// A recurrent network meets each of its weights once in every step of the text.
double flopOf(const Job& job, const Work& work)
{
    constexpr double training = 6.0;
    const bool counted = job.family == JobFamily::Rnn && !job.net.forwardGflop && job.net.paramsM && job.net.sequence;
    return counted ? training * *job.net.paramsM * 1e6 * *job.net.sequence : work.flop;
}

/// A data sheet may lack the arithmetic or the bandwidth that the formula of this family divides by.
bool lacksRate(const Job& job, const TestedRates& rates)
{
    switch (job.family) {
    case JobFamily::Linear:
        return rates.bandwidth <= 0.0;
    case JobFamily::Kmeans:
    case JobFamily::Pca:
        return rates.sgemm <= 0.0;
    case JobFamily::Knn:
        return rates.sgemm <= 0.0 && job.table.columns.value_or(0.0) > mostTreeColumns;
    default:
        return false;
    }
}

} // namespace

double testedForestSeconds(double trees, double rows, double triedColumns, const TestedRates& rates, const ProfileConstants& c)
{
    const double levels = std::log2(std::max(2.0, rows));
    const double steps = trees * triedColumns * rows * levels * levels / 2.0;
    constexpr double cachedRows = 1e4;
    const double cache = std::pow(rows / cachedRows, c.forestExponent);
    return steps * c.forestSteps * cache / (rates.treeBuilding * 1e6 * rates.cores);
}

double testedBoostingSeconds(const TestedBoosting& size, const BinLaw& law, const TestedRates& rates, const ProfileConstants& c)
{
    const double perCell = 1.0 / (rates.histogram * 1e6);
    const double binning = size.rows * size.columns * c.binningNs * nanosecond / (rates.coreSpeed * rates.cores);
    const double histograms = size.rows * size.columns * size.levels * law.cells * perCell;
    const double nodes = std::min(size.nodes, std::max(2.0, size.rows / 2.0));
    const double splits = nodes * (size.columns * binsOfColumn * law.bins * perCell + law.nodeUs * microsecond / rates.coreSpeed);
    return binning + size.trees * (histograms + splits);
}

double testedLinearSeconds(double rounds, double rows, double columns, const TestedRates& rates, const ProfileConstants& c)
{
    const double round = rows * columns * c.linearBytes / (rates.bandwidth * 1e9) + rows * c.linearRowNs * nanosecond / rates.coreSpeed;
    return std::min(rounds, c.linearRounds) * round + c.linearStartMs * millisecond / rates.coreSpeed;
}

double testedKmeansSeconds(double rows, double groups, double columns, double rounds, const TestedRates& rates, const ProfileConstants& c)
{
    const double all = rounds + 2.0 + std::log(std::max(1.0, groups));
    const double pair = 2.0 * columns / (c.kmeansShare * rates.sgemmOne * 1e9) + c.kmeansPairNs * nanosecond / rates.coreSpeed;
    const double parallel = c.kmeansSerial + (1.0 - c.kmeansSerial) / rates.cores;
    return all * rows * groups * pair * parallel;
}

double testedSvmSeconds(double rows, double columns, const TestedRates& rates, const ProfileConstants& c)
{
    return rows * rows * (c.svmPairNs + c.svmColumnNs * columns) * nanosecond / rates.coreSpeed;
}

double testedKnnSeconds(double rows, double columns, const TestedRates& rates, const ProfileConstants& c)
{
    const double pair = 2.0 * columns / (c.knnShare * rates.sgemmOne * 1e9) + c.knnPairNs * nanosecond / rates.coreSpeed;
    // With every column a tree's boxes overlap more, until a search passes every row.
    const double nearby = c.knnTreeUs * microsecond * std::exp(c.knnTreeGrowth * columns);
    const double inTree = std::min(nearby, rows * c.knnTreePointNs * nanosecond) / rates.coreSpeed;
    const double search = columns > mostTreeColumns ? rows * pair : inTree;
    return rows * (search / rates.cores + c.knnRowUs * microsecond / rates.coreSpeed);
}

double testedPcaSeconds(double rows, double columns, double components, const TestedRates& rates, const ProfileConstants& c)
{
    constexpr double spare = 10.0, fewComponents = 0.1, roundsOfFew = 7.0, roundsOfMany = 4.0; // scikit-learn's own rules
    const double projected = std::min(columns, components + spare);
    const double rounds = components < fewComponents * std::min(rows, columns) ? roundsOfFew : roundsOfMany;
    const double products = 4.0 * rows * columns * projected * (rounds + 1.0);
    return products / (c.pcaShare * rates.sgemm * 1e9) + rows * projected * rounds * c.pcaElementNs * nanosecond / rates.coreSpeed;
}

std::optional<TestedRates> expectedRates(const Rig& rig, const Constants& constants)
{
    if (!rig.cores || !rig.singleCoreSpeed)
        return std::nullopt;
    const ProfileConstants& c = constants.profile;
    TestedRates rates;
    rates.cores = std::clamp(*rig.cores, 1.0, constants.tables.maxCores);
    rates.coreSpeed = *rig.singleCoreSpeed;
    rates.sgemm = rig.cpuFp32Gflops.value_or(0.0) * c.sgemmShare;
    rates.sgemmOne = rates.sgemm / std::max(1.0, *rig.cores);
    rates.bandwidth = rates.bandwidthOne = rig.cpuBandwidthGbPerS.value_or(0.0) * c.triadShare;
    rates.histogram = rates.coreSpeed * c.referenceHistogram * rates.cores;
    rates.treeBuilding = rates.coreSpeed * c.referenceTree;
    return rates;
}

std::optional<double> testedTableSeconds(const Job& job, const TestedRates& rates, const Constants& constants)
{
    const TableShape& t = job.table;
    const ProfileConstants& c = constants.profile;
    if (job.family == JobFamily::Gbdt)
        return boosterSeconds(job, rates, c);
    if (!t.columns || lacksRate(job, rates))
        return std::nullopt;
    switch (job.family) {
    case JobFamily::RandomForest:
        if (!t.trees)
            return std::nullopt;
        return testedForestSeconds(*t.trees, job.samples, t.features.value_or(std::sqrt(*t.columns)), rates, c);
    case JobFamily::Linear:
        return testedLinearSeconds(t.iterations.value_or(c.linearRounds), job.samples, *t.columns, rates, c);
    case JobFamily::Kmeans:
        if (!t.clusters || !t.iterations)
            return std::nullopt;
        return testedKmeansSeconds(job.samples, *t.clusters, *t.columns, *t.iterations, rates, c) * t.initialisations.value_or(1.0);
    case JobFamily::Knn:
        return testedKnnSeconds(job.samples, *t.columns, rates, c);
    case JobFamily::Pca:
        return testedPcaSeconds(job.samples, *t.columns, t.clusters.value_or(*t.columns), rates, c);
    default:
        return testedSvmSeconds(job.samples, *t.columns, rates, c);
    }
}

StepParts testedStep(const Job& job, const Work& work, const Engine& engine, double microBatch, const Constants& constants)
{
    const ProfileConstants& c = constants.profile;
    const TestedRates& rates = *engine.tested;
    const bool convolutions = work.kind == WorkKind::Picture || work.kind == WorkKind::Map;
    const double bytesPerSecond = rates.bandwidth * 1e9;
    const double calls = layersCalled(job, work, c);
    // Libraries leave small operations to one thread; larger ones are shared, and the threads have to meet.
    const double shared = std::min(1.0, microBatch * flopOf(job, work) / (trainingPasses * calls) / c.netMeetingFlop);
    const double meeting = rates.cores > 1.0 ? c.netMeetingUs * shared : 0.0;
    StepParts parts;
    parts.computing = microBatch * flopOf(job, work) / ((convolutions ? c.netConvolutions : c.netDense) * rates.sgemm * 1e9);
    parts.moving = microBatch * work.activations * c.netValueBytes / bytesPerSecond;
    parts.updating = work.parameters * c.netWeightBytes / bytesPerSecond * std::min(1.0, microBatch / std::max(job.batch, 1.0));
    parts.launching = calls * (c.netCallUs + meeting) * microsecond;
    parts.seconds = (parts.computing + parts.moving + parts.updating + parts.launching) * engine.slowdown;
    return parts;
}

} // namespace rightrig
