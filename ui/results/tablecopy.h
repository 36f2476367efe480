// Marked rows of a table as text that a spreadsheet can paste.
#pragma once

#include <QString>

class QTableView;

namespace rightrig {

/// Headers and the selected rows, in the order they are seen: tabs between cells. No cell starts a formula.
[[nodiscard]] QString selectedRowsText(const QTableView& table);
/// Gives the table a copy action (Ctrl+C and context menu).
void addCopyAction(QTableView& table);

} // namespace rightrig
