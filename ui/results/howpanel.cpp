#include "ui/results/howpanel.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/results/assumptionspanel.h"
#include "ui/results/moneycard.h"
#include "ui/results/parts.h"
#include "ui/results/tracing.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <set>
#include <string>

namespace rightrig {
namespace {

QString resultText(const Estimate& estimate, CurrencyCode currency)
{
    if (estimate.blocked)
        return HowPanel::tr("No time: %1").arg(reasonText(Reason{*estimate.blocked, {}}, currency));
    if (!estimate.seconds)
        return HowPanel::tr("No time, because memory says: %1.").arg(fitText(estimate.fit));
    QStringList parts{HowPanel::tr("One run takes %1.").arg(formatDurationRange(*estimate.seconds)),
        HowPanel::tr("The brackets hold 8 times out of 10."), methodText(estimate.method), adjustmentText(estimate.adjustments)};
    if (estimate.energy)
        parts.append(HowPanel::tr("Energy of one run: %1.").arg(formatEnergyRange(*estimate.energy)));
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QStringList inputRow(const TraceInput& input)
{
    const QString date = input.source.asOf.empty() ? unknownText() : formatDate(input.source.asOf);
    return {plain(input.name), formatNumber(input.value, 6), plain(input.unit), date, formatSource(input.source.text)};
}

} // namespace

HowPanel::HowPanel(QWidget* parent)
    : ResultsPart(parent)
    , m_title(plainLabel(QStringLiteral("howTitleLabel"), this, 1.08, true))
    , m_job(new QComboBox(this))
    , m_money(new MoneyCard(this))
    , m_assumptions(new AssumptionsPanel(this))
{
    setObjectName(QStringLiteral("howPanel"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(fontMetrics().height() * 2 / 3);
    setUpFormula();
    setUpAccuracy();
    box->addWidget(m_money);
    auto* assumed = new TitledCard(tr("What we assumed, because you were not sure"), QStringLiteral("assumedFrame"), this);
    m_assumed = new MarkedList(QStringLiteral("assumedList"), assumed);
    assumed->box()->addWidget(m_assumed);
    box->addWidget(assumed);
    box->addWidget(m_assumptions);
    box->addStretch(1);
    connect(m_job, &QComboBox::currentIndexChanged, this, [this] { explainJob(); });
    connect(m_assumptions, &AssumptionsPanel::overridesChanged, this, &HowPanel::overridesChanged);
}

void HowPanel::setUpAccuracy()
{
    auto* button = new QPushButton(tr("How accurate are these numbers?"), this);
    button->setObjectName(QStringLiteral("accuracyButton"));
    layout()->addWidget(button);
    layout()->setAlignment(button, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, &HowPanel::accuracyRequested);
}

void HowPanel::setUpFormula()
{
    auto* card = new TitledCard(tr("The time, opened up"), QStringLiteral("formulaFrame"), this);
    m_job->setObjectName(QStringLiteral("howJobCombo"));
    m_job->setAccessibleName(tr("Formula of which job"));
    m_job->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_job->setMinimumContentsLength(28);
    m_result = plainLabel(QStringLiteral("howResultLabel"), card);
    m_formula = plainLabel(QStringLiteral("formulaLabel"), card, 1.0, true);
    m_lines = plainLabel(QStringLiteral("formulaLinesLabel"), card);
    followFont(*m_lines, [this](const QFont& font) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(font.pointSizeF());
        m_lines->setFont(fixed);
    });
    m_inputs = plainTable(QStringLiteral("inputsTable"), tr("Numbers in the formula"),
        {tr("Number"), tr("Value"), tr("Unit"), tr("As of"), tr("Source")}, card);
    layout()->addWidget(m_title);
    for (QWidget* widget : {static_cast<QWidget*>(m_job), static_cast<QWidget*>(m_result), static_cast<QWidget*>(m_formula),
             static_cast<QWidget*>(m_lines), static_cast<QWidget*>(m_inputs)})
        card->box()->addWidget(widget);
    m_source = plainLabel(QStringLiteral("inputSourceLabel"), card);
    card->box()->addWidget(m_source);
    layout()->addWidget(card);
    connect(m_inputs, &QTableWidget::itemSelectionChanged, this, &HowPanel::showSource);
}

void HowPanel::showSource()
{
    const int row = m_inputs->currentRow();
    const auto cell = [this, row](int column) { return m_inputs->item(row, column)->text(); };
    const bool marked = row >= 0 && !m_inputs->selectedItems().isEmpty();
    showText(*m_source, marked && !cell(4).isEmpty() ? tr("Source of %1: %2").arg(cell(0), cell(4)) : QString());
}

void HowPanel::present(const Shown& shown)
{
    m_shown = shown;
    {
        const QSignalBlocker blocker(m_job);
        const int before = std::max(0, m_job->currentIndex());
        m_job->clear();
        for (const Job& job : shown.results->jobs)
            m_job->addItem(plain(job.title));
        m_job->setCurrentIndex(before < m_job->count() ? before : 0);
    }
    QList<MarkedLine> lines;
    for (const Assumed& assumed : shown.results->settled.assumed)
        lines.append({QStringLiteral("\u2022"), assumedText(assumed)});
    m_assumed->setLines(lines);
    m_assumed->parentWidget()->setVisible(!lines.isEmpty());
    m_assumptions->present(shown);
    select(shown);
}

void HowPanel::select(const Shown& shown)
{
    m_shown = shown;
    const Option* option = shown.selected();
    m_title->setText(option ? optionTitle(*option) : tr("Choose an option in the table or the chart."));
    m_money->present(shown);
    explainJob();
}

void HowPanel::explainJob()
{
    const Option* option = m_shown.results ? m_shown.selected() : nullptr;
    const int job = m_job->currentIndex();
    const auto open = option && job >= 0 ? openEstimate(m_shown, *option, static_cast<std::size_t>(job)) : std::nullopt;
    QStringList lines;
    QList<QStringList> rows;
    std::set<std::string> names;
    if (open) {
        for (const std::string& line : open->trace.lines)
            lines.append(plain(line, 500));
        for (const TraceInput& input : open->trace.inputs) {
            rows.append(inputRow(input));
            names.insert(input.name);
        }
    }
    showText(*m_result, open ? resultText(open->estimate, m_shown.currency()) : tr("There is no machine to open up here."));
    showText(*m_formula, open ? plain(open->trace.formula, 500) : QString());
    showText(*m_lines, lines.join(QLatin1Char('\n')));
    fillTable(*m_inputs, rows);
    m_inputs->clearSelection();
    showSource();
    m_inputs->setVisible(!rows.isEmpty());
    m_assumptions->setUsed(names);
}

QString HowPanel::shownText() const { return QStringList{m_result->text(), m_formula->text(), m_lines->text()}.join(QLatin1Char('\n')); }

} // namespace rightrig
