// `rightrig.course/1` (*.rightrig-course.json): strict reading, every fault with its path.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/course.h"

namespace rightrig {

/// Fails on unknown or duplicate keys, wrong types, values out of range, two assignments of one id, a provider both allowed and denied.
/// Presets are not looked up here: that needs the catalogue.
[[nodiscard]] std::variant<Course, DocumentError> readCourse(const QByteArray& json);
/// Reading what this wrote gives an equal course.
[[nodiscard]] QByteArray writeCourse(const Course& course);

} // namespace rightrig
