#include "db/csvreader.h"

#include "db/values.h"

#include <algorithm>

namespace rightrig {

CsvReader::CsvReader(std::string_view text, char separator, CsvLimits limits) : m_text(text), m_separator(separator), m_limits(limits)
{
    if (text.size() > limits.bytes)
        fail("the file is larger than " + std::to_string(limits.bytes) + " bytes");
    checkEncoding();
    if (m_text.starts_with("\xEF\xBB\xBF"))
        m_text.remove_prefix(3);
}

void CsvReader::checkEncoding() const
{
    if (m_text.starts_with("\xFF\xFE") || m_text.starts_with("\xFE\xFF"))
        fail("the file is UTF-16; save it as UTF-8");
    int line = 1;
    std::size_t start = 0;
    while (start < m_text.size()) { // line by line, so that the message can say which
        const std::size_t end = std::min(m_text.find('\n', start), m_text.size());
        const std::string_view text = m_text.substr(start, end - start);
        if (!isValidUtf8(text))
            throw CsvError(line, 1, "the line is not UTF-8 text");
        if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
            throw CsvError(line, static_cast<int>(characterCount(text.substr(0, nul))) + 1, "a NUL byte has no place in text");
        start = end + 1;
        ++line;
    }
}

std::optional<CsvRow> CsvReader::next()
{
    markRow(); // also before empty lines: a fault among them must not send skipBadRow() back
    skipEmptyLines();
    markRow();
    if (atEnd())
        return std::nullopt;
    if (++m_rows > m_limits.rows)
        fail("more than " + std::to_string(m_limits.rows) + " rows");
    CsvRow row{m_line, {}};
    while (true) {
        if (row.cells.size() >= m_limits.columns)
            fail("more than " + std::to_string(m_limits.columns) + " columns");
        row.cells.push_back(readCell());
        if (atEnd() || takeLineEnd())
            return row;
        advance(); // the separator
    }
}

void CsvReader::markRow()
{
    m_rowStart = m_position;
    m_rowLine = m_line;
}

void CsvReader::skipBadRow()
{
    m_position = std::min(m_text.find('\n', m_rowStart), m_text.size());
    m_line = m_rowLine;
    m_column = 1;
    if (atEnd())
        return;
    ++m_position;
    ++m_line;
}

void CsvReader::skipEmptyLines()
{
    while (!atEnd() && takeLineEnd()) { }
}

bool CsvReader::takeLineEnd()
{
    const bool carriageReturn = current() == '\r';
    if (carriageReturn && (m_position + 1 >= m_text.size() || m_text[m_position + 1] != '\n'))
        fail("a carriage return without a line feed");
    if (!carriageReturn && current() != '\n')
        return false;
    m_position += carriageReturn ? 2 : 1;
    ++m_line;
    m_column = 1;
    return true;
}

void CsvReader::advance()
{
    if ((static_cast<unsigned char>(current()) & 0xC0U) != 0x80U) // count characters, not bytes
        ++m_column;
    ++m_position;
}

std::string CsvReader::readCell()
{
    if (!atEnd() && current() == '"')
        return readQuoted();
    std::string cell;
    while (!atEnd() && current() != m_separator && current() != '\n' && current() != '\r') {
        if (current() == '"')
            fail("a quote inside a cell that does not start with one");
        append(cell);
    }
    return cell;
}

std::string CsvReader::readQuoted()
{
    const int startLine = m_line;
    const int startColumn = m_column;
    std::string cell;
    advance();
    while (true) {
        if (atEnd())
            throw CsvError(startLine, startColumn, "the quote that starts here is never closed");
        if (current() == '"') {
            advance();
            if (atEnd() || current() != '"')
                break;
        }
        append(cell);
    }
    if (!atEnd() && current() != m_separator && current() != '\n' && current() != '\r')
        fail("text after a closing quote");
    return cell;
}

void CsvReader::append(std::string& cell)
{
    if (cell.size() >= m_limits.cellBytes)
        fail("a cell longer than " + std::to_string(m_limits.cellBytes) + " bytes");
    const char taken = current();
    cell.push_back(taken);
    advance();
    if (taken == '\n') {
        ++m_line;
        m_column = 1;
    }
}

void CsvReader::fail(const std::string& reason) const { throw CsvError(m_line, m_column, reason); }

} // namespace rightrig
