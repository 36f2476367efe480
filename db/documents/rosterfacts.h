// Facts of a computer as people write them into the cells of a table.
#pragma once

#include "models/domain/answers.h"

#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

/// "16", "15.8 GB", "15,8 GiB", "8192 MB", from 0.5 to 8192 GiB; GB counts as GiB, as labels mean it. `reason` says why nothing is
/// returned.
[[nodiscard]] std::optional<Gib> parseMemory(std::string_view text, std::string& reason);
/// "Windows 11", "macOS 14", "Ubuntu 24.04": the system that the first word names.
[[nodiscard]] std::optional<Os> parseSystem(std::string_view text);
/// "Laptop", "Notebook", "Desktop", "PC".
[[nodiscard]] std::optional<FormFactor> parseForm(std::string_view text);
/// True for the words that say there is no graphics card of its own: "none", "keine", "integrated", "onboard", "-".
[[nodiscard]] bool saysNoCard(std::string_view text);

} // namespace rightrig
