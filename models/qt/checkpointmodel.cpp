#include "models/qt/checkpointmodel.h"

#include "models/qt/accuracytext.h"
#include "models/qt/formatter.h"
#include "models/qt/sorting.h"

#include <cmath>

namespace rightrig {

CheckpointModel::CheckpointModel(QObject* parent) : QAbstractTableModel(parent) { }

void CheckpointModel::setReport(std::shared_ptr<const Catalog> catalog, AccuracyReport report)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_report = std::move(report);
    endResetModel();
}

int CheckpointModel::rowOfRun(int run) const { return run >= 0 && run < rowCount() ? run : -1; }

int CheckpointModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_catalog ? 0 : static_cast<int>(m_report.predictions.size());
}

int CheckpointModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CheckpointModel::text(std::size_t row, int column) const
{
    const Measurement& run = m_catalog->checkpoints[row];
    const Prediction& prediction = m_report.predictions[row];
    switch (column) {
    case JobColumn:
        return jobKindText(prediction.family);
    case ModelColumn:
        return plain(run.model);
    case HardwareColumn:
        return hardwareText(run, prediction);
    case MeasuredColumn:
        return measuredText(run);
    case EstimateColumn:
        return prediction.matched() ? estimatedText(run, prediction) : plain(prediction.why);
    case FactorColumn:
        return prediction.matched() ? formatNumber(std::exp(prediction.logError())) : unknownText();
    case InsideColumn:
        return !prediction.matched() ? unknownText() : prediction.inside() ? tr("yes") : tr("no");
    case YearColumn:
        return formatDate(run.citation.asOf);
    case SourceColumn:
        return formatSource(run.source);
    default:
        return {};
    }
}

QVariant CheckpointModel::sortValue(std::size_t row, int column) const
{
    const Measurement& run = m_catalog->checkpoints[row];
    const Prediction& prediction = m_report.predictions[row];
    switch (column) {
    case MeasuredColumn:
        return prediction.measured;
    case EstimateColumn:
        return prediction.matched() ? QVariant(prediction.predicted->likely.value) : QVariant();
    case FactorColumn:
        return prediction.matched() ? QVariant(prediction.logError()) : QVariant();
    case InsideColumn:
        return prediction.matched() ? QVariant(prediction.inside() ? 1 : 0) : QVariant();
    case YearColumn:
        return run.year ? QVariant(*run.year) : QVariant();
    default:
        return text(row, column);
    }
}

QVariant CheckpointModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: { // a tool tip reads HTML
        const Measurement& run = m_catalog->checkpoints[row];
        const QString notes = run.notes.empty() ? QString() : QLatin1Char('\n') + plain(run.notes, 300);
        return (plain(run.source) + notes).toHtmlEscaped();
    }
    case SortRole:
        return sortValue(row, index.column());
    case RunRole:
        return index.row();
    default:
        return {};
    }
}

QVariant CheckpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::ToolTipRole && section == FactorColumn)
        return tr("Estimated time over measured time: above 1 we say it takes longer than it did.");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Kind of job"), tr("Model"), tr("Hardware"), tr("Measured"), tr("Our estimate (range)"), tr("Time ratio"),
        tr("In range"), tr("Published"), tr("Source")};
    return names.at(section);
}

CheckpointProxy::CheckpointProxy(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(CheckpointModel::SortRole); }

bool CheckpointProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return sortsBefore(left.data(sortRole()), right.data(sortRole()), sortOrder());
}

} // namespace rightrig
