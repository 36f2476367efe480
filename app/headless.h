// The commands that print or write and leave. None of them needs a display, a home folder or a network.
#pragma once

#include "app/commandline.h"

namespace rightrig {

/// Runs every command but the wizard. Returns the exit code: 0 done, 1 the work failed (message on stderr).
[[nodiscard]] int runHeadless(const Request& request);

} // namespace rightrig
