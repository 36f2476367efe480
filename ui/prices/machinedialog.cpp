#include "ui/prices/machinedialog.h"

#include "models/domain/pricematch.h"
#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"
#include "ui/forms/partpicker.h"
#include "ui/results/parts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

constexpr int longestName = 120;
const char noGraphics[] = "none"; // what PartPicker says for "no graphics card of its own"

std::optional<Gib> gibOf(const NumberEdit& edit) { return edit.value() ? std::optional(Gib{*edit.value()}) : std::nullopt; }

std::optional<double> numberOf(const std::optional<Gib>& size) { return size ? std::optional(size->value) : std::nullopt; }

bool isRented(MachineKind kind) { return kind == MachineKind::Cloud; }

std::string deviceIn(const PartPicker& picker)
{
    const std::optional<std::string> part = picker.part();
    return part && *part != noGraphics ? *part : std::string();
}

} // namespace

MachineDialog::MachineDialog(std::shared_ptr<const Catalog> all, QDate today, QWidget* parent)
    : QDialog(parent)
    , m_all(std::move(all))
    , m_rows(new QFormLayout)
    , m_name(new QLineEdit(this))
    , m_provider(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_priceKind(new QComboBox(this))
    , m_cpu(new PartPicker(*m_all, DeviceKind::Cpu, false, this, PartPicker::All))
    , m_gpu(new PartPicker(*m_all, DeviceKind::Gpu, true, this, PartPicker::All))
    , m_ram(new NumberEdit(tr("Memory (RAM)"), {0.5, 32768, false}, tr("GB"), this))
    , m_count(new NumberEdit(tr("Number of graphics cards"), {1, 64, true}, {}, this))
    , m_vram(new NumberEdit(tr("Memory of one graphics card"), {0.5, 512, false}, tr("GB"), this))
    , m_tgp(new NumberEdit(tr("Watts of the graphics card (TGP)"), {5, 1500, false}, tr("W"), this))
    , m_vcpus(new NumberEdit(tr("Virtual processors"), {0.25, 2048, false}, {}, this))
    , m_fields(*m_all, today, *this)
    , m_problem(makeProblemLabel(this))
{
    setName(*this, QStringLiteral("machine"));
    setWindowTitle(tr("A machine of your own"));
    auto* box = new QVBoxLayout(this);
    QLabel* why = plainLabel(QStringLiteral("machineLabel"), this);
    why->setText(tr("It is kept apart from the catalogue and marked as added by you. Leave empty what you do not know."));
    box->addWidget(why);
    box->addLayout(m_rows);
    setUpRows();
    box->addWidget(m_problem);
    setUpButtons();
    showKind();
    m_name->setFocus();
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

void MachineDialog::setUpRows()
{
    m_name->setMaxLength(longestName);
    m_provider->setMaxLength(longestName);
    m_count->setValue(1.0);
    for (const auto& [text, kind] : {std::pair{tr("Laptop"), MachineKind::Laptop}, {tr("Desktop"), MachineKind::Desktop},
             {tr("Rented in the cloud"), MachineKind::Cloud}})
        m_kind->addItem(text, static_cast<int>(kind));
    addNamedRow(*m_rows, tr("&Name"), *m_name, QStringLiteral("name"));
    addNamedRow(*m_rows, tr("&What it is"), *m_kind, QStringLiteral("kind"));
    addNamedRow(*m_rows, tr("Provi&der"), *m_provider, QStringLiteral("provider"));
    addNamedRow(*m_rows, tr("Proc&essor"), *m_cpu, QStringLiteral("cpu"));
    addNamedRow(*m_rows, tr("&Virtual processors"), *m_vcpus, QStringLiteral("vcpus"));
    addNamedRow(*m_rows, tr("&Memory (RAM)"), *m_ram, QStringLiteral("ram"));
    addNamedRow(*m_rows, tr("&Graphics card"), *m_gpu, QStringLiteral("gpu"));
    addNamedRow(*m_rows, tr("How man&y of them"), *m_count, QStringLiteral("count"));
    addNamedRow(*m_rows, tr("Its mem&ory"), *m_vram, QStringLiteral("vram"));
    addNamedRow(*m_rows, tr("Graphics watts (&TGP)"), *m_tgp, QStringLiteral("tgp"));
    addNamedRow(*m_rows, tr("&Kind of price"), *m_priceKind, QStringLiteral("priceKind"));
    m_fields.addTo(*m_rows);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MachineDialog::showKind);
}

void MachineDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* keep = buttons->addButton(tr("Keep th&is machine"), QDialogButtonBox::AcceptRole);
    keep->setProperty("primary", true);
    setName(*keep, QStringLiteral("keep"));
    connect(buttons, &QDialogButtonBox::accepted, this, &MachineDialog::acceptIfRight);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

MachineKind MachineDialog::kind() const { return static_cast<MachineKind>(m_kind->currentData().toInt()); }

void MachineDialog::showKind()
{
    const bool rented = isRented(kind());
    m_rows->setRowVisible(m_provider, rented);
    m_rows->setRowVisible(m_vcpus, rented);
    m_rows->setRowVisible(m_count, kind() != MachineKind::Laptop);
    m_rows->setRowVisible(m_tgp, kind() == MachineKind::Laptop);
    const QVariant chosen = m_priceKind->currentData();
    m_priceKind->clear();
    for (const PriceKind one : priceKindsFor(kind()))
        m_priceKind->addItem(priceKindText(one), static_cast<int>(one));
    m_priceKind->setCurrentIndex(std::max(0, m_priceKind->findData(chosen)));
    m_fields.amount->setUnit(rented ? tr("an hour") : QString());
}

void MachineDialog::showMachine(const PriceRow& row)
{
    const MachineKind shown = row.kind.value_or(MachineKind::Laptop);
    for (int i = m_kind->count() - 1; i >= 0; --i) {
        if (isRented(static_cast<MachineKind>(m_kind->itemData(i).toInt())) != isRented(shown))
            m_kind->removeItem(i);
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(shown))));
    m_priceKind->setCurrentIndex(std::max(0, m_priceKind->findData(static_cast<int>(priceKindOf(row)))));
    m_name->setText(plain(row.machine));
    m_provider->setText(plain(row.provider));
    m_cpu->setPart(row.cpu.empty() ? std::nullopt : std::optional(row.cpu));
    m_gpu->setPart(row.accelerator.empty() ? noGraphics : row.accelerator);
    m_count->setValue(std::max(1, row.acceleratorCount));
    m_ram->setValue(numberOf(row.ram));
    m_vram->setValue(numberOf(row.vram));
    m_tgp->setValue(row.tgp ? std::optional(row.tgp->value) : std::nullopt);
    m_vcpus->setValue(row.vcpus);
    m_fields.show(row);
}

