// What this computer is, as far as the system says without running anything. Names are matched to the catalogue exactly.
#pragma once

#include "models/domain/catalog.h"

#include <QString>

namespace rightrig {

/// Facts under `root` ("/" on a live Linux system; a recorded tree in tests). On Windows and macOS `root` is ignored.
[[nodiscard]] ComputerFacts detectComputer(const Catalog& catalog, const QString& root = QStringLiteral("/"));
/// The facts of a tested machine, by the same rules as detectComputer(), with the profile in them.
[[nodiscard]] ComputerFacts factsOfProfile(const MachineProfile& profile, const Catalog& catalog);
/// The catalogue's name of a processor as /proc/cpuinfo or Windows spells it ("13th Gen Intel(R) Core(TM) i7-13700H"); the cleaned name if
/// unknown.
[[nodiscard]] std::string cleanedCpuName(const std::string& reported);
[[nodiscard]] std::string cleanedGpuName(const std::string& reported);

} // namespace rightrig
