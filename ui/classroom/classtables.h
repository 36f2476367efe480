// The tables of a judged class, worded when they are looked at.
#pragma once

#include "models/qt/judgedclass.h"
#include "models/qt/rowmodel.h"

#include <memory>

namespace rightrig {

using JudgedPtr = std::shared_ptr<const JudgedClass>;

[[nodiscard]] QStringList tallyHeaders();
[[nodiscard]] Rows tallyRows(const JudgedPtr& judged);
[[nodiscard]] QStringList weekHeaders();
[[nodiscard]] Rows weekRows(const JudgedPtr& judged);
[[nodiscard]] QStringList matrixHeaders(const Course& course);
[[nodiscard]] Rows matrixRows(const JudgedPtr& judged);

} // namespace rightrig
