// Draws cells of doubtful figures in italics. The cell's text says the same: looks alone never carry a meaning.
#pragma once

#include <QStyledItemDelegate>

namespace rightrig {

class DoubtDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `role` is the model's bool role that says whether a cell is doubtful.
    explicit DoubtDelegate(int role, QObject* parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_role;
};

} // namespace rightrig
