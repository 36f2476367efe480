#include "ui/report/reportwriter.h"

#include "ui/report/chartobject.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <optional>

namespace rightrig {
namespace {

constexpr int keepWithNext = QTextFormat::UserProperty + 2;

QTextTableFormat plainTable(double padding, double above, double below)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(padding);
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    return format;
}

QList<QTextLength> percentages(const QList<double>& widths)
{
    QList<QTextLength> lengths;
    for (const double width : widths)
        lengths.append(QTextLength(QTextLength::PercentageLength, width));
    return lengths;
}

QTextTableCellFormat ruledCell(bool header)
{
    QTextTableCellFormat format;
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorder(header ? 1.0 : 0.6);
    format.setBottomBorderBrush(QColor::fromRgb(header ? ink::muted : ink::line));
    if (header)
        format.setBackground(QColor::fromRgb(ink::tint));
    return format;
}

void writeCell(QTextTable& table, int row, int column, const ReportCell& content, bool strong)
{
    QTextCursor cursor = table.cellAt(row, column).firstCursorPosition();
    cursor.setBlockFormat(spacing(0, 0));
    cursor.insertText(content.text, toneFormat(strong || content.strong ? Tone::SmallStrong : Tone::Small));
    if (content.note.isEmpty())
        return;
    cursor.insertBlock(spacing(1, 0));
    cursor.insertText(content.note, toneFormat(Tone::SmallMuted));
}

/// An empty block as high as this many points.
QTextBlockFormat gap(double points)
{
    QTextBlockFormat format;
    format.setLineHeight(points * 96.0 / 72.0, QTextBlockFormat::FixedHeight);
    return format;
}

QTextListFormat listFormat()
{
    QTextListFormat format;
    format.setStyle(QTextListFormat::ListDisc);
    format.setIndent(1);
    return format;
}

void writeList(QTextCursor& cursor, const QStringList& entries, Tone tone, bool inFreshBlock)
{
    QTextList* list = nullptr;
    for (const QString& entry : entries) {
        if (inFreshBlock)
            cursor.setBlockFormat(spacing(0, 2.5));
        else
            cursor.insertBlock(spacing(0, 2.5));
        inFreshBlock = false;
        cursor.setBlockCharFormat(toneFormat(tone));
        if (list)
            list->add(cursor.block());
        else
            list = cursor.createList(listFormat());
        cursor.insertText(entry, toneFormat(tone));
    }
}

/// The empty block behind a table.
bool isGap(const QTextBlock& block) { return block.isValid() && block.length() == 1 && QTextCursor(block).currentTable() == nullptr; }

bool keepsWithNext(const QTextBlock& block) { return block.isValid() && block.blockFormat().hasProperty(keepWithNext); }

/// The page on which the first line of a block stands: a tall line moves to the next page while its block begins on this one.
int pageOfText(const QTextDocument& document, const QTextBlock& block)
{
    const double top = document.documentLayout()->blockBoundingRect(block).top();
    const QTextLayout* layout = block.layout();
    const double line = layout && layout->lineCount() > 0 ? layout->lineAt(0).y() : 0.0;
    return static_cast<int>((top + line + 1.0) / document.pageSize().height()); // exactly at the edge is the next page
}

/// Where the lowest cell of a table's last row ends.
double endOfTable(const QTextDocument& document, const QTextTable& table)
{
    double end = 0.0;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextBlock last = table.cellAt(table.rows() - 1, column).lastCursorPosition().block();
        end = std::max(end, document.documentLayout()->blockBoundingRect(last).bottom());
    }
    return end;
}

/// Where a table or a list ends that should not be torn apart; nothing for other text.
std::optional<double> endOfGroup(const QTextDocument& document, const QTextBlock& first)
{
    if (const QTextTable* table = QTextCursor(first).currentTable())
        return endOfTable(document, *table);
    if (const QTextList* list = first.textList())
        return document.documentLayout()->blockBoundingRect(list->item(list->count() - 1)).bottom();
    return std::nullopt;
}

