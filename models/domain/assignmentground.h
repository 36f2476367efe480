// One assignment of a course as the only job of a Ground: for students (readiness.h) and for whoever writes the course (coursepreview.h).
#pragma once

#include "models/domain/course.h"
#include "models/domain/ground.h"

namespace rightrig {

/// All runs as if of one week, which is how students do them. A preset that nobody knows is a job without a size: unknown.
[[nodiscard]] Job assignmentJob(const Assignment& assignment, const Catalog& catalog);

/// Costs are of this assignment alone, whatever the budget is; what credits pay for is said beside them.
void forOneAssignment(Ground& ground);

} // namespace rightrig
