// The part of `rightrig.recommendation/1` that a course adds.
#pragma once

#include "app/jsonparts.h"
#include "models/domain/readiness.h"

namespace rightrig {

/// {"id","title","needs","unsolved","assignments":[{"id","title","fits","ready","seconds","method","memory_gib","ways":[...]}]}
[[nodiscard]] Json courseJson(const CoursePlan& plan);
/// One assignment; class commands share it.
[[nodiscard]] Json assignmentReadinessJson(const AssignmentReadiness& assignment, CurrencyCode currency);

} // namespace rightrig
