// Jobs on tables with cuML, scikit-learn's counterpart on NVIDIA cards. Opt-in: only where a job names it.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <optional>

namespace rightrig {

/// True where the job is to run with cuML: it needs an NVIDIA card, and has no boosted trees of its own.
[[nodiscard]] bool usesCuml(const Job& job);
/// The card's memory against the table in 32 bit, twice, and the library; unknown without a card.
[[nodiscard]] MemoryCheck cumlMemory(const Job& job, const Rig& rig, const Constants& constants);
/// Seconds: scikit-learn's law on a server processor, divided by the published speed-up of that kind (rows tables.cuml.*). Empty without a
/// card, where sizes are unknown, and for kernel SVMs, of which no speed-up is published.
[[nodiscard]] std::optional<double> cumlSeconds(const Job& job, const Rig& rig, const Constants& constants);
/// The formula in words, with the names and values of its constants added to `trace`.
[[nodiscard]] const char* cumlFormula(const Job& job, const Constants& constants, Trace& trace);

} // namespace rightrig
