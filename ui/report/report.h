// The PDF a student takes home. Rendered to memory; the caller writes it through models/qt/checkedfile.h.
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"

#include <QByteArray>
#include <QDate>
#include <QPageSize>
#include <QString>

#include <memory>
#include <variant>

namespace rightrig {

struct ReportOptions
{
    QPageSize::PageSizeId paper = QPageSize::A4;
    QDate today;
    std::shared_ptr<const CoursePlan> course = {}; ///< null: the plan belongs to no course
    QByteArray answers = {};                       ///< attached as "answers.json"; empty: nothing is
};

/// The PDF's bytes, or one sentence on why there is none (no usable font, nothing to report).
/// Needs a QApplication (any platform plugin). Same input and `today` give the same bytes.
[[nodiscard]] std::variant<QByteArray, QString> renderReport(
    const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, const ReportOptions& options);

} // namespace rightrig
