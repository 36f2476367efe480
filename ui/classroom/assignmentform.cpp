#include "ui/classroom/assignmentform.h"

#include "models/qt/formatter.h"
#include "ui/classroom/textfield.h"
#include "ui/forms/choicecombo.h"
#include "ui/forms/collapsible.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

QFormLayout* makeRows(QWidget* parent)
{
    auto* rows = new QFormLayout(parent);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return rows;
}

Field choiceField(const char* name, const QString& question, const QList<AnswerChoice>& choices)
{
    return {QString::fromLatin1(name), question, choices, {}, 0, 0, true, {}, {}, {}};
}

Field precisionField()
{
    const auto choice = [](Precision value, const QString& text) { return AnswerChoice{static_cast<double>(value), text, {}, {}}; };
    return choiceField("assignmentPrecision", AssignmentForm::tr("Number format"),
        {choice(Precision::Fp32, AssignmentForm::tr("32 bit")), choice(Precision::Tf32, AssignmentForm::tr("32 bit, shortened (TF32)")),
            choice(Precision::Amp, AssignmentForm::tr("16 and 32 bit mixed")), choice(Precision::Int8, AssignmentForm::tr("8 bit")),
            choice(Precision::Int4, AssignmentForm::tr("4 bit"))});
}

Field checkpointingField()
{
    return choiceField("assignmentCheckpointing", AssignmentForm::tr("Save memory by working twice"),
        {{1.0, AssignmentForm::tr("Yes"), {}, {}}, {0.0, AssignmentForm::tr("No"), {}, {}}});
}

} // namespace

AssignmentForm::AssignmentForm(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : CourseForm(parent), m_catalog(std::move(catalog)), m_preset(new QComboBox(this)), m_example(new QLabel(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    auto* main = new QWidget(this);
    setUpMain(*makeRows(main));
    box->addWidget(main);
    auto* exact = new QWidget;
    setUpExact(*makeRows(exact));
    auto* more = new Collapsible(tr("Exact numbers of the job"), QStringLiteral("assignmentExact"), this);
    more->setContent(exact);
    box->addWidget(more);
    setPaths();
}

void AssignmentForm::setUpMain(QFormLayout& rows)
{
    m_title = addText(rows, "assignmentTitle", tr("Title"), &Assignment::title);
    m_title->setHint(tr("Tell pictures apart"));
    setName(*m_preset, QStringLiteral("assignmentPreset"));
    m_preset->setAccessibleName(tr("What is trained"));
    m_preset->setMinimumContentsLength(10);
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillPresets();
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        change([id = m_preset->itemData(index).toString().toStdString()](Assignment& one) { one.job.preset = id; }, nullptr);
    });
    addRow(rows, tr("What is trained"), m_preset, m_preset);
    m_example->setObjectName(QStringLiteral("assignmentExampleQLabel"));
    m_example->setTextFormat(Qt::PlainText);
    m_example->setWordWrap(true);
    rows.addRow(QString(), m_example);
    addJobNumber(rows, "assignmentSamples", tr("On how much data"), {1, 1e16, false}, "samples", &JobRequest::samples,
        [](const Preset& preset) { return preset.samples; });
    m_samples = m_numbers.last().edit;
    addNumber(rows, "assignmentDue", tr("Due in week"), {1, 60, true}, {}, QStringLiteral("due_week"), &Assignment::dueWeek);
    addNumber(rows, "assignmentRuns", tr("Expected runs"), {1, 10000, false}, tr("until it is handed in"), QStringLiteral("runs"),
        &Assignment::runs);
    m_group = addCheck(rows, "assignmentGroup", tr("Done in a group"), &Assignment::group);
    m_own = addCheck(rows, "assignmentOwn", tr("Must run on the student's own computer"), &Assignment::ownMachine);
}

