// What the catalogue holds, as the tables of README.md (packaging/readme puts them there).
#pragma once

#include "models/domain/cataloguecheck.h"

#include <QByteArray>

namespace rightrig {

/// Does not depend on the day it is made: README changes only with the rows.
[[nodiscard]] QByteArray coverageMarkdown(const CatalogCoverage& coverage);

} // namespace rightrig
