// The form in which names are compared, letter by letter: blanks at the ends do not count, runs of blanks are one, ASCII in lower case.
#pragma once

#include <string_view>

namespace rightrig {

[[nodiscard]] constexpr bool isNameBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

[[nodiscard]] constexpr char loweredLetter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Put> void forEachNormalised(std::string_view name, const Put& put)
{
    bool any = false, blank = false;
    for (const char c : name) {
        if (isNameBlank(c)) {
            blank = any;
            continue;
        }
        if (blank)
            put(' ');
        blank = false;
        any = true;
        put(loweredLetter(c));
    }
}

} // namespace rightrig
