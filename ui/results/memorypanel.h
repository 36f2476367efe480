// Memory the jobs need against what the selected option has.
#pragma once

#include "ui/results/shown.h"

#include <QList>

class QGridLayout;
class QLabel;

namespace rightrig {

class MemoryBar;
class TitledCard;

class MemoryPanel : public ResultsPart
{
    Q_OBJECT
public:
    explicit MemoryPanel(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    [[nodiscard]] QString sentence(int job) const; ///< what stands beside the bar

private:
    struct Row
    {
        QLabel* title = nullptr;
        MemoryBar* bar = nullptr;
        QLabel* text = nullptr;
    };
    void addRow();

    QLabel* m_title;
    QGridLayout* m_grid;
    QList<Row> m_rows;
};

} // namespace rightrig
