// `catalogue export` and `catalogue diff`.
#pragma once

#include "app/commandline.h"

namespace rightrig {

/// Our own table of every priced offer, or its template.
[[nodiscard]] int runExport(const Request& request);
/// Two catalogues or price tables: what is new, gone and changed, by the id of the offer. `rightrig.catalogue-diff/1` with --json.
[[nodiscard]] int runDiff(const Request& request);

} // namespace rightrig
