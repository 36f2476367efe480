// What keeps a course from being written, while somebody still works on it: each fault with the path that the file's reader would name.
#pragma once

#include "models/domain/course.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rightrig {

constexpr std::size_t mostAssignments = 60; ///< of one course
constexpr std::size_t mostCourseTexts = 50; ///< notes, and names in each list of services

enum class CourseFaultKind : std::uint8_t { Missing, TooLong, Twice, InBothLists, NoAssignments, TooMany };

struct CourseFault
{
    std::string path; ///< "assignments[1].title"
    CourseFaultKind kind = CourseFaultKind::Missing;
    bool operator==(const CourseFault&) const = default;
};

/// In the order of the file. Ranges of numbers are not among them: no field takes one that is out of range.
[[nodiscard]] std::vector<CourseFault> courseFaults(const Course& course);

/// "a1", "a2", ...: the first that no assignment of the course has.
[[nodiscard]] std::string freshAssignmentId(const Course& course);
/// An id for a course from its title: "Machine learning 1" -> "machine-learning-1"; "course" if nothing is left of it.
[[nodiscard]] std::string courseIdFor(std::string_view title);

} // namespace rightrig
