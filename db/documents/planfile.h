// `rightrig.plan/1`: what a PDF carries as "answers.json".
//   {"schema":"rightrig.plan/1","date":"2026-11-25","answers":{...},"course":{...},"catalogue":{"as_of":"...","sha256":"..."},
//    "prices":[{"offer":"id","name":"...","price":{"amount":12.5,"currency":"USD"},"per":"hour","as_of":"2026-08-01"}]}
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/savedplan.h"

namespace rightrig {

/// Reads a plan, saved answers or a course: the document's own "schema" says which. All are read as strictly as answers.
[[nodiscard]] std::variant<SavedPlan, DocumentError> readPlan(const QByteArray& json);
/// Reading what this wrote gives an equal plan.
[[nodiscard]] QByteArray writePlan(const SavedPlan& plan);

} // namespace rightrig
