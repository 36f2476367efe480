#include "ui/prices/planpricesdialog.h"

#include "models/qt/formatter.h"
#include "models/qt/planpricetext.h"
#include "ui/forms/form.h"
#include "ui/forms/rowtable.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

PlanPricesDialog::PlanPricesDialog(const SavedPlan& plan, const Catalog& today, QDate day, bool usesPlan, QWidget* parent)
    : QDialog(parent)
    , m_summary(plainLabel(QStringLiteral("planSummaryLabel"), this))
    , m_meaning(plainLabel(QStringLiteral("planMeaningLabel"), this, 1.0, true))
    , m_table(new RowTable(QStringLiteral("planPrices"), tr("Prices of the plan and of today"), planPriceHeaders(), true, this))
    , m_today(new QRadioButton(tr("Use &today's prices"), this))
    , m_plan(new QRadioButton(this))
{
    setName(*this, QStringLiteral("planPrices"));
    setWindowTitle(tr("What changed since your plan"));
    auto* box = new QVBoxLayout(this);
    const std::vector<PlanPriceChange> changes = changedPrices(plan, today);
    m_summary->setText(changes.empty() ? tr("All its prices are still the same.") : planPriceSummary(plan, changes));
    m_meaning->setText(tr("Working out what this means for your answer."));
    m_table->setRows(planPriceRows(changes, day));
    m_table->setVisible(m_table->rows() > 0);
    for (QLabel* label : {m_summary, m_meaning})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->addWidget(m_summary);
    box->addWidget(m_meaning);
    box->addWidget(m_table, 1);
    box->addWidget(makeChoice(plan, usesPlan));
    box->addWidget(makeButtons());
    fit(fontMetrics().averageCharWidth() * 150);
}

/// As high as its text needs at that width, if the screen allows.
void PlanPricesDialog::fit(int wide)
{
    const QSize most = screen() ? screen()->availableSize() * 9 / 10 : QSize(wide, wide);
    const int width = std::min(wide, most.width());
    resize(width, std::clamp(layout()->totalHeightForWidth(width), height(), std::max(height(), most.height())));
}

QWidget* PlanPricesDialog::makeChoice(const SavedPlan& plan, bool usesPlan)
{
    auto* place = new QWidget(this);
    setName(*place, QStringLiteral("planChoice"));
    auto* box = new QVBoxLayout(place);
    box->setContentsMargins(0, 0, 0, 0);
    m_plan->setText(
        plan.date.empty() ? tr("Use the prices of the &plan") : tr("Use the prices of the &plan, of %1").arg(formatDate(plan.date)));
    setName(*m_today, QStringLiteral("todaysPrices"));
    setName(*m_plan, QStringLiteral("plansPrices"));
    m_plan->setToolTip(tr("To see the answer as it was. Offers that are gone stay gone."));
    auto* group = new QButtonGroup(this);
    for (QRadioButton* choice : {m_today, m_plan}) {
        group->addButton(choice);
        box->addWidget(choice);
    }
    (usesPlan ? m_plan : m_today)->setChecked(true);
    connect(m_plan, &QRadioButton::toggled, this, &PlanPricesDialog::chosen);
    return place;
}

QWidget* PlanPricesDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setName(*buttons, QStringLiteral("planPrices"));
    QPushButton* copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    setName(*copy, QStringLiteral("copyPlanPrices"));
    copy->setToolTip(tr("The sentences and the table, for a letter or a spreadsheet."));
    connect(copy, &QPushButton::clicked, this, &PlanPricesDialog::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void PlanPricesDialog::showMeaning(const QString& meaning)
{
    m_meaning->setText(meaning.isEmpty() ? tr("What this means for your answer cannot be worked out.") : meaning);
    fit(width());
}

void PlanPricesDialog::copyAll() const
{
    const QItemSelection before = m_table->selectionModel()->selection();
    m_table->selectAll();
    const QString rows = selectedRowsText(*m_table);
    m_table->selectionModel()->select(before, QItemSelectionModel::ClearAndSelect);
    QApplication::clipboard()->setText(QStringLiteral("%1\n%2\n\n%3").arg(m_summary->text(), m_meaning->text(), rows));
}

} // namespace rightrig
