// The open formulas of a tested processor, and the names of the assumptions in them.
#include "models/domain/testedlaws.h"

namespace rightrig {

namespace {

void addConstant(Trace& trace, const char* name, double value, const char* unit = "") { trace.inputs.push_back({name, value, unit, {}}); }

void boosterInputs(const std::string& name, const BinLaw& law, const ProfileConstants& c, Trace& trace)
{
    trace.inputs.push_back({name + ".cells", law.cells, "", {}});
    trace.inputs.push_back({name + ".bins", law.bins, "", {}});
    trace.inputs.push_back({name + ".node_us", law.nodeUs, "", {}});
    addConstant(trace, "profile.binning_ns", c.binningNs);
}

const char* boostingFormula(const Job& job, const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.histogram_rate", rates.histogram, "million cells/s");
    if (job.table.booster == Booster::XgBoost)
        boosterInputs("profile.xgboost", c.xgboost, c, trace);
    else
        boosterInputs("profile.hist_boosting", c.histBoosting, c, trace);
    return "rows * columns * binning / cores + trees * (rows * columns * levels * cells + nodes * (columns * 256 * bins + node time))"
           " / histogram rate";
}

const char* forestFormula(const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.tree_rate", rates.treeBuilding, "million steps/s");
    addConstant(trace, "profile.forest_steps", c.forestSteps);
    addConstant(trace, "profile.forest_cache_exponent", c.forestExponent);
    return "trees * tried columns * rows * log2(rows)^2 / 2 * steps * (rows/10000)^cache / (tree rate * cores)";
}

const char* linearFormula(const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.loop_bandwidth", rates.bandwidth, "GB/s");
    addConstant(trace, "profile.linear_bytes", c.linearBytes);
    addConstant(trace, "profile.linear_row_ns", c.linearRowNs);
    addConstant(trace, "profile.linear_rounds", c.linearRounds);
    return "rounds until it stops * rows * (columns * bytes / bandwidth + row time / core speed)";
}

const char* kmeansFormula(const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.matrix_product_one_core", rates.sgemmOne, "GFLOP/s");
    addConstant(trace, "profile.kmeans_share", c.kmeansShare);
    addConstant(trace, "profile.kmeans_pair_ns", c.kmeansPairNs);
    addConstant(trace, "profile.kmeans_serial_share", c.kmeansSerial);
    return "(rounds + 2 + ln(groups)) * rows * groups * (2 * columns / (share * matrix product) + pair time / core speed)"
           " * (f + (1-f)/cores) * starts";
}

const char* svmFormula(const ProfileConstants& c, Trace& trace)
{
    addConstant(trace, "profile.svm_pair_ns", c.svmPairNs);
    addConstant(trace, "profile.svm_column_ns", c.svmColumnNs);
    return "rows^2 * (pair time + columns * column time) / core speed";
}

const char* knnFormula(const Job& job, const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.matrix_product_one_core", rates.sgemmOne, "GFLOP/s");
    addConstant(trace, "profile.knn_row_us", c.knnRowUs);
    if (job.table.columns.value_or(0.0) > mostTreeColumns) {
        addConstant(trace, "profile.knn_share", c.knnShare);
        addConstant(trace, "profile.knn_pair_ns", c.knnPairNs);
        return "rows * (rows * (2 * columns / (share * matrix product) + pair time / core speed) / cores + row time / core speed)";
    }
    addConstant(trace, "profile.knn_tree_us", c.knnTreeUs);
    addConstant(trace, "profile.knn_tree_growth", c.knnTreeGrowth);
    addConstant(trace, "profile.knn_tree_point_ns", c.knnTreePointNs);
    return "rows * (min(tree time * e^(growth * columns), rows * point time) / cores + row time) / core speed";
}

const char* pcaFormula(const ProfileConstants& c, const TestedRates& rates, Trace& trace)
{
    addConstant(trace, "processor.matrix_product", rates.sgemm, "GFLOP/s");
    addConstant(trace, "profile.pca_share", c.pcaShare);
    addConstant(trace, "profile.pca_element_ns", c.pcaElementNs);
    return "4 * rows * columns * min(columns, components + 10) * (rounds + 1) / (share * matrix product)"
           " + rows * min(columns, components + 10) * rounds * element time / core speed";
}

} // namespace

const char* testedTableFormula(const Job& job, const TestedRates& rates, const Constants& constants, Trace& trace)
{
    const ProfileConstants& c = constants.profile;
    switch (job.family) {
    case JobFamily::Gbdt:
        return boostingFormula(job, c, rates, trace);
    case JobFamily::RandomForest:
        return forestFormula(c, rates, trace);
    case JobFamily::Linear:
        return linearFormula(c, rates, trace);
    case JobFamily::Kmeans:
        return kmeansFormula(c, rates, trace);
    case JobFamily::Knn:
        return knnFormula(job, c, rates, trace);
    case JobFamily::Pca:
        return pcaFormula(c, rates, trace);
    default:
        addConstant(trace, "tables.svm_row_limit", constants.tables.svmRows);
        return svmFormula(c, trace);
    }
}

const char* testedNetworkFormula(bool convolutions, const TestedRates& rates, const Constants& constants, Trace& trace)
{
    const ProfileConstants& c = constants.profile;
    addConstant(trace, "processor.matrix_product", rates.sgemm, "GFLOP/s");
    addConstant(trace, "processor.loop_bandwidth", rates.bandwidth, "GB/s");
    if (convolutions)
        addConstant(trace, "profile.net.convolutions", c.netConvolutions);
    else
        addConstant(trace, "profile.net.dense", c.netDense);
    addConstant(trace, "profile.net.value_bytes", c.netValueBytes);
    addConstant(trace, "profile.net.weight_bytes", c.netWeightBytes);
    addConstant(trace, "profile.net.call_us", c.netCallUs);
    if (rates.cores > 1.0) {
        addConstant(trace, "profile.net.meeting_us", c.netMeetingUs);
        addConstant(trace, "profile.net.meeting_flop", c.netMeetingFlop);
    }
    return "time = samples * epochs / batch * (compute + traffic + update + calls) * software * 1.05 + start";
}

} // namespace rightrig
