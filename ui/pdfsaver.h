// Results -> PDF on disk.
#pragma once

#include "models/domain/recommender.h"
#include "ui/report/report.h"

#include <QDate>
#include <QString>

namespace rightrig {

/// Renders and writes, on the paper of the student's country whatever `options` say; returns an empty string or one sentence on what went
/// wrong. The old file survives a failure.
[[nodiscard]] QString writePdf(
    const QString& path, const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, ReportOptions options);
/// "RightRig Ada 2026-11-23.pdf": no character that a file system could refuse.
[[nodiscard]] QString suggestedPdfName(const Answers& answers, QDate today);

} // namespace rightrig
