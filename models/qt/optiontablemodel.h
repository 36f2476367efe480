// All options as a table: text for display, raw numbers for sorting.
#pragma once

#include "models/domain/recommender.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QSortFilterProxyModel>

#include <memory>
#include <set>

namespace rightrig {

class OptionTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        KindColumn,
        FitColumn,
        PriceColumn,
        TotalCostColumn,
        RunTimeColumn,
        WeekTimeColumn,
        MemoryColumn,
        EnergyColumn,
        CarbonColumn,
        PriceDateColumn,
        BasisColumn,
        WhyNotColumn,
        ColumnCount
    };
    /// SortRole: raw number or text; invalid is unknown and sorts last. OptionRole: index into Results::options. KindRole: int(OptionKind).
    /// EligibleRole: bool. DoubtRole: the cell rests on a price of low confidence.
    enum Role { SortRole = Qt::UserRole, OptionRole, KindRole, EligibleRole, FrontierRole, DoubtRole };

    explicit OptionTableModel(QObject* parent = nullptr);
    /// Without a day no price is marked as old.
    void setResults(std::shared_ptr<const Results> results, std::shared_ptr<const Catalog> catalog, QDate today = {});
    [[nodiscard]] int rowOfOption(int option) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const Results> m_results;
    std::shared_ptr<const Catalog> m_catalog;
    QDate m_today;
};

/// Filters by kind, "can be used only" and text in any column; sorts by SortRole with unknown last in both directions.
class OptionFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit OptionFilterProxy(QObject* parent = nullptr);
    void setKinds(const std::set<OptionKind>& kinds); ///< empty: all
    void setEligibleOnly(bool on);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    std::set<OptionKind> m_kinds;
    bool m_eligibleOnly = false;
    QString m_text;
};

} // namespace rightrig
