// Sources of the constants: the rows tables.* of db/rows/assumptions*.csv.
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

/// Time of a library against scikit-learn's of today; 1 where nobody measured it.
double libraryTime(const std::array<double, frameworkCount>& libraries, const Job& job)
{
    const double times = libraries[static_cast<std::size_t>(job.framework.value_or(Framework::Sklearn))];
    return times > 0.0 ? times : 1.0;
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

/// Libraries that sort columns into bins before they grow forests; the others sort rows anew in each node.
bool binsForests(Framework library) { return library == Framework::XgBoost || library == Framework::H2o || library == Framework::Spark; }

TableTime forest(const Job& job, const Rig& rig, const Constants& c)
{
    constexpr double usualRows = 1e5;
    const auto seconds = testedSeconds(job, rig, c);
    if (!seconds)
        return {};
    const bool binned = binsForests(job.framework.value_or(Framework::Sklearn));
    const double growth = binned ? std::pow(std::max(1.0, job.samples) / usualRows, c.tables.binnedForest) : 1.0;
    return {*seconds * libraryTime(c.tables.forest, job) * growth, rig.tested ? testedSpread(rig, c) : c.sd.forest, false};
}

TableTime linear(const Job& job, const Rig& rig, const Constants& c)
{
    const auto seconds = testedSeconds(job, rig, c);
    if (!seconds)
        return {};
    const bool liblinear = job.softwareYear.value_or(c.law.softwareYear) < c.tables.lbfgsSince
        && job.framework.value_or(Framework::Sklearn) == Framework::Sklearn;
    const double library = liblinear ? c.tables.liblinear : libraryTime(c.tables.linear, job);
    return {*seconds * library, testedSpread(rig, c), false};
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
    if (job.family == JobFamily::RandomForest)
        return forest(job, rig, c);
    if (job.family == JobFamily::Linear)
        return linear(job, rig, c);
    const auto tested = testedSeconds(job, rig, c);
    return tested ? TableTime{tested, testedSpread(rig, c), false} : TableTime{};
}

std::optional<TestedRates> ratesOfOwnLaws(const Job& job, const Rig& rig, const Constants& constants)
{
    if (rig.tested)
        return rig.tested;
    return hasOwnLawsOnly(job) ? expectedRates(rig, constants) : std::nullopt;
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
    const bool guessed = rig.processorIsGuess && !time.onCard;
    result.sdOwn = guessed ? std::hypot(time.sd, c.sd.guessedProcessor) : time.sd;
    const double cooling = rig.fanless ? c.power.fanlessShare : 1.0;
    finish(result, time.seconds ? std::optional(*time.seconds * job.epochs / cooling + c.time.tableStartSeconds) : std::nullopt, job, c);
    addEnergy(result, rig, !time.onCard, c);
    return result;
}

} // namespace rightrig
