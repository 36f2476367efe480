// What the report says, section by section, in the order a reader needs it.
#pragma once

#include "models/domain/accuracy.h"
#include "models/domain/readiness.h"
#include "models/domain/recommender.h"
#include "ui/report/reportsources.h"
#include "ui/report/reportwriter.h"

#include <QDate>
#include <vector>

namespace rightrig {

/// Everything a section may read. `sources` grows while the sections are written and is printed last.
struct ReportInput
{
    const Results& results;
    const std::vector<WouldChange>& changes;
    const Catalog& catalog;
    QDate today;
    SourceList sources;
    const CoursePlan* course = nullptr;
};

void writeAnswer(ReportWriter& writer, ReportInput& input);       ///< for whom, headline, facts, reasons, drawbacks
void writeAlternatives(ReportWriter& writer, ReportInput& input); ///< runners-up, candidates, what would change the answer
void writeCourse(ReportWriter& writer, const ReportInput& input); ///< what each assignment needs; nothing without a course
void writeOptions(ReportWriter& writer, ReportInput& input);
void writeJobs(ReportWriter& writer, ReportInput& input); ///< jobs, memory, and how the biggest job's time is known
void writeAssumptions(ReportWriter& writer, ReportInput& input);
void writeAccuracy(ReportWriter& writer, const AccuracyReport& report); ///< notes and tables; the chart follows
[[nodiscard]] QString publishersText(const Catalog& catalog);           ///< who published the runs behind them, in one line
void writeSources(ReportWriter& writer, ReportInput& input);

} // namespace rightrig
