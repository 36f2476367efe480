// The column GpuInfo of SkyPilot's catalogues.
#include "db/documents/gpuinfo.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string problem;
    const GpuInfo info = parseGpuInfo({reinterpret_cast<const char*>(data), size}, problem);
    if (problem.empty() && info.count && (*info.count < 1 || *info.count > 64))
        std::abort();
    if (problem.empty() && info.memory && !(*info.memory > 0.0))
        std::abort();
    return 0;
}
