#include "ui/classroom/schoolmachineedit.h"

#include "models/qt/formatter.h"
#include "ui/forms/candidatedialog.h"
#include "ui/forms/form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace rightrig {

namespace {

/// A kind of school machine as an instructor would describe it.
Candidate candidateFrom(const Machine& machine, const Catalog& catalog)
{
    const auto device = [&](int index) -> const Device& { return catalog.devices[static_cast<std::size_t>(index)]; };
    Candidate candidate;
    candidate.name = machine.name;
    if (machine.cpu >= 0) {
        candidate.cpu = device(machine.cpu).name;
        candidate.form = device(machine.cpu).segment == Segment::Laptop ? FormFactor::Laptop : FormFactor::Desktop;
    }
    candidate.gpu = machine.accelerator >= 0 ? device(machine.accelerator).name : std::string("none");
    candidate.ram = machine.ram;
    candidate.vram = machine.vram;
    if (machine.os != Os::Any)
        candidate.os = machine.os;
    return candidate;
}

} // namespace

SchoolMachineEdit::SchoolMachineEdit(const FormContext& context, const QString& stem, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_spoken(accessibleName)
    , m_combo(new QComboBox(this))
    , m_describe(new QPushButton(tr("Describe..."), this))
{
    setName(*this, stem);
    m_combo->setObjectName(stem + QStringLiteral("QComboBox"));
    m_describe->setObjectName(stem + QStringLiteral("QPushButton"));
    m_combo->setAccessibleName(accessibleName);
    m_describe->setAccessibleName(tr("Describe: %1").arg(accessibleName));
    m_combo->setMinimumContentsLength(10);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->addItem(tr("Not said"));
    for (const Machine& machine : context.catalog->machines) {
        if (machine.kind != MachineKind::School)
            continue;
        m_kinds.push_back(candidateFrom(machine, *context.catalog));
        m_combo->addItem(plain(machine.name));
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_combo, 1);
    row->addWidget(m_describe);
    setFocusProxy(m_combo);
    connect(m_combo, &QComboBox::activated, this, &SchoolMachineEdit::take);
    connect(m_describe, &QPushButton::clicked, this, &SchoolMachineEdit::describe);
}

QWidget* SchoolMachineEdit::combo() const { return m_combo; }

void SchoolMachineEdit::setMachine(const std::optional<Candidate>& machine)
{
    m_machine = machine;
    show();
}

void SchoolMachineEdit::show()
{
    const int kinds = static_cast<int>(m_kinds.size());
    while (m_combo->count() > kinds + 1)
        m_combo->removeItem(m_combo->count() - 1);
    int index = 0;
    if (m_machine) {
        const auto found = std::find(m_kinds.begin(), m_kinds.end(), *m_machine);
        index = static_cast<int>(found - m_kinds.begin()) + 1;
        if (found == m_kinds.end())
            m_combo->addItem(plain(m_machine->name));
    }
    m_combo->setCurrentIndex(index);
}

void SchoolMachineEdit::take(int index)
{
    const int kind = index - 1;
    if (kind >= static_cast<int>(m_kinds.size()))
        return; // the one in own words, which is there already
    m_machine = kind < 0 ? std::nullopt : std::optional(m_kinds[static_cast<std::size_t>(kind)]);
    show();
    Q_EMIT edited();
}

void SchoolMachineEdit::describe()
{
    const CurrencyCode currency = currencyOf({}, *m_context.catalog);
    auto* dialog = new CandidateDialog(m_context, m_machine.value_or(Candidate{}), currency, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_spoken);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_machine = dialog->candidate();
        show();
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace rightrig
