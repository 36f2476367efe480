// The numbers that stand behind every estimate and can be changed on the spot: electricity, exchange rates, constants.
#pragma once

#include "ui/results/shown.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rightrig {

using Overrides = std::vector<std::pair<std::string, double>>;

struct AssumptionRow
{
    Assumption assumption; ///< value as shipped
    bool money = false;    ///< electricity or exchange rate: always listed
};

class AssumptionsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TextColumn, ValueColumn, UnitColumn, SpanColumn, SourceColumn, DateColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void present(const Shown& shown);
    [[nodiscard]] const AssumptionRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool isChanged(int index) const;
    [[nodiscard]] int rowOf(const std::string& name) const;
    [[nodiscard]] const Overrides& overrides() const { return m_overrides; }
    void reset(const std::vector<int>& rows);
    void resetAll();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void overridesChanged(const std::vector<std::pair<std::string, double>>& overrides);
    void refused(const QString& why); ///< one sentence

private:
    [[nodiscard]] double valueOf(const Assumption& assumption) const;
    [[nodiscard]] QString text(const AssumptionRow& row, int column) const;

    std::vector<AssumptionRow> m_rows;
    Overrides m_overrides;
};

/// By text, and by default only what money and the open formula use.
class AssumptionsProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setUsed(const std::set<std::string>& names);
    void setAll(bool all);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::set<std::string> m_used;
    QString m_text;
    bool m_all = false;
};

/// Shipped values with their sources: the country's electricity, the rates of the currencies that occur, all constants.
[[nodiscard]] std::vector<AssumptionRow> assumptionRows(const Shown& shown);

} // namespace rightrig
