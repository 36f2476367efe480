// Our estimates against measured runs. The same step law, memory model and table formulas as estimate(); no measurement is looked up.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/estimator.h"
#include "models/domain/machineprofile.h"
#include "models/domain/measurement.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// One measured run and what we say of it. Times are seconds of one sample, token, step or run, whatever the row counts.
struct Prediction
{
    std::string id, source, why; ///< why: what is missing, if there is no prediction
    std::string workload;        ///< equal for runs of the same work, on whatever machine
    std::string hardware;        ///< the catalogue's name
    std::string kind;            ///< "desktop", "laptop", "datacentre", ...: the segment of the hardware
    bool processor = false;      ///< the hardware is a processor, not an accelerator
    std::string stack;
    JobFamily family = JobFamily::Cnn;
    bool single = true; ///< one device
    double measured = 0.0;
    std::optional<Range<Seconds>> predicted;
    Method method = Method::Spec;
    std::optional<double> peakShare; ///< of the devices' dense peak that the measured time means, for networks
    std::optional<double> memoryNeedGib, memoryMeasuredGib;

    [[nodiscard]] bool matched() const { return predicted.has_value(); }
    /// ln(predicted / measured); 0 without a prediction.
    [[nodiscard]] double logError() const;
    [[nodiscard]] bool inside() const;
};

/// Errors of a group of predictions. Every error is |predicted time / measured time - 1|.
struct ErrorSummary
{
    int count = 0;
    double mape = 0.0, mdape = 0.0;
    double medianFactor = 1.0; ///< exp of the median of |ln(predicted / measured)|
    double withinTwo = 0.0;    ///< share of runs within a factor of two
    double bias = 0.0;         ///< mean of ln(predicted / measured): above 0 we are too slow
    double coverage80 = 0.0;   ///< share of runs inside our range
};

struct MemorySummary
{
    int count = 0;
    double median = 0.0, low = 0.0, high = 0.0; ///< of need / measured - 1: median, 10th and 90th percentile
};

struct PairSummary
{
    long long count = 0;
    double right = 0.0; ///< share in the predicted order, among pairs predicted to differ by more than 1.25
};

struct ValidationSummary
{
    int rows = 0, matched = 0;
    ErrorSummary all;
    MemorySummary memory;
    std::map<std::string, MemorySummary> memoryByFamily;
    PairSummary pairs, pairsInsideSource; ///< of the same work; inside: from one source, with the same software
    std::map<std::string, ErrorSummary> byFamily, byKind, byStack, bySource;
};

/// A run with its device and network looked up: what stays the same when only constants change (the fit predicts it thousands of times).
struct PreparedRun
{
    Measurement run;
    Job job;
    int device = -1;                  ///< index into Catalog::devices
    const Network* network = nullptr; ///< of the catalogue it was prepared with
    Prediction empty;                 ///< all but the numbers; `why` where nothing can be predicted
};
[[nodiscard]] PreparedRun prepareMeasurement(const Measurement& run, const Catalog& catalog);
[[nodiscard]] Prediction predictPrepared(const PreparedRun& prepared, const Catalog& catalog, const Constants& constants);

/// What we say of one run. An unknown device, network or size gives no prediction but the reason.
[[nodiscard]] Prediction predictMeasurement(const Measurement& run, const Catalog& catalog, const Constants& constants);
/// The same for a run on the tested machine itself (hardware "this"): its processor, with `cores_used` of its cores.
[[nodiscard]] Prediction predictOnThis(
    const Measurement& run, const Catalog& catalog, const Constants& constants, const MachineProfile& profile);
/// The one source behind a row's source: "owner/repository" of "owner/repository:file@commit" and of an address at GitHub, the host of
/// another address.
[[nodiscard]] std::string sourceName(std::string_view source);
[[nodiscard]] ErrorSummary summariseErrors(const std::vector<const Prediction*>& predictions);
[[nodiscard]] ValidationSummary summarise(const std::vector<Prediction>& predictions);
/// "cnn", "gbdt", ...: the words of measurement files.
[[nodiscard]] std::string_view familyName(JobFamily family);

} // namespace rightrig
