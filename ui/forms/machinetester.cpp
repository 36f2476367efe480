#include "ui/forms/machinetester.h"

#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "models/qt/profiletext.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <mutex>

namespace rightrig {

struct MachineTester::Live
{
    std::mutex mutex;
    TestProgress newest;
    MachineProfile figures; ///< all that came so far
    std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);
};

MachineTester::MachineTester(MachineTesting test, QWidget* parent)
    : QWidget(parent)
    , m_test(std::move(test))
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Stop the test"), this))
    , m_copy(new QPushButton(tr("Copy my computer's facts"), this))
    , m_save(new QPushButton(tr("Save the test..."), this))
    , m_open(new QPushButton(tr("Open a saved test..."), this))
    , m_forget(new QPushButton(tr("Forget the test"), this))
    , m_progress(new QProgressBar(this))
    , m_figure(new QLabel(this))
    , m_summary(new QLabel(this))
{
    setUp();
    connect(m_start, &QPushButton::clicked, this, &MachineTester::start);
    connect(m_cancel, &QPushButton::clicked, this, &MachineTester::cancel);
    connect(m_copy, &QPushButton::clicked, this, &MachineTester::copyFacts);
    connect(m_save, &QPushButton::clicked, this, [this] { askFile(true); });
    connect(m_open, &QPushButton::clicked, this, [this] { askFile(false); });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        setProfile({});
        Q_EMIT forgotten();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MachineTester::finish);
    connect(&m_timer, &QTimer::timeout, this, &MachineTester::showLive);
    show();
}

/// The test notices within a moment and ends by itself; it owns all it uses.
MachineTester::~MachineTester()
{
    if (m_live)
        *m_live->cancelled = true;
}

