#include "ui/prices/pricedialog.h"

#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

/// A price of its own beside those the catalogue has: its kind as a negative number, since offers count from 0.
int codeOf(PriceKind kind) { return -1 - static_cast<int>(kind); }
PriceKind kindOfCode(int code) { return static_cast<PriceKind>(-1 - code); }

QString labelOf(const Machine& machine)
{
    const QString name = plain(machine.name), provider = plain(machine.provider);
    return provider.isEmpty() || name.contains(provider, Qt::CaseInsensitive) ? name : QStringLiteral("%1, %2").arg(name, provider);
}

} // namespace

PriceDialog::PriceDialog(std::shared_ptr<const Catalog> all, QDate today, QWidget* parent)
    : QDialog(parent)
    , m_all(std::move(all))
    , m_machine(new QComboBox(this))
    , m_offer(new QComboBox(this))
    , m_fields(*m_all, today, *this)
    , m_problem(makeProblemLabel(this))
{
    setName(*this, QStringLiteral("price"));
    setWindowTitle(tr("A price of your own"));
    auto* box = new QVBoxLayout(this);
    auto* rows = new QFormLayout;
    box->addLayout(rows);
    addNamedRow(*rows, tr("&Machine"), *m_machine, QStringLiteral("machine"));
    addNamedRow(*rows, tr("&Which price"), *m_offer, QStringLiteral("offer"));
    m_fields.addTo(*rows);
    setUpMachines();
    box->addWidget(m_problem);
    setUpButtons();
    showOffers();
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

void PriceDialog::setUpMachines()
{
    m_machine->setEditable(true);
    m_machine->setInsertPolicy(QComboBox::NoInsert);
    m_machine->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_machine->setMinimumContentsLength(36);
    m_offer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_offer->setMinimumContentsLength(36);
    for (std::size_t i = 0; i < m_all->machines.size(); ++i) {
        const Machine& machine = m_all->machines[i];
        if (machine.kind != MachineKind::Free && machine.kind != MachineKind::School)
            m_machine->addItem(labelOf(machine), static_cast<int>(i));
    }
    m_machine->model()->sort(0);
    m_machine->setCurrentIndex(-1);
    m_machine->lineEdit()->setPlaceholderText(tr("type a part of its name"));
    auto* completer = new QCompleter(m_machine->model(), m_machine);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_machine->setCompleter(completer);
    connect(m_machine, &QComboBox::currentTextChanged, this, &PriceDialog::showOffers);
    connect(m_offer, &QComboBox::currentIndexChanged, this, &PriceDialog::showOffer);
}

void PriceDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* keep = buttons->addButton(tr("&Keep this price"), QDialogButtonBox::AcceptRole);
    keep->setProperty("primary", true);
    setName(*keep, QStringLiteral("keep"));
    connect(buttons, &QDialogButtonBox::accepted, this, &PriceDialog::acceptIfRight);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

int PriceDialog::machine() const
{
    const int chosen = m_machine->currentIndex(); // of machines with one name the chosen one
    const bool isChosen = chosen >= 0 && m_machine->itemText(chosen) == m_machine->currentText();
    const int at = isChosen ? chosen : m_machine->findText(m_machine->currentText().trimmed(), Qt::MatchFixedString);
    return at < 0 ? -1 : m_machine->itemData(at).toInt();
}

void PriceDialog::showPrice(int machineIndex, int offer)
{
    m_machine->setCurrentIndex(m_machine->findData(machineIndex));
    m_offer->setCurrentIndex(std::max(0, m_offer->findData(offer)));
    m_fields.amount->edit()->setFocus();
    m_fields.amount->edit()->selectAll();
}

void PriceDialog::showOffers()
{
    m_offer->clear();
    const int index = machine();
    if (index < 0)
        return showOffer();
    for (std::size_t i = 0; i < m_all->offers.size(); ++i) {
        const Offer& offer = m_all->offers[i];
        if (offer.machine != index || offer.per == Per::Free)
            continue;
        const QString kind = offer.region.empty()
            ? priceKindText(offer.kind)
            : tr("%1, %2", "kind of price, region").arg(priceKindText(offer.kind), plain(offer.region));
        const QString money = offer.price ? pricedText(*offer.price, offer.per) : unknownText();
        m_offer->addItem(tr("%1: %2", "kind of price, price").arg(kind, money), static_cast<int>(i));
    }
    for (const PriceKind kind : priceKindsFor(m_all->machines[static_cast<std::size_t>(index)].kind))
        m_offer->addItem(tr("another one: %1").arg(priceKindText(kind)), codeOf(kind));
    showOffer();
}

void PriceDialog::showOffer()
{
    const bool chosen = m_offer->currentIndex() >= 0;
    const int code = m_offer->currentData().toInt();
    for (QWidget* field : std::initializer_list<QWidget*>{m_offer, m_fields.amount, m_fields.currency, m_fields.seen, m_fields.source})
        field->setEnabled(chosen);
    m_fields.region->setEnabled(chosen && code < 0);
    const bool known = chosen && code >= 0;
    const Offer* offer = known ? &m_all->offers[static_cast<std::size_t>(code)] : nullptr;
    m_fields.region->setText(offer != nullptr ? plain(offer->region) : QString());
    m_fields.amount->setValue(offer != nullptr && offer->price ? std::optional(offer->price->amount) : std::nullopt);
    const bool rented = offer != nullptr ? offer->per != Per::Once : chosen && kindOfCode(code) >= PriceKind::OnDemand;
    m_fields.amount->setUnit(!chosen ? QString()
            : rented                 ? offer != nullptr && offer->per == Per::Month ? tr("a month") : tr("an hour")
                                     : QString());
    if (offer != nullptr && offer->price)
        m_fields.currency->setCurrentText(plain(offer->price->currency.view(), 3));
}

PriceRow PriceDialog::typed() const
{
    const Machine& chosen = m_all->machines[static_cast<std::size_t>(machine())];
    const int code = m_offer->currentData().toInt();
    PriceRow row;
    row.machine = chosen.id;
    row.provider = chosen.provider;
    m_fields.save(row);
    if (code >= 0) {
        const Offer& offer = m_all->offers[static_cast<std::size_t>(code)];
        row.id = offer.id;
        row.priceKind = offer.kind;
        row.per = offer.per;
        row.region = offer.region;
    } else {
        row.priceKind = kindOfCode(code);
        row.per = chosen.kind == MachineKind::Cloud ? Per::Hour : Per::Once;
    }
    return row;
}

/// The same rules as for a file; empty if the price can be kept.
QString PriceDialog::problemOf()
{
    if (machine() < 0)
        return tr("Choose a machine from the list.");
    if (QString problem = m_fields.problem(); !problem.isEmpty())
        return problem;
    ImportPlanner planner(*m_all, true);
    planner.add(typed());
    m_plan = planner.finish();
    for (const auto* list : {&m_plan.unmatched, &m_plan.rejected}) {
        if (!list->empty())
            return plain(list->front().text, 300);
    }
    return keptRows(m_plan).empty() ? tr("That is the price already.") : QString();
}

void PriceDialog::acceptIfRight()
{
    const QString problem = problemOf();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        accept();
}

} // namespace rightrig
