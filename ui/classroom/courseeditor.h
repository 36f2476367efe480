// The window in which an instructor makes a course profile, sees what it asks of computers, and saves it and its handout.
#pragma once

#include "models/domain/coursepreview.h"
#include "ui/classroom/courseform.h"
#include "ui/history.h"
#include "ui/services.h"

#include <QElapsedTimer>
#include <QMainWindow>

class QAction;
class QMenu;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace rightrig {

class AssignmentsForm;
class CoursePreviewer;
class GeneralForm;
class MessageBar;

class CourseEditor : public QMainWindow
{
    Q_OBJECT
public:
    explicit CourseEditor(Services services, QWidget* parent = nullptr);

    // Each of these asks about unsaved changes first, and does nothing if the answer is to stay.
    void newCourse();
    void openSample();
    void open(const QString& path);

    [[nodiscard]] const Course& course() const { return m_course; }
    [[nodiscard]] bool isChanged() const { return m_course != m_saved; }
    [[nodiscard]] QString path() const { return m_path; }
    /// Writes the course; returns an empty string or what went wrong. A course with faults is not written: they are shown.
    QString saveTo(const QString& path);
    /// Writes the one-page PDF; returns an empty string or what went wrong.
    [[nodiscard]] QString saveHandout(const QString& path);

Q_SIGNALS:
    void tryWanted(const rightrig::Course& course); ///< show it as a student sees it

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override; ///< a course can be dropped anywhere
    void dropEvent(QDropEvent* event) override;

private:
    // the window (courseeditor.cpp)
    void setUpForms(QVBoxLayout& box);
    void addForm(CourseForm* form, const QString& title, const char* stem);
    void setUpButtons(QVBoxLayout& box);
    QPushButton* addButton(QLayout& row, const char* stem, const QString& text, void (CourseEditor::*pressed)());
    void setUpMenus();
    QAction* addAction(QMenu& menu, const char* stem, const QString& text, const QKeySequence& keys, void (CourseEditor::*run)());
    void apply(const CourseChange& change, const QObject* field);
    void step(const std::optional<Course>& state);
    void showCourse();
    void keepGeometry() const; ///< for the next start
    void undo();
    void redo();

    // files (courseeditorfiles.cpp)
    void start(const Course& course, const QString& path, bool saved);
    void afterAsking(const std::function<void()>& then);
    void openNow(const QString& path);
    void openSampleNow();
    void newNow();
    void askOpen();
    void save();
    void saveAs() { askSave({}); }
    void askSave(const std::function<void()>& then);
    bool saveAndTell(const QString& path);
    void askHandout();
    void tryIt();
    [[nodiscard]] QString firstFault();
    [[nodiscard]] bool bringUp(QWidget& field);

    Services m_services;
    Course m_course, m_saved;
    QString m_path;
    History<Course> m_history;
    const QObject* m_lastField = nullptr; ///< changes of one field in quick succession are one step; only ever compared
    QElapsedTimer m_sinceChange;
    bool m_showFaults = false; ///< once somebody wanted to save
    bool m_asking = false;
    CoursePreviewer* m_previewer;
    MessageBar* m_messages = nullptr;
    QTabWidget* m_tabs = nullptr;
    GeneralForm* m_general = nullptr;
    AssignmentsForm* m_assignments = nullptr;
    QList<CourseForm*> m_forms;
    QAction *m_undo = nullptr, *m_redo = nullptr;
};

} // namespace rightrig
