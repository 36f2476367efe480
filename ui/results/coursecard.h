// The course on the answer page: what the student needs from the school, and each assignment on the own computer. Hidden without a course.
#pragma once

#include "ui/results/shown.h"

class QLabel;

namespace rightrig {

class MarkedList;
class TitledCard;

class CourseCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit CourseCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& shown) override { Q_UNUSED(shown) } ///< assignments do not depend on the option
    [[nodiscard]] QStringList shownLines() const;

private:
    TitledCard* m_card;
    QLabel* m_need;
    MarkedList* m_list;
};

} // namespace rightrig
