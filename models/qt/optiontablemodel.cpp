#include "models/qt/optiontablemodel.h"

#include "models/qt/chartdata.h"
#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <cmath>

namespace rightrig {

namespace {

struct OptionTableWords
{
    Q_DECLARE_TR_FUNCTIONS(OptionTable)
};

const SourceRef* priceSource(const Option& option, const Catalog* catalog)
{
    const int offer = option.offer >= 0 ? option.offer : option.rentOffer;
    const bool valid = catalog != nullptr && offer >= 0 && static_cast<std::size_t>(offer) < catalog->offers.size();
    return valid ? &catalog->offers[static_cast<std::size_t>(offer)].source : nullptr;
}

/// The memory check of the job that needs most of what it has.
const MemoryCheck* tightestMemory(const Option& option)
{
    const MemoryCheck* tightest = nullptr;
    const auto share = [](const MemoryCheck& check) { return check.need->value / check.have->value; };
    for (const Estimate& job : option.jobs) {
        const bool known = job.memory.need && job.memory.have && job.memory.have->value > 0.0;
        if (known && (tightest == nullptr || share(job.memory) > share(*tightest)))
            tightest = &job.memory;
    }
    return tightest;
}

QString memoryText(const Option& option)
{
    const MemoryCheck* memory = tightestMemory(option);
    if (memory == nullptr)
        return unknownText();
    return OptionTableWords::tr("%1 of %2", "memory needed, memory there").arg(formatGib(*memory->need), formatGib(*memory->have));
}

QString reasonsText(const Option& option, CurrencyCode currency, const QString& separator)
{
    QStringList lines;
    for (const Reason& reason : option.whyNot)
        lines += reasonText(reason, currency);
    return lines.join(separator);
}

bool isDoubtful(const Option& option) { return option.price && option.confidence == Confidence::Low; }

/// A weak price says so in words, beside being drawn differently.
QString priceCellText(const Option& option)
{
    const QString price = priceText(option);
    return isDoubtful(option) ? OptionTableWords::tr("%1 (%2)", "price, how well sourced").arg(price, confidenceText(option.confidence))
                              : price;
}

QString basisText(const Results& results, const Option& option)
{
    if (!option.weeklyTime)
        return {};
    return isMeasured(results, option) ? OptionTableWords::tr("measured") : OptionTableWords::tr("estimated");
}

QString displayText(const Results& results, const Option& option, int column, const Catalog* catalog, QDate today)
{
    const CurrencyCode currency = results.settled.currency;
    switch (column) {
    case OptionTableModel::NameColumn:
        return optionTitle(option);
    case OptionTableModel::KindColumn:
        return kindText(option.kind);
    case OptionTableModel::FitColumn:
        return fitText(option.fit);
    case OptionTableModel::PriceColumn:
        return priceCellText(option);
    case OptionTableModel::TotalCostColumn:
        return option.total ? formatMoneyRange(*option.total, currency) : unknownText();
    case OptionTableModel::RunTimeColumn:
        return option.runTime ? formatDurationRange(*option.runTime) : unknownText();
    case OptionTableModel::WeekTimeColumn:
        return option.weeklyTime ? formatDurationRange(*option.weeklyTime) : unknownText();
    case OptionTableModel::MemoryColumn:
        return memoryText(option);
    case OptionTableModel::EnergyColumn:
        return option.energy ? formatEnergyRange(*option.energy) : unknownText();
    case OptionTableModel::CarbonColumn:
        return option.co2 ? formatCarbonRange(*option.co2) : unknownText();
    case OptionTableModel::PriceDateColumn: {
        const SourceRef* source = priceSource(option, catalog);
        return source != nullptr ? datedText(source->asOf, today) : QString();
    }
    case OptionTableModel::BasisColumn:
        return basisText(results, option);
    case OptionTableModel::WhyNotColumn:
        return option.whyNot.empty() ? QString() : reasonText(option.whyNot.front(), currency);
    default:
        return {};
    }
}

QVariant known(double value) { return std::isfinite(value) ? QVariant(value) : QVariant(); }

/// Every hour counted as one: prices of different kinds are only compared with their own kind.
QVariant priceKey(const Option& option)
{
    if (option.price)
        return known(option.price->amount);
    return priceText(option) == unknownText() ? QVariant() : QVariant(0.0);
}

/// Invalid means unknown; text columns sort by what they show.
QVariant sortKey(const Option& option, int column, const Catalog* catalog, const QString& shown)
{
    switch (column) {
    case OptionTableModel::KindColumn:
        return static_cast<int>(option.kind);
    case OptionTableModel::FitColumn:
        return option.fit == Fit::Unknown ? QVariant() : QVariant(static_cast<int>(option.fit));
    case OptionTableModel::PriceColumn:
        return priceKey(option);
    case OptionTableModel::TotalCostColumn:
        return option.total ? known(option.total->likely) : QVariant();
    case OptionTableModel::RunTimeColumn:
        return option.runTime ? known(option.runTime->likely.value) : QVariant();
    case OptionTableModel::WeekTimeColumn:
        return option.weeklyTime ? known(option.weeklyTime->likely.value) : QVariant();
    case OptionTableModel::MemoryColumn: {
        const MemoryCheck* memory = tightestMemory(option);
        return memory != nullptr ? known(memory->need->value) : QVariant();
    }
    case OptionTableModel::EnergyColumn:
        return option.energy ? known(option.energy->likely.value) : QVariant();
    case OptionTableModel::CarbonColumn:
        return option.co2 ? known(option.co2->likely.value) : QVariant();
    case OptionTableModel::PriceDateColumn: {
        const SourceRef* source = priceSource(option, catalog);
        return source != nullptr && !source->asOf.empty() ? QVariant(plain(source->asOf)) : QVariant();
    }
    default:
        return shown.isEmpty() ? QVariant() : QVariant(shown);
    }
}

bool isNumeric(int column) { return column >= OptionTableModel::PriceColumn && column <= OptionTableModel::CarbonColumn; }

QString headerText(int column)
{
    switch (column) {
    case OptionTableModel::NameColumn:
        return OptionTableWords::tr("Option");
    case OptionTableModel::KindColumn:
        return OptionTableWords::tr("Kind");
    case OptionTableModel::FitColumn:
        return OptionTableWords::tr("Your jobs");
    case OptionTableModel::PriceColumn:
        return OptionTableWords::tr("Price");
    case OptionTableModel::TotalCostColumn:
        return OptionTableWords::tr("Total cost");
    case OptionTableModel::RunTimeColumn:
        return OptionTableWords::tr("Longest run");
    case OptionTableModel::WeekTimeColumn:
        return OptionTableWords::tr("Time in a week");
    case OptionTableModel::MemoryColumn:
        return OptionTableWords::tr("Memory");
    case OptionTableModel::EnergyColumn:
        return OptionTableWords::tr("Energy");
    case OptionTableModel::CarbonColumn:
        return OptionTableWords::tr("CO2");
    case OptionTableModel::PriceDateColumn:
        return OptionTableWords::tr("Price of");
    case OptionTableModel::BasisColumn:
        return OptionTableWords::tr("Times are");
    case OptionTableModel::WhyNotColumn:
        return OptionTableWords::tr("Why not");
    default:
        return {};
    }
}

QString headerHelp(int column)
{
    switch (column) {
    case OptionTableModel::FitColumn:
        return OptionTableWords::tr("Do all your jobs fit into the memory of this option?");
    case OptionTableModel::TotalCostColumn:
        return OptionTableWords::tr("Everything over your whole period: price, electricity, rent, and what selling brings back.");
    case OptionTableModel::RunTimeColumn:
        return OptionTableWords::tr("One run of your biggest job. Eight of ten runs should lie in the range.");
    case OptionTableModel::WeekTimeColumn:
        return OptionTableWords::tr("All runs of one week together.");
    case OptionTableModel::MemoryColumn:
        return OptionTableWords::tr("What your most demanding job needs, of what is there.");
    case OptionTableModel::BasisColumn:
        return OptionTableWords::tr("Measured: a test of your computer, or your own runs on it, went into the times.");
    case OptionTableModel::PriceDateColumn:
        return OptionTableWords::tr("The day this price was seen. After 12 months it is marked as old.");
    default:
        return {};
    }
}

} // namespace

OptionTableModel::OptionTableModel(QObject* parent) : QAbstractTableModel(parent) { }

void OptionTableModel::setResults(std::shared_ptr<const Results> results, std::shared_ptr<const Catalog> catalog, QDate today)
{
    beginResetModel();
    m_results = std::move(results);
    m_catalog = std::move(catalog);
    m_today = today;
    endResetModel();
}

int OptionTableModel::rowOfOption(int option) const { return option >= 0 && option < rowCount() ? option : -1; }

int OptionTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_results ? 0 : static_cast<int>(m_results->options.size());
}

int OptionTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(ColumnCount); }

QVariant OptionTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Option& option = m_results->options[static_cast<std::size_t>(index.row())];
    const CurrencyCode currency = m_results->settled.currency;
    const auto shown = [&] { return displayText(*m_results, option, index.column(), m_catalog.get(), m_today); };
    switch (role) {
    case Qt::DisplayRole:
        return shown();
    case Qt::ToolTipRole:
        // Escaped, because tool tips guess rich text.
        return (index.column() == WhyNotColumn ? reasonsText(option, currency, QStringLiteral("\n")) : shown()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return OptionTableWords::tr("%1: %2", "column, its value").arg(headerText(index.column()), shown());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case SortRole:
        return sortKey(
            option, index.column(), m_catalog.get(), index.column() == NameColumn || index.column() == WhyNotColumn ? shown() : QString());
    case OptionRole:
        return index.row();
    case KindRole:
        return static_cast<int>(option.kind);
    case EligibleRole:
        return option.eligible;
    case DoubtRole:
        return isDoubtful(option) && (index.column() == PriceColumn || index.column() == TotalCostColumn);
    case FrontierRole:
        return option.onFrontier;
    default:
        return {};
    }
}

QVariant OptionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return headerText(section);
    if (role == Qt::ToolTipRole)
        return headerHelp(section);
    return role == Qt::TextAlignmentRole
        ? QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft)))
        : QVariant();
}

} // namespace rightrig
