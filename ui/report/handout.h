// One page for a course's students: what they need, and what to do without it. Rendered to memory like a student's report.
#pragma once

#include "models/domain/coursepreview.h"
#include "ui/report/report.h"

namespace rightrig {

struct Handout
{
    QByteArray pdf;
    int pages = 1; ///< more than one only if the assignments fill more than a page
};

/// Needs a QApplication. Same input and day give the same bytes. `preview` is that of exactly this course.
/// What does not fit on one page in full is said in fewer words; `options` tells paper and day.
[[nodiscard]] std::variant<Handout, QString> renderHandout(
    const Course& course, const CoursePreview& preview, const Catalog& catalog, const ReportOptions& options);

/// "Handout, Machine learning 1.pdf": no character that a file system could refuse.
[[nodiscard]] QString suggestedHandoutName(const Course& course);

/// What to tell whoever made it: that it has more than a page, that it is in English. Empty if all is well.
[[nodiscard]] QStringList handoutNotes(const Course& course, const Handout& handout);

} // namespace rightrig
