// The answer to one student's saved answers: what `recommend` prints and `report` draws, from the same engine that the wizard runs.
#pragma once

#include "app/composition.h"
#include "models/domain/knownanswers.h"
#include "models/domain/readiness.h"
#include "models/domain/recommender.h"
#include "models/domain/savedplan.h"

#include <memory>
#include <optional>
#include <vector>

namespace rightrig {

struct Answered
{
    Results results;
    std::vector<WouldChange> changes;
    std::shared_ptr<const CoursePlan> course; ///< null: the plan belongs to no course
    CatalogPtr catalog;                       ///< without the offers that the course rules out
    Answers own;                              ///< as the student gave them
    std::shared_ptr<const SavedPlan> plan;    ///< what was read, with the prices of its day; null for answers at hand
};

/// Reads answers, course and machine profile as `request` says. A PDF's own course counts unless another is given. What the catalogue does
/// not know of the course is said on standard error. The text names the file.
[[nodiscard]] Outcome<Answered> answerPlan(const Request& request, const CatalogPtr& catalog);
/// The same for answers at hand. `course` may be null.
[[nodiscard]] Answered answerFor(const Answers& own, const Course* course, const CatalogPtr& catalog);

/// The same for one student after the other: what does not depend on the student is made once, and what would change the answer is
/// looked for once for all whose answers are equal but for their names.
class CourseAnswers
{
public:
    /// `course` may be null.
    CourseAnswers(const Course* course, const CatalogPtr& catalog);
    [[nodiscard]] Answered answer(const Answers& own);

private:
    [[nodiscard]] const Course* course() const { return m_course ? &*m_course : nullptr; }

    std::optional<Course> m_course;
    CatalogPtr m_whole, m_narrowed;
    KnownAnswers<std::vector<WouldChange>> m_changes;
};
/// What the PDF carries: `rightrig.plan/1` of today.
[[nodiscard]] QByteArray attachmentOf(const Answered& answered);

} // namespace rightrig
