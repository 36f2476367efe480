// Comparisons of estimates with measured runs as Markdown: blocks of README.md between their markers.
#pragma once

#include "models/domain/accuracy.h"

#include <QByteArray>

namespace rightrig {

/// Of the shipped check points, with what to know about them.
[[nodiscard]] QByteArray accuracyMarkdown(const AccuracyReport& report);
/// Of somebody's runs, by kind of job.
[[nodiscard]] QByteArray runsMarkdown(const ValidationSummary& summary);

} // namespace rightrig
