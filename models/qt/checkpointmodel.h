// The published runs as a table: what was measured, what we say of it, who published it. Text for display, raw numbers for sorting.
#pragma once

#include "models/domain/accuracy.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>

namespace rightrig {

class CheckpointModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        JobColumn,
        ModelColumn,
        HardwareColumn,
        MeasuredColumn,
        EstimateColumn,
        FactorColumn,
        InsideColumn,
        YearColumn,
        SourceColumn,
        ColumnCount
    };
    /// SortRole: raw number or text; invalid is unknown and sorts last. RunRole: index into Catalog::checkpoints.
    enum Role { SortRole = Qt::UserRole, RunRole };

    explicit CheckpointModel(QObject* parent = nullptr);
    void setReport(std::shared_ptr<const Catalog> catalog, AccuracyReport report);
    [[nodiscard]] int rowOfRun(int run) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(std::size_t row, int column) const;
    [[nodiscard]] QVariant sortValue(std::size_t row, int column) const;

    std::shared_ptr<const Catalog> m_catalog;
    AccuracyReport m_report;
};

/// Sorts by SortRole with unknown last in both directions.
class CheckpointProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CheckpointProxy(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace rightrig
