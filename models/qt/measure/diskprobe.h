// How fast files are read when they are not in memory yet.
#pragma once

#include "models/qt/measure/probes.h"

namespace rightrig {

/// Writes a temporary file, has the system forget it, and reads it. Unavailable where files live in memory or cannot be forgotten.
[[nodiscard]] ProbePtr diskProbe();

} // namespace rightrig
