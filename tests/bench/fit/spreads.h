// How wide the ranges have to be: split conformal prediction on runs whose own source was left out of the fit.
#pragma once

#include "tests/bench/fit/fit.h"

namespace rightrig::fit {

struct Spread
{
    std::string name;    ///< of the assumption, "sd.cnn"
    int runs = 0;        ///< that it rests on
    double before = 0.0; ///< in the catalogue
    double value = 0.0;  ///< with which 80 % of the runs lie inside their range
};

/// For each class of work with at least `least` runs: the error of the formula that makes the 80 % ranges hold. The other parts of a
/// range (software, unknown network, new chip) stay as they are, so a class may need nothing of its own: then `value` is the smallest.
/// Quantile: index ceil((n + 1) 0.8) of the errors against half their range (Lei et al. 2018, split conformal).
[[nodiscard]] std::vector<Spread> conformalSpreads(Problem& problem, const std::vector<Prediction>& heldOut, int least);

} // namespace rightrig::fit
