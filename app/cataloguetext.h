// What the catalogue knows, as tables for a terminal.
#pragma once

#include "models/domain/catalog.h"

#include <QString>

namespace rightrig {

[[nodiscard]] QString machinesText(const Catalog& catalog);
[[nodiscard]] QString presetsText(const Catalog& catalog);

} // namespace rightrig
