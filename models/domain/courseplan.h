// A course applied to one student: whose answer counts, which job an assignment is, which providers may be used.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/course.h"
#include "models/domain/recommender.h"

#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// The preset with the request's sizes in it. A given `samples` sets sizeFromStudent: nothing is guessed about the data.
[[nodiscard]] Job jobFor(const JobRequest& request, const Preset& preset);

/// `over` where it says something, else `base`. Candidates and overrides of both are kept, those of `over` first.
[[nodiscard]] Answers overlaid(const Answers& base, const Answers& over);

/// What the student cannot change: fixed answers, and what the school gives.
[[nodiscard]] Answers fixedBy(const Course& course);

/// `answers` with what `fixed` says taken from `own` again: what a student sees in a course, turned back into what the student said.
[[nodiscard]] Answers withoutFixed(Answers answers, const Answers& fixed, const Answers& own);

/// What counts for this student: fixed answers and what the school gives before the student's own, those before preset answers.
/// A budget above the cap becomes the cap. `course` of the result is the id of the course.
[[nodiscard]] Answers answersFor(const Course& course, const Answers& student, const Catalog& catalog);

/// False for a service that the course denies, or that is not on its list of allowed ones. Case and outer blanks do not count.
[[nodiscard]] bool allowsProvider(const Course& course, std::string_view provider);

/// The catalogue without free and rented offers of providers that the course rules out. Indices stay as they are: an offer
/// that is out has no machine.
[[nodiscard]] Catalog narrowed(const Catalog& catalog, const Course& course);

/// The student's own answers, in the course if there is one. `course` may be null.
[[nodiscard]] Results recommendFor(const Answers& own, const Course* course, const Catalog& catalog);

/// `changes` without those that ask for a larger budget than the course allows. `course` may be null: then all of them.
[[nodiscard]] std::vector<WouldChange> withinCap(std::vector<WouldChange> changes, const Course* course, const Catalog& catalog);

/// What the catalogue cannot make sense of, with its path: "assignments[1].job.preset: 'x' is not in the catalogue".
[[nodiscard]] std::vector<std::string> courseProblems(const Course& course, const Catalog& catalog);

} // namespace rightrig
