// Opening and saving: answers, PDF, and what is dropped on the window.
#include "models/qt/checkedfile.h"
#include "ui/askfile.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/pdfsaver.h"
#include "ui/wizard/wizardview.h"

#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace rightrig {

namespace {

constexpr qint64 mostBytes = qint64{1} << 20;
QString droppedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? path : QString();
}

} // namespace

void MainWindow::Parts::askOpen()
{
    askFile(&window, tr("Open answers"), tr("Answers (*.json);;All files (*)"), {}, [this](const QString& path) { open(path); });
}

void MainWindow::Parts::askSaveAnswers()
{
    askFile(&window, tr("Save answers"), tr("Answers (*.json)"), QStringLiteral("RightRig.rightrig.json"),
        [this](const QString& path) { saveAnswers(path); });
}

void MainWindow::Parts::askSavePdf()
{
    askFile(&window, tr("Save PDF"), tr("PDF (*.pdf)"), suggestedPdfName(answers, services.today),
        [this](const QString& path) { savePdfAndTell(path); });
}

void MainWindow::Parts::open(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    QString problem;
    const QByteArray bytes = readChecked(path, mostBytes, problem);
    if (problem.isEmpty()) {
        const Outcome<Answers> read = services.readAnswers(bytes);
        if (read.ok()) {
            replace(read.get());
            view->messages().showMessage(
                MessageBar::News, tr("Opened %1.").arg(name), {{tr("Undo"), [this] { step(history.undo(answers)); }}});
            return;
        }
        problem = tr("%1 cannot be opened: %2").arg(name, read.error());
    }
    view->messages().showMessage(MessageBar::Problem, problem);
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
    const bool fresh = current && current->settled.given == answers;
    if (!fresh)
        current = std::make_shared<const Results>(recommend(answers, *services.catalog));
    const std::vector<WouldChange> found = fresh && changes ? *changes : whatWouldChange(*current, *services.catalog);
    return writePdf(path, *current, found, *services.catalog, services.today);
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
