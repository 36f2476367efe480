#include "db/documents/rosterfile.h"

#include "db/csvreader.h"
#include "db/documents/profilefile.h"
#include "db/documents/rosterfacts.h"
#include "db/documents/rostertext.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

namespace rightrig {
namespace {

constexpr CsvLimits rosterLimits{std::size_t{rosterBytes} * 2, std::numeric_limits<std::size_t>::max(), 2000, std::size_t{64} << 10U};
constexpr std::size_t mostProblems = 10000; // a file that goes wrong so often is not a roster
constexpr std::size_t longestId = 200, longestNameRead = 200, longestFact = 200;

/// Without blanks around it, the fixed one included.
std::string trimmedCell(std::string_view text)
{
    const auto cut = [&text](std::string_view blank) {
        if (text.starts_with(blank))
            text.remove_prefix(blank.size());
        else if (text.ends_with(blank))
            text.remove_suffix(blank.size());
        else
            return false;
        return true;
    };
    while (cut(" ") || cut("\t") || cut("\n") || cut("\xC2\xA0")) { }
    return std::string(text);
}

/// Signs that turn text around or hide in it (Unicode: bidirectional formatting, zero width): nobody's ID has one.
bool hasHiddenSign(std::string_view text)
{
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] != '\xE2' || (text[i + 1] != '\x80' && text[i + 1] != '\x81'))
            continue;
        const auto last = static_cast<unsigned char>(text[i + 2]);
        const bool first = text[i + 1] == '\x80';
        if (first ? (last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE) : last >= 0xA0 && last <= 0xAF)
            return true;
    }
    return false;
}

std::string firstCharacters(const std::string& text, std::size_t most)
{
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++end) {
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U && ++count > most)
            break;
    }
    return text.substr(0, end);
}

class RosterRows
{
public:
    RosterRows(const RosterColumns& columns, std::size_t width, Roster& roster) : m_columns(columns), m_width(width), m_roster(roster) { }

    void add(const CsvRow& row)
    {
        if (isNoStudent(row))
            return;
        RosterStudent student;
        student.line = row.line;
        student.id = idOf(row);
        if (row.cells.size() > m_width)
            return leaveOut(row.line, "there are more cells than headings");
        if (const std::string fault = idFault(student.id); !fault.empty())
            return leaveOut(row.line, fault);
        student.name = nameOf(row);
        for (const int column : m_columns.keys)
            student.key.push_back(rawCell(row, column));
        student.computer = computerOf(row);
        keep(std::move(student));
    }

    void problem(int line, std::string text) { m_roster.problems.push_back({line, std::move(text), false}); }
    void leaveOut(int line, const std::string& text) { m_roster.problems.push_back({line, text + "; the row is left out", true}); }

private:
    [[nodiscard]] static std::string rawCell(const CsvRow& row, int column)
    {
        const auto index = static_cast<std::size_t>(column);
        return column >= 0 && index < row.cells.size() ? row.cells[index] : std::string();
    }
    [[nodiscard]] std::string cell(const CsvRow& row, RosterField field) const
    {
        const auto found = m_columns.one.find(field);
        return found == m_columns.one.end() ? std::string() : trimmedCell(rawCell(row, found->second));
    }

    /// An empty row, and the rows between header and students that Canvas writes: most points, manual posting, and its test student.
    [[nodiscard]] bool isNoStudent(const CsvRow& row) const
    {
        const auto blank = [](const std::string& text) { return trimmedCell(text).empty(); };
        if (std::all_of(row.cells.begin(), row.cells.end(), blank))
            return true;
        if (m_columns.system != RosterSystem::Canvas)
            return false;
        const auto column = m_columns.one.find(RosterField::Name);
        const bool indented = column != m_columns.one.end() && rawCell(row, column->second).starts_with("    ");
        const std::string name = cell(row, RosterField::Name);
        return name == "Student, Test" || (idOf(row).empty() && (indented || name == "Points Possible" || name.empty()));
    }

    [[nodiscard]] std::string idOf(const CsvRow& row) const
    {
        for (const int column : m_columns.ids) {
            std::string id = trimmedCell(rawCell(row, column));
            if (!id.empty() && id != "anonymous") // Microsoft's word for an answer without a sender
                return id;
        }
        return {};
    }

