// Opening, saving, handing out; and the question about changes that nobody saved.
#include "models/qt/checkedfile.h"
#include "models/qt/coursepreviewer.h"
#include "models/qt/coursetext.h"
#include "models/qt/formatter.h"
#include "ui/askfile.h"
#include "ui/classroom/assignmentsform.h"
#include "ui/classroom/courseeditor.h"
#include "ui/classroom/generalform.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"
#include "ui/messagebar.h"
#include "ui/report/handout.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

namespace rightrig {

namespace {

constexpr qint64 mostCourseBytes = 1 << 20;

QString courseFilter() { return CourseEditor::tr("Course profiles (*.rightrig-course.json *.json);;All files (*)"); }

QString suggestedName(const Course& course)
{
    return QString::fromStdString(courseIdFor(course.title)) + QStringLiteral(".rightrig-course.json");
}

QString droppedCourse(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? path : QString();
}

} // namespace

/// `saved`: it is on disk like this, and handed out, perhaps.
void CourseEditor::start(const Course& course, const QString& path, bool saved)
{
    m_course = course;
    m_saved = course;
    m_path = path;
    m_history.clear();
    m_lastField = nullptr;
    m_showFaults = false;
    m_general->setIdFollows(!saved);
    for (CourseForm* form : std::as_const(m_forms))
        form->startOver();
    showCourse();
    m_previewer->request(m_course);
}

void CourseEditor::newNow()
{
    start({}, {}, false);
    m_tabs->setCurrentIndex(0);
}

void CourseEditor::newCourse()
{
    afterAsking([this] {
        m_messages->dismiss();
        newNow();
    });
}

void CourseEditor::openSample()
{
    afterAsking([this] { openSampleNow(); });
}

void CourseEditor::openSampleNow()
{
    QFile file(QStringLiteral(":/rightrig/samples/sample.rightrig-course.json"));
    const Outcome<SavedPlan> read = m_services.readPlan(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!read.ok() || !read.get().course)
        return m_messages->showMessage(MessageBar::Problem, tr("The sample course cannot be opened: %1").arg(read.error()));
    start(*read.get().course, {}, false);
    m_tabs->setCurrentIndex(1);
    m_messages->showMessage(MessageBar::News, tr("This is a sample. Change what you like, and save it under a name of your own."));
}

void CourseEditor::open(const QString& path)
{
    afterAsking([this, path] { openNow(path); });
}

void CourseEditor::openNow(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    QString problem;
    const QByteArray bytes = readChecked(path, mostCourseBytes, problem);
    if (!problem.isEmpty())
        return m_messages->showMessage(MessageBar::Problem, problem);
    const Outcome<SavedPlan> read = m_services.readPlan(bytes);
    if (!read.ok())
        return m_messages->showMessage(MessageBar::Problem, tr("%1 cannot be opened: %2").arg(name, read.error()));
    if (read.get().answers || !read.get().course)
        return m_messages->showMessage(MessageBar::Problem, tr("%1 holds a student's answers, not a course profile.").arg(name));
    start(*read.get().course, path, true);
    m_messages->showMessage(MessageBar::News, tr("Opened %1.").arg(name));
}

void CourseEditor::askOpen()
{
    askFile(this, tr("Open a course profile"), courseFilter(), {}, [this](const QString& path) { open(path); });
}

/// Calls `then` at once, or when the changes are saved or given up; never if the answer is to stay.
void CourseEditor::afterAsking(const std::function<void()>& then)
{
    if (!isChanged())
        return then();
    if (m_asking)
        return;
    m_asking = true;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"), tr("The course has changes that are not saved."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("courseUnsavedQMessageBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QDialog::finished, this, [this, then](int answer) {
        m_asking = false;
        if (answer == QMessageBox::Discard)
            return then();
        if (answer != QMessageBox::Save)
            return;
        if (m_path.isEmpty())
            askSave(then);
        else if (saveAndTell(m_path))
            then();
    });
    box->open();
}

bool CourseEditor::bringUp(QWidget& field)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->isAncestorOf(&field)) {
            m_tabs->setCurrentIndex(i);
            field.setFocus();
            return true;
        }
    }
    return false;
}

