// The recommendation as a student reads it in a terminal.
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"

#include <QString>

#include <vector>

namespace rightrig {

[[nodiscard]] QString recommendationText(
    const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, const CoursePlan* course = nullptr);

} // namespace rightrig
