// One job's memory: a bar for the need, a wall where the machine's memory ends.
#pragma once

#include "models/domain/estimator.h"

#include <QWidget>

namespace rightrig {

class MemoryBar : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryBar(QWidget* parent = nullptr);
    /// `most`: the figure at the right end, so that all bars of one panel share a scale.
    void setCheck(const MemoryCheck& check, double most);
    [[nodiscard]] double needShare() const; ///< 0 to 1 of the width; 0 if unknown
    [[nodiscard]] double wallShare() const; ///< 0 if unknown
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 10, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MemoryCheck m_check;
    double m_most = 1.0;
};

} // namespace rightrig
