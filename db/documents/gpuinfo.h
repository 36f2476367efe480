// The column GpuInfo of SkyPilot's catalogues: a dictionary as Python prints it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

struct GpuInfo
{
    std::string name, manufacturer;
    std::optional<int> count;
    std::optional<double> memory; ///< of one card; MiB, or GiB in files that write it under the same name
};

/// Single or double quotes, None or null, True or true, nan, 8 or 8.0. Only the first kind of card is read; `problem` is set if
/// there are several or the text cannot be read. An empty text, None and a bare name give an empty result without a problem.
[[nodiscard]] GpuInfo parseGpuInfo(std::string_view text, std::string& problem);

} // namespace rightrig
