// "So far": the best option with price and time as it stands after each answer, and what dropped out.
#pragma once

#include "models/domain/recommender.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace rightrig {

class SoFarPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SoFarPanel(QWidget* parent = nullptr);
    void showResults(const Results& results);
    /// All that is shown, as one text: what a screen reader speaks.
    [[nodiscard]] QString summary() const;

private:
    QLabel* m_best;
    QLabel* m_figures;
    QLabel* m_dropped;
};

/// "3 options dropped: not enough memory", one line for each kind of reason, the most frequent first.
[[nodiscard]] QStringList droppedLines(const Results& results);

} // namespace rightrig
