// Opening and saving: answers, courses, PDF, and what is dropped on the window.
#include "models/domain/courseplan.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "ui/askfile.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/pdfsaver.h"
#include "ui/report/attachment.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace rightrig {

namespace {

constexpr qint64 mostBytes = mostPdfBytes; // answers are smaller; their reader says so

QString droppedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    const bool known
        = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    return known ? path : QString();
}

} // namespace

void MainWindow::Parts::askOpen()
{
    askFile(&window, tr("Open answers, a course or a PDF"), tr("Answers, courses, RightRig PDFs (*.json *.pdf);;All files (*)"), {},
        [this](const QString& path) { open(path); });
}

void MainWindow::Parts::askSaveAnswers()
{
    askFile(&window, tr("Save answers"), tr("Answers (*.json)"), QStringLiteral("RightRig.rightrig.json"),
        [this](const QString& path) { saveAnswers(path); });
}

void MainWindow::Parts::askSavePdf()
{
    askFile(&window, tr("Save PDF"), tr("PDF (*.pdf)"),
        suggestedPdfName(menus.pdfName->isChecked() ? answers : withoutName(answers), services.today),
        [this](const QString& path) { savePdfAndTell(path); });
}

void MainWindow::Parts::open(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    QString problem;
    const QByteArray bytes = readChecked(path, mostBytes, problem);
    if (problem.isEmpty()) {
        const Outcome<SavedPlan> read = services.readPlan(bytes);
        if (read.ok())
            return show(read.get(), name);
        problem = tr("%1 cannot be opened: %2").arg(name, read.error());
    }
    view->messages().showMessage(MessageBar::Problem, problem);
}

/// Saved answers keep the course that is open; a PDF brings its own, or none; a course on its own keeps the answers.
void MainWindow::Parts::show(const SavedPlan& opened, const QString& name)
{
    if (!opened.answers) {
        openCourse(*opened.course);
        return;
    }
    const bool whole = opened.course || !opened.date.empty();
    if (whole)
        setCourse(opened.course ? std::make_shared<const Course>(*opened.course) : nullptr);
    replace(*opened.answers);
    showPage(view->asks(view->pageNumber()) ? view->pageNumber() : firstPage());
    openPlan(opened);
    QString text = tr("Opened %1.").arg(name);
    if (!opened.date.empty())
        text += QLatin1Char(' ') + tr("It was made on %1.").arg(formatDate(opened.date));
    if (openedPlan)
        text += QLatin1Char(' ')
            + tr("%n of its prices changed since.", nullptr, static_cast<int>(changedPrices(*openedPlan, *todaysCatalog()).size()));
    planMessage = openedPlan ? text : QString();
    sayOpened(text);
}

void MainWindow::Parts::saveAnswers(const QString& path)
{
    const QString problem = writeChecked(path, services.writeAnswers(answers));
    if (problem.isEmpty())
        view->messages().showMessage(MessageBar::News, tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
    else
        view->messages().showMessage(MessageBar::Problem, problem);
}

QString MainWindow::Parts::savePdf(const QString& path)
{
    std::shared_ptr<const Results> current = runner.results();
    std::shared_ptr<const CoursePlan> plan = runner.coursePlan();
    const bool fresh = runner.isFor(answers);
    if (!fresh) {
        const Answers given = course ? answersFor(*course, answers, *services.catalog) : answers;
        current = std::make_shared<const Results>(recommend(given, *runner.usedCatalog()));
        plan = course ? std::make_shared<const CoursePlan>(CoursePlan{*course, readiness(*services.catalog, *course, answers)}) : nullptr;
    }
    const std::vector<WouldChange> found
        = fresh && changes ? *changes : withinCap(whatWouldChange(*current, *runner.usedCatalog()), course.get(), *services.catalog);
    Answers own = answers;
    if (!menus.pdfName->isChecked()) {
        own = withoutName(own);
        auto nameless = std::make_shared<Results>(*current);
        nameless->settled.given = withoutName(nameless->settled.given);
        current = nameless;
    }
    ReportOptions options;
    options.today = services.today;
    options.course = plan;
    if (menus.pdfAnswers->isChecked() && services.writePlan)
        options.answers = services.writePlan(
            planOf(own, course.get(), *current, *services.catalog, services.today.toString(Qt::ISODate).toStdString()));
    return writePdf(path, *current, found, *services.catalog, options);
}

void MainWindow::Parts::savePdfAndTell(const QString& path)
{
    const QString problem = savePdf(path);
    if (!problem.isEmpty()) {
        view->messages().showMessage(MessageBar::Problem, problem);
        return;
    }
    const auto openIt = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    view->messages().showMessage(MessageBar::News, tr("Saved %1.").arg(QDir::toNativeSeparators(path)), {{tr("Open"), openIt}});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_parts->open(path);
}

} // namespace rightrig
