// The PDF about a whole class. Rendered to memory like a student's (report.h).
#pragma once

#include "models/domain/classroom.h"
#include "ui/report/report.h"

#include <QStringList>

namespace rightrig {

/// Everything that the pages say. The overview is overviewOf() of exactly these students.
struct ClassReport
{
    const Course& course;
    const std::vector<ClassStudent>& students;
    const ClassOverview& overview;
    QStringList problems; ///< files and rows that could not be read, a sentence each
};

/// The PDF's bytes, or one sentence on why there is none. Needs a QApplication. Same input and day give the same bytes.
/// Of a very large class the table shows the first 400 students and says so; the CSV has all.
[[nodiscard]] std::variant<QByteArray, QString> renderClassReport(
    const ClassReport& report, const Catalog& catalog, const ReportOptions& options);

} // namespace rightrig
