#include "ui/results/assumptionspanel.h"

#include "ui/forms/flowlayout.h"
#include "ui/results/assumptionsmodel.h"
#include "ui/results/parts.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

constexpr int mostRowsSeen = 10;

} // namespace

AssumptionsPanel::AssumptionsPanel(QWidget* parent)
    : ResultsPart(parent), m_model(new AssumptionsModel(this)), m_proxy(new AssumptionsProxy(this))
{
    setObjectName(QStringLiteral("assumptionsPanel"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new TitledCard(tr("Assumptions you can change"), QStringLiteral("assumptionsFrame"), this);
    m_proxy->setSourceModel(m_model);
    m_problem = plainLabel(QStringLiteral("assumptionProblemLabel"), card, 1.0, true);
    setUpTop(*card);
    card->box()->addWidget(m_problem);
    setUpTable(*card);
    m_problem->hide();
    outer->addWidget(card);
    connect(m_model, &AssumptionsModel::overridesChanged, this, [this](const Overrides& overrides) {
        showText(*m_problem, {});
        Q_EMIT overridesChanged(overrides);
    });
    connect(m_model, &AssumptionsModel::refused, this, [this](const QString& why) { showText(*m_problem, why); });
}

void AssumptionsPanel::setUpTop(TitledCard& card)
{
    auto* why = plainLabel(QStringLiteral("assumptionsWhyLabel"), &card);
    why->setText(tr("Change a value and the whole answer is worked out again."));
    card.box()->addWidget(why);
    auto* row = new QWidget(&card);
    row->setObjectName(QStringLiteral("assumptionsTopWidget"));
    auto* flow = new FlowLayout(0, 0, row);
    auto* filter = new QLineEdit(row);
    filter->setObjectName(QStringLiteral("assumptionFilterLineEdit"));
    filter->setAccessibleName(tr("Filter assumptions"));
    filter->setPlaceholderText(tr("Filter assumptions"));
    filter->setClearButtonEnabled(true);
    filter->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    auto* all = new QCheckBox(tr("Show all, not only those used here"), row);
    all->setObjectName(QStringLiteral("allAssumptionsCheckBox"));
    auto* reset = new QPushButton(tr("Reset marked"), row);
    reset->setObjectName(QStringLiteral("resetAssumptionButton"));
    auto* resetAll = new QPushButton(tr("Reset all"), row);
    resetAll->setObjectName(QStringLiteral("resetAllAssumptionsButton"));
    for (QWidget* widget :
        {static_cast<QWidget*>(filter), static_cast<QWidget*>(all), static_cast<QWidget*>(reset), static_cast<QWidget*>(resetAll)})
        flow->addWidget(widget);
    card.box()->addWidget(row);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setText(text);
        size();
    });
    connect(all, &QCheckBox::toggled, this, [this](bool on) {
        m_proxy->setAll(on);
        size();
    });
    connect(reset, &QPushButton::clicked, this, &AssumptionsPanel::resetMarked);
    connect(resetAll, &QPushButton::clicked, m_model, &AssumptionsModel::resetAll);
}

void AssumptionsPanel::setUpTable(TitledCard& card)
{
    m_table = new QTableView(&card);
    m_table->setObjectName(QStringLiteral("assumptionsTable"));
    m_table->setAccessibleName(tr("Assumptions"));
    m_table->setModel(m_proxy);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    fitRows(*m_table, mostRowsSeen);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int em = fontMetrics().averageCharWidth();
    const QList<int> widths{em * 46, em * 14, em * 14, em * 18, em * 30};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
    card.box()->addWidget(m_table);
}

void AssumptionsPanel::present(const Shown& shown)
{
    m_model->present(shown);
    size();
}

void AssumptionsPanel::setUsed(const std::set<std::string>& names)
{
    m_proxy->setUsed(names);
    size();
}

void AssumptionsPanel::size() { fitHeight(*m_table, mostRowsSeen); }

void AssumptionsPanel::resetMarked()
{
    std::vector<int> rows;
    const QModelIndexList marked = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : marked)
        rows.push_back(m_proxy->mapToSource(index).row());
    m_model->reset(rows);
}

} // namespace rightrig
