// Reads comma-separated text by RFC 4180. Knows where it is, so that every complaint can name line and column.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// What a reader accepts at most.
struct CsvLimits
{
    std::size_t bytes = std::size_t{8} << 20U;
    std::size_t rows = 20000;
    std::size_t columns = 64;
    std::size_t cellBytes = 16000;
};

/// `line` and `column` (in characters) start at 1 and say where the trouble is.
class CsvError : public std::runtime_error
{
public:
    CsvError(int atLine, int atColumn, const std::string& reason) : std::runtime_error(reason), line(atLine), column(atColumn) { }
    int line;
    int column;
};

struct CsvRow
{
    int line = 0; ///< where the row starts; a quoted cell may hold line breaks
    std::vector<std::string> cells;
};

/// Takes a byte order mark, CRLF or LF, quotes with doubled quotes; skips empty lines. Refuses UTF-16, bad UTF-8, NUL, lone CR, text around
/// quotes.
class CsvReader
{
public:
    /// `text` must outlive the reader. Throws CsvError if it is too large or not UTF-8.
    explicit CsvReader(std::string_view text, char separator = ',', CsvLimits limits = {});
    /// The next row, or nothing at the end. Throws CsvError.
    [[nodiscard]] std::optional<CsvRow> next();
    /// After next() threw for a row (not for a limit of the file): goes on behind the first line of that row, whatever it holds.
    void skipBadRow();

private:
    void checkEncoding() const;
    void markRow();
    void skipEmptyLines();
    bool takeLineEnd();
    void advance();
    std::string readCell();
    std::string readQuoted();
    void append(std::string& cell);
    [[noreturn]] void fail(const std::string& reason) const;
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] char current() const { return m_text[m_position]; }

    std::string_view m_text;
    char m_separator;
    CsvLimits m_limits;
    std::size_t m_position = 0;
    std::size_t m_rows = 0;
    std::size_t m_rowStart = 0;
    int m_rowLine = 1;
    int m_line = 1;
    int m_column = 1;
};

} // namespace rightrig
