#include "ui/results/assumptionsmodel.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QFont>

#include <algorithm>
#include <cmath>

namespace rightrig {
namespace {

Assumption electricity(const Shown& shown)
{
    const Country* country = shown.catalog->findCountry(shown.results->settled.country);
    Assumption row;
    row.name = "electricity.price_per_kwh";
    row.text = AssumptionsModel::tr("Price of electricity where you live").toStdString();
    row.unit = shown.currency().text() + "/kWh";
    if (country && country->electricityPerKwh) {
        const auto local = convert(*country->electricityPerKwh, shown.currency(), *shown.catalog, {});
        row.value = local ? local->amount : country->electricityPerKwh->amount;
        row.unit = (local ? shown.currency() : country->electricityPerKwh->currency).text() + "/kWh";
        row.source = country->electricitySource;
    }
    row.low = row.high = row.value;
    return row;
}

Assumption rate(const Currency& currency)
{
    Assumption row;
    row.name = "rate." + currency.code.text();
    row.text = AssumptionsModel::tr("US dollars for one %1").arg(plain(currency.code.view())).toStdString();
    row.value = row.low = row.high = currency.usdPerUnit;
    row.unit = "USD/" + currency.code.text();
    row.source = currency.source;
    return row;
}

std::set<CurrencyCode> currenciesOf(const Shown& shown)
{
    std::set<CurrencyCode> found{shown.currency()};
    for (const Option& option : shown.results->options) {
        if (option.price)
            found.insert(option.price->currency);
    }
    found.erase(CurrencyCode("USD"));
    return found;
}

/// A share stays a share, a positive number stays positive.
bool isSensible(const Assumption& assumption, double value)
{
    const bool share = assumption.unit == "share" || assumption.unit == "fraction";
    const bool sign = assumption.value < 0.0 || assumption.low < 0.0 || value > 0.0 || (value == 0.0 && assumption.low == 0.0);
    return std::isfinite(value) && std::abs(value) < 1e15 && sign && !(share && value > 1.0);
}

} // namespace

std::vector<AssumptionRow> assumptionRows(const Shown& shown)
{
    std::vector<AssumptionRow> rows{{electricity(shown), true}};
    for (const CurrencyCode code : currenciesOf(shown)) {
        if (const Currency* currency = shown.catalog->findCurrency(code))
            rows.push_back({rate(*currency), true});
    }
    for (const Assumption& assumption : shown.catalog->assumptions) {
        const bool dial = !assumption.name.starts_with("accuracy.") && !assumption.name.starts_with("typical.");
        if (dial) // what came out of a test is none, nor is a list of machines
            rows.push_back({assumption, false});
    }
    return rows;
}

void AssumptionsModel::present(const Shown& shown)
{
    beginResetModel();
    m_rows = assumptionRows(shown);
    m_overrides = shown.results->settled.given.overrides;
    endResetModel();
}

double AssumptionsModel::valueOf(const Assumption& assumption) const
{
    const auto found = std::find_if(m_overrides.begin(), m_overrides.end(), [&](const auto& o) { return o.first == assumption.name; });
    return found == m_overrides.end() ? assumption.value : found->second;
}

bool AssumptionsModel::isChanged(int index) const
{
    const std::string& name = row(index).assumption.name;
    return std::any_of(m_overrides.begin(), m_overrides.end(), [&name](const auto& o) { return o.first == name; });
}

int AssumptionsModel::rowOf(const std::string& name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&name](const AssumptionRow& r) { return r.assumption.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AssumptionsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int AssumptionsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString AssumptionsModel::text(const AssumptionRow& row, int column) const
{
    const Assumption& assumption = row.assumption;
    switch (column) {
    case TextColumn:
        return plain(assumption.text.empty() ? assumption.name : assumption.text, 300);
    case ValueColumn:
        return formatNumber(valueOf(assumption), 6);
    case UnitColumn:
        return plain(assumption.unit);
    case SpanColumn:
        return assumption.low < assumption.high ? tr("%1 to %2").arg(formatNumber(assumption.low, 4), formatNumber(assumption.high, 4))
                                                : QString();
    case SourceColumn:
        return formatSource(assumption.source.text);
    case DateColumn:
        return assumption.source.asOf.empty() ? unknownText() : formatDate(assumption.source.asOf);
    default:
        return {};
    }
}

QVariant AssumptionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AssumptionRow& shown = row(index.row());
    const bool changed = isChanged(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        const QString plainText = text(shown, index.column());
        return changed && role == Qt::DisplayRole && index.column() == TextColumn ? tr("%1 (changed by you)").arg(plainText) : plainText;
    }
    if (role == Qt::FontRole && changed) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::ToolTipRole) // a tool tip reads HTML
        return escaped(tr("%1. As shipped: %2").arg(plain(shown.assumption.name), formatNumber(shown.assumption.value, 6)).toStdString());
    return {};
}

bool AssumptionsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != ValueColumn || role != Qt::EditRole)
        return false;
    const Assumption& assumption = row(index.row()).assumption;
    const std::optional<double> number = parseNumber(value.toString());
    if (!number || !isSensible(assumption, *number)) {
        Q_EMIT refused(
            tr("\"%1\" is not a value this number can have. It stays as it was.").arg(plain(value.toString().toStdString(), 30)));
        return false;
    }
    if (text(row(index.row()), ValueColumn) == formatNumber(*number, 6))
        return false; // the editor was opened and closed
    std::erase_if(m_overrides, [&](const auto& o) { return o.first == assumption.name; });
    m_overrides.emplace_back(assumption.name, *number);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT overridesChanged(m_overrides);
    return true;
}

void AssumptionsModel::reset(const std::vector<int>& rows)
{
    const std::size_t before = m_overrides.size();
    for (const int index : rows)
        std::erase_if(m_overrides, [&](const auto& o) { return o.first == row(index).assumption.name; });
    if (m_overrides.size() == before)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT overridesChanged(m_overrides);
}

void AssumptionsModel::resetAll()
{
    if (m_overrides.empty())
        return;
    m_overrides.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT overridesChanged(m_overrides);
}

Qt::ItemFlags AssumptionsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == ValueColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant AssumptionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList heads{tr("Assumption"), tr("Value (edit)"), tr("Unit"), tr("Usual span"), tr("Source"), tr("As of")};
    return heads.value(section);
}

void AssumptionsProxy::setUsed(const std::set<std::string>& names)
{
    m_used = names;
    invalidateFilter();
}

void AssumptionsProxy::setAll(bool all)
{
    m_all = all;
    invalidateFilter();
}

void AssumptionsProxy::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool AssumptionsProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = qobject_cast<const AssumptionsModel*>(sourceModel());
    if (!model || parent.isValid())
        return false;
    const AssumptionRow& shown = model->row(row);
    if (!m_all && m_text.isEmpty() && !shown.money && !m_used.contains(shown.assumption.name) && !model->isChanged(row))
        return false;
    const QString name = plain(shown.assumption.name);
    return m_text.isEmpty() || name.contains(m_text, Qt::CaseInsensitive)
        || plain(shown.assumption.text, 300).contains(m_text, Qt::CaseInsensitive);
}

} // namespace rightrig
