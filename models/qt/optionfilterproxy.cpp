#include "models/qt/optiontablemodel.h"

#include "models/qt/sorting.h"

namespace rightrig {

OptionFilterProxy::OptionFilterProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(OptionTableModel::SortRole);
    setDynamicSortFilter(true);
}

void OptionFilterProxy::setKinds(const std::set<OptionKind>& kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

void OptionFilterProxy::setEligibleOnly(bool on)
{
    m_eligibleOnly = on;
    invalidateFilter();
}

void OptionFilterProxy::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool OptionFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QAbstractItemModel* model = sourceModel();
    const QModelIndex first = model->index(row, 0, parent);
    if (m_eligibleOnly && !first.data(OptionTableModel::EligibleRole).toBool())
        return false;
    const auto kind = static_cast<OptionKind>(first.data(OptionTableModel::KindRole).toInt());
    if (!m_kinds.empty() && m_kinds.count(kind) == 0)
        return false;
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < model->columnCount(parent); ++column) {
        if (model->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool OptionFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return sortsBefore(left.data(sortRole()), right.data(sortRole()), sortOrder());
}

} // namespace rightrig
