// Text for a terminal: headings, wrapped bullets and aligned columns.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace rightrig {

constexpr int terminalWidth = 80;

/// A heading on a line of its own, after a blank line.
[[nodiscard]] QString headingText(const QString& text);
/// `text` broken between words; every line after the first is indented by `hanging` blanks.
[[nodiscard]] QString wrappedText(const QString& text, int hanging = 0, int width = terminalWidth);
/// "  - text", one per entry, wrapped.
[[nodiscard]] QString bulletsText(const QStringList& entries);
/// Columns as wide as their widest cell, at most `widest`; longer cells end in "...". The first row is the header.
[[nodiscard]] QString columnsText(const QList<QStringList>& rows, int widest = 34);

} // namespace rightrig
