#include "ui/classroom/servicesform.h"

#include "models/domain/catalog.h"
#include "models/qt/formatter.h"
#include "ui/results/parts.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace rightrig {

namespace {

bool has(const std::vector<std::string>& names, const std::string& name)
{
    return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return normalisedName(one) == normalisedName(name); });
}

void take(std::vector<std::string>& names, const std::string& name, bool in)
{
    std::erase_if(names, [&](const std::string& one) { return normalisedName(one) == normalisedName(name); });
    if (in)
        names.push_back(name);
}

std::vector<std::pair<std::string, QString>> providersOf(const Catalog& catalog)
{
    std::map<std::string, std::pair<bool, bool>> kinds; // free, rented
    for (const Machine& machine : catalog.machines) {
        if (machine.provider.empty())
            continue;
        if (machine.kind == MachineKind::Free)
            kinds[machine.provider].first = true;
        if (machine.kind == MachineKind::Cloud)
            kinds[machine.provider].second = true;
    }
    std::vector<std::pair<std::string, QString>> result;
    for (const auto& [name, kind] : kinds) {
        const QString text = kind.first && kind.second ? ServicesForm::tr("free and rented")
            : kind.first                               ? ServicesForm::tr("free")
                                                       : ServicesForm::tr("rented");
        result.emplace_back(name, text);
    }
    return result;
}

} // namespace

ServicesForm::ServicesForm(const std::shared_ptr<const Catalog>& catalog, QWidget* parent)
    : CourseForm(parent), m_known(providersOf(*catalog)), m_table(nullptr), m_summary(plainLabel(QStringLiteral("servicesQLabel"), this))
{
    auto* box = new QVBoxLayout(this);
    box->addWidget(m_summary);
    m_table = plainTable(QStringLiteral("servicesQTableWidget"), tr("Services on the web"),
        {tr("Service"), tr("Kind"), tr("Only these"), tr("Never these")}, this);
    box->addWidget(m_table);
    box->addStretch();
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) { take(item); });
}

void ServicesForm::fill(const std::vector<std::string>& names)
{
    m_names = names;
    m_table->setRowCount(static_cast<int>(names.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::string& name = names[static_cast<std::size_t>(row)];
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&name](const auto& entry) { return entry.first == name; });
        const QString kind = known == m_known.end() ? tr("not in the catalogue") : known->second;
        for (int column = Name; column <= Never; ++column) {
            auto* item = new QTableWidgetItem(column == Name ? plain(name, 60) : column == Kind ? kind : QString());
            if (column >= Only) {
                item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsEditable);
                item->setData(Qt::AccessibleTextRole, (column == Only ? tr("Only: %1") : tr("Never: %1")).arg(plain(name, 60)));
            }
            m_table->setItem(row, column, item); // the table owns it
        }
    }
    m_table->resizeColumnsToContents();
    fitHeight(*m_table, 40);
}

void ServicesForm::load(const Course& course)
{
    std::vector<std::string> names;
    for (const auto& [name, kind] : m_known)
        names.push_back(name);
    for (const auto* list : {&course.allowedProviders, &course.deniedProviders}) {
        for (const std::string& name : *list) {
            if (!has(names, name))
                names.push_back(name);
        }
    }
    const QSignalBlocker quiet(m_table);
    if (names != m_names)
        fill(names);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::string& name = m_names[static_cast<std::size_t>(row)];
        m_table->item(row, Only)->setCheckState(has(course.allowedProviders, name) ? Qt::Checked : Qt::Unchecked);
        m_table->item(row, Never)->setCheckState(has(course.deniedProviders, name) ? Qt::Checked : Qt::Unchecked);
    }
    m_table->viewport()->update(); // it was told nothing
    showSummary(course);
}

void ServicesForm::showSummary(const Course& course)
{
    QString text = tr("Students may use every service.");
    if (!course.allowedProviders.empty())
        text = tr("Students may use only the %n service(s) that you ticked.", nullptr, static_cast<int>(course.allowedProviders.size()));
    else if (!course.deniedProviders.empty())
        text = tr("Students may use every service but %n.", nullptr, static_cast<int>(course.deniedProviders.size()));
    m_summary->setText(text);
}

/// A service stands in one list at most.
void ServicesForm::take(const QTableWidgetItem* item)
{
    if (item->column() < Only)
        return;
    const bool on = item->checkState() == Qt::Checked, only = item->column() == Only;
    Q_EMIT changed(
        [name = m_names[static_cast<std::size_t>(item->row())], on, only](Course& course) {
            rightrig::take(only ? course.allowedProviders : course.deniedProviders, name, on);
            if (on)
                rightrig::take(only ? course.deniedProviders : course.allowedProviders, name, false);
        },
        nullptr);
}

QWidget* ServicesForm::fieldFor(const QString& path) { return path.startsWith(QLatin1String("providers")) ? m_table : nullptr; }

} // namespace rightrig
