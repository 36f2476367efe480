#include "ui/classroom/classdialog.h"

#include "models/qt/checkedfile.h"
#include "ui/classroom/classview.h"
#include "ui/messagebar.h"
#include "ui/report/classreport.h"
#include "ui/results/parts.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace rightrig {
namespace {

QStringList droppedPaths(const QMimeData& data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QString rushKey() { return QStringLiteral("class/rushShare"); }

} // namespace

ClassDialog::ClassDialog(const Services& services, QWidget* parent) : QDialog(parent), m_services(services)
{
    setObjectName(QStringLiteral("classDialog"));
    setWindowTitle(tr("Class overview"));
    setAcceptDrops(true);
    auto* box = new QVBoxLayout(this);
    setUpTop(*box);
    setUpBody(*box);
    setUpButtons(*box);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { take(); });
    m_ticker.setInterval(100);
    connect(&m_ticker, &QTimer::timeout, this, [this] { m_progress->setValue(m_perMille->load()); });
    setReading(false);
    const QSize wanted(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 44);
    resize(wanted.boundedTo(screen() ? screen()->availableSize() * 9 / 10 : wanted));
}

ClassDialog::~ClassDialog()
{
    cancel();
    m_watcher.waitForFinished();
}

QPushButton* ClassDialog::addButton(const QString& name, const QString& text, void (ClassDialog::*pressed)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setMinimumHeight(std::max(26, button->sizeHint().height())); // rows of a full window are squeezed else
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

void ClassDialog::setUpTop(QVBoxLayout& box)
{
    m_messages = new MessageBar(this);
    box.addWidget(m_messages);
    m_hint = plainLabel(QStringLiteral("classHintLabel"), this);
    m_hint->setText(tr("Drop your students' PDFs, saved answers, a roster, the course, or a folder here. Nothing leaves this computer."));
    box.addWidget(m_hint);
    auto* row = new QHBoxLayout;
    row->addWidget(addButton(QStringLiteral("classFilesQPushButton"), tr("Add &files..."), &ClassDialog::askFiles));
    row->addWidget(addButton(QStringLiteral("classFolderQPushButton"), tr("Add a f&older..."), &ClassDialog::askFolder));
    m_again = addButton(QStringLiteral("classAgainQPushButton"), tr("Start &again"), &ClassDialog::startAgain);
    row->addWidget(m_again);
    row->addStretch();
    m_nameless = new QCheckBox(tr("Without &names"), this);
    m_nameless->setObjectName(QStringLiteral("classNamelessQCheckBox"));
    m_nameless->setMinimumHeight(26);
    connect(m_nameless, &QCheckBox::toggled, this, [this] {
        if (m_judged)
            present();
    });
    row->addWidget(m_nameless);
    box.addLayout(row);
    auto* progress = new QHBoxLayout;
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("classQProgressBar"));
    m_progress->setAccessibleName(tr("Reading files"));
    m_progress->setRange(0, 1000);
    m_progress->setFormat(QStringLiteral("%p %"));
    m_cancel = addButton(QStringLiteral("classCancelQPushButton"), tr("&Cancel"), &ClassDialog::cancel);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    box.addLayout(progress);
}

void ClassDialog::setUpBody(QVBoxLayout& box)
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("classQScrollArea"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_view = new ClassView;
    m_view->setObjectName(QStringLiteral("classClassView"));
    scroll->setWidget(m_view); // which owns it from now on
    box.addWidget(scroll, 1);
    connect(m_view, &ClassView::rushChanged, this, [this](double share) {
        QSettings().setValue(rushKey(), share);
        present();
    });
}

void ClassDialog::setUpButtons(QVBoxLayout& box)
{
    auto* row = new QHBoxLayout;
    m_export = addButton(QStringLiteral("classExportQPushButton"), tr("&Save as PDF or table..."), &ClassDialog::askExport);
    row->addWidget(m_export);
    row->addStretch();
    row->addWidget(addButton(QStringLiteral("classCloseQPushButton"), tr("C&lose"), &ClassDialog::reject));
    box.addLayout(row);
}

