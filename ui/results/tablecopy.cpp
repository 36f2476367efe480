#include "ui/results/tablecopy.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace rightrig {
namespace {

/// A cell must not break the table it is pasted into, nor start a formula there.
QString cell(QString text)
{
    text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const bool formula = text.startsWith(QLatin1Char('=')) || text.startsWith(QLatin1Char('+')) || text.startsWith(QLatin1Char('@'));
    return formula ? QLatin1Char('\'') + text : text;
}

} // namespace

QString selectedRowsText(const QTableView& table)
{
    const QHeaderView* header = table.horizontalHeader();
    QModelIndexList rows = table.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList heads;
    for (int visual = 0; visual < header->count(); ++visual)
        heads.append(cell(table.model()->headerData(header->logicalIndex(visual), Qt::Horizontal).toString()));
    QStringList lines{heads.join(QLatin1Char('\t'))};
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual)
            cells.append(cell(row.siblingAtColumn(header->logicalIndex(visual)).data().toString()));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void addCopyAction(QTableView& table)
{
    auto* copy = new QAction(QCoreApplication::translate("TableCopy", "&Copy rows"), &table);
    copy->setObjectName(QStringLiteral("copyRowsAction"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(copy);
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    QObject::connect(
        copy, &QAction::triggered, &table, [view = &table] { QGuiApplication::clipboard()->setText(selectedRowsText(*view)); });
}

} // namespace rightrig