    [[nodiscard]] static std::string idFault(const std::string& id)
    {
        if (id.empty())
            return "there is no ID";
        if (characterCount(id) > longestId)
            return "the ID has more than 200 characters";
        if (hasControlCharacter(id) || id.find_first_of("\n\t") != std::string::npos || hasHiddenSign(id))
            return "the ID '" + shown(id) + "' holds signs that cannot be seen";
        return {};
    }

    std::string nameOf(const CsvRow& row)
    {
        std::string name = cell(row, RosterField::Name);
        const std::string first = cell(row, RosterField::FirstName), last = cell(row, RosterField::LastName);
        if (name.empty())
            name = first.empty() || last.empty() ? first + last : first + " " + last;
        std::replace(name.begin(), name.end(), '\n', ' ');
        std::erase_if(name, [](char c) { return hasControlCharacter({&c, 1}); });
        if (characterCount(name) > longestNameRead) {
            problem(row.line, "the name has more than 200 characters; the first 200 are used");
            name = firstCharacters(name, longestNameRead);
        }
        return name;
    }

    /// A name of a part; what cannot be one is a problem.
    std::optional<std::string> partOf(const CsvRow& row, RosterField field, const char* what)
    {
        std::string text = cell(row, field);
        if (text.empty())
            return std::nullopt;
        if (characterCount(text) <= longestFact && !hasControlCharacter(text) && text.find('\n') == std::string::npos)
            return text;
        problem(row.line, std::string(what) + ": '" + shown(text) + "' is not a name; it is left out");
        return std::nullopt;
    }

    std::optional<Gib> memoryOf(const CsvRow& row, RosterField field, const char* what)
    {
        const std::string text = cell(row, field);
        std::string reason;
        const auto size = text.empty() ? std::nullopt : parseMemory(text, reason);
        if (!reason.empty())
            problem(row.line, std::string(what) + ": " + reason);
        return size;
    }

    template <class T>
    std::optional<T> wordOf(const CsvRow& row, RosterField field, const char* what, std::optional<T> (*parse)(std::string_view))
    {
        const std::string text = cell(row, field);
        const auto value = text.empty() ? std::nullopt : parse(text);
        if (!text.empty() && !value)
            problem(row.line, std::string(what) + ": '" + shown(text) + "' is not known; it is left out");
        return value;
    }

    std::optional<MachineProfile> profileOf(const CsvRow& row)
    {
        const std::string text = cell(row, RosterField::Profile);
        if (text.empty())
            return std::nullopt;
        auto read = readProfile(QByteArray::fromStdString(text));
        if (auto* profile = std::get_if<MachineProfile>(&read))
            return std::move(*profile);
        problem(row.line, "profile: " + std::get<DocumentError>(read).text.toStdString());
        return std::nullopt;
    }

    std::shared_ptr<const ComputerFacts> computerOf(const CsvRow& row)
    {
        ComputerFacts facts;
        facts.form = wordOf(row, RosterField::Form, "form", parseForm);
        facts.cpu = partOf(row, RosterField::Cpu, "cpu");
        facts.ram = memoryOf(row, RosterField::Ram, "ram");
        facts.gpu = partOf(row, RosterField::Gpu, "gpu");
        if (facts.gpu && saysNoCard(*facts.gpu))
            facts.gpu = "none";
        if (facts.gpu != "none")
            facts.vram = memoryOf(row, RosterField::Vram, "vram");
        facts.os = wordOf(row, RosterField::Os, "os", parseSystem);
        facts.profile = profileOf(row);
        if (facts == ComputerFacts{})
            return nullptr;
        facts.kind = ComputerKind::Known;
        return sharedFacts(std::move(facts));
    }

    /// One copy for all who have the same computer, as far as it was among the last kinds: facts are large, and computers alike.
    std::shared_ptr<const ComputerFacts> sharedFacts(ComputerFacts facts)
    {
        constexpr std::size_t kinds = 50;
        const auto known = std::find_if(m_kinds.begin(), m_kinds.end(), [&facts](const auto& kind) { return *kind == facts; });
        if (known != m_kinds.end())
            return *known;
        if (m_kinds.size() == kinds)
            m_kinds.pop_front();
        m_kinds.push_back(std::make_shared<const ComputerFacts>(std::move(facts)));
        return m_kinds.back();
    }

