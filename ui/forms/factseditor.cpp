#include "ui/forms/factseditor.h"

#include "ui/forms/choicecombo.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"
#include "ui/forms/partpicker.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace rightrig {

namespace {

constexpr double leastGib = 0.5;
constexpr double mostGib = 8192.0;
constexpr double mostVramGib = 1024.0;

Field listField(const char* name, const QString& question, const QList<AnswerChoice>& choices)
{
    return {QString::fromLatin1(name), question, choices, {}, 0, 0, true, {}, {}, {}};
}

std::optional<Gib> gib(const std::optional<double>& value) { return value ? std::optional<Gib>(Gib{*value}) : std::nullopt; }

std::optional<double> number(const std::optional<Gib>& value) { return value ? std::optional<double>(value->value) : std::nullopt; }

template <class Enum> std::optional<double> code(const std::optional<Enum>& value)
{
    return value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
}

template <class Enum> std::optional<Enum> fromCode(const std::optional<double>& value)
{
    return value ? std::optional<Enum>(static_cast<Enum>(static_cast<int>(*value))) : std::nullopt;
}

} // namespace

FactsEditor::FactsEditor(const Catalog& catalog, QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_form(new ChoiceCombo(listField("form", tr("Laptop or desktop"), formFactorChoices()), tr("Not sure"), this))
    , m_cpu(new PartPicker(catalog, DeviceKind::Cpu, false, this))
    , m_ram(new NumberEdit(tr("Memory (RAM)"), {leastGib, mostGib, false}, tr("GB"), this))
    , m_gpu(new PartPicker(catalog, DeviceKind::Gpu, true, this))
    , m_vram(new NumberEdit(tr("Memory of the graphics card"), {leastGib, mostVramGib, false}, tr("GB"), this))
    , m_os(new ChoiceCombo(listField("machineOs", tr("System"), machineOsChoices()), tr("Not sure"), this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    setName(*m_cpu, QStringLiteral("cpu"));
    setName(*m_gpu, QStringLiteral("gpu"));
    m_cpu->setAccessibleName(tr("Processor"));
    m_gpu->setAccessibleName(tr("Graphics card"));
    m_ram->edit()->setObjectName(QStringLiteral("ramQLineEdit"));
    m_vram->edit()->setObjectName(QStringLiteral("vramQLineEdit"));
    addRow(tr("Laptop or desktop"), m_form, m_form);
    addRow(tr("Processor"), m_cpu, m_cpu);
    addRow(tr("Memory (RAM)"), m_ram, m_ram->edit());
    addRow(tr("Graphics card"), m_gpu, m_gpu);
    addRow(tr("Its memory"), m_vram, m_vram->edit());
    addRow(tr("System"), m_os, m_os);
    for (ChoiceCombo* combo : {m_form, m_os})
        connect(combo, &ChoiceCombo::chosen, this, &FactsEditor::edited);
    for (PartPicker* picker : {m_cpu, m_gpu})
        connect(picker, &PartPicker::edited, this, &FactsEditor::edited);
    for (NumberEdit* edit : {m_ram, m_vram})
        connect(edit, &NumberEdit::edited, this, &FactsEditor::edited);
}

void FactsEditor::addRow(const QString& label, QWidget* widget, QWidget* buddy)
{
    m_rows->addRow(label, widget);
    if (auto* text = qobject_cast<QLabel*>(m_rows->labelForField(widget)))
        text->setBuddy(buddy);
}

void FactsEditor::setFacts(const ComputerFacts& facts)
{
    m_facts = facts;
    m_form->setValue(code(facts.form));
    m_cpu->setPart(facts.cpu);
    m_ram->setValue(number(facts.ram));
    m_gpu->setPart(facts.gpu);
    m_vram->setValue(number(facts.vram));
    m_os->setValue(code(facts.os));
}

ComputerFacts FactsEditor::facts() const
{
    ComputerFacts facts = m_facts;
    facts.form = fromCode<FormFactor>(m_form->value());
    facts.cpu = m_cpu->part();
    facts.gpu = m_gpu->part();
    facts.ram = gib(m_ram->value());
    facts.vram = gib(m_vram->value());
    facts.os = fromCode<Os>(m_os->value());
    return facts;
}

bool FactsEditor::isValid() const { return m_ram->isValid() && m_vram->isValid(); }

} // namespace rightrig
