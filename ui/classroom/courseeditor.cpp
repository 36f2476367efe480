#include "ui/classroom/courseeditor.h"

#include "models/qt/coursepreviewer.h"
#include "models/qt/formatter.h"
#include "ui/classroom/answersform.h"
#include "ui/classroom/assignmentsform.h"
#include "ui/classroom/generalform.h"
#include "ui/classroom/schoolform.h"
#include "ui/classroom/servicesform.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/forms/icons.h"
#include "ui/messagebar.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rightrig {

namespace {

constexpr qint64 sameStepMilliseconds = 1000;
const char editorGeometryKey[] = "courseEditor/geometry";

} // namespace

CourseEditor::CourseEditor(Services services, QWidget* parent)
    : QMainWindow(parent), m_services(std::move(services)), m_previewer(new CoursePreviewer(m_services.catalog, this))
{
    setName(*this, QStringLiteral("course"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setMinimumSize(800, 600);
    auto* middle = new QWidget(this);
    auto* box = new QVBoxLayout(middle);
    m_messages = new MessageBar(middle);
    box->addWidget(m_messages);
    setUpForms(*box);
    setUpButtons(*box);
    setCentralWidget(middle);
    setUpMenus();
    connect(m_previewer, &CoursePreviewer::ready, this,
        [this](const std::shared_ptr<const CoursePreview>& preview) { m_assignments->showPreview(m_course, preview); });
    connect(m_previewer, &CoursePreviewer::failed, m_assignments, &AssignmentsForm::showPreviewProblem);
    if (!restoreGeometry(QSettings().value(QLatin1String(editorGeometryKey)).toByteArray()))
        resize(1080, 760);
    newNow();
}

void CourseEditor::setUpForms(QVBoxLayout& box)
{
    const FormContext context{m_services.catalog, settle({}, *m_services.catalog)};
    m_tabs = new QTabWidget(this);
    setName(*m_tabs, QStringLiteral("course"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("courseQTabBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Pages of the course"));
    m_tabs->setAccessibleName(m_tabs->tabBar()->accessibleName());
    m_tabs->setUsesScrollButtons(true);
    m_general = new GeneralForm;
    addForm(m_general, tr("&Course"), "courseGeneral");
    m_assignments = new AssignmentsForm(m_services.catalog);
    addForm(m_assignments, tr("Assi&gnments"), "courseAssignments");
    addForm(new SchoolForm(context), tr("Sc&hool"), "courseSchool");
    addForm(new AnswersForm(context), tr("Ans&wers"), "courseAnswers");
    addForm(new ServicesForm(m_services.catalog), tr("Ser&vices"), "courseServices");
    box.addWidget(m_tabs, 1);
}

void CourseEditor::addForm(CourseForm* form, const QString& title, const char* stem)
{
    auto* scroll = new QScrollArea(m_tabs);
    setName(*scroll, QString::fromLatin1(stem));
    scroll->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    form->setObjectName(QString::fromLatin1(stem) + QStringLiteral("Form"));
    scroll->setWidget(form);
    m_tabs->addTab(scroll, title);
    m_forms.append(form);
    connect(form, &CourseForm::changed, this, &CourseEditor::apply);
}

void CourseEditor::setUpButtons(QVBoxLayout& box)
{
    auto* row = new FlowLayout(0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    addButton(*row, "courseSave", tr("&Save"), &CourseEditor::save)->setProperty("primary", true);
    addButton(*row, "courseHandout", tr("Hand&out as PDF..."), &CourseEditor::askHandout);
    addButton(*row, "courseTry", tr("Tr&y it as a student"), &CourseEditor::tryIt);
    box.addLayout(row);
}

QPushButton* CourseEditor::addButton(QLayout& row, const char* stem, const QString& text, void (CourseEditor::*pressed)())
{
    auto* button = new QPushButton(text, this);
    setName(*button, QString::fromLatin1(stem));
    connect(button, &QPushButton::clicked, this, pressed);
    row.addWidget(button);
    return button;
}

void CourseEditor::setUpMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    addAction(*file, "editorNew", tr("&New"), QKeySequence::New, &CourseEditor::newCourse);
    addAction(*file, "editorOpen", tr("&Open..."), QKeySequence::Open, &CourseEditor::askOpen);
    addAction(*file, "editorSave", tr("&Save"), QKeySequence::Save, &CourseEditor::save);
    addAction(*file, "editorSaveAs", tr("Save &as..."), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &CourseEditor::saveAs);
    addAction(*file, "editorHandout", tr("&Handout as PDF..."), QKeySequence(Qt::CTRL | Qt::Key_P), &CourseEditor::askHandout);
    file->addSeparator();
    QAction* close = file->addAction(tr("&Close"));
    close->setObjectName(QStringLiteral("editorCloseQAction"));
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(close, &QAction::triggered, this, &QWidget::close);
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(*edit, "editorUndo", tr("&Undo"), QKeySequence::Undo, &CourseEditor::undo);
    m_redo = addAction(*edit, "editorRedo", tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &CourseEditor::redo);
}

QAction* CourseEditor::addAction(QMenu& menu, const char* stem, const QString& text, const QKeySequence& keys, void (CourseEditor::*run)())
{
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(stem) + QStringLiteral("QAction"));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void CourseEditor::apply(const CourseChange& change, const QObject* field)
{
    Course next = m_course;
    change(next);
    if (next == m_course)
        return showCourse(); // a choice that is not whole yet
    const bool sameStep
        = field != nullptr && field == m_lastField && m_sinceChange.isValid() && m_sinceChange.elapsed() < sameStepMilliseconds;
    if (!sameStep)
        m_history.push(m_course);
    m_lastField = field;
    m_sinceChange.start();
    m_course = std::move(next);
    showCourse();
    m_previewer->request(m_course);
}

void CourseEditor::keepGeometry() const { QSettings().setValue(QLatin1String(editorGeometryKey), saveGeometry()); }

void CourseEditor::undo() { step(m_history.undo(m_course)); }

void CourseEditor::redo() { step(m_history.redo(m_course)); }

void CourseEditor::step(const std::optional<Course>& state)
{
    if (!state)
        return;
    m_lastField = nullptr;
    m_course = *state;
    showCourse();
    m_previewer->request(m_course);
}

void CourseEditor::showCourse()
{
    for (CourseForm* form : std::as_const(m_forms)) {
        form->load(m_course);
        form->showFaults(m_showFaults ? courseFaults(m_course) : std::vector<CourseFault>());
    }
    const QString title = plain(m_course.title, 80).remove(QStringLiteral("[*]"));
    setWindowTitle(tr("%1[*] - course profile").arg(title.isEmpty() ? tr("New course") : title));
    setWindowModified(isChanged());
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
}

} // namespace rightrig
