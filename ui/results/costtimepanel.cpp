#include "ui/results/costtimepanel.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/charts/costtimeview.h"
#include "ui/results/parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

namespace rightrig {
namespace {

QString orUnknown(const std::optional<Range<Seconds>>& time) { return time ? formatDurationRange(*time) : unknownText(); }

QStringList comparedRow(const Option& option, CurrencyCode currency)
{
    return {optionTitle(option), kindText(option.kind), fitText(option.fit), priceText(option),
        option.total ? formatMoneyRange(*option.total, currency) : unknownText(), orUnknown(option.runTime), orUnknown(option.weeklyTime)};
}

} // namespace

CostTimePanel::CostTimePanel(QWidget* parent)
    : ResultsPart(parent)
    , m_job(new QComboBox(this))
    , m_view(new CostTimeView(this))
    , m_hint(plainLabel(QStringLiteral("chartHintLabel"), this, 0.92))
    , m_compared(plainTable(QStringLiteral("comparedTable"), tr("Options side by side"),
          {tr("Option"), tr("Kind"), tr("Memory"), tr("Price"), tr("Cost in all"), tr("Slowest job"), tr("All runs of a week")}, this))
{
    setObjectName(QStringLiteral("costTimePanel"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    setUpTop();
    followFont(*m_view, [this](const QFont& font) {
        const int line = QFontMetrics(font).height();
        m_view->setMinimumHeight(line * 27);
        m_view->setMaximumHeight(line * 60);
    });
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    box->addWidget(m_view, 1);
    box->addWidget(m_hint);
    box->addWidget(m_compared);
    m_compared->hide();
    connect(m_view, &CostTimeView::currentChanged, this, &CostTimePanel::optionChosen);
    connect(m_view, &CostTimeView::compareChanged, this, [this] { showCompared(); });
    connect(m_job, &QComboBox::currentIndexChanged, this, [this] { draw(); });
}

void CostTimePanel::setUpTop()
{
    auto* row = new QHBoxLayout;
    auto* label = plainLabel(QStringLiteral("jobLabel"), this);
    label->setText(tr("&Time of:"));
    label->setBuddy(m_job);
    label->setWordWrap(false);
    m_job->setObjectName(QStringLiteral("jobCombo"));
    m_job->setAccessibleName(tr("Time of which job"));
    m_job->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_job->setMinimumContentsLength(28);
    row->addWidget(label);
    row->addWidget(m_job, 1);
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_hint->setText(tr("Lower left is better. Click a point to compare it, up to four. Arrow keys go from point to point."));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
}

int CostTimePanel::job() const { return m_job->currentIndex() - 1; }

void CostTimePanel::refill()
{
    const QSignalBlocker blocker(m_job);
    const QString before = m_job->currentText();
    m_job->clear();
    m_job->addItem(tr("all jobs of one week"));
    for (const Job& each : m_shown.results->jobs)
        m_job->addItem(tr("one run: %1").arg(plain(each.title)));
    m_job->setCurrentIndex(std::max(0, m_job->findText(before)));
}

void CostTimePanel::present(const Shown& shown)
{
    m_shown = shown;
    refill();
    m_view->setCompared({});
    draw();
}

void CostTimePanel::draw()
{
    if (!m_shown.results)
        return;
    m_view->setData(costTimeChart(*m_shown.results, job()));
    select(m_shown);
    showCompared();
}

void CostTimePanel::select(const Shown& shown)
{
    m_shown = shown;
    m_view->setCurrentOption(shown.option);
}

void CostTimePanel::showCompared()
{
    QList<QStringList> rows;
    const QList<int> options = m_view->compared();
    for (const int index : options) {
        if (const Option* option = m_shown.at(index))
            rows.append(comparedRow(*option, m_shown.currency()));
    }
    m_compared->setVisible(!rows.isEmpty());
    if (!rows.isEmpty())
        fillTable(*m_compared, rows);
}

} // namespace rightrig
