// `rightrig estimate`: one job on one machine, with its open formula.
#pragma once

#include "app/commandline.h"
#include "models/domain/catalog.h"
#include "ui/services.h"

#include <QByteArray>

namespace rightrig {

/// What to print, as `rightrig.estimate/1` or as text. The error names the job or machine that is not known.
[[nodiscard]] Outcome<QByteArray> estimateOutput(const Request& request, const Catalog& catalog);

} // namespace rightrig
