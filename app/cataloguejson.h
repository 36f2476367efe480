// What the catalogue knows, for scripts: `rightrig.machines/1` and `rightrig.presets/1`.
#pragma once

#include "models/domain/catalog.h"

#include <QByteArray>

namespace rightrig {

/// One entry per machine. "price" and "region" are those of its first regular offer; "offers" lists every one.
[[nodiscard]] QByteArray machinesJson(const Catalog& catalog);
[[nodiscard]] QByteArray presetsJson(const Catalog& catalog);
/// Index into Catalog::offers of the offer that stands for a machine: the first that is not spot, else the first; -1 if none.
[[nodiscard]] int mainOffer(const Catalog& catalog, int machine);

} // namespace rightrig
