#include "models/domain/planner.h"

#include <cmath>

namespace rightrig {

namespace {

std::optional<double> usdPerUnit(CurrencyCode code, const Catalog& catalog, const Answers& answers)
{
    const std::string name = "rate." + code.text();
    for (const auto& [changed, value] : answers.overrides) {
        if (changed == name && std::isfinite(value) && value > 0.0)
            return value;
    }
    if (const Currency* currency = catalog.findCurrency(code))
        return currency->usdPerUnit;
    return code == CurrencyCode("USD") ? std::optional(1.0) : std::nullopt;
}

} // namespace

std::optional<Money> convert(const Money& money, CurrencyCode to, const Catalog& catalog, const Answers& answers)
{
    if (money.currency == to)
        return money;
    const auto from = usdPerUnit(money.currency, catalog, answers);
    const auto target = usdPerUnit(to, catalog, answers);
    if (!from || !target)
        return std::nullopt;
    return Money{money.amount * *from / *target, to};
}

} // namespace rightrig
