// Headings, paragraphs, lists, tables and charts, put one after the other into a text document. Every text is plain text.
#pragma once

#include "ui/report/reportstyle.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTextCursor>
#include <QTextTableFormat>

class QTextDocument;
class QTextTable;

namespace rightrig {

/// One cell: a first line, and a muted second line under it.
struct ReportCell
{
    QString text;
    QString note;
    bool strong = false;
};

/// "about 25 min (15-45 min)" with its range on the second line.
[[nodiscard]] ReportCell rangeCell(const QString& text);

struct ReportFact
{
    QString label;
    ReportCell value;
};

struct ReportTable
{
    QList<double> widths; ///< percent, adding up to 100
    QStringList header;
    QList<QList<ReportCell>> rows;
    bool firstRowStrong = false;
};

class ReportWriter
{
public:
    /// The first block starts `above` points down its page.
    ReportWriter(QTextDocument& document, double above);

    void paragraph(const QString& text, Tone tone, double above = 0, double below = 4);
    /// A line that belongs to the table after it: never the last one on a page.
    void leadIn(const QString& text);
    /// Moves to the next page together with what follows it.
    void heading(const QString& text);
    void bullets(const QStringList& entries, Tone tone = Tone::Body);
    /// "[1] ...": the numbers that citations in the text carry.
    void numbered(const QStringList& entries);
    void table(const ReportTable& table);
    /// The tinted box with the answer in it.
    void answerBox(const QString& headline, const QString& underline);
    /// Short facts side by side: label above value.
    void facts(const QList<ReportFact>& facts);
    /// Two lists side by side, each with its own small heading. An empty one is left out.
    void twoLists(const QString& leftTitle, const QStringList& left, const QString& rightTitle, const QStringList& right);
    /// Room for the chart at `index` of ChartObject's list.
    void chart(int index, const QString& caption);

    /// Starts a heading's page anew where its text would have been left alone at the foot of a page. Call after the page size is set.
    static void keepHeadingsWithText(QTextDocument& document);

private:
    QTextTable* startTable(int rows, int columns, const QTextTableFormat& format);
    void leaveTable();
    void startBlock(const QTextBlockFormat& block);
    void listInCell(const QString& title, const QStringList& entries, QTextCursor cell) const;

    QTextCursor m_cursor;
    bool m_empty = true;
};

} // namespace rightrig
