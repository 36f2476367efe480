#include "ui/forms/checkform.h"

#include "models/domain/planner.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/forms/choicecombo.h"
#include "ui/forms/flowlayout.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

struct CheckFormWords
{
    Q_DECLARE_TR_FUNCTIONS(CheckForm)
};

QString goalsText(const Answers& answers)
{
    QStringList names;
    const QList<AnswerChoice> choices = goalChoices();
    for (const Goal goal : answers.goals.value_or(std::vector<Goal>()))
        names.append(choices.value(int(goal)).text);
    return names.join(QStringLiteral(", "));
}

QString computerText(const Answers& answers)
{
    if (!answers.computer || answers.computer->kind == ComputerKind::Unknown)
        return {};
    const ComputerFacts& facts = *answers.computer;
    if (facts.kind == ComputerKind::None)
        return CheckFormWords::tr("None");
    QStringList parts;
    if (facts.cpu)
        parts.append(plain(*facts.cpu, 60));
    if (facts.ram)
        parts.append(formatGib(*facts.ram));
    if (facts.gpu && *facts.gpu != "none")
        parts.append(plain(*facts.gpu, 60));
    return parts.isEmpty() ? CheckFormWords::tr("Yes, but nothing is known about it") : parts.join(QStringLiteral(", "));
}

QString machinesText(const Answers& answers)
{
    QStringList names;
    for (const Candidate& candidate : answers.candidates)
        names.append(plain(candidate.name, 40));
    return names.isEmpty() ? CheckFormWords::tr("None") : names.join(QStringLiteral(", "));
}

/// The first entry of a list: what is used while nothing is chosen, marked.
QString assumedText(const Field& field, const Settled& defaults)
{
    const QString text = field.assumed ? choiceText(field, field.assumed(defaults)) : field.assumedText;
    if (text.isEmpty())
        return CheckFormWords::tr("Not sure");
    return CheckFormWords::tr("%1 (assumed)").arg(text.at(0).toUpper() + text.mid(1));
}

} // namespace

CheckForm::CheckForm(const FormContext& context, QWidget* parent) : Form(parent), m_context(context), m_issues(new QLabel(this))
{
    setUpLayout();
    addField(fields::priority());
    addCountry();
    addStudent();
    m_changeGoals = addSummary(QStringLiteral("goals"), CheckFormWords::tr("What will you make?"), 1, goalsText);
    for (const Field& field : {fields::depth(), fields::dataWords(context), fields::runsPerWeek(), fields::patience(), fields::tuning()})
        addField(field);
    addSummary(QStringLiteral("computer"), CheckFormWords::tr("Which computer do you have?"), 4, computerText);
    for (const Field& field : {fields::budgetUpfront(context), fields::budgetMonthly(context), fields::horizon()})
        addField(field);
    addSummary(QStringLiteral("machines"), CheckFormWords::tr("Which machines are you looking at?"), 5, machinesText);
    for (const Field& field : {fields::portability(), fields::operatingSystem(), fields::otherUses(), fields::lab(), fields::gpuServer(),
             fields::loanLaptop(), fields::internet(), fields::privateData()})
        addField(field);
}

void CheckForm::setUpLayout()
{
    m_issues->setTextFormat(Qt::PlainText);
    m_issues->setWordWrap(true);
    m_issues->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setName(*m_issues, QStringLiteral("issues"));
    auto* cells = new QWidget(this);
    setName(*cells, QStringLiteral("cells"));
    m_cells = new FlowLayout(28, 3, cells);
    m_cells->setSpacing(fontMetrics().height() / 2);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_issues);
    box->addWidget(cells);
}

/// The question above, what answers it below; editors of one row stand on one line.
void CheckForm::addCell(const QString& question, QWidget* editor, QWidget* second)
{
    auto* cell = new QWidget(this);
    auto* box = new QVBoxLayout(cell);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    auto* label = new QLabel(question, cell);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(second != nullptr ? second : editor);
    box->addStretch();
    box->addWidget(label);
    auto* row = new QHBoxLayout;
    row->addWidget(editor, 1);
    if (second != nullptr)
        row->addWidget(second);
    box->addLayout(row);
    m_cells->addWidget(cell);
}

