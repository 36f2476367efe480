// `validate`: our estimates against the measured runs of a file, or against the published ones that ship with the program.
#pragma once

#include "app/commandline.h"
#include "app/composition.h"
#include "models/domain/catalog.h"

#include <QByteArray>
#include <QStringList>

namespace rightrig {

struct Validated
{
    QByteArray output;    ///< text, JSON or Markdown
    QStringList problems; ///< rows that could not be read, with line and column
};

[[nodiscard]] Outcome<Validated> validateFile(const Request& request, const Catalog& catalog);

} // namespace rightrig
