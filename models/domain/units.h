// Strong types for the quantities this program adds up, so that seconds never meet watts by accident.
#pragma once

#include <array> // also brings <compare>, which moc 6.4 cannot read when it is named on its own
#include <string>
#include <string_view>

namespace rightrig {

/// A number with a unit. The unit is the tag; `value` is in exactly that unit.
template <class Tag> struct Quantity
{
    double value = 0.0;

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity& operator+=(Quantity other)
    {
        value += other.value;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator*(Quantity a, double factor) { return {a.value * factor}; }
    friend constexpr Quantity operator*(double factor, Quantity a) { return {a.value * factor}; }
    friend constexpr Quantity operator/(Quantity a, double divisor) { return {a.value / divisor}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

using Seconds = Quantity<struct SecondsTag>;
using Gib = Quantity<struct GibTag>; ///< 2^30 bytes, for RAM and VRAM
using Watts = Quantity<struct WattsTag>;
using KilowattHours = Quantity<struct KilowattHoursTag>;
using Kilograms = Quantity<struct KilogramsTag>; ///< of CO2 equivalent

constexpr double bytesPerGib = 1073741824.0;
constexpr double secondsPerHour = 3600.0;
constexpr double million = 1e6;
constexpr double giga = 1e9;

/// Three letters of ISO 4217. Default is the unknown currency "XXX".
struct CurrencyCode
{
    std::array<char, 3> letters{'X', 'X', 'X'};

    constexpr CurrencyCode() = default;
    /// Anything but three characters gives "XXX".
    constexpr explicit CurrencyCode(std::string_view code)
    {
        if (code.size() == 3)
            letters = {code[0], code[1], code[2]};
    }
    constexpr auto operator<=>(const CurrencyCode&) const = default;
    [[nodiscard]] constexpr std::string_view view() const { return {letters.data(), letters.size()}; }
    [[nodiscard]] std::string text() const { return std::string(view()); }
};

/// An amount in one currency. Amounts of different currencies are never added: see Exchange in catalog.h.
struct Money
{
    double amount = 0.0;
    CurrencyCode currency;

    constexpr bool operator==(const Money&) const = default;
};

/// An 80 % interval (P10, P50, P90). Always low <= likely <= high.
template <class T> struct Range
{
    T low{};
    T likely{};
    T high{};

    constexpr bool operator==(const Range&) const = default;
    friend constexpr Range operator*(const Range& r, double factor) { return {r.low * factor, r.likely * factor, r.high * factor}; }
    friend constexpr Range operator+(const Range& a, const Range& b) { return {a.low + b.low, a.likely + b.likely, a.high + b.high}; }
};

} // namespace rightrig
