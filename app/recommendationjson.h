// `rightrig.recommendation/1`: everything the answer page shows, for scripts.
#pragma once

#include "app/answered.h"

#include <QByteArray>

namespace rightrig {

/// With a course, also the member "course"; of a plan whose prices have changed, also "plan".
[[nodiscard]] QByteArray recommendationJson(const Answered& answered);

} // namespace rightrig
