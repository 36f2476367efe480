// `catalogue import` and `catalogue reset`: prices from files into the user's own, and out again.
#pragma once

#include "app/commandline.h"

namespace rightrig {

[[nodiscard]] int runImport(const Request& request);
[[nodiscard]] int runReset(const Request& request);

} // namespace rightrig
