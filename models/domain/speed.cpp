// Sources of the constants: the rows law.* and time.* of db/rows/assumptions*.csv.
#include "models/domain/speed.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

double effectiveCompute(double peakTflops, double watts, double tflopsPerWatt)
{
    return 1.0 / (1.0 / peakTflops + 1.0 / (tflopsPerWatt * watts));
}

double machineSpeed(double effectiveTflops, double bandwidthGbPerS, const SpeedLaw& law)
{
    return std::exp(law.a * std::log(effectiveTflops) + law.b * std::log(bandwidthGbPerS));
}

double knownThroughput(double k, double machineSpeed, double phi) { return k * machineSpeed * phi; }

double flopPerToken(double perParameter, double parameters, double layers, double hidden, double sequence)
{
    return perParameter * (parameters + 2.0 * layers * hidden * sequence);
}

double achievedShare(double eta, double peakTflops, double watts, const TimeConstants& time)
{
    const double perWatt = peakTflops / watts;
    if (perWatt <= time.etaReferenceTpw)
        return eta;
    return eta * std::pow(time.etaReferenceTpw / perWatt, time.etaPowerExponent);
}

double stepSeconds(double layers, double layerMs, double flop, double eta, double peakTflops)
{
    return layers * layerMs * 1e-3 + flop / (eta * peakTflops * 1e12);
}

double deviceFactor(double n, double kept) { return n <= 1.0 ? 1.0 : std::max(1.0, n * std::pow(kept, std::log2(n))); }

double processorGflops(double cores, double ghz, double flopPerCycle) { return cores * ghz * flopPerCycle; }

} // namespace rightrig
