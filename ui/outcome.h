// What a service gives back: a result, or why there is none.
#pragma once

#include <QString>

#include <variant>

namespace rightrig {

/// A result or one plain-text sentence that says what went wrong and where.
template <class T> struct Outcome
{
    std::variant<T, QString> value;
    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(value); }
    [[nodiscard]] const T& get() const { return std::get<T>(value); }
    [[nodiscard]] QString error() const { return ok() ? QString() : std::get<QString>(value); }
};

} // namespace rightrig
