// A table whose cells are worded when they are looked at, so that a list of 200,000 rows costs nothing until it is scrolled.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <functional>

namespace rightrig {

/// What a table shows. Functions are asked with rows from 0 to `rows` - 1 and columns of `headers`.
struct Rows
{
    int rows = 0;
    std::function<QString(int row, int column)> text;
    std::function<QVariant(int row, int column)> sortKey; ///< invalid: unknown; empty function: by the text
    std::function<bool(int row)> doubtful;                ///< drawn differently; empty function: none is
};

class RowModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// RowRole: the row's number before sorting. DoubtRole: bool.
    enum Role { SortRole = Qt::UserRole, RowRole, DoubtRole };

    explicit RowModel(QStringList headers, QObject* parent = nullptr);
    void setRows(Rows rows);
    void setHeaders(const QStringList& headers); ///< of other columns: rows are gone until they are set again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    Rows m_rows;
};

/// Sorts by SortRole with unknown last in both directions.
class RowProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RowProxy(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace rightrig