/// What keeps the course from being saved, with its path, and brings its field up; empty if nothing does.
QString CourseEditor::firstFault()
{
    const auto edits = findChildren<NumberEdit*>();
    for (NumberEdit* edit : edits) {
        if (edit->isValid())
            continue;
        static_cast<void>(bringUp(*edit));
        return tr("%1: %2").arg(edit->property("path").toString(), edit->edit()->accessibleDescription());
    }
    const std::vector<CourseFault> faults = courseFaults(m_course);
    m_showFaults = !faults.empty();
    showCourse();
    if (faults.empty())
        return {};
    for (CourseForm* form : std::as_const(m_forms)) {
        QWidget* field = form->fieldFor(QString::fromStdString(faults.front().path));
        if (field != nullptr && bringUp(*field))
            break;
    }
    return courseFaultText(faults.front());
}

QString CourseEditor::saveTo(const QString& path)
{
    if (const QString fault = firstFault(); !fault.isEmpty())
        return tr("Not saved yet. %1").arg(fault);
    const QByteArray bytes = m_services.writeCourse(m_course);
    if (const Outcome<SavedPlan> again = m_services.readPlan(bytes); !again.ok())
        return tr("Not saved yet. %1").arg(again.error()); // students could not open it either
    if (QString problem = writeChecked(path, bytes); !problem.isEmpty())
        return problem;
    m_path = path;
    m_saved = m_course;
    m_general->setIdFollows(false);
    showCourse();
    return {};
}

bool CourseEditor::saveAndTell(const QString& path)
{
    const QString problem = saveTo(path);
    if (problem.isEmpty())
        m_messages->showMessage(MessageBar::News, tr("Saved %1. Give this file to your students.").arg(QDir::toNativeSeparators(path)));
    else
        m_messages->showMessage(MessageBar::Problem, problem);
    return problem.isEmpty();
}

void CourseEditor::save()
{
    if (m_path.isEmpty())
        askSave({});
    else
        saveAndTell(m_path);
}

void CourseEditor::askSave(const std::function<void()>& then)
{
    if (const QString fault = firstFault(); !fault.isEmpty()) // before anybody chooses a name for it
        return m_messages->showMessage(MessageBar::Problem, tr("Not saved yet. %1").arg(fault));
    askFile(this, tr("Save the course profile"), courseFilter(), suggestedName(m_course), [this, then](const QString& path) {
        if (saveAndTell(path) && then)
            then();
    });
}

QString CourseEditor::saveHandout(const QString& path)
{
    ReportOptions options;
    options.today = m_services.today;
    const auto made = renderHandout(m_course, previewOf(m_course, *m_services.catalog), *m_services.catalog, options);
    if (const auto* problem = std::get_if<QString>(&made))
        return *problem;
    const Handout& handout = std::get<Handout>(made);
    if (QString problem = writeChecked(path, handout.pdf); !problem.isEmpty())
        return problem;
    QStringList texts{tr("Saved %1.").arg(QDir::toNativeSeparators(path))};
    texts += handoutNotes(m_course, handout);
    m_messages->showMessage(
        MessageBar::News, texts.join(QLatin1Char(' ')), {{tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }}});
    return {};
}

void CourseEditor::askHandout()
{
    if (const QString fault = firstFault(); !fault.isEmpty())
        return m_messages->showMessage(MessageBar::Problem, tr("No handout yet. %1").arg(fault));
    askFile(this, tr("Save the handout"), tr("PDF (*.pdf)"), suggestedHandoutName(m_course), [this](const QString& path) {
        if (const QString problem = saveHandout(path); !problem.isEmpty())
            m_messages->showMessage(MessageBar::Problem, problem);
    });
}

void CourseEditor::tryIt()
{
    if (const QString fault = firstFault(); !fault.isEmpty())
        m_messages->showMessage(MessageBar::Problem, tr("Students cannot open it yet. %1").arg(fault));
    else
        Q_EMIT tryWanted(m_course);
}

void CourseEditor::closeEvent(QCloseEvent* event)
{
    keepGeometry();
    if (!isChanged())
        return QMainWindow::closeEvent(event);
    event->ignore();
    afterAsking([this] {
        m_saved = m_course; // saved, or given up
        close();
    });
}

void CourseEditor::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedCourse(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CourseEditor::dropEvent(QDropEvent* event)
{
    const QString path = droppedCourse(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    open(path);
}

} // namespace rightrig
