#include "ui/classroom/answersform.h"

#include "models/qt/formatter.h"
#include "ui/classroom/schoolform.h"
#include "ui/forms/choicecombo.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"
#include "ui/results/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

constexpr int letters = 26;

/// "DE" as a number, so that a country can be one of a field's choices.
double codeOf(const std::string& alpha2) { return alpha2.size() == 2 ? (alpha2[0] - 'A') * letters + (alpha2[1] - 'A') : -1.0; }

std::string countryOf(double code)
{
    const int number = static_cast<int>(code);
    return {static_cast<char>('A' + number / letters), static_cast<char>('A' + number % letters)};
}

Field countryField(const Catalog& catalog)
{
    Field field{QStringLiteral("country"), AnswersForm::tr("Country"), {}, {}, 0, letters * letters, true, {}, {}, {}};
    for (const Country& country : catalog.countries)
        field.choices.append({codeOf(country.code), plain(country.name, 60), {}, {}});
    std::sort(field.choices.begin(), field.choices.end(),
        [](const AnswerChoice& a, const AnswerChoice& b) { return QString::localeAwareCompare(a.text, b.text) < 0; });
    field.get = [](const Answers& answers) { return answers.country ? std::optional(codeOf(*answers.country)) : std::nullopt; };
    field.set
        = [](Answers& answers, std::optional<double> value) { answers.country = value ? std::optional(countryOf(*value)) : std::nullopt; };
    return field;
}

/// A question with a unit or an amount is typed; any other is chosen.
bool isNumber(const Field& field) { return field.choices.isEmpty() || !field.unit.isEmpty() || !field.whole; }

bool isMoney(const Field& field) { return isNumber(field) && field.unit.isEmpty(); }

/// Where the file keeps a typed answer.
QString pathOf(const Field& field)
{
    static const QHash<QString, QString> paths{{QStringLiteral("hoursOfAudio"), QStringLiteral("data.hours_of_audio")},
        {QStringLiteral("runsPerWeek"), QStringLiteral("runs_per_week")}, {QStringLiteral("patience"), QStringLiteral("patience_hours")},
        {QStringLiteral("budgetUpfront"), QStringLiteral("budget.upfront")},
        {QStringLiteral("budgetMonthly"), QStringLiteral("budget.monthly")}, {QStringLiteral("horizon"), QStringLiteral("horizon_months")},
        {QStringLiteral("credits"), QStringLiteral("school.credits")}};
    return paths.value(field.name, QStringLiteral("data.") + field.name);
}

/// What a whole course shares: an amount that is new gets the course's currency.
void setIn(const Field& field, Answers& answers, std::optional<double> value, CurrencyCode currency)
{
    const Answers before = answers;
    field.set(answers, value);
    const auto give = [currency](std::optional<Money>& amount, const std::optional<Money>& old) {
        if (amount && !old)
            amount->currency = currency;
    };
    give(answers.budgetUpfront, before.budgetUpfront);
    give(answers.budgetMonthly, before.budgetMonthly);
    give(answers.school.credits, before.school.credits);
}

QStringList assumptionLines(const Answers& answers)
{
    QStringList lines;
    for (const auto& [name, value] : answers.overrides)
        lines.append(QStringLiteral("%1 = %2").arg(plain(name, 80), formatNumber(value, 6)));
    return lines;
}

} // namespace

AnswersForm::AnswersForm(const FormContext& context, QWidget* parent) : CourseForm(parent), m_context(context)
{
    auto* box = new QVBoxLayout(this);
    QLabel* hint = plainLabel(QStringLiteral("courseAnswersHintQLabel"), this);
    hint->setText(tr("What you fix is not asked. What you suggest is filled in, and students may change it."));
    box->addWidget(hint);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(2, 3);
    box->addLayout(grid);
    addGoals(*grid);
    QList<Field> work{fields::depth()};
    work += fields::dataNumbers();
    addSection(*grid, tr("Work"), work + QList<Field>{fields::runsPerWeek(), fields::patience(), fields::tuning()});
    addSection(*grid, tr("Money and place"),
        {fields::budgetUpfront(context), fields::budgetMonthly(context), fields::horizon(), fields::portability(),
            fields::operatingSystem(), fields::otherUses(), countryField(*context.catalog)});
    addSection(*grid, tr("Rules and wishes"), {fields::internet(), fields::privateData(), fields::priority()});
    addSection(*grid, tr("What the school offers (the page School counts first)"),
        {fields::lab(), fields::gpuServer(), fields::loanLaptop(), fields::credits(context)});
    addAssumptions(*grid);
    box->addStretch();
}