void MachineTester::setUp()
{
    setName(*this, QStringLiteral("test"));
    setName(*m_start, QStringLiteral("testStart"));
    setName(*m_cancel, QStringLiteral("testCancel"));
    setName(*m_copy, QStringLiteral("testCopy"));
    setName(*m_save, QStringLiteral("testSave"));
    setName(*m_open, QStringLiteral("testOpen"));
    setName(*m_forget, QStringLiteral("testForget"));
    setName(*m_progress, QStringLiteral("test"));
    setName(*m_figure, QStringLiteral("testFigure"));
    setName(*m_summary, QStringLiteral("testSummary"));
    m_progress->setAccessibleName(tr("Progress of the test"));
    m_progress->setRange(0, 100);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new FlowLayout(60, 0);
    buttons->setSpacing(4);
    for (QPushButton* button : {m_start, m_cancel, m_copy, m_save, m_open, m_forget})
        buttons->addWidget(button);
    for (QLabel* label : {m_figure, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    box->addLayout(buttons);
    box->addWidget(m_progress);
    box->addWidget(m_figure);
    box->addWidget(m_summary);
}

void MachineTester::setProfile(const std::optional<MachineProfile>& profile)
{
    m_profile = profile;
    show();
}

void MachineTester::start()
{
    if (!m_test || isRunning())
        return;
    m_live = std::make_shared<Live>();
    TestOptions options;
    options.cancelled = m_live->cancelled;
    options.progress = [live = m_live](const TestProgress& progress) {
        const std::lock_guard<std::mutex> lock(live->mutex);
        live->newest = progress;
        if (progress.value)
            live->figures.rates[static_cast<std::size_t>(progress.rate)] = MeasuredRate{*progress.value, std::nullopt};
    };
    m_progress->setValue(0);
    m_watcher.setFuture(QtConcurrent::run([test = m_test, options]() -> std::optional<MachineProfile> {
        try {
            return test(options);
        } catch (const std::exception&) {
            return std::nullopt; // as if it was stopped: nothing changes
        }
    }));
    constexpr int liveMs = 100;
    m_timer.start(liveMs);
    m_figure->setText(tr("Looking at this computer..."));
    show();
    m_cancel->setFocus();
}

void MachineTester::cancel()
{
    if (m_live)
        *m_live->cancelled = true;
}

void MachineTester::showLive()
{
    TestProgress newest;
    MachineProfile figures;
    {
        const std::lock_guard<std::mutex> lock(m_live->mutex);
        newest = m_live->newest;
        figures = m_live->figures;
    }
    m_progress->setValue(static_cast<int>(newest.share * 100.0));
    QStringList lines;
    for (std::size_t i = 0; i < rateCount; ++i) {
        const auto rate = static_cast<Rate>(i);
        if (figures.rates[i])
            lines.append(tr("%1: %2", "what is measured, its figure").arg(rateText(rate), rateValueText(figures, rate)));
    }
    if (!lines.isEmpty())
        m_figure->setText(lines.join(QLatin1Char('\n')));
}

void MachineTester::finish()
{
    m_timer.stop();
    const bool hadFocus = m_cancel->hasFocus();
    const std::optional<MachineProfile> profile = m_watcher.result();
    if (profile)
        m_profile = profile;
    show();
    if (!profile)
        m_summary->setText(tr("The test was stopped. Nothing was changed."));
    m_summary->setVisible(!m_summary->text().isEmpty());
    if (hadFocus)
        m_start->setFocus();
    if (profile)
        Q_EMIT tested(*profile);
}

void MachineTester::show()
{
    const bool running = isRunning();
    setVisible(static_cast<bool>(m_test));
    m_start->setText(m_profile ? tr("Test it again (20 seconds)") : tr("Test it (20 seconds)"));
    m_start->setVisible(!running);
    m_copy->setVisible(!running && m_profile.has_value());
    m_save->setVisible(!running && m_profile.has_value() && m_files.write);
    m_open->setVisible(!running && m_files.read);
    m_forget->setVisible(!running && m_profile.has_value());
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
    m_figure->setVisible(running);
    m_summary->setText(
        running || !m_profile ? QString() : (QStringList{profileSummary(*m_profile)} + profileNotes(*m_profile)).join(QLatin1Char('\n')));
    m_summary->setVisible(!m_summary->text().isEmpty());
}

void MachineTester::setFiles(ProfileFiles files)
{
    m_files = std::move(files);
    show();
}

void MachineTester::saveTo(const QString& path)
{
    if (!m_profile || !m_files.write)
        return;
    const QString problem = writeChecked(path, m_files.write(*m_profile));
    m_summary->setText(problem.isEmpty() ? tr("The test is saved. It holds no names and no serial numbers.") : problem);
    m_summary->show();
}

void MachineTester::openFrom(const QString& path)
{
    if (!m_files.read)
        return;
    constexpr qint64 mostBytes = qint64{1} << 20;
    QString problem;
    const QByteArray bytes = readChecked(path, mostBytes, problem);
    if (problem.isEmpty()) {
        auto read = m_files.read(bytes);
        if (const auto* profile = std::get_if<MachineProfile>(&read)) {
            setProfile(*profile);
            Q_EMIT opened(*profile);
            return;
        }
        problem = QStringLiteral("%1: %2").arg(path, std::get<QString>(read));
    }
    m_summary->setText(plain(problem.toStdString(), 500));
    m_summary->show();
}

void MachineTester::askFile(bool save)
{
    auto* dialog = new QFileDialog(this, save ? tr("Save the test") : tr("Open a saved test"), {}, tr("Tests of a computer (*.json)"));
    dialog->setObjectName(QStringLiteral("profileQFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    if (save)
        dialog->selectFile(QStringLiteral("my-computer.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString& path) { save ? saveTo(path) : openFrom(path); });
    dialog->open();
}

void MachineTester::copyFacts()
{
    if (m_profile)
        QGuiApplication::clipboard()->setText(profileAsText(*m_profile));
}

} // namespace rightrig
