// What a test of this very computer measured, or its data sheet lets expect, as the laws of own runs need it (testedlaws.h).
#pragma once

namespace rightrig {

/// All are above zero, but for products and bandwidth that a data sheet does not state: 0. "One" is one core; the others are what `cores`
/// cores reach together, between the rates of one core and of all.
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
