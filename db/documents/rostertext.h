// Tables as spreadsheets save them -> UTF-8 lines ending in a line feed, and the separator between cells.
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

namespace rightrig {

struct TableText
{
    std::string text;             ///< UTF-8 without a byte order mark; a line ends in LF alone; a NUL is U+FFFD
    char declaredSeparator{};     ///< of a first line "sep=;", which Excel writes and reads; 0 if there is none
    bool guessedEncoding = false; ///< neither UTF-8 nor UTF-16: read as Windows-1252, what Excel saves in western Europe
};

/// Takes UTF-8, UTF-16 (with a byte order mark, or plain to see without one) and Windows-1252. Never fails. A line "sep=;" becomes an
/// empty one, so that numbers of lines stay true.
[[nodiscard]] TableText decodedTable(const QByteArray& bytes);

/// Whichever of comma, semicolon, tab and bar stands most often outside quotes in the first line that is not empty; comma if none does.
[[nodiscard]] char likelySeparator(std::string_view text);

} // namespace rightrig
