#include "db/documents/rosterfile.h"

namespace rightrig {
namespace {

/// A spreadsheet takes a cell that begins so for a formula and may run it (owasp.org/www-community/attacks/CSV_Injection).
std::string tableCell(std::string text, char separator)
{
    constexpr std::string_view formulas = "=+-@\t\r\n";
    const bool starts = !text.empty() && formulas.find(text.front()) != std::string_view::npos;
    if (starts && text != "-")
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\"\n\r\t,;|") == std::string::npos && text.find(separator) == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

void appendCells(std::string& out, const std::vector<std::string>& cells, char separator, bool first)
{
    for (const std::string& cell : cells) {
        if (!first)
            out += separator;
        first = false;
        out += tableCell(cell, separator);
    }
}

} // namespace

QByteArray writeRoster(const Roster& roster, const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& cells)
{
    std::string out = "\xEF\xBB\xBF";
    appendCells(out, roster.keyColumns, roster.separator, true);
    appendCells(out, columns, roster.separator, roster.keyColumns.empty());
    out += "\r\n";
    for (std::size_t i = 0; i < roster.students.size() && i < cells.size(); ++i) {
        appendCells(out, roster.students[i].key, roster.separator, true);
        appendCells(out, cells[i], roster.separator, roster.students[i].key.empty());
        out += "\r\n";
    }
    return QByteArray::fromStdString(out);
}

} // namespace rightrig
