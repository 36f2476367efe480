#include "db/documents/rosterfacts.h"

#include "db/documents/strictjson.h"
#include "db/values.h"
#include "models/domain/catalog.h"

#include <algorithm>
#include <utility>

namespace rightrig {
namespace {

constexpr double leastMemory = 0.5, mostMemory = 8192.0;

/// Digits and at most one decimal sign, point or comma, in C form; empty if there is anything else.
std::string decimalForm(std::string_view text)
{
    std::string number(text);
    std::replace(number.begin(), number.end(), ',', '.');
    const bool good = number.find_first_not_of("0123456789.") == std::string::npos && std::count(number.begin(), number.end(), '.') <= 1;
    return good ? number : std::string();
}

/// What one of this unit is in GiB; 0 for a word that is no unit of memory.
double unitFactor(std::string_view unit)
{
    if (unit.empty() || unit == "gb" || unit == "gib" || unit == "g")
        return 1.0;
    return unit == "mb" || unit == "mib" ? 1.0 / 1024.0 : 0.0;
}

template <class T, std::size_t N> std::optional<T> byFirstWord(std::string_view text, const std::pair<std::string_view, T> (&words)[N])
{
    const std::string key = normalisedName(text);
    for (const auto& [word, value] : words) {
        const bool ends = key.size() == word.size() || (key.size() > word.size() && !(key[word.size()] >= 'a' && key[word.size()] <= 'z'));
        if (key.starts_with(word) && ends)
            return value;
    }
    return std::nullopt;
}

} // namespace

std::optional<Gib> parseMemory(std::string_view text, std::string& reason)
{
    const std::string key = normalisedName(text);
    const std::size_t end = std::min(key.find_first_not_of("0123456789.,"), key.size());
    std::string unit = key.substr(end);
    unit.erase(0, std::min(unit.find_first_not_of(' '), unit.size()));
    const auto value = parseNumber(decimalForm(std::string_view(key).substr(0, end)));
    const double factor = unitFactor(unit);
    const double size = value.value_or(0.0) * factor;
    if (!value || factor == 0.0)
        reason = "'" + shown(text) + "' is not a size; write a number of GB";
    else if (size < leastMemory || size > mostMemory)
        reason = "'" + shown(text) + "' is not from 0.5 to 8192 GB";
    else
        return Gib{size};
    return std::nullopt;
}

std::optional<Os> parseSystem(std::string_view text)
{
    constexpr std::pair<std::string_view, Os> words[]
        = {{"windows", Os::Windows}, {"win", Os::Windows}, {"macos", Os::MacOs}, {"mac", Os::MacOs}, {"os x", Os::MacOs},
            {"linux", Os::Linux}, {"ubuntu", Os::Linux}, {"debian", Os::Linux}, {"fedora", Os::Linux}, {"arch", Os::Linux}};
    return byFirstWord(text, words);
}

std::optional<FormFactor> parseForm(std::string_view text)
{
    constexpr std::pair<std::string_view, FormFactor> words[] = {{"laptop", FormFactor::Laptop}, {"notebook", FormFactor::Laptop},
        {"desktop", FormFactor::Desktop}, {"tower", FormFactor::Desktop}, {"pc", FormFactor::Desktop}};
    return byFirstWord(text, words);
}

bool saysNoCard(std::string_view text)
{
    constexpr std::string_view words[]
        = {"none", "no", "-", "n/a", "keine", "nein", "integrated", "integrated graphics", "onboard", "integriert", "integrierte grafik"};
    return std::find(std::begin(words), std::end(words), normalisedName(text)) != std::end(words);
}

} // namespace rightrig