PriceRow MachineDialog::typed() const
{
    PriceRow row;
    row.machine = typedText(*m_name);
    row.kind = kind();
    row.cpu = deviceIn(*m_cpu);
    row.ram = gibOf(*m_ram);
    row.accelerator = deviceIn(*m_gpu);
    const bool laptop = kind() == MachineKind::Laptop, card = !row.accelerator.empty();
    row.acceleratorCount = card ? static_cast<int>(laptop ? 1.0 : m_count->value().value_or(1.0)) : 0;
    row.vram = card ? gibOf(*m_vram) : std::nullopt;
    row.tgp = card && laptop && m_tgp->value() ? std::optional(Watts{*m_tgp->value()}) : std::nullopt;
    if (isRented(kind())) {
        row.provider = typedText(*m_provider);
        row.vcpus = m_vcpus->value();
        row.per = Per::Hour;
    }
    row.priceKind = static_cast<PriceKind>(m_priceKind->currentData().toInt());
    m_fields.save(row);
    return row;
}

QString MachineDialog::partProblem(const PriceRow& row) const
{
    if (!row.cpu.empty() && m_all->findDevice(row.cpu, DeviceKind::Cpu) < 0)
        return tr("The catalogue knows no processor \"%1\". Choose one from the list, or leave it empty.").arg(plain(row.cpu));
    if (!row.accelerator.empty() && m_all->findDevice(row.accelerator, DeviceKind::Gpu) < 0)
        return tr("The catalogue knows no graphics card \"%1\". Choose one from the list, or leave it empty.").arg(plain(row.accelerator));
    return {};
}

/// The same rules as for a file; empty if the machine can be kept.
QString MachineDialog::problemOf()
{
    if (typedText(*m_name).empty())
        return tr("Give it a name, for example the one on the label.");
    for (const NumberEdit* number : {m_ram, m_count, m_vram, m_tgp, m_vcpus}) {
        if (!number->isHidden() && !number->isValid())
            return tr("Correct the number that is marked above.");
    }
    if (QString problem = m_fields.problem(); !problem.isEmpty())
        return problem;
    const PriceRow row = typed();
    if (PriceMatcher(*m_all).machine(row) != -1)
        return tr("There is a machine of that name. Type a price for it instead, or choose another name.");
    if (QString problem = partProblem(row); !problem.isEmpty())
        return problem;
    ImportPlanner planner(*m_all, true);
    planner.add(row);
    const ImportPlan plan = planner.finish();
    for (const auto* list : {&plan.unmatched, &plan.rejected}) {
        if (!list->empty())
            return plain(list->front().text, 300);
    }
    m_row = plan.added.front().row;
    return {};
}

void MachineDialog::acceptIfRight()
{
    const QString problem = problemOf();
    showText(*m_problem, problem);
    if (problem.isEmpty())
        accept();
    else if (typedText(*m_name).empty())
        m_name->setFocus();
}

} // namespace rightrig