void ClassDialog::askFiles()
{
    auto* dialog = new QFileDialog(this, tr("Add files"), {}, tr("PDF, answers, rosters (*.pdf *.json *.csv *.tsv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ClassDialog::addPaths);
    dialog->open();
}

void ClassDialog::askFolder()
{
    auto* dialog = new QFileDialog(this, tr("Add a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &ClassDialog::addPaths);
    dialog->open();
}

void ClassDialog::askExport()
{
    auto* dialog = new QFileDialog(this, tr("Save the overview"), {}, tr("PDF (*.pdf);;Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const QString problem = exportTo(path);
        m_messages->showMessage(
            problem.isEmpty() ? MessageBar::News : MessageBar::Problem, problem.isEmpty() ? tr("Saved %1.").arg(path) : problem);
    });
    dialog->open();
}

void ClassDialog::addPaths(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (!m_paths.contains(path))
            m_paths.append(path);
    }
    if (m_paths.isEmpty() || !m_services.readClass || isReading())
        return;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    setReading(true);
    m_perMille = std::make_shared<std::atomic<int>>(0);
    m_watcher.setFuture(QtConcurrent::run([read = m_services.readClass, all = m_paths, cancelled = m_cancelled, told = m_perMille] {
        return read(all, ClassWatch{[cancelled] { return cancelled->load(); }, [told](int perMille) { told->store(perMille); }});
    }));
    m_ticker.start();
}

void ClassDialog::startAgain()
{
    m_paths.clear();
    m_judged.reset();
    m_messages->dismiss();
    setReading(false);
}

void ClassDialog::cancel()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

void ClassDialog::setReading(bool reading)
{
    m_progress->setValue(0);
    m_progress->setVisible(reading);
    m_cancel->setVisible(reading);
    m_export->setEnabled(!reading && m_judged);
    m_again->setEnabled(!reading);
    m_view->setVisible(m_judged != nullptr);
}

void ClassDialog::take()
{
    m_ticker.stop();
    const auto read = m_watcher.result();
    if (read.ok()) {
        m_judged = read.get();
        present();
    } else {
        m_paths.clear(); // what cannot be read is not tried again with the next files
        m_messages->showMessage(MessageBar::Problem, read.error());
    }
    setReading(false);
}

std::shared_ptr<const JudgedClass> ClassDialog::shownClass() const
{
    JudgedClass judged = *m_judged;
    bool known = false;
    const double share = QSettings().value(rushKey()).toDouble(&known);
    if (known && share >= 0.0 && share <= 1.0)
        judged.overview = overviewOf(judged.course, judged.students, *m_services.catalog, share);
    return std::make_shared<const JudgedClass>(m_nameless->isChecked() ? withoutNames(std::move(judged)) : std::move(judged));
}

void ClassDialog::present() { m_view->present(shownClass(), *m_services.catalog); }

QString ClassDialog::exportTo(const QString& path) const
{
    if (!m_judged)
        return tr("There is nothing to save yet.");
    const auto shown = shownClass();
    const JudgedClass& judged = *shown;
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return writeChecked(path, m_services.writeClassTable(judged));
    ReportOptions options;
    options.today = m_services.today;
    const auto pdf
        = renderClassReport({judged.course, judged.students, judged.overview, problemTexts(judged.problems)}, *m_services.catalog, options);
    const auto* problem = std::get_if<QString>(&pdf);
    return problem ? *problem : writeChecked(path, std::get<QByteArray>(pdf));
}

void ClassDialog::reject()
{
    cancel();
    QDialog::reject();
}

void ClassDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isReading() && !droppedPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ClassDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    addPaths(droppedPaths(*event->mimeData()));
}

void showClass(QWidget* parent, const Services& services)
{
    auto* dialog = new ClassDialog(services, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rightrig
