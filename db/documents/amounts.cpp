#include "db/documents/amounts.h"

#include "db/documents/strictjson.h"
#include "db/values.h"

#include <algorithm>
#include <utility>

namespace rightrig {
namespace {

constexpr double mostMoney = 1e9;

constexpr std::pair<std::string_view, std::string_view> moneySigns[]
    = {{"US$", "USD"}, {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"}, {"$", ""}}; // "$" alone: many countries' dollar

/// Without the blanks that group digits (also the narrow and the fixed one), apart from those at a currency.
std::string withoutBlanks(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\xC2\xA0"))
            i += 1;
        else if (text.substr(i).starts_with("\xE2\x80\xAF"))
            i += 2;
        else if (text[i] != ' ' && text[i] != '\t')
            result.push_back(text[i]);
    }
    return result;
}

std::string cutCurrency(std::string text, std::optional<CurrencyCode>& currency)
{
    for (const auto& [sign, code] : moneySigns) {
        const bool before = text.starts_with(sign);
        if (!before && !text.ends_with(sign))
            continue;
        if (!code.empty())
            currency = CurrencyCode(code);
        return before ? text.substr(sign.size()) : text.substr(0, text.size() - sign.size());
    }
    if (text.size() > 3 && isCurrencyCode(std::string_view(text).substr(0, 3))) {
        currency = CurrencyCode(std::string_view(text).substr(0, 3));
        return text.substr(3);
    }
    if (text.size() > 3 && isCurrencyCode(std::string_view(text).substr(text.size() - 3))) {
        currency = CurrencyCode(std::string_view(text).substr(text.size() - 3));
        return text.substr(0, text.size() - 3);
    }
    return text;
}

/// "1.299.000" or "299": one to three digits, then groups of exactly three.
bool isGrouped(std::string_view text, char separator)
{
    std::size_t run = 0;
    bool first = true;
    for (const char c : text) {
        if (c != separator) {
            ++run;
            continue;
        }
        if (first ? run < 1 || run > 3 : run != 3)
            return false;
        first = false;
        run = 0;
    }
    return first ? run > 0 : run == 3;
}

/// The number in C form, or why it is none.
std::string plainForm(const std::string& text, std::string& reason)
{
    const std::size_t comma = text.rfind(',');
    const std::size_t point = text.rfind('.');
    if (comma == std::string::npos && point == std::string::npos)
        return text;
    const bool both = comma != std::string::npos && point != std::string::npos;
    const std::size_t last = comma == std::string::npos ? point : point == std::string::npos ? comma : std::max(comma, point);
    const char sign = text[last];
    const auto count = std::count(text.begin(), text.end(), sign);
    std::string whole = text.substr(0, last);
    const std::string rest = text.substr(last + 1);
    if (!both && count == 1 && rest.size() == 3 && whole != "0" && whole.size() <= 3) {
        reason = "could be " + whole + rest + " or " + whole + "." + rest + "; write it without a sign between thousands";
        return {};
    }
    const char group = both ? (sign == ',' ? '.' : ',') : sign;
    const bool decimals = both || count == 1;
    if (!decimals)
        whole = text;
    if ((both || !decimals) && !isGrouped(whole, group)) {
        reason = "is not a number";
        return {};
    }
    std::erase(whole, group);
    return decimals ? whole + "." + rest : whole;
}

} // namespace

std::optional<Amount> parseAmount(std::string_view text, std::string& reason)
{
    reason.clear();
    const std::string quoted = "'" + shown(text) + "' ";
    Amount amount;
    std::string number = text.size() <= 40 ? cutCurrency(withoutBlanks(text), amount.currency) : std::string();
    if (number.find_first_not_of("0123456789.,") == std::string::npos)
        number = plainForm(number, reason);
    else
        number.clear();
    const auto value = number.empty() ? std::nullopt : parseNumber(number);
    if (!value && reason.empty())
        reason = "is not a number";
    else if (value && *value <= 0.0)
        reason = "is not a price; leave the row out if it is unknown";
    else if (value && *value > mostMoney)
        reason = "is above 1000000000";
    if (!reason.empty()) {
        reason = quoted + reason;
        return std::nullopt;
    }
    amount.value = *value;
    return amount;
}

} // namespace rightrig
