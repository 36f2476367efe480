// `catalogue`: check, import, export, diff, reset, update and sign.
#pragma once

#include "app/commandline.h"

namespace rightrig {

/// Runs one action; returns the exit code. Findings of `check` are failures (1), coverage and ages are not.
[[nodiscard]] int runCatalogue(const Request& request);

} // namespace rightrig
