#include "ui/classroom/reportsdialog.h"

#include "ui/askfile.h"
#include "ui/classroom/columnsdialog.h"
#include "ui/messagebar.h"
#include "ui/results/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {
namespace {

constexpr int mostLines = 2000; // lines kept on the screen

int target(const QWidget& widget) { return std::max(26, widget.fontMetrics().height() * 3 / 2); }

bool isTable(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("csv") || ending == QLatin1String("tsv") || ending == QLatin1String("txt");
}

} // namespace

ReportsDialog::ReportsDialog(const Services& services, QWidget* parent) : QDialog(parent), m_services(services)
{
    setObjectName(QStringLiteral("reportsDialog"));
    setWindowTitle(tr("Make reports for a roster"));
    setAcceptDrops(true);
    auto* box = new QVBoxLayout(this);
    m_messages = new MessageBar(this);
    box->addWidget(m_messages);
    QLabel* hint = plainLabel(QStringLiteral("reportsHintLabel"), this);
    hint->setText(tr("Makes a PDF for every student, one about the class, and a table for your learning system. "
                     "Names and IDs stay on this computer."));
    box->addWidget(hint);
    setUpForm(*box);
    setUpProgress(*box);
    setUpButtons(*box);
    showState();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30);
}

ReportsDialog::~ReportsDialog() = default;

QPushButton* ReportsDialog::addButton(const QString& name, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setMinimumHeight(target(*this));
    return button;
}

QLineEdit* ReportsDialog::addPath(QFormLayout& form, const QString& name, const QString& text, void (ReportsDialog::*ask)())
{
    auto* row = new QHBoxLayout;
    auto* edit = new QLineEdit(m_form);
    edit->setObjectName(name + QStringLiteral("QLineEdit"));
    edit->setMinimumHeight(target(*this));
    connect(edit, &QLineEdit::textChanged, this, [this] { showState(); });
    QPushButton* choose = addButton(name + QStringLiteral("QPushButton"), tr("Choose..."));
    choose->setAccessibleName(tr("Choose: %1").arg(QString(text).remove(QLatin1Char('&'))));
    connect(choose, &QPushButton::clicked, this, ask);
    row->addWidget(edit, 1);
    row->addWidget(choose);
    QLabel* label = plainLabel(name + QStringLiteral("Label"), m_form);
    label->setText(text);
    label->setWordWrap(false);
    label->setBuddy(edit);
    edit->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    form.addRow(label, row);
    return edit;
}

void ReportsDialog::setUpForm(QVBoxLayout& box)
{
    m_form = new QWidget(this);
    auto* form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_course = addPath(*form, QStringLiteral("reportsCourse"), tr("&Course profile:"), &ReportsDialog::askCourse);
    m_roster = addPath(*form, QStringLiteral("reportsRoster"), tr("&Roster (CSV):"), &ReportsDialog::askRoster);
    connect(m_roster, &QLineEdit::editingFinished, this, &ReportsDialog::lookAtRoster);
    auto* columns = new QHBoxLayout;
    m_columnsLabel = plainLabel(QStringLiteral("reportsColumnsLabel"), m_form);
    m_columnsButton = addButton(QStringLiteral("reportsColumnsQPushButton"), tr("C&olumns..."));
    connect(m_columnsButton, &QPushButton::clicked, this, &ReportsDialog::askColumns);
    columns->addWidget(m_columnsLabel, 1);
    columns->addWidget(m_columnsButton);
    form->addRow(QString(), columns);
    m_folder = addPath(*form, QStringLiteral("reportsFolder"), tr("&Folder for the reports:"), &ReportsDialog::askFolder);
    m_paper = new QComboBox(m_form);
    m_paper->setObjectName(QStringLiteral("reportsPaperQComboBox"));
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->setMinimumHeight(target(*this));
    m_paper->addItem(QStringLiteral("A4"), QPageSize::A4);
    m_paper->addItem(QStringLiteral("Letter"), QPageSize::Letter);
    m_paper->setCurrentIndex(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? 1 : 0);
    form->addRow(tr("&Paper:"), m_paper);
    m_force = new QCheckBox(tr("&Write reports again that are there already"), m_form);
    m_force->setObjectName(QStringLiteral("reportsForceQCheckBox"));
    m_force->setMinimumHeight(target(*this));
    form->addRow(QString(), m_force);
    box.addWidget(m_form);
}

void ReportsDialog::setUpProgress(QVBoxLayout& box)
{
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("reportsQProgressBar"));
    m_progress->setAccessibleName(tr("Reports made"));
    m_progress->setFormat(tr("%v of %m reports"));
    box.addWidget(m_progress);
    m_problems = new QPlainTextEdit(this);
    m_problems->setObjectName(QStringLiteral("reportsProblemsQPlainTextEdit"));
    m_problems->setAccessibleName(tr("What could not be read or made"));
    m_problems->setReadOnly(true);
    m_problems->setTabChangesFocus(true);
    m_problems->setMaximumBlockCount(mostLines);
    m_problems->hide();
    box.addWidget(m_problems, 1);
    box.addStretch();
}

