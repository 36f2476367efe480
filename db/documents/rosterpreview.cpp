#include "db/documents/rosterpreview.h"

#include "db/csvreader.h"
#include "db/documents/rosterfile.h"
#include "db/documents/rostertext.h"

namespace rightrig {
namespace {

constexpr std::size_t rowsShown = 5;
constexpr CsvLimits previewLimits{std::size_t{rosterBytes} * 2, 1000, 2000, std::size_t{64} << 10U};

void addField(RosterPreview& preview, RosterField field, int column)
{
    const char* member = mapMember(field);
    if (member != nullptr && column >= 0 && static_cast<std::size_t>(column) < preview.headings.size())
        preview.columns[member] = preview.headings[static_cast<std::size_t>(column)];
}

void addRows(RosterPreview& preview, CsvReader& reader)
{
    try {
        while (preview.rows.size() < rowsShown) {
            auto row = reader.next();
            if (!row)
                return;
            row->cells.resize(preview.headings.size());
            preview.rows.push_back(std::move(row->cells));
        }
    } catch (const CsvError&) { // what can be shown of a broken file is enough: reading it names the fault
        return;
    }
}

} // namespace

std::variant<RosterPreview, DocumentError> previewRoster(const QByteArray& bytes)
try {
    const TableText table = decodedTable(bytes);
    const char separator = table.declaredSeparator != 0 ? table.declaredSeparator : likelySeparator(table.text);
    CsvReader reader(table.text, separator, previewLimits);
    auto header = reader.next();
    if (!header)
        return DocumentError{QStringLiteral("The file is empty. It needs a line with the names of its columns.")};
    const RosterColumns columns = likelyColumns(header->cells, header->line);
    RosterPreview preview;
    preview.headings = std::move(header->cells);
    if (!columns.ids.empty())
        addField(preview, RosterField::Id, columns.ids.front());
    for (const auto& [field, column] : columns.one)
        addField(preview, field, column);
    addRows(preview, reader);
    return preview;
} catch (const CsvError& error) {
    return DocumentError{QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(QLatin1String(error.what()))};
}

} // namespace rightrig