/// True if `after` begins on the heading's page, and, if it is a table or a list that one page can hold, ends there too.
bool staysTogether(const QTextDocument& document, const QTextBlock& heading, const QTextBlock& after)
{
    // Its text, not its top: a block whose gap begins on one page may be written on the next.
    const int page = pageOfText(document, heading);
    const std::optional<double> end = endOfGroup(document, after);
    if (!end || pageOfText(document, after) != page)
        return pageOfText(document, after) == page;
    const double height = document.pageSize().height();
    const bool fitsOnePage = *end - document.documentLayout()->blockBoundingRect(heading).top() < 0.9 * height;
    return !fitsOnePage || static_cast<int>(*end / height) == page;
}

} // namespace

ReportCell rangeCell(const QString& text)
{
    const qsizetype bracket = text.indexOf(QLatin1String(" ("));
    return bracket < 0 ? ReportCell{text, {}} : ReportCell{text.left(bracket), text.mid(bracket + 1)};
}

ReportWriter::ReportWriter(QTextDocument& document, double above) : m_cursor(&document)
{
    // the margin of a document's very first block counts for nothing, so an empty block of that height makes the room
    startBlock(gap(above));
}

void ReportWriter::startBlock(const QTextBlockFormat& block)
{
    if (m_empty) {
        m_cursor.setBlockFormat(block);
        m_cursor.setBlockCharFormat(QTextCharFormat());
    } else {
        m_cursor.insertBlock(block, QTextCharFormat());
    }
    m_empty = false;
}

void ReportWriter::paragraph(const QString& text, Tone tone, double above, double below)
{
    startBlock(spacing(above, below));
    m_cursor.insertText(text, toneFormat(tone));
}

void ReportWriter::leadIn(const QString& text)
{
    QTextBlockFormat block = spacing(0, 4);
    block.setProperty(keepWithNext, true);
    startBlock(block);
    m_cursor.insertText(text, toneFormat(Tone::Body));
}

void ReportWriter::heading(const QString& text)
{
    QTextBlockFormat block = spacing(14, 4);
    block.setHeadingLevel(2);
    block.setProperty(keepWithNext, true);
    startBlock(block);
    m_cursor.insertText(text, toneFormat(Tone::Heading));
}

void ReportWriter::bullets(const QStringList& entries, Tone tone)
{
    writeList(m_cursor, entries, tone, m_empty);
    m_empty = m_empty && entries.isEmpty();
}

void ReportWriter::numbered(const QStringList& entries)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        startBlock(spacing(0, 2));
        m_cursor.insertText(QStringLiteral("[%1] ").arg(i + 1), toneFormat(Tone::SmallMuted));
        m_cursor.insertText(entries.at(i), toneFormat(Tone::Small));
    }
}

QTextTable* ReportWriter::startTable(int rows, int columns, const QTextTableFormat& format)
{
    return m_cursor.insertTable(rows, columns, format);
}

/// The text document always puts an empty block after a table. It makes the distance to what follows: a margin of the table
/// would do so too, but where it reaches over the end of a page Qt paints the table's header once more onto the next one.
void ReportWriter::leaveTable()
{
    m_cursor.movePosition(QTextCursor::End);
    m_cursor.setBlockFormat(gap(6));
}

void ReportWriter::table(const ReportTable& content)
{
    if (content.rows.isEmpty())
        return;
    QTextTableFormat format = plainTable(3.5, 2, 0);
    format.setBorderCollapse(true);
    format.setHeaderRowCount(1);
    format.setColumnWidthConstraints(percentages(content.widths));
    const int columns = static_cast<int>(content.header.size());
    QTextTable* table = startTable(static_cast<int>(content.rows.size()) + 1, columns, format);
    for (int row = 0; row < table->rows(); ++row) {
        for (int column = 0; column < columns; ++column) {
            table->cellAt(row, column).setFormat(ruledCell(row == 0));
            const ReportCell cell = row == 0 ? ReportCell{content.header.at(column), {}, true} : content.rows.at(row - 1).value(column);
            writeCell(*table, row, column, cell, row == 0 || (row == 1 && content.firstRowStrong && column == 0));
        }
    }
    leaveTable();
}

