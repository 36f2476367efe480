// `estimate --job FILE`: one job as a preset of the catalogue with other sizes. Read as strictly as answers (answersfile.h).
//   {"schema":"rightrig.job/1","preset":"images-resnet18-adapt","samples":5000,"epochs":10,"batch":32,
//    "precision":"fp32|tf32|amp|int8|int4","checkpointing":false,"runs_per_week":3,"columns":50}
// Only "preset" is required. What is absent keeps the preset's value.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/catalog.h"
#include "models/domain/course.h"

namespace rightrig {

/// The file as it stands, before any preset is looked up.
[[nodiscard]] std::variant<JobRequest, DocumentError> readJobRequest(const QByteArray& json);
/// The preset with the file's sizes in it. Fails also on a preset the catalogue does not know. A given `samples` sets sizeFromStudent.
[[nodiscard]] std::variant<Job, DocumentError> readJob(const QByteArray& json, const Catalog& catalog);

} // namespace rightrig
