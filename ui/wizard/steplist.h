// The nine steps at the left: always all of them, always in the same place, each one click away.
#pragma once

#include "models/domain/answers.h"

#include <QListWidget>

namespace rightrig {

class StepList : public QListWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);
    void showStep(int number);                   ///< emits nothing
    void setDense(bool dense);                   ///< lower rows, for large text
    void setAnswered(const QList<int>& numbers); ///< pages on which a course leaves nothing to ask
    [[nodiscard]] bool isVisited(int number) const { return m_visited.value(number - 1); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void stepWanted(int number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();

    int m_current = 1;
    bool m_dense = false;
    QList<bool> m_visited;
    QList<int> m_answered;
};

} // namespace rightrig
