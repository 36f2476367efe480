// The course a student has opened: what it fixes is hidden, what it presets is filled in, and it can be left again.
#include "models/domain/courseplan.h"
#include "models/qt/formatter.h"
#include "models/qt/readinesstext.h"
#include "ui/askfile.h"
#include "ui/classroom/courseeditor.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/wizard/coursebar.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardview.h"

namespace rightrig {

Answers MainWindow::Parts::fixed() const { return course ? fixedBy(*course) : Answers{}; }

Answers MainWindow::Parts::shownAnswers() const { return course ? overlaid(answers, fixed()) : answers; }

int MainWindow::Parts::firstPage() const
{
    int page = 1;
    while (page < resultStep && !view->asks(page))
        ++page;
    return page;
}

void MainWindow::Parts::setCourse(std::shared_ptr<const Course> next)
{
    course = std::move(next);
    runner.setCourse(course);
    view->setFixed(fixed());
    view->course().showCourse(course ? courseTitle(*course) : QString(), course ? courseNotes(*course) : QStringList());
}

void MainWindow::Parts::openCourse(const Course& next)
{
    setCourse(std::make_shared<const Course>(next));
    Answers changed = overlaid(next.preset, answers);
    changed.course = next.id;
    replace(changed);
    showPage(firstPage());
    const std::vector<std::string> problems = courseProblems(next, *services.catalog);
    if (!problems.empty())
        view->messages().showMessage(
            MessageBar::Problem, tr("This course has a mistake. Tell your teacher: %1").arg(plain(problems.front())));
    else
        view->messages().showMessage(MessageBar::News, tr("Questions that your course answers are left out."));
}

CourseEditor& MainWindow::Parts::courseEditor()
{
    if (!editor) {
        editor = new CourseEditor(services, &window);
        editor->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(editor, &CourseEditor::tryWanted, &window, [this](const Course& tried) {
            openCourse(tried);
            window.raise();
            window.activateWindow();
        });
    }
    editor->show();
    editor->raise();
    editor->activateWindow();
    return *editor;
}

void MainWindow::Parts::askCourseToEdit()
{
    askFile(&window, tr("Edit a course profile"), tr("Course profiles (*.rightrig-course.json *.json);;All files (*)"), {},
        [this](const QString& path) { courseEditor().open(path); });
}

/// The student's own answers stay; what the course preset was the student's to change, and stays too.
void MainWindow::Parts::leaveCourse()
{
    const std::shared_ptr<const Course> before = course;
    setCourse(nullptr);
    Answers changed = answers;
    changed.course.reset();
    replace(changed);
    showPage(view->pageNumber());
    view->messages().showMessage(MessageBar::News, tr("You left the course. All questions are back."),
        {{tr("Undo"), [this, before] {
              setCourse(before);
              step(history.undo(answers));
              showPage(view->asks(view->pageNumber()) ? view->pageNumber() : firstPage());
          }}});
}

} // namespace rightrig
