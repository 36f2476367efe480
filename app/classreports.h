// `rightrig class reports`: a PDF for every student of a roster, one about the class, and a table for the learning management system.
#pragma once

#include "app/commandline.h"
#include "app/composition.h"

namespace rightrig {

/// Returns the exit code: 1 if a report failed or a row of the roster was left out. What is there already is kept, so that a run that was
/// killed goes on where it was; class.csv and class.pdf belong to the first shard.
[[nodiscard]] int runClassReports(const Request& request, const CatalogPtr& catalog);

} // namespace rightrig
