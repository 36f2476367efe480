// `rightrig.answers/1`: strict reading (unknown or duplicate keys, wrong types, values out of range name their path), exact writing.
#pragma once

#include "models/domain/answers.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace rightrig {

struct DocumentError
{
    QString text;
}; ///< "data.rows: -5 is below 1"

[[nodiscard]] std::variant<Answers, DocumentError> readAnswers(const QByteArray& json);
/// Reading what this wrote gives equal answers. Keys in the order of INTERFACES, two blanks, final newline.
[[nodiscard]] QByteArray writeAnswers(const Answers& answers);

} // namespace rightrig
