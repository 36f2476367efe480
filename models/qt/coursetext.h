// A course in words for whoever writes it: estimates, warnings, what is wrong with it, and what the handout says.
#pragma once

#include "models/domain/coursecheck.h"
#include "models/domain/coursepreview.h"

#include <QString>
#include <QStringList>

namespace rightrig {

/// "about 12 min (8-20 min)", "too slow: about 2 days (...)", "needs 16 GB, has 8 GB", ...
[[nodiscard]] QString placeText(const PlacePreview& place, CurrencyCode currency);
/// placeText() where there is a place; else why there is none.
[[nodiscard]] QString elsewhereText(const std::optional<PlacePreview>& place, const Assignment& assignment, CurrencyCode currency);
/// What the instructor should know before the students do; each names its assignment. Empty if all is well.
[[nodiscard]] QStringList courseWarnings(const Course& course, const CoursePreview& preview, const Catalog& catalog);
/// "assignments[1].title: is missing."
[[nodiscard]] QString courseFaultText(const CourseFault& fault);

/// What the school gives, a sentence each; empty if the course says nothing.
[[nodiscard]] QStringList schoolTexts(const Course& course);
/// "A thin laptop ... is enough for 4 of 5 assignments."
[[nodiscard]] QString handoutHeadline(const Course& course, const CoursePreview& preview);
/// "16 GB of memory", "12 GB of graphics memory", or that it is unknown.
[[nodiscard]] QString needsText(const AssignmentPreview& preview);
struct PlacesWanted
{
    int most = 2;      ///< places
    bool times = true; ///< with the time of a run
};
/// Where the assignment can be done by somebody whose computer is not enough.
[[nodiscard]] QString otherwiseText(
    const Assignment& assignment, const AssignmentPreview& preview, CurrencyCode currency, const PlacesWanted& wanted);
/// What a student without a fitting computer does, step by step.
[[nodiscard]] QStringList handoutSteps(const Course& course, const CoursePreview& preview);
/// False, and the handout is in English, if the program does not speak the course's language.
[[nodiscard]] bool speaksLanguageOf(const Course& course);

} // namespace rightrig
