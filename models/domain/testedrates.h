// What a test of this very computer measured, as the laws of a tested processor need it (testedlaws.h).
#pragma once

namespace rightrig {

/// All are above zero. "One" is one core; the others are what `cores` cores reach together, between the rates of one core and of all.
struct TestedRates
{
    double cores = 1.0;                         ///< that a run uses
    double coreSpeed = 1.0;                     ///< a core of speed 1 is the catalogue's unit
    double sgemmOne = 1.0, sgemm = 1.0;         ///< GFLOP/s of large matrix products
    double bandwidthOne = 1.0, bandwidth = 1.0; ///< GB/s of a simple loop
    double histogram = 1.0;                     ///< million cells/s of boosting histograms
    double treeBuilding = 1.0;                  ///< million sorting steps/s of one core
};

} // namespace rightrig
