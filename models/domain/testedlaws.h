// Times of real training on a processor, from the rates of its test or those that its data sheet lets expect. Each formula is what its
// library does, counted; the constants (rows profile.* of db/rows/assumptions-profile.csv) were fitted on own runs, tests/bench/truth.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/neural.h"
#include "models/domain/testedrates.h"

#include <optional>

namespace rightrig {

/// Seconds of scikit-learn's forest. Each level of a tree sorts its rows anew: trees x columns tried x rows x log2(rows)^2 / 2 steps.
[[nodiscard]] double testedForestSeconds(
    double trees, double rows, double triedColumns, const TestedRates& rates, const ProfileConstants& constants);
/// Seconds of histogram boosting: binning once; per tree the histograms of all rows, the splits of all nodes' bins, a cost per node.
struct TestedBoosting
{
    double rows = 0.0, columns = 0.0, trees = 0.0;
    double levels = 0.0, nodes = 0.0; ///< of one tree
};
[[nodiscard]] double testedBoostingSeconds(
    const TestedBoosting& size, const BinLaw& law, const TestedRates& rates, const ProfileConstants& constants);
/// Seconds of logistic regression: it stops when it has converged, which is after few rounds, whatever is allowed.
[[nodiscard]] double testedLinearSeconds(
    double rounds, double rows, double columns, const TestedRates& rates, const ProfileConstants& constants);
/// Seconds of k-means: the first centres cost 2 + ln(groups) rounds more; other cores help little.
[[nodiscard]] double testedKmeansSeconds(
    double rows, double groups, double columns, double rounds, const TestedRates& rates, const ProfileConstants& constants);
/// Seconds of a kernel SVM on one core: a pair of rows costs its exponential and its columns.
[[nodiscard]] double testedSvmSeconds(double rows, double columns, const TestedRates& rates, const ProfileConstants& constants);

constexpr double mostTreeColumns = 15.0; ///< of k-NN by a tree: scikit-learn's own rule
/// Seconds of looking up each row's neighbours among all rows: pair by pair, or in a tree where a row has few columns.
[[nodiscard]] double testedKnnSeconds(double rows, double columns, const TestedRates& rates, const ProfileConstants& constants);
/// Seconds of a principal component analysis by random projection: its products, and making the projected columns orthogonal.
[[nodiscard]] double testedPcaSeconds(
    double rows, double columns, double components, const TestedRates& rates, const ProfileConstants& constants);

/// What a test of the rig's processor would find, judged from its data sheet; empty where its cores or their speed are unknown. Without
/// its arithmetic or bandwidth those rates are 0.
[[nodiscard]] std::optional<TestedRates> expectedRates(const Rig& rig, const Constants& constants);

/// Seconds of fitting the table with scikit-learn or XGBoost; empty where the size or a rate that the formula needs is not known, or no own
/// runs of the library were made.
[[nodiscard]] std::optional<double> testedTableSeconds(const Job& job, const TestedRates& rates, const Constants& constants);

/// One micro-step of a network on a tested processor: arithmetic + values moved + weights updated + operations called, one after the
/// other. Several threads have to meet at every operation, which is what makes small and recurrent networks slow on many cores.
[[nodiscard]] StepParts testedStep(const Job& job, const Work& work, const Engine& engine, double microBatch, const Constants& constants);

/// The formula behind testedTableSeconds() in words, with the names and values of its constants added to `trace`.
[[nodiscard]] const char* testedTableFormula(const Job& job, const TestedRates& rates, const Constants& constants, Trace& trace);
/// The same of a network.
[[nodiscard]] const char* testedNetworkFormula(bool convolutions, const TestedRates& rates, const Constants& constants, Trace& trace);

} // namespace rightrig
