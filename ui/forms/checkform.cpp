#include "ui/forms/checkform.h"

#include "models/qt/formatter.h"
#include "ui/forms/choicecombo.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rightrig {

namespace {

struct Words
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
        return Words::tr("None");
    QStringList parts;
    if (facts.cpu)
        parts.append(plain(*facts.cpu, 60));
    if (facts.ram)
        parts.append(formatGib(*facts.ram));
    if (facts.gpu && *facts.gpu != "none")
        parts.append(plain(*facts.gpu, 60));
    return parts.isEmpty() ? Words::tr("Yes, but nothing is known about it") : parts.join(QStringLiteral(", "));
}

QString machinesText(const Answers& answers)
{
    QStringList names;
    for (const Candidate& candidate : answers.candidates)
        names.append(plain(candidate.name, 40));
    return names.isEmpty() ? Words::tr("None") : names.join(QStringLiteral(", "));
}

} // namespace

CheckForm::CheckForm(const FormContext& context, QWidget* parent) : Form(parent), m_context(context), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(fontMetrics().height());
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    addField(fields::priority());
    addCountry();
    addSummary(QStringLiteral("goals"), Words::tr("What will you make?"), 1, goalsText);
    for (const Field& field : {fields::depth(), fields::dataWords(context), fields::runsPerWeek(), fields::patience(), fields::tuning()})
        addField(field);
    addSummary(QStringLiteral("computer"), Words::tr("Which computer do you have?"), 4, computerText);
    for (const Field& field : {fields::budgetUpfront(context), fields::budgetMonthly(context), fields::horizon()})
        addField(field);
    addSummary(QStringLiteral("machines"), Words::tr("Which machines are you looking at?"), 5, machinesText);
    for (const Field& field : {fields::portability(), fields::operatingSystem(), fields::otherUses(), fields::lab(), fields::gpuServer(),
             fields::loanLaptop(), fields::internet(), fields::privateData()})
        addField(field);
    addStudent();
}

QLabel* CheckForm::addMark(int row)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumWidth(fontMetrics().horizontalAdvance(tr("assumed")));
    m_grid->addWidget(label, row, 2);
    return label;
}

void CheckForm::addField(const Field& field)
{
    const int row = m_grid->rowCount();
    auto* combo = new ChoiceCombo(field, unsureText(field, m_context.defaults), this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* label = new QLabel(field.question, this);
    label->setWordWrap(true);
    label->setBuddy(combo);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(combo, row, 1);
    m_rows.append({field, combo, addMark(row)});
    connect(combo, &ChoiceCombo::chosen, this, [this, field, combo] {
        field.set(m_answers, combo->value());
        load(Answers(m_answers));
        Q_EMIT changed();
    });
}

void CheckForm::addSummary(const QString& name, const QString& question, int page, std::function<QString(const Answers&)> text)
{
    const int row = m_grid->rowCount();
    auto* value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    auto* button = new QPushButton(tr("Change"), this);
    setName(*button, name + QStringLiteral("Change"));
    button->setAccessibleName(tr("Change: %1").arg(question));
    auto* label = new QLabel(question, this);
    label->setWordWrap(true);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(value, row, 1);
    m_grid->addWidget(button, row, 3);
    m_summaries.append({value, addMark(row), std::move(text)});
    connect(button, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
}

void CheckForm::addCountry()
{
    const int row = m_grid->rowCount();
    m_country = new QComboBox(this);
    setName(*m_country, QStringLiteral("country"));
    m_country->setAccessibleName(tr("Country, for currency and electricity"));
    m_country->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const Country* assumed = m_context.catalog->findCountry(m_context.defaults.country);
    m_country->addItem(tr("Not sure (we assume: %1)").arg(assumed != nullptr ? plain(assumed->name) : plain(m_context.defaults.country)));
    for (const Country& country : m_context.catalog->countries)
        m_country->addItem(plain(country.name), QString::fromStdString(country.code));
    auto* label = new QLabel(tr("Where do you live?"), this);
    label->setBuddy(m_country);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(m_country, row, 1);
    m_countryMark = addMark(row);
    connect(m_country, &QComboBox::activated, this, [this](int index) {
        const QString code = m_country->itemData(index).toString();
        m_answers.country = code.isEmpty() ? std::nullopt : std::optional(code.toStdString());
        load(Answers(m_answers));
        Q_EMIT changed();
    });
}

void CheckForm::addStudent()
{
    const int row = m_grid->rowCount();
    m_student = new QLineEdit(this);
    setName(*m_student, QStringLiteral("student"));
    m_student->setMaxLength(200);
    m_student->setPlaceholderText(tr("only printed on your PDF"));
    auto* label = new QLabel(tr("Your name, if you like"), this);
    label->setBuddy(m_student);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(m_student, row, 1);
    connect(m_student, &QLineEdit::textEdited, this, [this](const QString& text) {
        const QString name = plain(text.trimmed().toStdString());
        m_answers.studentName = name.isEmpty() ? std::nullopt : std::optional(name.toStdString());
        Q_EMIT changed();
    });
}

void CheckForm::mark(QLabel& label, bool assumed) { label.setText(assumed ? tr("assumed") : QString()); }

void CheckForm::load(const Answers& answers)
{
    m_answers = answers;
    for (const Row& row : std::as_const(m_rows)) {
        const std::optional<double> value = row.field.get(answers);
        row.combo->setValue(value);
        mark(*row.mark, !value);
    }
    for (const Summary& summary : std::as_const(m_summaries)) {
        const QString text = summary.text(answers);
        summary.value->setText(text.isEmpty() ? tr("Not sure") : text);
        mark(*summary.mark, text.isEmpty());
    }
    const int index = answers.country ? m_country->findData(QString::fromStdString(*answers.country)) : 0;
    m_country->setCurrentIndex(index);
    mark(*m_countryMark, !answers.country);
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
