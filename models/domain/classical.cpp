// Sources of the constants: the rows tables.* and profile.* of db/rows/assumptions*.csv.
#include "models/domain/classical.h"

#include "models/domain/boosting.h"
#include "models/domain/cuml.h"
#include "models/domain/energy.h"
#include "models/domain/interval.h"
#include "models/domain/memory.h"
#include "models/domain/testedlaws.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double binnedRows = 1e5; ///< at which the factors of such libraries hold alone

/// Libraries that sort columns into bins before they grow forests; the others sort rows anew in each node.
bool binsForests(Framework library) { return library == Framework::XgBoost || library == Framework::H2o || library == Framework::Spark; }

bool usesLiblinear(const Job& job, const Constants& c)
{
    const bool scikitLearn = job.framework.value_or(Framework::Sklearn) == Framework::Sklearn;
    return scikitLearn && job.softwareYear.value_or(c.law.softwareYear) < c.tables.lbfgsSince;
}

std::optional<BoostingSize> boostingSize(const Job& job)
{
    const TableShape& t = job.table;
    if (!t.columns || !t.trees)
        return std::nullopt;
    return BoostingSize{
        job.samples, *t.columns, *t.trees, t.depth.value_or(0.0), t.leaves.value_or(0.0), job.softwareYear, job.syntheticTable};
}

/// The card is used where the library runs on it and the table fits.
std::optional<double> cardSeconds(const Job& job, const Rig& rig, const BoostingSize& size, const Constants& c)
{
    if (!usesHistograms(job.table.booster) || !rig.hasAccelerator || rig.acceleratorUnknown || rig.stack != Stack::Cuda || !rig.vram
        || !rig.bandwidthGbPerS)
        return std::nullopt;
    const double need = size.rows * size.columns * c.tables.xgbCellBytes + c.memory.contextGb * 1e9;
    if (fitOf(need, c.memory.marginSpec, rig.vram, c.memory) != Fit::Yes)
        return std::nullopt;
    return gpuBoostingSeconds(job.table.booster, size, *rig.bandwidthGbPerS, c.tables);
}

/// Boosting on cards was young before 2020, and its speed anybody's guess.
double cardSpread(const Job& job, const SpreadConstants& sd)
{
    constexpr double grownUpSince = 2020.0;
    return job.softwareYear.value_or(grownUpSince) < grownUpSince ? sd.oldGpuBoosting : sd.gpuBoosting;
}

double boosterSpread(Booster booster, const SpreadConstants& sd) { return booster == Booster::LightGbm ? sd.lightgbm : sd.xgboost; }

std::optional<double> testedSeconds(const Job& job, const Rig& rig, const Constants& c)
{
    const auto rates = ratesOfOwnLaws(job, rig, c);
    return rates ? testedTableSeconds(job, *rates, c) : std::nullopt;
}

/// Everything but the boosters with published runs; scikit-learn's boosting is a LightGBM of its own.
bool hasOwnLawsOnly(const Job& job)
{
    return job.family != JobFamily::Gbdt || (job.framework == Framework::Sklearn && job.table.booster == Booster::LightGbm);
}

/// markMeasured() takes the share off again where the test was steady. Without a test the data sheet's error comes on top.
double testedSpread(const Rig& rig, const Constants& c)
{
    return rig.tested ? c.profile.tableSd / c.profile.spreadShare : c.sd.otherTables;
}

std::optional<double> processorSeconds(const Job& job, const Rig& rig, const BoostingSize& size, const Constants& c)
{
    if (!rig.cores || !rig.singleCoreSpeed)
        return std::nullopt;
    return bestBoostingSeconds(job.table.booster, size, *rig.cores, *rig.singleCoreSpeed, c.tables);
}

TableTime boosting(const Job& job, const Rig& rig, const Constants& c)
{
    const auto size = boostingSize(job);
    if (!size)
        return {};
    const auto onCard = cardSeconds(job, rig, *size, c);
    const auto tested = testedSeconds(job, rig, c);
    const auto onCpu = tested ? tested : processorSeconds(job, rig, *size, c);
    if (onCard && (!onCpu || *onCard < *onCpu))
        return {*onCard, cardSpread(job, c.sd), true};
    const double sd = tested ? testedSpread(rig, c) : boosterSpread(job.table.booster, c.sd);
    return {onCpu, sd, false};
}

TableTime byOwnLaw(const Job& job, const Rig& rig, double untestedSpread, const Constants& c)
{
    const auto rates = ratesOfOwnLaws(job, rig, c);
    const auto seconds = rates ? testedTableSeconds(job, *rates, c) : std::nullopt;
    if (!seconds)
        return {};
    return {*seconds * libraryTime(job, *rates, c), rig.tested ? testedSpread(rig, c) : untestedSpread, false};
}

