// PDFs from elsewhere: any bytes give answers of bounded size or a reason in words.
#include "ui/report/attachment.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = attachedAnswers(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const auto* problem = std::get_if<QString>(&read);
    if (problem != nullptr ? problem->isEmpty() : std::get<QByteArray>(read).size() > mostAttachedBytes)
        std::abort();
    return 0;
}
