#include "ui/accuracy/accuracydialog.h"

#include "models/qt/accuracytext.h"
#include "models/qt/checkpointmodel.h"
#include "ui/charts/calibrationchart.h"
#include "ui/charts/plainchartview.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QScreen>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtCharts/QChart>

#include <algorithm>

namespace rightrig {
namespace {

QTableWidget* groupTable(const QString& name, const QString& first, const QList<AccuracyLine>& lines, QWidget* parent)
{
    QTableWidget* table = plainTable(name, first, accuracyHeaders(first), parent);
    QList<QStringList> rows;
    for (const AccuracyLine& line : lines)
        rows.append(accuracyCells(line));
    fillTable(*table, rows);
    table->resizeColumnsToContents(); // whole words: a narrow window scrolls
    fitHeight(*table, static_cast<int>(rows.size()));
    return table;
}

} // namespace

AccuracyDialog::AccuracyDialog(const std::shared_ptr<const Catalog>& catalog, QWidget* parent)
    : QDialog(parent), m_model(new CheckpointModel(this)), m_proxy(new CheckpointProxy(this))
{
    setObjectName(QStringLiteral("accuracyDialog"));
    setWindowTitle(tr("How accurate are these numbers?"));
    const AccuracyReport report = accuracyOf(*catalog, *resolveConstants(*catalog, Answers{}));
    m_calibration = calibrationChart(report);
    setUpBody();
    addNotes(report);
    addTables(report);
    addChart();
    addList(catalog, report);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(QStringLiteral("accuracyButtonBox"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    const QSize wanted(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 46);
    const QSize most = screen() ? screen()->availableSize() * 9 / 10 : wanted;
    resize(wanted.boundedTo(most));
}

void AccuracyDialog::setUpBody()
{
    auto* outer = new QVBoxLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("accuracyScrollArea"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("accuracyBodyWidget"));
    m_box = new QVBoxLayout(m_body);
    m_box->setSpacing(fontMetrics().height() * 2 / 3);
    scroll->setWidget(m_body);
    outer->addWidget(scroll, 1);
}

void AccuracyDialog::addNotes(const AccuracyReport& report)
{
    auto* card = new TitledCard(windowTitle(), QStringLiteral("accuracyNotesFrame"), m_body);
    auto* list = new MarkedList(QStringLiteral("accuracyNotesList"), card);
    QList<MarkedLine> lines;
    const QStringList notes = accuracyNotes(report);
    for (const QString& note : notes)
        lines.append({QStringLiteral("\u2022"), note});
    list->setLines(lines);
    card->box()->addWidget(list);
    m_box->addWidget(card);
}

void AccuracyDialog::addTables(const AccuracyReport& report)
{
    QList<AccuracyLine> jobs = accuracyByJob(report.summary);
    jobs.append({tr("Every run"), report.summary.all});
    auto* byJob = new TitledCard(tr("By kind of job"), QStringLiteral("accuracyJobsFrame"), m_body);
    byJob->box()->addWidget(groupTable(QStringLiteral("accuracyJobsTable"), tr("Kind of job"), jobs, byJob));
    m_box->addWidget(byJob);
    auto* byMachine = new TitledCard(tr("By kind of machine"), QStringLiteral("accuracyMachinesFrame"), m_body);
    byMachine->box()->addWidget(
        groupTable(QStringLiteral("accuracyMachinesTable"), tr("Kind of machine"), accuracyByMachine(report), byMachine));
    m_box->addWidget(byMachine);
}

void AccuracyDialog::addChart()
{
    auto* card = new TitledCard(tr("Estimate against measurement"), QStringLiteral("calibrationFrame"), m_body);
    m_chart = new PlainChartView(makeCalibrationChart(m_calibration, chartStyle(palette(), font())), card);
    m_chart->setObjectName(QStringLiteral("calibrationView"));
    m_chart->setAccessibleName(m_calibration.summary);
    m_chart->setAccessibleDescription(tr("The table below lists the same runs."));
    m_chart->setMinimumHeight(fontMetrics().height() * 26);
    QLabel* summary = plainLabel(QStringLiteral("calibrationLabel"), card);
    summary->setText(m_calibration.summary);
    card->box()->addWidget(m_chart, 1);
    card->box()->addWidget(summary);
    m_box->addWidget(card);
}

void AccuracyDialog::addList(const std::shared_ptr<const Catalog>& catalog, const AccuracyReport& report)
{
    auto* card = new TitledCard(tr("Every published run"), QStringLiteral("checkpointsFrame"), m_body);
    m_model->setReport(catalog, report);
    m_proxy->setSourceModel(m_model);
    m_list = new QTableView(card);
    m_list->setObjectName(QStringLiteral("checkpointsTable"));
    m_list->setAccessibleName(tr("Every published run"));
    m_list->setModel(m_proxy);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(CheckpointModel::JobColumn, Qt::AscendingOrder);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAlternatingRowColors(true);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() * 3 / 2));
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setMinimumHeight(fontMetrics().height() * 22);
    addCopyAction(*m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        markCalibrationRun(*m_chart->chart(), now.isValid() ? now.data(CheckpointModel::RunRole).toInt() : -1);
    });
    QLabel* hint = plainLabel(QStringLiteral("checkpointsLabel"), card);
    hint->setText(tr("The marked run has a ring in the chart. Ctrl+C copies the marked rows."));
    card->box()->addWidget(m_list, 1);
    card->box()->addWidget(hint);
    m_box->addWidget(card);
}

void AccuracyDialog::restyle() { updateCalibrationChart(*m_chart->chart(), m_calibration, chartStyle(palette(), font())); }

void AccuracyDialog::fitColumns()
{
    m_list->resizeColumnsToContents();
    const int most = fontMetrics().averageCharWidth() * 36;
    for (int column = 0; column < CheckpointModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column) + 12, most));
}

void AccuracyDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (m_chart != nullptr && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        restyle();
}

void AccuracyDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (!m_fitted)
        fitColumns();
    m_fitted = true;
}

void showAccuracy(QWidget* parent, const std::shared_ptr<const Catalog>& catalog)
{
    auto* dialog = new AccuracyDialog(catalog, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rightrig
