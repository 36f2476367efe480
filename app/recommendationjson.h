// `rightrig.recommendation/1`: everything the answer page shows, for scripts.
#pragma once

#include "models/domain/recommender.h"

#include <QByteArray>

#include <vector>

namespace rightrig {

[[nodiscard]] QByteArray recommendationJson(const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog);

} // namespace rightrig
