// Fits the estimator's constants to a table of measured runs: robust least squares of ln(predicted / measured) with priors.
// Rows are weighted by n^-0.4 of their source, so that one big source does not rule. Nothing here is part of the program.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/measurement.h"
#include "models/domain/validation.h"

#include <map>
#include <string>
#include <vector>

namespace rightrig::fit {

/// One constant that is fitted. Logarithmic ones stay above zero.
struct Parameter
{
    std::string name; ///< of an assumption, or "network:ID" for the factor of one network
    bool logarithmic = true;
    double prior = 1.0;
    double spread = 0.3; ///< standard deviation of the prior, of ln value or of the value
};

struct Problem
{
    Catalog catalog; ///< its networks' factors are changed while fitting
    std::vector<Measurement> runs;
    std::vector<Parameter> parameters;
    std::map<std::string, double> doubts; ///< weight of a source whose rows are less sure than others; 1 if it is not named
};

struct Solution
{
    std::vector<double> values;  ///< by parameter
    std::vector<double> spreads; ///< standard error of ln value or of the value, from the curvature at the solution
};

/// tests/bench/fit/parameters.csv: name,scale,prior,spread. Throws std::runtime_error with the line.
[[nodiscard]] std::vector<Parameter> readParameters(const std::string& csv);
/// tests/bench/fit/doubts.csv: source,weight,reason. Throws std::runtime_error with the line.
[[nodiscard]] std::map<std::string, double> readDoubts(const std::string& csv);
/// Adds a factor for each network that at least `least` of the runs name; where `plainSpread` is above zero, also one for its runs in FP32
/// or TF32 against those in 16 bits, if there are so many of both.
void addNetworkFactors(Problem& problem, int least, double spread, double plainSpread);
/// Tuning or training a large language model.
[[nodiscard]] bool isLargeLanguageModel(JobFamily family);
/// Which runs can be true; the others are left out of every fit, and scored like all.
[[nodiscard]] std::vector<bool> believable(Problem& problem);
/// Fits to those runs of `used` that can be true, from `start` on: a solution to nearly the same runs is found sooner from their own.
[[nodiscard]] Solution fitTo(Problem& problem, const std::vector<bool>& used, const Solution& start);
/// The priors, to start from.
[[nodiscard]] Solution priorOf(const Problem& problem);
/// All predictions with these values.
[[nodiscard]] std::vector<Prediction> predictAll(Problem& problem, const Solution& solution);

/// The chip family of a run's device; "none" if it is unknown.
[[nodiscard]] std::string chipOf(const Problem& problem, const Measurement& run);

} // namespace rightrig::fit
