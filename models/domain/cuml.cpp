// Sources of the constants: the rows tables.cuml.* of db/rows/assumptions.csv.
#include "models/domain/cuml.h"

#include "models/domain/memory.h"
#include "models/domain/testedlaws.h"
#include "models/domain/trace.h"

#include <cmath>

namespace rightrig {

namespace {

struct Gain
{
    const char* name;
    double times;
};

std::optional<Gain> gainOf(JobFamily family, const CumlConstants& c)
{
    switch (family) {
    case JobFamily::RandomForest:
        return Gain{"tables.cuml.forest_gain", c.forest};
    case JobFamily::Kmeans:
        return Gain{"tables.cuml.kmeans_gain", c.kmeans};
    case JobFamily::Linear:
        return Gain{"tables.cuml.linear_gain", c.linear};
    case JobFamily::Pca:
        return Gain{"tables.cuml.pca_gain", c.pca};
    case JobFamily::Knn:
        return Gain{"tables.cuml.knn_gain", c.knn};
    default:
        return std::nullopt;
    }
}

bool hasCard(const Rig& rig) { return rig.hasAccelerator && !rig.acceleratorUnknown && rig.stack == Stack::Cuda; }

/// The processor that the published speed-ups were taken against: a server whose cores have the catalogue's unit of speed.
TestedRates referenceRates(const Constants& constants)
{
    const CumlConstants& c = constants.tables.cuml;
    TestedRates rates;
    rates.cores = c.cores;
    rates.sgemmOne = c.coreGflops;
    rates.sgemm = c.coreGflops * c.cores;
    rates.bandwidth = rates.bandwidthOne = c.bandwidth;
    rates.treeBuilding = constants.profile.referenceTree;
    return rates;
}

} // namespace

bool usesCuml(const Job& job) { return job.framework == Framework::Cuml && job.family != JobFamily::Gbdt; }

MemoryCheck cumlMemory(const Job& job, const Rig& rig, const Constants& constants)
{
    MemoryCheck check;
    check.kind = MemoryKind::Vram;
    check.have = rig.vram;
    if (!hasCard(rig) || !job.table.columns)
        return check;
    constexpr double bytesOfFp32 = 4.0, copies = 2.0;
    const double need = job.samples * *job.table.columns * bytesOfFp32 * copies + constants.memory.contextGb * 1e9;
    check.need = Gib{need / bytesPerGib};
    check.fit = fitOf(need, constants.memory.marginSpec, rig.vram, constants.memory);
    return check;
}

std::optional<double> cumlSeconds(const Job& job, const Rig& rig, const Constants& constants)
{
    const auto gain = gainOf(job.family, constants.tables.cuml);
    if (!gain || !hasCard(rig) || !rig.bandwidthGbPerS)
        return std::nullopt;
    const auto onServer = testedTableSeconds(job, referenceRates(constants), constants);
    if (!onServer)
        return std::nullopt;
    const double card = std::pow(constants.tables.gpuReferenceBandwidth / *rig.bandwidthGbPerS, constants.tables.cuml.bandwidthExponent);
    return *onServer / gain->times * card;
}

const char* cumlFormula(const Job& job, const Constants& constants, Trace& trace)
{
    const CumlConstants& c = constants.tables.cuml;
    trace.inputs.push_back({"tables.cuml.cores", c.cores, "", {}});
    trace.inputs.push_back({"tables.cuml.core_gflops", c.coreGflops, "GFLOP/s", {}});
    trace.inputs.push_back({"tables.cuml.bandwidth", c.bandwidth, "GB/s", {}});
    if (const auto gain = gainOf(job.family, c))
        trace.inputs.push_back({gain->name, gain->times, "", {}});
    return "time of scikit-learn on a server processor / published gain * (600 / memory bandwidth)^b";
}

} // namespace rightrig
