#include "ui/results/comparepanel.h"

#include "models/qt/reasontext.h"
#include "ui/forms/flowlayout.h"
#include "ui/results/doubtdelegate.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rightrig {
namespace {

/// Widths belong to a text size.
// a state kept for another number of columns would hide the new ones
QString headerKey(const QWidget& widget)
{
    return QStringLiteral("results/optionTableHeader%1-%2").arg(OptionTableModel::ColumnCount).arg(widget.fontMetrics().height());
}

constexpr std::array kinds{
    OptionKind::Keep, OptionKind::Lab, OptionKind::Free, OptionKind::Rent, OptionKind::Mixed, OptionKind::Laptop, OptionKind::Desktop};

} // namespace

ComparePanel::ComparePanel(QWidget* parent)
    : ResultsPart(parent)
    , m_model(new OptionTableModel(this))
    , m_proxy(new OptionFilterProxy(this))
    , m_filter(new QLineEdit(this))
    , m_usable(new QCheckBox(tr("&Only what I can use"), this))
    , m_count(plainLabel(QStringLiteral("countLabel"), this))
    , m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("comparePanel"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_proxy->setSourceModel(m_model);
    setUpFilters();
    setUpTable();
    addCopyAction(*m_table);
    addPriceAction();
    box->addWidget(m_table, 1);
    box->addWidget(m_count);
}

ComparePanel::~ComparePanel()
{
    if (m_sized)
        QSettings().setValue(headerKey(*this), m_table->horizontalHeader()->saveState());
}

void ComparePanel::setUpFilters()
{
    m_filter->setObjectName(QStringLiteral("filterLineEdit"));
    m_filter->setAccessibleName(tr("Filter options"));
    m_filter->setPlaceholderText(tr("Filter: name, provider, reason"));
    m_filter->setClearButtonEnabled(true);
    m_usable->setObjectName(QStringLiteral("usableCheckBox"));
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("filterWidget"));
    auto* flow = new FlowLayout(0, 0, row);
    flow->setSpacing(fontMetrics().height() / 2);
    followFont(*m_filter, [this](const QFont& font) { m_filter->setMinimumWidth(QFontMetrics(font).averageCharWidth() * 34); });
    flow->addWidget(m_filter);
    flow->addWidget(m_usable);
    for (const OptionKind kind : kinds) {
        auto* check = new QCheckBox(kindText(kind), this);
        check->setObjectName(QStringLiteral("kind%1CheckBox").arg(static_cast<int>(kind)));
        check->setChecked(true);
        connect(check, &QCheckBox::toggled, this, &ComparePanel::applyKinds);
        flow->addWidget(check);
        m_kinds.append(check);
    }
    layout()->addWidget(row);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setText(text);
        showCount();
    });
    connect(m_usable, &QCheckBox::toggled, this, [this](bool on) {
        m_proxy->setEligibleOnly(on);
        showCount();
    });
}

void ComparePanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("optionTable"));
    m_table->setAccessibleName(tr("All options"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new DoubtDelegate(OptionTableModel::DoubtRole, m_table));
    m_table->setSortingEnabled(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    followFont(*m_table, [this](const QFont& font) { m_table->setMinimumHeight(QFontMetrics(font).height() * 26); });
    m_table->verticalHeader()->hide();
    fitRows(*m_table);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setResizeContentsPrecision(40);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->sortByColumn(OptionTableModel::TotalCostColumn, Qt::AscendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_following && now.isValid())
            Q_EMIT optionChosen(now.data(OptionTableModel::OptionRole).toInt());
    });
}

void ComparePanel::addPriceAction()
{
    auto* change = new QAction(tr("Change this &price..."), m_table);
    change->setObjectName(QStringLiteral("changePriceAction"));
    m_table->addAction(change);
    connect(change, &QAction::triggered, this, [this] {
        if (m_table->currentIndex().isValid())
            Q_EMIT priceWanted(m_table->currentIndex().data(OptionTableModel::OptionRole).toInt());
    });
}

void ComparePanel::applyKinds()
{
    std::set<OptionKind> wanted;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (m_kinds[static_cast<qsizetype>(i)]->isChecked())
            wanted.insert(kinds[i]);
    }
    if (wanted.size() == kinds.size())
        wanted.clear(); // the proxy's word for "all"
    else if (wanted.empty())
        wanted.insert(OptionKind::None); // nothing ticked shows nothing
    m_proxy->setKinds(wanted);
    showCount();
}

void ComparePanel::showCount()
{
    m_count->setText(tr("%1 of %2 options shown. Ctrl+C copies the marked rows.").arg(m_proxy->rowCount()).arg(m_model->rowCount()));
}

void ComparePanel::restoreHeader()
{
    m_sized = true;
    QHeaderView* header = m_table->horizontalHeader();
    if (header->restoreState(QSettings().value(headerKey(*this)).toByteArray()))
        return;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < OptionTableModel::ColumnCount; ++column) {
        const int most = fontMetrics().averageCharWidth() * (column == OptionTableModel::WhyNotColumn ? 48 : 38);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 12, most));
    }
    header->moveSection(header->visualIndex(OptionTableModel::WhyNotColumn), 3);
}

void ComparePanel::present(const Shown& shown)
{
    m_following = true; // a reset drops the current row
    m_model->setResults(shown.results, shown.catalog, shown.today);
    m_following = false;
    if (!m_sized && m_model->rowCount() > 0)
        restoreHeader();
    showCount();
    select(shown);
}

void ComparePanel::select(const Shown& shown)
{
    const int row = shown.option >= 0 ? m_model->rowOfOption(shown.option) : -1;
    const QModelIndex index = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : QModelIndex();
    if (!index.isValid() || m_table->currentIndex().row() == index.row())
        return;
    m_following = true;
    m_table->setCurrentIndex(index);
    m_following = false;
}

QString ComparePanel::selectedText() const { return selectedRowsText(*m_table); }

} // namespace rightrig
