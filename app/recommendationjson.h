// `rightrig.recommendation/1`: everything the answer page shows, for scripts.
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"

#include <QByteArray>

#include <vector>

namespace rightrig {

/// With a course, also the member "course".
[[nodiscard]] QByteArray recommendationJson(
    const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, const CoursePlan* course = nullptr);

} // namespace rightrig
