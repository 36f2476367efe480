// The comparison with the shipped check points as Markdown: the block of README.md between its two markers.
#pragma once

#include "models/domain/accuracy.h"

#include <QByteArray>

namespace rightrig {

[[nodiscard]] QByteArray accuracyMarkdown(const AccuracyReport& report);

} // namespace rightrig
