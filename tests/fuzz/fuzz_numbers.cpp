// Numbers, dates and amounts of money as people and programs write them: read the same twice, or refused, and never out of bounds.
#include "db/documents/amounts.h"
#include "db/values.h"
#include "models/qt/formatter.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkNumbers(std::string_view text)
{
    if (const auto number = rightrig::parseNumber(text)) {
        require(std::isfinite(*number));
        require(rightrig::parseNumber(numberText(*number)) == number); // what we write, we read
    }
    if (const auto whole = parseWhole(text))
        require(parseWhole(std::to_string(*whole)) == whole);
    require(!isDate(text) || (text.size() >= 4 && text.size() <= 10));
    require(!isCurrencyCode(text) || text.size() == 3);
}

void checkAmount(std::string_view text)
{
    std::string reason;
    const auto amount = parseAmount(text, reason);
    require(amount.has_value() == reason.empty());
    require(!amount || (amount->value > 0.0 && amount->value <= 1e9));
}

/// As typed into a field: with the separators of the user's language.
void checkTyped(std::string_view text)
{
    const QString typed = plain(text, 400);
    const auto number = rightrig::parseNumber(typed);
    require(!number || std::isfinite(*number));
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkNumbers(text);
    checkAmount(text);
    checkTyped(text);
    return 0;
}
