#include "ui/classroom/classdialog.h"

#include "models/qt/checkedfile.h"
#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/messagebar.h"
#include "ui/report/classreport.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace rightrig {
namespace {

constexpr qsizetype mostNotes = 200; // the exports have all

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

QStringList matrixHeaders(const Course& course)
{
    QStringList headers{ClassDialog::tr("Student"), ClassDialog::tr("Needs")};
    for (const Assignment& assignment : course.assignments)
        headers.append(plain(assignment.title, 40));
    return headers;
}

QList<QStringList> matrixRows(const JudgedClass& judged)
{
    QList<QStringList> rows;
    for (const ClassStudent& student : judged.students) {
        QStringList row{plain(student.name.empty() ? student.id : student.name, 60), needWord(student.readiness.need)};
        for (const AssignmentReadiness& one : student.readiness.assignments)
            row.append(ClassDialog::tr("%1, %2").arg(standText(one), standNote(one)));
        rows.append(row);
    }
    return rows;
}

QList<QStringList> tallyRows(const ClassOverview& overview)
{
    QList<QStringList> rows;
    for (const AssignmentTally& tally : overview.assignments) {
        QStringList row{plain(tally.title, 80), tally.dueWeek ? weekText(tally.dueWeek) : QString()};
        for (const int count : {tally.yes, tally.tight, tally.slow, tally.no, tally.unknown, tally.unsolved})
            row.append(QString::number(count));
        rows.append(row);
    }
    return rows;
}

QTableWidget* classTable(const QString& name, const QString& spoken, const QStringList& headers, QWidget* parent)
{
    QTableWidget* table = plainTable(name, spoken, headers, parent);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    addCopyAction(*table);
    return table;
}

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
            present(shownClass());
    });
    row->addWidget(m_nameless);
    box.addLayout(row);
    auto* progress = new QHBoxLayout;
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("classQProgressBar"));
    m_progress->setAccessibleName(tr("Reading files"));
    m_progress->setRange(0, 0);
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
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    m_summary = plainLabel(QStringLiteral("classSummaryLabel"), body, 1.2, true);
    column->addWidget(m_summary);
    m_tally = classTable(QStringLiteral("classTallyQTableWidget"), tr("Assignments"),
        {tr("Assignment"), tr("Due"), tr("Runs"), tr("Tight"), tr("Too slow"), tr("No"), tr("Not known"), tr("No way")}, body);
    column->addWidget(m_tally);
    m_matrix = classTable(QStringLiteral("classMatrixQTableWidget"), tr("Every student, every assignment"), {}, body);
    column->addWidget(m_matrix);
    m_notes = new MarkedList(QStringLiteral("classNotesList"), body);
    column->addWidget(m_notes);
    column->addStretch();
    scroll->setWidget(body);
    box.addWidget(scroll, 1);
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
    m_watcher.setFuture(QtConcurrent::run([read = m_services.readClass, all = m_paths, cancelled = m_cancelled] {
        return read(all, [cancelled] { return cancelled->load(); });
    }));
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
    m_progress->setVisible(reading);
    m_cancel->setVisible(reading);
    m_export->setEnabled(!reading && m_judged);
    m_again->setEnabled(!reading);
    for (QWidget* widget :
        {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_tally), static_cast<QWidget*>(m_matrix), static_cast<QWidget*>(m_notes)})
        widget->setVisible(m_judged != nullptr);
}

void ClassDialog::take()
{
    const auto read = m_watcher.result();
    if (read.ok()) {
        m_judged = read.get();
        present(shownClass());
    } else {
        m_paths.clear(); // what cannot be read is not tried again with the next files
        m_messages->showMessage(MessageBar::Problem, read.error());
    }
    setReading(false);
}

JudgedClass ClassDialog::shownClass() const { return m_nameless->isChecked() ? withoutNames(*m_judged) : *m_judged; }

void ClassDialog::present(const JudgedClass& judged)
{
    m_summary->setText(classHeadline(judged.overview) + QLatin1Char(' ') + cloudSummary(judged.overview));
    fillTable(*m_tally, tallyRows(judged.overview));
    const QStringList headers = matrixHeaders(judged.course);
    m_matrix->setColumnCount(static_cast<int>(headers.size()));
    m_matrix->setHorizontalHeaderLabels(headers);
    fillTable(*m_matrix, matrixRows(judged));
    QList<MarkedLine> lines;
    const QStringList measures = measureTexts(judged.overview);
    for (const QString& text : measures)
        lines.append({QStringLiteral("+"), text});
    const QStringList notes = classNotes(judged.course, judged.overview, *m_services.catalog);
    for (const QString& text : notes)
        lines.append({QStringLiteral("\u2022"), text});
    const QStringList problems = problemTexts(judged.problems).mid(0, mostNotes);
    for (const QString& text : problems)
        lines.append({QStringLiteral("!"), text});
    m_notes->setLines(lines);
}

QString ClassDialog::exportTo(const QString& path) const
{
    if (!m_judged)
        return tr("There is nothing to save yet.");
    const JudgedClass judged = shownClass();
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
