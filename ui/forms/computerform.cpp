#include "ui/forms/computerform.h"

#include "models/qt/thiscomputer.h"
#include "ui/forms/choicegroup.h"
#include "ui/forms/collapsible.h"
#include "ui/forms/factseditor.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/runseditor.h"
#include "ui/forms/stickerguide.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

Field kindField(const QString& question)
{
    Field field{QStringLiteral("computerKind"), question, computerKindChoices(), {}, 0, 2, true, {}, {}, {}};
    for (AnswerChoice& choice : field.choices)
        choice.detail.clear();
    return field;
}

} // namespace

ComputerForm::ComputerForm(const FormContext& context, std::function<ComputerFacts()> detect, const MachineTesting& test, QWidget* parent)
    : Form(parent)
    , m_catalog(context.catalog)
    , m_detect(std::move(detect))
    , m_kind(new ChoiceGroup(kindField(tr("Do you have a computer?")), context.defaults, ChoiceGroup::Row, this))
    , m_editor(new FactsEditor(*context.catalog, this))
    , m_details(new QWidget(this))
    , m_found(new QLabel(this))
    , m_find(new QPushButton(tr("Look at this computer"), this))
    , m_guide(new QPushButton(tr("Where do I find this?"), this))
    , m_tester(new MachineTester(test, this))
    , m_runsPart(new Collapsible(tr("A real run you timed"), QStringLiteral("runs"), this))
    , m_runs(new RunsEditor(context.catalog, this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(fontMetrics().height() * 2 / 3);
    box->addWidget(m_kind);
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->addWidget(m_editor);
    m_found->setWordWrap(true);
    m_found->setTextFormat(Qt::PlainText);
    details->addWidget(m_found);
    box->addWidget(m_details);
    setUpButtons();
    box->addWidget(m_tester);
    m_runsPart->setContent(m_runs);
    box->addWidget(m_runsPart);
    connect(m_runs, &RunsEditor::edited, this, &ComputerForm::takeRuns);
    connect(m_tester, &MachineTester::tested, this, &ComputerForm::takeTest);
    connect(m_tester, &MachineTester::opened, this, &ComputerForm::takeSaved);
    connect(m_tester, &MachineTester::forgotten, this, &ComputerForm::forgetTest);
    connect(m_kind, &ChoiceGroup::chosen, this, &ComputerForm::chooseKind);
    connect(m_editor, &FactsEditor::edited, this, [this] {
        m_facts = m_editor->facts();
        m_kept = *m_facts;
        m_runs->setFacts(*m_facts);
        Q_EMIT changed();
    });
    show();
}

void ComputerForm::setUpButtons()
{
    setName(*m_find, QStringLiteral("find"));
    setName(*m_guide, QStringLiteral("guide"));
    auto* row = new FlowLayout(60, 0); // the buttons wrap when text is large
    row->setSpacing(4);
    row->addWidget(m_find);
    row->addWidget(m_guide);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_find, &QPushButton::clicked, this, &ComputerForm::findComputer);
    connect(m_guide, &QPushButton::clicked, this, [this] { showStickerGuide(window()); });
}

void ComputerForm::load(const Answers& answers)
{
    m_facts = answers.computer;
    if (m_facts && m_facts->kind == ComputerKind::Known)
        m_kept = *m_facts;
    m_found->clear();
    show();
}

void ComputerForm::save(Answers& answers) const { answers.computer = m_facts; }

void ComputerForm::chooseKind()
{
    const std::optional<double> value = m_kind->value();
    ComputerFacts facts;
    facts.kind = value ? static_cast<ComputerKind>(static_cast<int>(*value)) : ComputerKind::Unknown;
    if (facts.kind == ComputerKind::Known)
        facts = m_kept;
    facts.kind = value ? static_cast<ComputerKind>(static_cast<int>(*value)) : ComputerKind::Unknown;
    m_facts = facts;
    show();
    Q_EMIT changed();
}

void ComputerForm::findComputer()
{
    if (!m_detect)
        return;
    m_facts = m_detect();
    m_facts->profile = m_kept.profile; // what was measured here still holds
    m_facts->runs = m_kept.runs;
    m_kept = *m_facts;
    show();
    Q_EMIT changed();
    m_found->setText(m_facts->kind == ComputerKind::Known ? tr("This is what we found. Correct what is wrong.")
                                                          : tr("We could not read this computer. Please type what you know."));
    m_found->show();
}

/// What was tested is this computer, so a student who had not said anything yet is told what it is.
void ComputerForm::takeTest(const MachineProfile& profile)
{
    if ((!m_facts || m_facts->kind != ComputerKind::Known) && m_detect)
        m_facts = m_detect();
    if (!m_facts)
        m_facts.emplace();
    m_facts->kind = ComputerKind::Known;
    m_facts->profile = profile;
    m_kept = *m_facts;
    show();
    Q_EMIT changed();
}

void ComputerForm::setProfileFiles(ProfileFiles files) { m_tester->setFiles(std::move(files)); }

/// A saved test says itself which computer it is of.
void ComputerForm::takeSaved(const MachineProfile& profile)
{
    m_facts = factsOfProfile(profile, *m_catalog);
    m_facts->kind = ComputerKind::Known;
    m_kept = *m_facts;
    show();
    Q_EMIT changed();
}

void ComputerForm::takeRuns()
{
    m_kept.runs = m_runs->runs();
    if (m_facts)
        m_facts->runs = m_kept.runs;
    m_editor->setFacts(m_kept);
    Q_EMIT changed();
}

void ComputerForm::forgetTest()
{
    m_kept.profile.reset();
    if (m_facts)
        m_facts->profile.reset();
    show();
    Q_EMIT changed();
}

void ComputerForm::show()
{
    const bool known = m_facts && m_facts->kind == ComputerKind::Known;
    const bool sure = m_facts && m_facts->kind != ComputerKind::Unknown;
    m_kind->setValue(sure ? std::optional<double>(static_cast<double>(m_facts->kind)) : std::nullopt);
    m_details->setVisible(known);
    m_editor->setFacts(known ? *m_facts : m_kept);
    m_find->setVisible(static_cast<bool>(m_detect));
    m_found->setVisible(!m_found->text().isEmpty());
    m_tester->setProfile(known ? m_facts->profile : std::nullopt);
    m_runsPart->setVisible(known);
    if (known)
        m_runs->setFacts(*m_facts);
}

} // namespace rightrig