void AssignmentForm::setUpExact(QFormLayout& rows)
{
    addJobNumber(rows, "assignmentEpochs", tr("Times through the data"), {0.001, 1e6, false}, "epochs", &JobRequest::epochs,
        [](const Preset& preset) { return preset.epochs; });
    addJobNumber(rows, "assignmentBatch", tr("Samples at once (batch)"), {1, 1e9, false}, "batch", &JobRequest::batch,
        [](const Preset& preset) { return preset.batch; });
    addJobNumber(rows, "assignmentColumns", tr("Columns of the table"), {1, 1e7, false}, "columns", &JobRequest::columns,
        [](const Preset& preset) { return preset.table.columns.value_or(0.0); });
    addJobNumber(rows, "assignmentWeekly", tr("Runs a week"), {0.01, 1000, false}, "runs_per_week", &JobRequest::runsPerWeek, {});
    m_precision = new ChoiceCombo(precisionField(), tr("As usual"), this);
    addRow(rows, tr("Number format"), m_precision, m_precision);
    connect(m_precision, &ChoiceCombo::chosen, this, [this] {
        const auto value = m_precision->value();
        change(
            [value](Assignment& one) {
                one.job.precision = value ? std::optional(static_cast<Precision>(static_cast<int>(*value))) : std::nullopt;
            },
            nullptr);
    });
    m_checkpointing = new ChoiceCombo(checkpointingField(), tr("As usual"), this);
    addRow(rows, tr("Save memory by working twice"), m_checkpointing, m_checkpointing);
    connect(m_checkpointing, &ChoiceCombo::chosen, this, [this] {
        const auto value = m_checkpointing->value();
        change([value](Assignment& one) { one.job.checkpointing = value ? std::optional(*value != 0.0) : std::nullopt; }, nullptr);
    });
    m_id = addText(rows, "assignmentId", tr("Name in tables"), &Assignment::id);
}

void AssignmentForm::addRow(QFormLayout& rows, const QString& label, QWidget* field, QWidget* buddy)
{
    auto* text = new QLabel(label, this);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(buddy);
    rows.addRow(text, field);
}

TextField* AssignmentForm::addText(QFormLayout& rows, const char* stem, const QString& label, std::string Assignment::*member)
{
    auto* field = new TextField(QString::fromLatin1(stem), label, 1, this);
    addRow(rows, label, field, field->edit());
    connect(field, &TextField::edited, this,
        [this, field, member] { change([text = field->text(), member](Assignment& one) { one.*member = text; }, field); });
    return field;
}

void AssignmentForm::add(
    NumberField number, QFormLayout& rows, const QString& label, std::function<void(Assignment&, std::optional<double>)> set)
{
    addRow(rows, label, number.edit, number.edit->edit());
    connect(number.edit, &NumberEdit::edited, this, [this, edit = number.edit, set = std::move(set)] {
        change([set, value = edit->value()](Assignment& one) { set(one, value); }, edit);
    });
    m_numbers.append(std::move(number));
}

void AssignmentForm::addNumber(QFormLayout& rows, const char* stem, const QString& label, const NumberLimits& limits, const QString& unit,
    const QString& path, Number member)
{
    auto* edit = new NumberEdit(label, limits, unit, this);
    setName(*edit, QString::fromLatin1(stem));
    edit->edit()->setObjectName(QString::fromLatin1(stem) + QStringLiteral("QLineEdit"));
    edit->edit()->setPlaceholderText(tr("not said"));
    add({edit, path, [member](const Assignment& one) { return one.*member; }, {}}, rows, label,
        [member](Assignment& one, std::optional<double> value) { one.*member = value; });
}

void AssignmentForm::addJobNumber(QFormLayout& rows, const char* stem, const QString& label, const NumberLimits& limits, const char* json,
    JobNumber member, std::function<double(const Preset&)> usual)
{
    auto* edit = new NumberEdit(label, limits, {}, this);
    setName(*edit, QString::fromLatin1(stem));
    edit->edit()->setObjectName(QString::fromLatin1(stem) + QStringLiteral("QLineEdit"));
    add({edit, QStringLiteral("job.") + QLatin1String(json), [member](const Assignment& one) { return one.job.*member; }, std::move(usual)},
        rows, label, [member](Assignment& one, std::optional<double> value) { one.job.*member = value; });
}