MemoryCheck ramOf(const Job& job, const Rig& rig, const Constants& c)
{
    MemoryCheck check;
    check.have = rig.ram;
    if (!job.table.columns)
        return check;
    const double table = tableBytes(job, c.tables);
    const double need = table + c.memory.osGb * 1e9;
    check.need = Gib{need / bytesPerGib};
    // Only the table grows with the guess; what the system keeps is known.
    const double margin = (table * c.memory.marginSpec + c.memory.osGb * 1e9) / need;
    check.fit = fitOf(need, margin, rig.ram, c.memory);
    return check;
}

/// cuML has no second way: without an NVIDIA card that holds the table it does not run.
void checkCard(Estimate& result, const Job& job, const Rig& rig, const Constants& c)
{
    result.memory = cumlMemory(job, rig, c);
    if (!rig.hasAccelerator || (!rig.acceleratorUnknown && rig.stack != Stack::Cuda))
        result.blocked = ReasonCode::SoftwareUnsupported;
    if (result.blocked || result.memory.fit == Fit::No)
        result.fit = Fit::No;
}

} // namespace

double tableBytes(const Job& job, const TableConstants& tables)
{
    const double values = job.samples * job.table.columns.value_or(0.0);
    const bool xgboost = job.table.booster == Booster::XgBoost;
    const double training = job.family != JobFamily::Gbdt ? 0.0 : xgboost ? tables.xgbCellBytes : tables.lgbCellBytes;
    return values * (tables.cellBytes * tables.ramMultiple + training);
}

TableTime tableTime(const Job& job, const Rig& rig, const Constants& c)
{
    if (usesCuml(job))
        return {cumlSeconds(job, rig, c), c.sd.cuml, true};
    if (job.family == JobFamily::Gbdt)
        return boosting(job, rig, c);
    return byOwnLaw(job, rig, job.family == JobFamily::RandomForest ? c.sd.forest : c.sd.otherTables, c);
}

double libraryTime(const Job& job, const TestedRates& rates, const Constants& c)
{
    const Framework library = job.framework.value_or(Framework::Sklearn);
    const auto index = static_cast<std::size_t>(library);
    const auto known = [](double times) { return times > 0.0 ? times : 1.0; };
    if (job.family == JobFamily::Linear)
        return usesLiblinear(job, c) ? c.tables.liblinear : known(c.tables.linear[index]);
    if (job.family != JobFamily::RandomForest)
        return 1.0;
    const double growth = binsForests(library) ? std::pow(std::max(1.0, job.samples) / binnedRows, c.tables.binnedForest) : 1.0;
    // R's forests use one core, whatever the computer has.
    return known(c.tables.forest[index]) * growth * (library == Framework::R ? rates.cores : 1.0);
}

std::vector<std::pair<std::string, double>> libraryConstants(const Job& job, const Constants& c)
{
    const Framework library = job.framework.value_or(Framework::Sklearn);
    const auto index = static_cast<std::size_t>(library);
    const std::string name(frameworkName(library));
    std::vector<std::pair<std::string, double>> result;
    if (job.family == JobFamily::RandomForest && c.tables.forest[index] > 0.0)
        result.emplace_back("tables.forest_time." + name, c.tables.forest[index]);
    if (job.family == JobFamily::RandomForest && binsForests(library))
        result.emplace_back("tables.binned_forest_exponent", c.tables.binnedForest);
    if (job.family == JobFamily::Linear && c.tables.linear[index] > 0.0)
        result.emplace_back("tables.linear_time." + name, c.tables.linear[index]);
    if (job.family == JobFamily::Linear && usesLiblinear(job, c))
        result.emplace_back("tables.liblinear_time", c.tables.liblinear);
    return result;
}

std::optional<TestedRates> ratesOfOwnLaws(const Job& job, const Rig& rig, const Constants& constants)
{
    if (rig.tested)
        return rig.tested;
    return hasOwnLawsOnly(job) ? expectedRates(rig, constants) : std::nullopt;
}

double tableSpread(const TableTime& time, const Rig& rig, const Constants& constants)
{
    return rig.processorIsGuess && !time.onCard ? std::hypot(time.sd, constants.sd.guessedProcessor) : time.sd;
}

Estimate estimateTable(const Job& job, const Rig& rig, const Constants& c)
{
    Estimate result;
    result.method = Method::Classical;
    result.ramCheck = ramOf(job, rig, c);
    result.memory = result.ramCheck;
    result.fit = result.ramCheck.fit;
    if (job.family == JobFamily::Svm && job.samples > c.tables.svmRows) {
        result.fit = Fit::No;
        result.blocked = ReasonCode::JobTooLarge;
        return result;
    }
    if (usesCuml(job))
        checkCard(result, job, rig, c);
    if (result.fit == Fit::No)
        return result;
    const TableTime time = tableTime(job, rig, c);
    result.sdOwn = tableSpread(time, rig, c);
    const double cooling = rig.fanless ? c.power.fanlessShare : 1.0;
    finish(result, time.seconds ? std::optional(*time.seconds * job.epochs / cooling + c.time.tableStartSeconds) : std::nullopt, job, c);
    addEnergy(result, rig, !time.onCard, c);
    return result;
}

} // namespace rightrig
