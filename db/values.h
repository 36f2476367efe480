// What one value of the catalogue may be. Shared by the builder (error with file and line) and the opener (error with table and row), so
// that nothing is built that would not open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

/// Closed interval of a numeric column, in the unit its name says.
struct ValueRange
{
    double low = -1e30;
    double high = 1e30;
};

/// The interval of `table`.`column`; the widest one for a column without a rule of its own.
[[nodiscard]] ValueRange valueRange(std::string_view table, std::string_view column);
/// Most characters (code points) a text of that column may have.
[[nodiscard]] std::size_t textLimit(std::string_view column);

/// A finite decimal number, "." as separator whatever the locale; empty if any character is left over.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);
/// As parseNumber, but whole numbers only.
[[nodiscard]] std::optional<std::int64_t> parseWhole(std::string_view text);
/// Shortest text that reads back as the same number; whole numbers without a point.
[[nodiscard]] std::string numberText(double value);

/// "2026-08-01", "2026-08" or "2026", a day that exists, from 1990 to 2100.
[[nodiscard]] bool isDate(std::string_view text);
/// ISO 4217 code: three letters, upper case.
[[nodiscard]] bool isCurrencyCode(std::string_view text);
/// ISO 3166-1 alpha-2 code: two letters, upper case.
[[nodiscard]] bool isCountryCode(std::string_view text);

/// Well-formed UTF-8 by RFC 3629: no overlong forms, no surrogates.
/// Only letters, digits and signs of ASCII: what most text is, found out in one quick pass.
[[nodiscard]] bool isPrintableAscii(std::string_view text);
[[nodiscard]] bool isValidUtf8(std::string_view text);
/// A control character other than tab and line feed, which no name or note needs.
[[nodiscard]] bool hasControlCharacter(std::string_view text);
/// Code points of well-formed UTF-8.
[[nodiscard]] std::size_t characterCount(std::string_view text);

} // namespace rightrig