void ReportsDialog::setUpButtons(QVBoxLayout& box)
{
    auto* row = new QHBoxLayout;
    m_make = addButton(QStringLiteral("reportsMakeQPushButton"), tr("&Make reports"));
    m_make->setDefault(true);
    connect(m_make, &QPushButton::clicked, this, &ReportsDialog::start);
    m_cancel = addButton(QStringLiteral("reportsCancelQPushButton"), tr("&Stop"));
    connect(m_cancel, &QPushButton::clicked, this, &ReportsDialog::stop);
    QPushButton* close = addButton(QStringLiteral("reportsCloseQPushButton"), tr("C&lose"));
    connect(close, &QPushButton::clicked, this, &ReportsDialog::reject);
    row->addWidget(m_make);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(close);
    box.addLayout(row);
}

void ReportsDialog::setCourse(const QString& path) { m_course->setText(path); }

void ReportsDialog::setFolder(const QString& path) { m_folder->setText(path); }

void ReportsDialog::setRoster(const QString& path)
{
    m_roster->setText(path);
    lookAtRoster();
}

void ReportsDialog::askCourse()
{
    askFile(
        this, tr("Course profile"), tr("Courses (*.rightrig-course.json *.json)"), {}, [this](const QString& path) { setCourse(path); });
}

void ReportsDialog::askRoster()
{
    askFile(this, tr("Roster"), tr("Tables (*.csv *.tsv *.txt)"), {}, [this](const QString& path) { setRoster(path); });
}

void ReportsDialog::askFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the reports"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsDialog::setFolder);
    dialog->open();
}

void ReportsDialog::askColumns()
{
    auto* dialog = new ColumnsDialog(m_look, m_columns, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_columns = dialog->columns();
        m_messages->dismiss();
        showState();
    });
    dialog->open();
}

void ReportsDialog::lookAtRoster()
{
    const QString path = m_roster->text();
    if (path.isEmpty() || path == m_looked)
        return;
    m_looked = path;
    m_look = {};
    m_columns.clear();
    const Outcome<RosterLook> look = m_services.batch.look(path);
    if (look.ok())
        m_look = look.get();
    const bool known = m_look.columns.contains(QStringLiteral("id"));
    if (!look.ok())
        m_messages->showMessage(MessageBar::Problem, look.error());
    else if (!known)
        m_messages->showMessage(MessageBar::Problem, tr("No column of this roster is known as the students' IDs. Say which one it is."),
            {{tr("Columns..."), [this] { askColumns(); }}});
    else
        m_messages->dismiss();
    showState();
}

void ReportsDialog::start()
{
    lookAtRoster();
    m_problems->clear();
    m_problems->hide();
    m_messages->dismiss();
    m_progress->setRange(0, 0);
    m_run = m_services.batch.start({m_course->text(), m_roster->text(), m_folder->text(), m_columns,
        static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt()), m_force->isChecked()});
    connect(m_run.get(), &BatchRun::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, std::max(1, all));
        m_progress->setValue(done);
    });
    connect(m_run.get(), &BatchRun::problemFound, this, [this](const QString& text) {
        m_problems->show();
        m_problems->appendPlainText(text);
    });
    connect(m_run.get(), &BatchRun::finished, this, &ReportsDialog::finish);
    showState();
}

void ReportsDialog::stop()
{
    if (!m_run)
        return;
    const int done = m_progress->value();
    m_run.reset();
    m_messages->showMessage(MessageBar::News, tr("Stopped after %1 reports. Make reports goes on from here.").arg(std::max(0, done)));
    showState();
}

void ReportsDialog::finish(bool good, const QString& summary)
{
    m_run.release()->deleteLater(); // it is the one that calls
    const QString text = summary.isEmpty() ? tr("The reports were not made. What went wrong stands below.") : summary;
    const QString folder = m_folder->text();
    QList<MessageAction> actions;
    if (!summary.isEmpty())
        actions.append({tr("Open folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    m_messages->showMessage(good ? MessageBar::News : MessageBar::Problem, text, actions);
    showState();
}

void ReportsDialog::showState()
{
    if (m_cancel == nullptr) // still being set up
        return;
    const bool ready = !m_course->text().isEmpty() && !m_roster->text().isEmpty() && !m_folder->text().isEmpty();
    const auto& columns = m_columns.isEmpty() ? m_look.columns : m_columns;
    m_columnsLabel->setText(m_roster->text() == m_looked ? columnsText(columns) : QString());
    m_columnsButton->setEnabled(m_roster->text() == m_looked && !m_look.headings.isEmpty());
    m_form->setEnabled(!isRunning());
    m_make->setEnabled(ready && !isRunning());
    m_cancel->setVisible(isRunning());
    m_progress->setVisible(isRunning());
}

void ReportsDialog::reject()
{
    if (isRunning()) { // a second press closes
        stop();
        return;
    }
    QDialog::reject();
}

void ReportsDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isRunning() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ReportsDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls) {
        const QString path = url.toLocalFile();
        if (path.isEmpty())
            continue;
        if (QFileInfo(path).isDir())
            setFolder(path);
        else if (isTable(path))
            setRoster(path);
        else
            setCourse(path);
    }
}

void showReports(QWidget* parent, const Services& services)
{
    auto* dialog = new ReportsDialog(services, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rightrig
