#include "ui/forms/runseditor.h"

#include "models/domain/estimator.h"
#include "models/domain/ownruns.h"
#include "models/qt/formatter.h"
#include "models/qt/ownviewtext.h"
#include "ui/forms/choices.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace rightrig {

namespace {

constexpr std::array<double, 3> unitsOfTime{1.0, 60.0, 3600.0};
constexpr int longestRunText = 500;

} // namespace

RunsEditor::RunsEditor(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_text(new QLineEdit(this))
    , m_read(new QPushButton(tr("Read it"), this))
    , m_add(new QPushButton(tr("Add this run"), this))
    , m_job(new QComboBox(this))
    , m_unit(new QComboBox(this))
    , m_part(new QComboBox(this))
    , m_samples(new NumberEdit(tr("How much data the run used"), {1e-3, 1e13, false}, {}, this))
    , m_time(new NumberEdit(tr("Time the run took"), {1e-3, 1e6, false}, {}, this))
    , m_message(new QLabel(this))
{
    setName(*this, QStringLiteral("runs"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    setUpText(*box);
    setUpFields(*box);
    setName(*m_message, QStringLiteral("runMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    box->addWidget(m_message);
    m_list = new QVBoxLayout;
    box->addLayout(m_list);
    connect(m_read, &QPushButton::clicked, this, &RunsEditor::readText);
    connect(m_text, &QLineEdit::returnPressed, this, &RunsEditor::readText);
    connect(m_add, &QPushButton::clicked, this, &RunsEditor::add);
    connect(m_job, &QComboBox::currentIndexChanged, this, &RunsEditor::showUnit);
    showUnit();
}

void RunsEditor::setUpText(QVBoxLayout& box)
{
    auto* why = new QLabel(tr("You trained on this computer already? What it took tells more than any formula."), this);
    setName(*why, QStringLiteral("runWhy"));
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    box.addWidget(why);
    setName(*m_text, QStringLiteral("runText"));
    setName(*m_read, QStringLiteral("runRead"));
    m_text->setMaxLength(longestRunText);
    m_text->setAccessibleName(tr("What a run took, in words"));
    m_text->setPlaceholderText(tr("ResNet-18 on my 5,000 photos: 6 min an epoch"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_read);
    box.addLayout(row);
}

void RunsEditor::setUpFields(QVBoxLayout& box)
{
    for (const Preset& preset : m_catalog->presets)
        m_job->addItem(plain(preset.title), QString::fromStdString(preset.id));
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours")});
    m_unit->setCurrentIndex(1);
    m_part->addItems({tr("for one epoch: once through the data"), tr("for the whole run")});
    for (const auto& [combo, name, spoken] : {std::tuple(m_job, "runJob", tr("What was trained")),
             std::tuple(m_unit, "runUnit", tr("Unit of the time")), std::tuple(m_part, "runPart", tr("What was timed"))}) {
        setName(*combo, QString::fromLatin1(name));
        combo->setAccessibleName(spoken);
        combo->setMinimumContentsLength(10);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    m_samples->edit()->setObjectName(QStringLiteral("runSamplesQLineEdit"));
    m_time->edit()->setObjectName(QStringLiteral("runTimeQLineEdit"));
    setName(*m_add, QStringLiteral("runAdd"));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* time = new QHBoxLayout;
    time->addWidget(m_time);
    time->addWidget(m_unit);
    time->addStretch(1);
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    form->addRow(label(tr("What was trained"), m_job), m_job);
    form->addRow(label(tr("On how much data"), m_samples->edit()), m_samples);
    form->addRow(label(tr("It took"), m_time->edit()), time);
    form->addRow(label(tr("What was timed"), m_part), m_part);
    box.addLayout(form);
    box.addWidget(m_add, 0, Qt::AlignLeft);
}

void RunsEditor::setFacts(const ComputerFacts& facts)
{
    m_facts = facts;
    showRuns();
}

void RunsEditor::showUnit()
{
    const Preset* preset = m_catalog->findPreset(m_job->currentData().toString().toStdString());
    if (preset)
        m_samples->setUnit(sampleWord(preset->unit));
}

OwnRun RunsEditor::typed() const
{
    OwnRun run;
    run.preset = m_job->currentData().toString().toStdString();
    run.samples = m_samples->value();
    run.time = Seconds{m_time->value().value_or(0.0) * unitsOfTime[static_cast<std::size_t>(std::max(0, m_unit->currentIndex()))]};
    run.part = m_part->currentIndex() == 1 ? RunPart::Whole : RunPart::Epoch;
    return run;
}

void RunsEditor::setTyped(const OwnRun& run)
{
    m_job->setCurrentIndex(std::max(0, m_job->findData(QString::fromStdString(run.preset))));
    m_samples->setValue(run.samples);
    const int unit = run.time.value >= 7200.0 ? 2 : run.time.value >= 120.0 ? 1 : 0;
    m_unit->setCurrentIndex(unit);
    m_time->setValue(run.time.value > 0.0 ? std::optional(run.time.value / unitsOfTime[static_cast<std::size_t>(unit)]) : std::nullopt);
    m_part->setCurrentIndex(run.part == RunPart::Whole ? 1 : 0);
}

void RunsEditor::readText()
{
    const auto run = readRunText(m_text->text().toStdString(), typed(), *m_catalog);
    if (run)
        setTyped(*run);
    m_message->setText(run ? tr("This is what we read. Correct what is wrong, then add it.")
                           : tr("We found no time in it. Say for example: 6 min an epoch."));
    m_message->show();
}

void RunsEditor::add()
{
    const OwnRun run = typed();
    const bool full = m_facts.runs.size() >= mostOwnRuns;
    if (full || !(run.time.value > 0.0) || !m_time->isValid() || !m_samples->isValid()) {
        m_message->setText(full ? tr("Twelve runs are enough. Take one out first.") : tr("Say how long the run took."));
        m_message->show();
        return;
    }
    m_facts.runs.push_back(run);
    m_text->clear();
    m_time->setValue(std::nullopt);
    m_message->hide();
    showRuns();
    Q_EMIT edited();
}

void RunsEditor::takeOut(std::size_t run)
{
    if (run >= m_facts.runs.size())
        return;
    m_facts.runs.erase(m_facts.runs.begin() + static_cast<std::ptrdiff_t>(run));
    showRuns();
    m_add->setFocus(); // the button that was pressed is gone
    Q_EMIT edited();
}

void RunsEditor::showRuns()
{
    for (QWidget* row : m_rows) {
        row->hide();
        row->deleteLater(); // it may be the one whose button was pressed
    }
    m_rows.clear();
    if (m_facts.runs.empty())
        return;
    Answers answers;
    answers.computer = m_facts;
    const auto compared = compareRuns(answers, *m_catalog, *resolveConstants(*m_catalog, {}));
    for (std::size_t i = 0; i < compared.size(); ++i) {
        auto* row = new QWidget(this);
        setName(*row, QStringLiteral("run%1").arg(i));
        auto* text = new QLabel(runComparisonText(compared[i]), row);
        setName(*text, QStringLiteral("run%1").arg(i));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        auto* out = new QPushButton(tr("Take it out"), row);
        setName(*out, QStringLiteral("run%1Out").arg(i));
        out->setAccessibleName(tr("Take out: %1").arg(text->text()));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(text, 1);
        line->addWidget(out, 0, Qt::AlignTop);
        connect(out, &QPushButton::clicked, this, [this, i] { takeOut(i); });
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
}

} // namespace rightrig
