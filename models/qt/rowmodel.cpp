#include "models/qt/rowmodel.h"

#include "models/qt/sorting.h"

namespace rightrig {

RowModel::RowModel(QStringList headers, QObject* parent) : QAbstractTableModel(parent), m_headers(std::move(headers)) { }

void RowModel::setRows(Rows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RowModel::setHeaders(const QStringList& headers)
{
    beginResetModel();
    m_headers = headers;
    m_rows = {};
    endResetModel();
}

int RowModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows.rows; }

int RowModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_headers.size()); }

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_rows.text(index.row(), index.column());
    case Qt::ToolTipRole: // a tool tip reads HTML
        return m_rows.text(index.row(), index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, its value").arg(m_headers.at(index.column()), m_rows.text(index.row(), index.column()));
    case SortRole:
        return m_rows.sortKey ? m_rows.sortKey(index.row(), index.column()) : QVariant(m_rows.text(index.row(), index.column()));
    case RowRole:
        return index.row();
    case DoubtRole:
        return m_rows.doubtful && m_rows.doubtful(index.row());
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = orientation == Qt::Horizontal && section >= 0 && section < m_headers.size();
    return known && role == Qt::DisplayRole ? QVariant(m_headers.at(section)) : QVariant();
}

RowProxy::RowProxy(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(RowModel::SortRole); }

bool RowProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return sortsBefore(left.data(sortRole()), right.data(sortRole()), sortOrder());
}

} // namespace rightrig
