// What rules an option out, each with its reason. An option that meets none of these is eligible.
#pragma once

#include "models/domain/ground.h"

namespace rightrig {

/// Every gate the plan fails; empty means eligible. `option` must carry times and money already. Bare: codes without parameters.
[[nodiscard]] std::vector<Reason> failedGates(const Option& option, const Plan& plan, const Ground& ground, Detail detail);

} // namespace rightrig
