// `catalogue update`: a signed catalogue takes the place of the shipped one.
#pragma once

#include "app/commandline.h"

namespace rightrig {

/// Takes a bundle from a file, a file: or an https: address, or goes back to the shipped catalogue. Returns the exit code.
[[nodiscard]] int runUpdate(const Request& request);

} // namespace rightrig
