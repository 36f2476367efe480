// Price files and amounts of money: read or refused, and whatever is handed out lies within its bounds.
#include "db/documents/amounts.h"
#include "db/documents/pricefile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rightrig;

namespace {

void checkPrice(const PriceRow& row)
{
    const bool sound = row.price.amount > 0.0 && row.price.amount <= 1e9 && !row.machine.empty() && row.acceleratorCount >= 0
        && row.acceleratorCount <= 64 && !row.source.asOf.empty();
    if (!sound)
        std::abort();
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const PriceSink sink{[](PriceRow&& row) { checkPrice(row); },
        [](int line, const std::string& reason) {
            if (line < 1 || reason.empty())
                std::abort();
        }};
    static_cast<void>(readPriceFile(text, {"file.csv", "Provider", "2026-11-01"}, sink));
    std::string reason;
    const auto amount = parseAmount(text, reason);
    if (amount.has_value() != reason.empty() || (amount && !(amount->value > 0.0 && amount->value <= 1e9)))
        std::abort();
    return 0;
}
