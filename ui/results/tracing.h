// The open formula of one estimate that is already on the page: the same machine, the same numbers.
#pragma once

#include "ui/results/shown.h"

#include <optional>

namespace rightrig {

struct OpenEstimate
{
    Estimate estimate;
    Trace trace;
};

/// The machine an option runs a job on: its own, a catalogue machine, a candidate, or the rented part of a mixed plan.
[[nodiscard]] std::optional<Machine> machineOf(const Shown& shown, const Option& option, std::size_t job);
/// The estimate made again with its formula open. Empty if the option has no machine.
[[nodiscard]] std::optional<OpenEstimate> openEstimate(const Shown& shown, const Option& option, std::size_t job);
/// The offer whose price the option is built on, or null.
[[nodiscard]] const Offer* offerOf(const Shown& shown, const Option& option);

} // namespace rightrig
