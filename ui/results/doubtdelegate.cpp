#include "ui/results/doubtdelegate.h"

namespace rightrig {

DoubtDelegate::DoubtDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), m_role(role) { }

void DoubtDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(m_role).toBool())
        option->font.setItalic(true);
}

} // namespace rightrig
