#include "app/plaintext.h"

#include <algorithm>
#include <utility>

namespace rightrig {
namespace {

QString clipped(const QString& cell, int widest) { return cell.size() > widest ? cell.left(widest - 3) + QStringLiteral("...") : cell; }

QList<qsizetype> columnWidths(const QList<QStringList>& rows, int widest)
{
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), std::min<qsizetype>(row.at(i).size(), widest));
    }
    return widths;
}

QString lineOf(const QStringList& cells, const QList<qsizetype>& widths, int widest)
{
    QString line = QStringLiteral(" ");
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += QLatin1Char(' ') + clipped(cells.at(i), widest).leftJustified(widths.at(i)) + QLatin1Char(' ');
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line + QLatin1Char('\n');
}

} // namespace

QString headingText(const QString& text) { return QLatin1Char('\n') + text + QLatin1Char('\n'); }

QString wrappedText(const QString& text, int hanging, int width)
{
    QString wrapped, line;
    const QString indent(hanging, QLatin1Char(' '));
    const QStringList words = text.simplified().split(QLatin1Char(' '));
    for (const QString& word : words) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > width) {
            wrapped += line + QLatin1Char('\n');
            line = indent + word;
        } else {
            line += line.isEmpty() ? word : QLatin1Char(' ') + word;
        }
    }
    return wrapped + line + QLatin1Char('\n');
}

QString bulletsText(const QStringList& entries)
{
    QString text;
    for (const QString& entry : entries)
        text += QStringLiteral("  ") + wrappedText(QStringLiteral("- ") + entry, 4, terminalWidth - 2);
    return text;
}

QString columnsText(const QList<QStringList>& rows, int widest)
{
    if (rows.isEmpty())
        return {};
    const QList<qsizetype> widths = columnWidths(rows, widest);
    QStringList rule;
    for (const qsizetype width : widths)
        rule.append(QString(width, QLatin1Char('-')));
    QString text = lineOf(rows.first(), widths, widest) + lineOf(rule, widths, widest);
    for (qsizetype i = 1; i < rows.size(); ++i)
        text += lineOf(rows.at(i), widths, widest);
    return text;
}

} // namespace rightrig
