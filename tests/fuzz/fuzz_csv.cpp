// Comma-separated text: the reader ends, keeps its limits, and complains only about places that exist.
#include "db/csvreader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

namespace {

void readAll(std::string_view text, char separator)
{
    const CsvLimits limits{1U << 16U, 500, 20, 1000};
    std::size_t rows = 0;
    try {
        CsvReader reader(text, separator, limits);
        while (const auto row = reader.next()) {
            ++rows;
            if (row->line < 1 || row->cells.empty() || row->cells.size() > limits.columns || rows > limits.rows)
                std::abort();
        }
    } catch (const CsvError& error) {
        if (error.line < 1 || error.column < 1 || error.what()[0] == '\0')
            std::abort();
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readAll(text, ',');
    readAll(text, ';');
    return 0;
}