void ReportWriter::answerBox(const QString& headline, const QString& underline)
{
    QTextTableFormat format = plainTable(12, 4, 6);
    format.setColumnWidthConstraints(percentages({1.1, 98.9}));
    format.setCellPadding(0);
    QTextTable* table = startTable(1, 2, format);
    QTextTableCellFormat bar;
    bar.setBackground(QColor::fromRgb(ink::accent));
    table->cellAt(0, 0).setFormat(bar);
    QTextTableCellFormat box;
    box.setBackground(QColor::fromRgb(ink::tint));
    box.setPadding(11);
    table->cellAt(0, 1).setFormat(box);
    QTextCursor cursor = table->cellAt(0, 1).firstCursorPosition();
    QTextBlockFormat first = spacing(0, 3);
    first.setHeadingLevel(1);
    cursor.setBlockFormat(first);
    cursor.insertText(headline, toneFormat(Tone::Headline));
    if (!underline.isEmpty()) {
        cursor.insertBlock(spacing(0, 0));
        cursor.insertText(underline, toneFormat(Tone::Muted));
    }
    leaveTable();
}

void ReportWriter::facts(const QList<ReportFact>& facts)
{
    const int columns = static_cast<int>(facts.size());
    QTextTableFormat format = plainTable(5, 0, 4);
    format.setColumnWidthConstraints(percentages(QList<double>(columns, 100.0 / columns)));
    QTextTable* table = startTable(1, columns, format);
    for (int column = 0; column < columns; ++column) {
        QTextCursor cursor = table->cellAt(0, column).firstCursorPosition();
        cursor.setBlockFormat(spacing(0, 1));
        cursor.insertText(facts.at(column).label, toneFormat(Tone::Label));
        cursor.insertBlock(spacing(0, 0));
        cursor.insertText(facts.at(column).value.text, toneFormat(Tone::Strong));
        cursor.insertBlock(spacing(0, 0));
        cursor.insertText(facts.at(column).value.note, toneFormat(Tone::SmallMuted));
    }
    leaveTable();
}

void ReportWriter::listInCell(const QString& title, const QStringList& entries, QTextCursor cell) const
{
    cell.setBlockFormat(spacing(0, 3));
    cell.insertText(title, toneFormat(Tone::Heading));
    writeList(cell, entries, Tone::Body, false);
}

void ReportWriter::twoLists(const QString& leftTitle, const QStringList& left, const QString& rightTitle, const QStringList& right)
{
    if (left.isEmpty() || right.isEmpty()) {
        const QStringList& only = left.isEmpty() ? right : left;
        if (only.isEmpty())
            return;
        heading(left.isEmpty() ? rightTitle : leftTitle);
        bullets(only);
        return;
    }
    QTextTableFormat format = plainTable(5, 6, 0);
    format.setColumnWidthConstraints(percentages({50, 50}));
    QTextTable* table = startTable(1, 2, format);
    listInCell(leftTitle, left, table->cellAt(0, 0).firstCursorPosition());
    listInCell(rightTitle, right, table->cellAt(0, 1).firstCursorPosition());
    leaveTable();
}

void ReportWriter::chart(int index, const QString& caption)
{
    QTextBlockFormat block = spacing(0, 2);
    block.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    startBlock(block);
    QTextCharFormat format;
    format.setObjectType(ChartObject::type);
    format.setProperty(ChartObject::indexProperty, index);
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    if (!caption.isEmpty())
        paragraph(caption, Tone::SmallMuted, 0, 6);
}

void ReportWriter::keepHeadingsWithText(QTextDocument& document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!keepsWithNext(block) || keepsWithNext(block.previous()))
            continue;
        QTextBlock after = block.next();
        while (keepsWithNext(after))
            after = after.next();
        if (!after.isValid() || staysTogether(document, block, after))
            continue;
        // The break comes after the gap above, be it a margin or the empty block behind a table: one that reaches over the edge would leave
        // a whole page empty.
        const QTextBlock first = isGap(block.previous()) ? block.previous() : block;
        QTextBlockFormat format = first.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        format.setTopMargin(0.0);
        QTextCursor(first).setBlockFormat(format);
    }
}

} // namespace rightrig
