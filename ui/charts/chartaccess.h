// What a screen reader learns about a chart: role, one-sentence name, and the point in focus as its value.
#pragma once

namespace rightrig {

/// Once for the process; further calls do nothing.
void installChartAccess();

} // namespace rightrig