    void keep(RosterStudent student)
    {
        const auto [earlier, fresh] = m_byId.emplace(student.id, m_roster.students.size());
        if (fresh) {
            m_roster.students.push_back(std::move(student));
            return;
        }
        RosterStudent& kept = m_roster.students[earlier->second];
        const bool form = m_columns.system == RosterSystem::GoogleForms || m_columns.system == RosterSystem::MicrosoftForms;
        if (!form) { // nbgrader writes a row for each assignment of a student
            if (m_columns.system != RosterSystem::Nbgrader)
                leaveOut(student.line, "the ID '" + shown(student.id) + "' stands in line " + std::to_string(kept.line) + " too");
            return;
        }
        problem(kept.line, "answered again in line " + std::to_string(student.line) + "; the last answer counts");
        kept = std::move(student);
    }

    const RosterColumns& m_columns;
    std::size_t m_width;
    Roster& m_roster;
    std::unordered_map<std::string, std::size_t> m_byId;
    std::deque<std::shared_ptr<const ComputerFacts>> m_kinds;
};

/// The next row that can be read; faults of rows before it are named.
std::optional<CsvRow> nextRow(CsvReader& reader, RosterRows& rows, const Roster& roster)
{
    while (true) {
        if (roster.problems.size() >= mostProblems)
            throw DocumentFault("there are too many problems; nothing behind them was read");
        try {
            return reader.next();
        } catch (const CsvError& error) {
            rows.leaveOut(error.line, error.what());
            reader.skipBadRow();
        }
    }
}

void readRows(CsvReader& reader, const RosterColumns& columns, std::size_t width, Roster& roster)
{
    RosterRows rows(columns, width, roster);
    int last = 0;
    std::size_t count = 0;
    try {
        while (const auto row = nextRow(reader, rows, roster)) {
            last = row->line;
            if (++count > rosterRows)
                throw DocumentFault("there are more than " + std::to_string(rosterRows) + " rows; nothing behind them was read");
            rows.add(*row);
        }
    } catch (const DocumentFault& fault) {
        const int line = roster.problems.empty() ? last : std::max(last, roster.problems.back().line);
        roster.problems.push_back({line, fault.what(), true});
    }
    std::stable_sort(roster.problems.begin(), roster.problems.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
}

std::variant<RosterColumns, DocumentError> columnsOf(const CsvRow& header, const RosterMap& map)
{
    return map.empty() ? recognisedColumns(header.cells, header.line) : mappedColumns(header.cells, map);
}

std::variant<Roster, DocumentError> readTable(const TableText& table, const RosterMap& map)
{
    Roster roster;
    roster.separator = table.declaredSeparator != 0 ? table.declaredSeparator : likelySeparator(table.text);
    if (table.guessedEncoding)
        roster.problems.push_back({0, "the file is not UTF-8; it is read as Windows-1252. Check the letters of the names", false});
    CsvReader reader(table.text, roster.separator, rosterLimits);
    const auto header = reader.next();
    if (!header)
        return DocumentError{QStringLiteral("The file is empty. It needs a line with the names of its columns.")};
    auto found = columnsOf(*header, map);
    if (auto* error = std::get_if<DocumentError>(&found))
        return std::move(*error);
    const auto& columns = std::get<RosterColumns>(found);
    roster.system = columns.system;
    roster.problems.insert(roster.problems.end(), columns.problems.begin(), columns.problems.end());
    for (const int column : columns.keys)
        roster.keyColumns.push_back(header->cells[static_cast<std::size_t>(column)]);
    readRows(reader, columns, header->cells.size(), roster);
    return roster;
}

} // namespace

std::variant<Roster, DocumentError> readRoster(const QByteArray& bytes, const RosterMap& map)
{
    if (bytes.size() > rosterBytes)
        return DocumentError{QStringLiteral("The file is larger than 64 MiB. Rosters are never that large.")};
    try {
        return readTable(decodedTable(bytes), map);
    } catch (const CsvError& error) {
        return DocumentError{QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(QLatin1String(error.what()))};
    }
}

} // namespace rightrig