QComboBox* AnswersForm::addWho(QGridLayout& grid, const QString& question, const QString& stem)
{
    const int row = grid.rowCount();
    QLabel* label = plainLabel(stem + QStringLiteral("QuestionQLabel"), this);
    label->setText(question);
    auto* who = new QComboBox(this);
    setName(*who, stem + QStringLiteral("Who"));
    who->setAccessibleName(tr("Who answers: %1").arg(question));
    who->addItems({tr("Students answer"), tr("Suggested"), tr("Fixed")});
    who->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(who);
    grid.addWidget(label, row, 0);
    grid.addWidget(who, row, 1);
    return who;
}

void AnswersForm::addGoals(QGridLayout& grid)
{
    m_goalsWho = addWho(grid, tr("What students make"), QStringLiteral("courseGoals"));
    auto* place = new QWidget(this);
    auto* flow = new FlowLayout(0, 0, place);
    flow->setSpacing(8);
    const QList<AnswerChoice> choices = goalChoices();
    for (const AnswerChoice& choice : choices) {
        auto* check = new QCheckBox(choice.text, place);
        check->setObjectName(QStringLiteral("course-") + choice.icon + QStringLiteral("QCheckBox"));
        check->setMinimumHeight(26);
        connect(check, &QCheckBox::clicked, this, &AnswersForm::takeGoals);
        m_goals.append(check);
        flow->addWidget(check);
    }
    grid.addWidget(place, grid.rowCount() - 1, 2);
    connect(m_goalsWho, &QComboBox::activated, this, &AnswersForm::takeGoals);
}

void AnswersForm::addSection(QGridLayout& grid, const QString& title, const QList<Field>& questions)
{
    QLabel* label = plainLabel(questions.first().name + QStringLiteral("SectionQLabel"), this, 1.05, true);
    label->setText(title);
    grid.addWidget(label, grid.rowCount(), 0, 1, 3);
    for (const Field& field : questions)
        addRow(grid, field);
}

void AnswersForm::addRow(QGridLayout& grid, const Field& field)
{
    Field named = field;
    named.name = QStringLiteral("answer_") + field.name;
    Row row{named, addWho(grid, field.question, named.name), nullptr, nullptr};
    if (isNumber(field)) {
        const double least = field.name == QLatin1String("pixels") ? 16.0 : field.least; // as the file's schema has it
        row.number = new NumberEdit(field.question, {least, field.most, field.whole}, field.unit, this);
        setName(*row.number, named.name);
        row.number->edit()->setObjectName(named.name + QStringLiteral("QLineEdit"));
        row.number->edit()->setPlaceholderText(QString());
        row.number->setProperty("path", QStringLiteral("answers: ") + pathOf(field));
        grid.addWidget(row.number, grid.rowCount() - 1, 2);
    } else {
        row.choice = new ChoiceCombo(named, tr("Choose"), this);
        grid.addWidget(row.choice, grid.rowCount() - 1, 2);
    }
    m_rows.append(row);
    connect(row.who, &QComboBox::activated, this, [this, row] { takeWho(row); });
    if (row.number != nullptr)
        connect(row.number, &NumberEdit::edited, this, [this, row] { takeValue(row); });
    else
        connect(row.choice, &ChoiceCombo::chosen, this, [this, row] { takeValue(row); });
}

/// Set in the answer page's own list of assumptions, and kept here; rarely used, so nothing but taking them out.
void AnswersForm::addAssumptions(QGridLayout& grid)
{
    const int row = grid.rowCount();
    m_assumptions = plainLabel(QStringLiteral("courseAssumptionsQLabel"), this);
    m_forget = new QPushButton(tr("Forget these assumptions"), this);
    setName(*m_forget, QStringLiteral("courseForget"));
    grid.addWidget(m_assumptions, row, 0, 1, 2);
    grid.addWidget(m_forget, row, 2, Qt::AlignLeft);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        Q_EMIT changed(
            [](Course& course) {
                course.fixed.overrides.clear();
                course.preset.overrides.clear();
            },
            nullptr);
    });
}

WhoAnswers AnswersForm::whoOf(const QComboBox& who) { return static_cast<WhoAnswers>(std::clamp(who.currentIndex(), 0, 2)); }

/// The value stays with whoever answers now; without one, the default of the wizard is a start.
void AnswersForm::takeWho(const Row& row)
{
    std::optional<double> value = row.number != nullptr ? row.number->value() : row.choice->value();
    const WhoAnswers who = whoOf(*row.who);
    if (!value && row.field.assumed)
        value = row.field.assumed(m_context.defaults);
    set(row.field, who, who == WhoAnswers::Student ? std::nullopt : value, nullptr);
    QWidget* editor = row.choice;
    if (row.number != nullptr)
        editor = row.number;
    editor->setEnabled(who != WhoAnswers::Student); // also while there is no value yet
}

