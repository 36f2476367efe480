// Job files: any bytes are read or refused in words.
#include "db/documents/jobfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readJobRequest(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const auto* error = std::get_if<DocumentError>(&read);
    if (error != nullptr && error->text.isEmpty())
        std::abort();
    return 0;
}
