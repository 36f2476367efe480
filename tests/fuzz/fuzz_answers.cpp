// Saved answers: any bytes are read or refused in words, and what was read survives being written and read again.
#include "db/documents/answersfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readAnswers(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (const auto* error = std::get_if<DocumentError>(&read)) {
        if (error->text.isEmpty())
            std::abort();
        return 0;
    }
    const auto& answers = std::get<Answers>(read);
    const auto again = readAnswers(writeAnswers(answers));
    const auto* same = std::get_if<Answers>(&again);
    if (same == nullptr || !(*same == answers))
        std::abort();
    return 0;
}
