#include "ui/forms/rowtable.h"

#include "ui/forms/form.h"
#include "ui/results/doubtdelegate.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace rightrig {

namespace {

constexpr int mostRowsSeen = 10;
constexpr int widestColumn = 44; ///< average letters
constexpr int measuredRows = 60; ///< whose width is looked at

} // namespace

RowTable::RowTable(const QString& stem, const QString& spoken, const QStringList& headers, bool sorts, QWidget* parent)
    : QTableView(parent), m_model(new RowModel(headers, this))
{
    setName(*this, stem);
    setAccessibleName(spoken);
    if (sorts) {
        m_proxy = new RowProxy(this);
        m_proxy->setSourceModel(m_model);
        setModel(m_proxy);
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    } else {
        setModel(m_model);
    }
    setItemDelegate(new DoubtDelegate(RowModel::DoubtRole, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setResizeContentsPrecision(measuredRows);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    addCopyAction(*this);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowTable::rowSelected);
}

void RowTable::setRows(Rows rows)
{
    m_model->setRows(std::move(rows));
    fit();
    Q_EMIT rowSelected(); // a reset selects nothing
}

void RowTable::setHeaders(const QStringList& headers)
{
    m_model->setHeaders(headers);
    if (m_proxy != nullptr)
        sortByColumn(-1, Qt::AscendingOrder);
}

int RowTable::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().data(RowModel::RowRole).toInt();
}

int RowTable::rows() const { return m_model->rowCount(); }

void RowTable::fit()
{
    constexpr int leastTarget = 26;
    verticalHeader()->setDefaultSectionSize(std::max(leastTarget, fontMetrics().height() * 3 / 2));
    resizeColumnsToContents();
    const int most = fontMetrics().averageCharWidth() * widestColumn;
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::min(columnWidth(column) + fontMetrics().averageCharWidth(), most));
    fitHeight(*this, mostRowsSeen);
}

void RowTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model != nullptr)
        fit();
}

} // namespace rightrig