void CheckForm::addField(const Field& field)
{
    auto* combo = new ChoiceCombo(field, assumedText(field, m_context.defaults), this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addCell(field.question, combo);
    m_rows.append({field, combo});
    connect(combo, &ChoiceCombo::chosen, this, [this, field, combo] {
        field.set(m_answers, combo->value());
        load(Answers(m_answers));
        Q_EMIT changed();
    });
}

QPushButton* CheckForm::addSummary(const QString& name, const QString& question, int page, std::function<QString(const Answers&)> text)
{
    auto* value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    setName(*value, name + QStringLiteral("Summary"));
    auto* button = new QPushButton(tr("Change"), this);
    setName(*button, name + QStringLiteral("Change"));
    button->setAccessibleName(tr("Change: %1").arg(question));
    addCell(question, value, button);
    m_summaries.append({value, std::move(text)});
    connect(button, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
    return button;
}

void CheckForm::addCountry()
{
    m_country = new QComboBox(this);
    setName(*m_country, QStringLiteral("country"));
    m_country->setAccessibleName(tr("Country, for currency and electricity"));
    m_country->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const Country* assumed = m_context.catalog->findCountry(m_context.defaults.country);
    m_country->addItem(tr("%1 (assumed)").arg(assumed != nullptr ? plain(assumed->name) : plain(m_context.defaults.country)));
    for (const Country& country : m_context.catalog->countries)
        m_country->addItem(plain(country.name), QString::fromStdString(country.code));
    addCell(tr("Where do you live?"), m_country);
    connect(m_country, &QComboBox::activated, this, [this](int index) {
        const QString code = m_country->itemData(index).toString();
        m_answers.country = code.isEmpty() ? std::nullopt : std::optional(code.toStdString());
        load(Answers(m_answers));
        Q_EMIT changed();
    });
}

void CheckForm::addStudent()
{
    m_student = new QLineEdit(this);
    setName(*m_student, QStringLiteral("student"));
    m_student->setMaxLength(200);
    m_student->setPlaceholderText(tr("only for your PDF"));
    m_student->setAccessibleName(tr("Your name, only printed on your PDF"));
    addCell(tr("Your name, if you like"), m_student);
    connect(m_student, &QLineEdit::textEdited, this, [this](const QString& text) {
        const QString name = plain(text.trimmed().toStdString());
        m_answers.studentName = name.isEmpty() ? std::nullopt : std::optional(name.toStdString());
        Q_EMIT changed();
    });
}

/// What the course decides is shown, and cannot be changed.
void CheckForm::setFixed(const Answers& fixed)
{
    const auto take = [](QWidget& editor, bool decided) {
        editor.setEnabled(!decided);
        editor.setToolTip(decided ? tr("Your course decides this.") : QString());
        editor.setAccessibleDescription(editor.toolTip());
    };
    for (const Row& row : std::as_const(m_rows))
        take(*row.combo, row.field.get(fixed).has_value());
    take(*m_changeGoals, fixed.goals.has_value());
    take(*m_country, fixed.country.has_value());
}

void CheckForm::load(const Answers& answers)
{
    m_answers = answers;
    for (const Row& row : std::as_const(m_rows))
        row.combo->setValue(row.field.get(answers));
    for (const Summary& summary : std::as_const(m_summaries)) {
        const QString text = summary.text(answers);
        summary.value->setText(text.isEmpty() ? tr("Not sure (assumed)") : text);
    }
    QStringList issues;
    for (const QString& issue : issueTexts(checkAnswers(answers, *m_context.catalog), answers))
        issues.append(QStringLiteral("! ") + issue);
    m_issues->setText(issues.join(QLatin1Char('\n')));
    m_issues->setVisible(!issues.isEmpty());
    m_country->setCurrentIndex(answers.country ? m_country->findData(QString::fromStdString(*answers.country)) : 0);
    const QString name = answers.studentName ? plain(*answers.studentName) : QString();
    if (m_student->text().trimmed() != name)
        m_student->setText(name);
}

void CheckForm::save(Answers& answers) const
{
    for (const Row& row : m_rows)
        row.field.set(answers, row.field.get(m_answers));
    answers.country = m_answers.country;
    answers.studentName = m_answers.studentName;
}

} // namespace rightrig
