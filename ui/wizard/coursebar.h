// Above every page while a course is open: its title, its notes, and the way out. Hidden otherwise. All text is plain text.
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace rightrig {

class CourseBar : public QFrame
{
    Q_OBJECT
public:
    explicit CourseBar(QWidget* parent = nullptr);
    /// An empty title hides the bar. Notes are shown when asked for.
    void showCourse(const QString& title, const QStringList& notes);
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void leaveWanted();

private:
    void showNotes(bool open);

    QLabel* m_title;
    QLabel* m_notes;
    QPushButton* m_more;
    QPushButton* m_leave;
};

} // namespace rightrig
