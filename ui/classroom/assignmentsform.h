// The course editor's list of assignments: each with what it takes on typical machines, what to look out for, and the one to work on.
#pragma once

#include "models/domain/coursepreview.h"
#include "ui/classroom/courseform.h"

#include <memory>

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace rightrig {

class AssignmentForm;
class MarkedList;
class TitledCard;
struct Catalog;

class AssignmentsForm : public CourseForm
{
    Q_OBJECT
public:
    explicit AssignmentsForm(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    void load(const Course& course) override;
    void startOver() override { m_selected = 0; }
    void showFaults(const std::vector<CourseFault>& faults) override;
    [[nodiscard]] QWidget* fieldFor(const QString& path) override;
    /// What was found out about `course`; rows that have changed since keep "..." until the next.
    void showPreview(const Course& course, const std::shared_ptr<const CoursePreview>& preview);
    void showPreviewProblem(const QString& problem);
    void selectAssignment(int index);
    [[nodiscard]] int selected() const { return m_selected; }

private:
    void setUpTable(QVBoxLayout& box);
    QPushButton* addButton(QLayout& row, const char* stem, const QString& text, void (AssignmentsForm::*pressed)());
    void add();
    void duplicate();
    void removeSelected();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void takeSelection();
    void showRows();
    void showEstimates();
    void showButtons();
    [[nodiscard]] QStringList rowOf(std::size_t index) const;

    std::shared_ptr<const Catalog> m_catalog;
    Course m_course, m_previewed; ///< as shown; as of m_preview
    std::shared_ptr<const CoursePreview> m_preview;
    std::vector<CourseFault> m_faults;
    int m_selected = 0;
    bool m_showing = false; ///< the table is being filled: its selection is not the user's
    QTableWidget* m_table = nullptr;
    QLabel *m_empty = nullptr, *m_laptops = nullptr, *m_good = nullptr;
    MarkedList* m_warnings = nullptr;
    QPushButton *m_duplicate = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
    TitledCard* m_card = nullptr;
    AssignmentForm* m_form = nullptr;
};

} // namespace rightrig
