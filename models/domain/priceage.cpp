#include "models/domain/priceage.h"

#include <algorithm>
#include <charconv>

namespace rightrig {

namespace {

struct PlainDay
{
    int year = 0, month = 1, day = 1;
};

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<PlainDay> plainDay(std::string_view text)
{
    const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') || (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!shape)
        return std::nullopt;
    const auto year = wholeNumber(text.substr(0, 4));
    const auto month = text.size() > 4 ? wholeNumber(text.substr(5, 2)) : std::optional(1);
    const auto day = text.size() > 7 ? wholeNumber(text.substr(8, 2)) : std::optional(1);
    if (!year || !month || !day || *month > 12 || *day > 31)
        return std::nullopt;
    return PlainDay{*year, *month, *day};
}

bool isExpired(const Offer& offer, std::string_view today)
{
    const auto months = monthsOld(offer.source.asOf, today);
    return offer.price && months && *months >= expiredPriceMonths;
}

} // namespace

std::optional<int> monthsOld(std::string_view asOf, std::string_view today)
{
    const auto then = plainDay(asOf);
    const auto now = plainDay(today);
    if (!then || !now)
        return std::nullopt;
    return std::max(0, (now->year - then->year) * 12 + now->month - then->month - (now->day < then->day ? 1 : 0));
}

PriceAges priceAges(const Catalog& catalog, std::string_view today)
{
    PriceAges ages;
    for (const Offer& offer : catalog.offers) {
        if (!offer.price)
            continue;
        const auto months = monthsOld(offer.source.asOf, today);
        int& box = !months                  ? ages.unknown
            : *months >= expiredPriceMonths ? ages.expired
            : *months >= oldPriceMonths     ? ages.old
                                            : ages.fresh;
        ++box;
    }
    return ages;
}

void leaveOutExpiredPrices(Catalog& catalog, std::string_view today)
{
    for (Offer& offer : catalog.offers) {
        if (!isExpired(offer, today))
            continue;
        offer.price.reset();
        ++catalog.expiredPrices;
    }
}

} // namespace rightrig