void AnswersForm::takeValue(const Row& row)
{
    const std::optional<double> value = row.number != nullptr ? row.number->value() : row.choice->value();
    set(row.field, whoOf(*row.who), value, row.number);
}

void AnswersForm::set(const Field& field, WhoAnswers who, std::optional<double> value, const QObject* edited)
{
    Q_EMIT changed(
        [field, who, value](Course& course) {
            const CurrencyCode currency = currencyOfCourse(course);
            setIn(field, course.fixed, who == WhoAnswers::Fixed ? value : std::nullopt, currency);
            setIn(field, course.preset, who == WhoAnswers::Suggested ? value : std::nullopt, currency);
        },
        edited);
}

void AnswersForm::takeGoals()
{
    std::vector<Goal> goals;
    for (int i = 0; i < m_goals.size(); ++i) {
        if (m_goals[i]->isChecked())
            goals.push_back(static_cast<Goal>(i));
    }
    const WhoAnswers who = whoOf(*m_goalsWho);
    for (QCheckBox* check : std::as_const(m_goals))
        check->setEnabled(who != WhoAnswers::Student);
    const std::optional<std::vector<Goal>> chosen = goals.empty() ? std::nullopt : std::optional(goals);
    Q_EMIT changed(
        [chosen, who](Course& course) {
            course.fixed.goals = who == WhoAnswers::Fixed ? chosen : std::nullopt;
            course.preset.goals = who == WhoAnswers::Suggested ? chosen : std::nullopt;
        },
        nullptr);
}

void AnswersForm::showRow(const Row& row, const Course& course)
{
    const std::optional<double> fixed = row.field.get(course.fixed), suggested = row.field.get(course.preset);
    const std::optional<double> value = fixed ? fixed : suggested;
    if (value)
        row.who->setCurrentIndex(static_cast<int>(fixed ? WhoAnswers::Fixed : WhoAnswers::Suggested));
    else if ((row.number != nullptr ? row.number->value() : row.choice->value()).has_value())
        row.who->setCurrentIndex(static_cast<int>(WhoAnswers::Student)); // it was taken back; one without a value yet keeps its choice
    if (row.number != nullptr) {
        row.number->setValue(value);
        row.number->setEnabled(whoOf(*row.who) != WhoAnswers::Student);
        if (isMoney(row.field))
            row.number->setUnit(plain(currencyOfCourse(course).view(), 3));
    } else {
        row.choice->setValue(value);
        row.choice->setEnabled(whoOf(*row.who) != WhoAnswers::Student);
    }
}

void AnswersForm::showGoals(const Course& course)
{
    const auto& goals = course.fixed.goals ? course.fixed.goals : course.preset.goals;
    const auto checked = [this] { return std::any_of(m_goals.begin(), m_goals.end(), [](const QCheckBox* c) { return c->isChecked(); }); };
    if (goals)
        m_goalsWho->setCurrentIndex(static_cast<int>(course.fixed.goals ? WhoAnswers::Fixed : WhoAnswers::Suggested));
    else if (checked())
        m_goalsWho->setCurrentIndex(static_cast<int>(WhoAnswers::Student));
    for (int i = 0; i < m_goals.size(); ++i) {
        m_goals[i]->setChecked(goals && std::find(goals->begin(), goals->end(), static_cast<Goal>(i)) != goals->end());
        m_goals[i]->setEnabled(whoOf(*m_goalsWho) != WhoAnswers::Student);
    }
}

void AnswersForm::showAssumptions(const Course& course)
{
    const QStringList lines = assumptionLines(course.fixed) + assumptionLines(course.preset);
    showText(
        *m_assumptions, lines.isEmpty() ? QString() : tr("This course changes assumptions: %1.").arg(lines.join(QStringLiteral("; "))));
    m_forget->setVisible(!lines.isEmpty());
}

void AnswersForm::startOver()
{
    for (const Row& row : std::as_const(m_rows))
        row.who->setCurrentIndex(static_cast<int>(WhoAnswers::Student));
    m_goalsWho->setCurrentIndex(static_cast<int>(WhoAnswers::Student));
}

void AnswersForm::load(const Course& course)
{
    for (const Row& row : std::as_const(m_rows))
        showRow(row, course);
    showGoals(course);
    showAssumptions(course);
}

} // namespace rightrig
