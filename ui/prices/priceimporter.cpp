#include "ui/prices/priceimporter.h"

#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "ui/askfile.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/forms/rowtable.h"
#include "ui/results/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <set>

namespace rightrig {

PriceImporter::PriceImporter(Plan plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(std::move(plan))
    , m_provider(new QComboBox(this))
    , m_regions(new QCheckBox(tr("Prices of &every region"), this))
    , m_choose(new QPushButton(tr("&Read a price file..."), this))
    , m_cancel(new QPushButton(tr("Stop &reading"), this))
    , m_take(new QPushButton(tr("&Take these prices"), this))
    , m_leave(new QPushButton(tr("&Leave them"), this))
    , m_progress(new QProgressBar(this))
    , m_summary(plainLabel(QStringLiteral("planLabel"), this))
    , m_changes(new RowTable(QStringLiteral("plan"), tr("What the file would change"), planHeaders(), false, this))
{
    setUp();
    connect(m_choose, &QPushButton::clicked, this, [this] {
        askFile(this, tr("Read a price file"), tr("Price files (*.csv);;All files (*)"), {}, [this](const QString& path) { read(path); });
    });
    connect(m_cancel, &QPushButton::clicked, this, &PriceImporter::cancel);
    connect(m_leave, &QPushButton::clicked, this, &PriceImporter::drop);
    connect(m_take, &QPushButton::clicked, this, [this] {
        const auto planned = m_planned;
        drop();
        Q_EMIT taken(planned, m_file);
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PriceImporter::finish);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_progress->setValue(m_perMille->load()); });
    showState();
}

/// The reading notices within a moment and ends by itself; it owns all it uses.
PriceImporter::~PriceImporter() { cancel(); }

void PriceImporter::setUp()
{
    setName(*this, QStringLiteral("import"));
    setName(*m_choose, QStringLiteral("readFile"));
    setName(*m_cancel, QStringLiteral("stopReading"));
    setName(*m_take, QStringLiteral("take"));
    setName(*m_leave, QStringLiteral("leave"));
    setName(*m_progress, QStringLiteral("reading"));
    m_progress->setAccessibleName(tr("Progress of reading"));
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_take->setProperty("primary", true);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    QLabel* why = plainLabel(QStringLiteral("importLabel"), this);
    why->setText(tr("Drop a price file on this page, or choose one. Nothing changes until you take the prices. "
                    "Our own table, a list of names and prices, and SkyPilot files can be read."));
    box->addWidget(why);
    box->addWidget(makeOptions());
    box->addWidget(m_progress);
    box->addWidget(m_summary);
    box->addWidget(m_changes);
    auto* decide = new FlowLayout(0, 0);
    decide->setSpacing(fontMetrics().height() / 2);
    decide->addWidget(m_take);
    decide->addWidget(m_leave);
    box->addLayout(decide);
}

QWidget* PriceImporter::makeOptions()
{
    auto* row = new QWidget(this);
    setName(*row, QStringLiteral("importOptions"));
    auto* label = new QLabel(tr("Prices &of"), row);
    setName(*label, QStringLiteral("provider"));
    label->setBuddy(m_provider);
    label->setMinimumHeight(m_provider->sizeHint().height()); // stands beside it, not above its middle
    setName(*m_provider, QStringLiteral("provider"));
    m_provider->setAccessibleName(tr("Whose prices the file lists"));
    m_provider->setToolTip(tr("A SkyPilot file does not say whose prices it lists."));
    m_provider->setEditable(true);
    m_provider->setInsertPolicy(QComboBox::NoInsert);
    m_provider->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_provider->lineEdit()->setPlaceholderText(tr("as the file says"));
    m_provider->lineEdit()->setMaxLength(120);
    setName(*m_regions, QStringLiteral("allRegions"));
    m_regions->setToolTip(tr("Otherwise a machine keeps the region it has, and a new one gets its cheapest."));
    auto* flow = new FlowLayout(0, 0, row);
    flow->setSpacing(fontMetrics().height() / 2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choose, m_cancel, label, m_provider, m_regions})
        flow->addWidget(widget);
    return row;
}

void PriceImporter::setPrices(const std::shared_ptr<const Catalog>& all)
{
    m_all = all;
    drop();
    showProviders();
}

void PriceImporter::showProviders()
{
    std::set<std::string> names;
    for (const Machine& machine : m_all->machines) {
        if (!machine.provider.empty())
            names.insert(machine.provider);
    }
    const QString typed = m_provider->currentText();
    m_provider->clear();
    for (const std::string& name : names)
        m_provider->addItem(plain(name));
    m_provider->setCurrentIndex(-1);
    m_provider->setEditText(typed);
}

void PriceImporter::read(const QString& path)
{
    if (!m_plan || !m_all || isReading())
        return;
    drop();
    m_file = QDir::toNativeSeparators(path);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_perMille = std::make_shared<std::atomic<int>>(0);
    const PriceFileRequest request{path, m_provider->currentText().trimmed(), m_regions->isChecked(), m_all, m_cancelled, m_perMille};
    m_watcher.setFuture(QtConcurrent::run([plan = m_plan, request]() -> std::shared_ptr<const Outcome<ImportPlan>> {
        try {
            return std::make_shared<const Outcome<ImportPlan>>(plan(request));
        } catch (const std::exception& problem) {
            return std::make_shared<const Outcome<ImportPlan>>(Outcome<ImportPlan>{QString::fromUtf8(problem.what())});
        }
    }));
    constexpr int liveMs = 100;
    m_timer.start(liveMs);
    showState();
    m_cancel->setFocus();
}

void PriceImporter::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void PriceImporter::finish()
{
    m_timer.stop();
    const bool hadFocus = m_cancel->hasFocus();
    const std::shared_ptr<const Outcome<ImportPlan>> read = m_watcher.result();
    const bool stopped = m_cancelled->load();
    if (read->ok() && !stopped)
        m_planned = std::shared_ptr<const ImportPlan>(read, &read->get());
    if (m_planned) {
        m_changes->setRows(planRows(m_planned));
        const bool some = !keptRows(*m_planned).empty();
        m_summary->setText(
            tr("%1: %2").arg(m_file, planSummary(*m_planned)) + (some ? QString() : QLatin1Char(' ') + tr("There is nothing to take.")));
        m_take->setEnabled(some);
    }
    showState();
    if (hadFocus)
        (m_planned && m_take->isEnabled() ? m_take : m_choose)->setFocus();
    if (stopped)
        Q_EMIT failed(tr("Reading was stopped. Nothing was changed."));
    else if (!read->ok())
        Q_EMIT failed(read->error());
}

void PriceImporter::drop()
{
    m_planned.reset();
    m_changes->setRows({});
    showState();
}

void PriceImporter::showState()
{
    const bool reading = isReading();
    m_choose->setVisible(!reading);
    m_cancel->setVisible(reading);
    m_progress->setVisible(reading);
    if (reading)
        m_progress->setValue(0);
    m_provider->setEnabled(!reading);
    m_regions->setEnabled(!reading);
    m_summary->setVisible(m_planned != nullptr);
    m_changes->setVisible(m_planned != nullptr && m_changes->rows() > 0);
    m_take->setVisible(m_planned != nullptr);
    m_leave->setVisible(m_planned != nullptr);
}

} // namespace rightrig
