// Courses and plans: any bytes are read or refused in words, and what was read survives being written and read again.
#include "db/documents/coursefile.h"
#include "db/documents/planfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readPlan(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (const auto* error = std::get_if<DocumentError>(&read)) {
        if (error->text.isEmpty())
            std::abort();
        return 0;
    }
    const auto& plan = std::get<SavedPlan>(read);
    if (plan.course) {
        const auto again = readCourse(writeCourse(*plan.course));
        const auto* same = std::get_if<Course>(&again);
        if (same == nullptr || !(*same == *plan.course))
            std::abort();
    }
    if (plan.answers && std::holds_alternative<DocumentError>(readPlan(writePlan(plan))))
        std::abort();
    return 0;
}
