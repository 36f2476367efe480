// One described machine: a candidate of the answers, or a machine of the school in a course.
#pragma once

#include "db/documents/objectreader.h"
#include "models/domain/answers.h"

namespace rightrig {

/// Throws DocumentFault naming the member that is missing, unknown or out of range. The caller finishes `in`.
[[nodiscard]] Candidate readCandidate(ObjectReader& in);
/// 0.5 to 8192 GiB; empty if absent.
[[nodiscard]] std::optional<Gib> readRam(ObjectReader& in);
/// 0.5 to 1024 GiB; empty if absent.
[[nodiscard]] std::optional<Gib> readVram(ObjectReader& in);
/// An operating system somebody has, which "any" is not.
[[nodiscard]] std::optional<Os> readInstalledOs(ObjectReader& in);

} // namespace rightrig
