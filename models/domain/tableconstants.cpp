// The constants of jobs on tables: the rows tables.* of db/rows/assumptions*.csv.
#include "models/domain/constantreader.h"

#include "models/domain/job.h"

#include <array>
#include <string>

namespace rightrig {

namespace {

void readCuml(ConstantReader& read, CumlConstants& cuml)
{
    read(cuml.cores, "tables.cuml.cores");
    read(cuml.coreGflops, "tables.cuml.core_gflops");
    read(cuml.bandwidth, "tables.cuml.bandwidth");
    read(cuml.bandwidthExponent, "tables.cuml.bandwidth_exponent");
    read(cuml.forest, "tables.cuml.forest_gain");
    read(cuml.kmeans, "tables.cuml.kmeans_gain");
    read(cuml.linear, "tables.cuml.linear_gain");
    read(cuml.pca, "tables.cuml.pca_gain");
    read(cuml.knn, "tables.cuml.knn_gain");
}

constexpr std::array<const char*, histogramBoosters> histogramNames{"xgboost", "lightgbm", "catboost"};

/// What cores share and how they meet is unknown to a card.
void readCardLaw(ConstantReader& read, HistogramLaw& law, const std::string& name)
{
    read(law.cellNs, name + ".cell_ns");
    read(law.laterLevels, name + ".later_levels");
    read(law.rowNs, name + ".row_ns");
    read(law.binNs, name + ".bin_ns");
    read(law.treeUs, name + ".tree_us");
    read(law.yearShare, name + ".year_share");
}

void readHistogramLaw(ConstantReader& read, HistogramLaw& law, const std::string& name)
{
    readCardLaw(read, law, name);
    read(law.nodeUs, name + ".node_us");
    read(law.nodeCoreUs, name + ".node_core_us");
    read(law.serialShare, name + ".serial_share");
    read(law.sortingSerial, name + ".sorting_serial_share");
}

void readOlderLaw(ConstantReader& read, BoosterLaw& law, const std::string& name)
{
    read(law.k, name + ".ns_per_cell");
    read(law.g, name + ".column_exponent");
    read(law.f, name + ".serial_share");
    read(law.o, name + ".ms_per_tree");
    read(law.oc, name + ".ms_per_tree_core");
}

void readBoosters(ConstantReader& read, TableConstants& tables)
{
    for (std::size_t i = 0; i < histogramBoosters; ++i) {
        readHistogramLaw(read, tables.histogram[i], std::string("tables.") + histogramNames[i]);
        const std::string onCard = std::string("tables.gpu_") + histogramNames[i];
        readCardLaw(read, tables.histogramOnCard[i], onCard);
        read(tables.cardBandwidth[i], onCard + ".bandwidth_exponent");
    }
    // CatBoost splits a whole level at once; what that costs a card is lost in the time of a tree.
    read(tables.histogramOnCard[0].nodeUs, "tables.gpu_xgboost.node_us");
    read(tables.histogramOnCard[1].nodeUs, "tables.gpu_lightgbm.node_us");
    // Of the other libraries too few old runs are known.
    read(tables.histogram[0].serialYears, "tables.xgboost.serial_year_share");
    read(tables.histogram[0].binYears, "tables.xgboost.bin_year_share");
    read(tables.histogram[1].serialYears, "tables.lightgbm.serial_year_share");
    constexpr std::array<const char*, 3> others{"h2o", "sklearn_exact", "gbm_in_r"};
    for (std::size_t i = 0; i < others.size(); ++i)
        readOlderLaw(read, tables.boost[i], std::string("tables.") + others[i]);
    readOlderLaw(read, tables.exact, "tables.xgboost_exact");
    read(tables.xgbCachedShare, "tables.xgboost.cached_share");
    read(tables.xgbCachedCells, "tables.xgboost.cached_cells");
    read(tables.xgbThreads.binNs, "tables.xgboost.thread_bin_ns");
    read(tables.xgbThreads.leafUs, "tables.xgboost.thread_leaf_us");
    read(tables.xgbThreads.halfColumns, "tables.xgboost.thread_columns");
    read(tables.xgbThreads.sharedSince, "tables.xgboost.shared_since");
    read(tables.bins, "tables.boosting_bins");
    read(tables.filledBins, "tables.filled_bins");
    read(tables.rowsPerLeaf, "tables.rows_per_leaf");
    read(tables.mostLeaves, "tables.leaves_of_depth");
    read(tables.binningNs, "tables.binning_ns");
    read(tables.boostingYear, "tables.boosting_year");
    read(tables.boostingYears, "tables.boosting_years");
    read(tables.histogramsSince, "tables.histograms_since");
    read(tables.gpuReferenceBandwidth, "tables.gpu_reference_bandwidth");
}

} // namespace

void readTables(ConstantReader& read, TableConstants& tables)
{
    readBoosters(read, tables);
    read(tables.maxCores, "tables.max_cores");
    read(tables.h2oNodeExponent, "tables.h2o.node_exponent");
    for (const Framework library : {Framework::XgBoost, Framework::H2o, Framework::Spark, Framework::R})
        read(tables.forest[static_cast<std::size_t>(library)], "tables.forest_time." + std::string(frameworkName(library)));
    read(tables.binnedForest, "tables.binned_forest_exponent");
    for (const Framework library : {Framework::Spark, Framework::R})
        read(tables.linear[static_cast<std::size_t>(library)], "tables.linear_time." + std::string(frameworkName(library)));
    read(tables.liblinear, "tables.liblinear_time");
    read(tables.lbfgsSince, "tables.lbfgs_since");
    read(tables.svmRows, "tables.svm_row_limit");
    read(tables.cellBytes, "tables.cell_bytes");
    read(tables.ramMultiple, "tables.ram_multiple");
    read(tables.xgbCellBytes, "tables.xgboost_cell_bytes");
    read(tables.lgbCellBytes, "tables.lightgbm_cell_bytes");
    readCuml(read, tables.cuml);
}

} // namespace rightrig