QCheckBox* AssignmentForm::addCheck(QFormLayout& rows, const char* stem, const QString& text, bool Assignment::*member)
{
    auto* check = new QCheckBox(text, this);
    setName(*check, QString::fromLatin1(stem));
    check->setMinimumHeight(26);
    rows.addRow(QString(), check);
    connect(check, &QCheckBox::clicked, this,
        [this, member](bool on) { change([member, on](Assignment& one) { one.*member = on; }, nullptr); });
    return check;
}

void AssignmentForm::fillPresets()
{
    const QList<AnswerChoice> goals = goalChoices();
    for (const Preset& preset : m_catalog->presets) {
        const QString goal = goals.value(static_cast<int>(preset.goal)).text;
        m_preset->addItem(tr("%1: %2").arg(goal, plain(preset.title, 100)), QString::fromStdString(preset.id));
    }
}

void AssignmentForm::showPreset(const std::string& id)
{
    while (m_preset->count() > static_cast<int>(m_catalog->presets.size()))
        m_preset->removeItem(m_preset->count() - 1);
    int index = m_preset->findData(QString::fromStdString(id));
    if (index < 0 && !id.empty()) {
        m_preset->addItem(tr("%1 (not in the catalogue)").arg(plain(id, 60)), QString::fromStdString(id));
        index = m_preset->count() - 1;
    }
    m_preset->setCurrentIndex(index);
    const Preset* preset = m_catalog->findPreset(id);
    m_example->setText(
        preset != nullptr ? plain(preset->example) : tr("Choose a job that the catalogue knows, or its estimate stays unknown."));
    m_samples->setUnit(preset != nullptr ? sampleWord(preset->unit) : QString());
    for (const NumberField& number : std::as_const(m_numbers)) {
        if (!number.path.startsWith(QLatin1String("job.")))
            continue;
        const double usual = preset != nullptr && number.usual ? number.usual(*preset) : 0.0;
        number.edit->edit()->setPlaceholderText(usual > 0.0 ? tr("usually %1").arg(formatNumber(usual, 6)) : tr("as usual"));
    }
}

void AssignmentForm::change(const std::function<void(Assignment&)>& what, const QObject* field)
{
    const auto index = static_cast<std::size_t>(m_index);
    Q_EMIT changed(
        [what, index](Course& course) {
            if (index < course.assignments.size())
                what(course.assignments[index]);
        },
        field);
}

void AssignmentForm::setIndex(int index)
{
    m_index = index;
    setPaths();
}

void AssignmentForm::setPaths()
{
    const QString base = QStringLiteral("assignments[%1].").arg(m_index);
    setPath(*m_title, base + QStringLiteral("title"));
    setPath(*m_id, base + QStringLiteral("id"));
    for (const NumberField& number : std::as_const(m_numbers))
        number.edit->setProperty("path", base + number.path);
}

void AssignmentForm::load(const Course& course)
{
    setEnabled(!course.assignments.empty());
    const auto index = static_cast<std::size_t>(m_index);
    const Assignment one = index < course.assignments.size() ? course.assignments[index] : Assignment{};
    m_title->setText(one.title);
    m_id->setText(one.id);
    showPreset(one.job.preset);
    for (const NumberField& number : std::as_const(m_numbers))
        number.edit->setValue(number.get(one));
    m_group->setChecked(one.group);
    m_own->setChecked(one.ownMachine);
    m_precision->setValue(one.job.precision ? std::optional(static_cast<double>(*one.job.precision)) : std::nullopt);
    m_checkpointing->setValue(one.job.checkpointing ? std::optional(*one.job.checkpointing ? 1.0 : 0.0) : std::nullopt);
}

bool AssignmentForm::isValid() const
{
    return std::all_of(m_numbers.begin(), m_numbers.end(), [](const NumberField& number) { return number.edit->isValid(); });
}

void AssignmentForm::showInvalid()
{
    for (const NumberField& number : std::as_const(m_numbers)) {
        if (!number.edit->isValid())
            return number.edit->setFocus();
    }
}

} // namespace rightrig
