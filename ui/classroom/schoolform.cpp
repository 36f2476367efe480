#include "ui/classroom/schoolform.h"

#include "models/qt/formatter.h"
#include "ui/classroom/schoolmachineedit.h"
#include "ui/forms/choicecombo.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"
#include "ui/results/parts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

/// Calls `use` with each amount of the course, set or not.
template <class CourseRef, class Use> void eachAmount(CourseRef& course, const Use& use)
{
    use(course.school.creditsPerStudent);
    use(course.budgetCap);
    for (auto* answers : {&course.fixed, &course.preset}) {
        use(answers->budgetUpfront);
        use(answers->budgetMonthly);
        use(answers->school.credits);
    }
}

QFormLayout& rowsOf(TitledCard& card) { return *card.box()->findChild<QFormLayout*>(); }

} // namespace

CurrencyCode currencyOfCourse(const Course& course)
{
    std::optional<CurrencyCode> found;
    eachAmount(course, [&found](const std::optional<Money>& amount) {
        if (amount && !found)
            found = amount->currency;
    });
    return found.value_or(CurrencyCode("USD"));
}

SchoolForm::SchoolForm(const FormContext& context, QWidget* parent)
    : CourseForm(parent), m_context(context), m_currency(CurrencyCode("USD"))
{
    auto* box = new QVBoxLayout(this);
    TitledCard* lab = addCard(*box, "lab", tr("Computer lab"));
    addNumber(
        *lab, "labMachines", tr("Computers"), {0, 100000, true}, {}, QStringLiteral("school.lab_machines"), &CourseSchool::labMachines);
    addNumber(*lab, "labHours", tr("Open for students"), {0, 168, false}, tr("hours a week"), QStringLiteral("school.lab_hours_per_week"),
        &CourseSchool::labHoursPerWeek);
    addMachine(*lab, "labMachine", tr("One of them is"), &CourseSchool::labMachine);
    TitledCard* server = addCard(*box, "server", tr("Server with graphics cards"));
    addServer(*server);
    addMachine(*server, "serverMachine", tr("What a student gets of it"), &CourseSchool::serverMachine);
    TitledCard* loans = addCard(*box, "loans", tr("Laptops to borrow"));
    addNumber(
        *loans, "loanLaptops", tr("How many"), {0, 100000, true}, {}, QStringLiteral("school.loan_laptops"), &CourseSchool::loanLaptops);
    addMachine(*loans, "loanMachine", tr("One of them is"), &CourseSchool::loanMachine);
    TitledCard* money = addCard(*box, "money", tr("Money"));
    addAmount(*money, "credits", tr("Cloud credits for each student"), QStringLiteral("school.credits_per_student"),
        [](Course& course) -> std::optional<Money>& { return course.school.creditsPerStudent; });
    addAmount(*money, "budgetCap", tr("Most that a student should spend on a computer"), QStringLiteral("budget_cap"),
        [](Course& course) -> std::optional<Money>& { return course.budgetCap; });
    addCurrency(*money);
    box->addStretch();
}

TitledCard* SchoolForm::addCard(QVBoxLayout& box, const char* stem, const QString& title)
{
    auto* card = new TitledCard(title, QString::fromLatin1(stem) + QStringLiteral("TitledCard"), this);
    auto* rows = new QFormLayout;
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    card->box()->addLayout(rows);
    box.addWidget(card);
    return card;
}

void SchoolForm::addRow(TitledCard& card, const QString& label, QWidget* field, QWidget* buddy)
{
    auto* text = new QLabel(label, &card);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(buddy);
    rowsOf(card).addRow(text, field);
}

NumberEdit* SchoolForm::makeNumber(
    const char* stem, const QString& label, const NumberLimits& limits, const QString& unit, const QString& path)
{
    auto* edit = new NumberEdit(label, limits, unit, this);
    setName(*edit, QString::fromLatin1(stem));
    edit->edit()->setObjectName(QString::fromLatin1(stem) + QStringLiteral("QLineEdit"));
    edit->edit()->setPlaceholderText(tr("not said"));
    edit->setProperty("path", path);
    return edit;
}

void SchoolForm::addNumber(TitledCard& card, const char* stem, const QString& label, const NumberLimits& limits, const QString& unit,
    const QString& path, Number member)
{
    NumberEdit* edit = makeNumber(stem, label, limits, unit, path);
    addRow(card, label, edit, edit->edit());
    m_numbers.append({edit, member});
    connect(edit, &NumberEdit::edited, this,
        [this, edit, member] { Q_EMIT changed([value = edit->value(), member](Course& course) { course.school.*member = value; }, edit); });
}

void SchoolForm::addMachine(TitledCard& card, const char* stem, const QString& label, Machine member)
{
    auto* edit = new SchoolMachineEdit(m_context, QString::fromLatin1(stem), label, this);
    addRow(card, label, edit, edit->combo());
    m_machines.append({edit, member});
    connect(edit, &SchoolMachineEdit::edited, this, [this, edit, member] {
        Q_EMIT changed([machine = edit->machine(), member](Course& course) { course.school.*member = machine; }, nullptr);
    });
}

void SchoolForm::addAmount(TitledCard& card, const char* stem, const QString& label, const QString& path, const Amount& of)
{
    NumberEdit* edit = makeNumber(stem, label, {0, 1e9, false}, {}, path);
    addRow(card, label, edit, edit->edit());
    m_amounts.append({edit, of});
    connect(edit, &NumberEdit::edited, this, [this, edit, of] {
        const CurrencyCode currency = m_currency;
        Q_EMIT changed(
            [value = edit->value(), of, currency](Course& course) {
                std::optional<Money>& amount = of(course);
                const CurrencyCode code = amount ? amount->currency : currency;
                amount = value ? std::optional(Money{*value, code}) : std::nullopt;
            },
            edit);
    });
}

void SchoolForm::addServer(TitledCard& card)
{
    Field field = fields::gpuServer();
    field.name = QStringLiteral("courseServer");
    field.question = tr("There is one");
    m_server = new ChoiceCombo(field, tr("Not said"), this);
    addRow(card, field.question, m_server, m_server);
    connect(m_server, &ChoiceCombo::chosen, this, [this] {
        const auto value = m_server->value();
        Q_EMIT changed([value](Course& course) { course.school.gpuServer = value ? std::optional(*value != 0.0) : std::nullopt; }, nullptr);
    });
}

/// One for all amounts of the course: a course with two has a mistake in it, or keeps them if nobody chooses here.
void SchoolForm::addCurrency(TitledCard& card)
{
    m_currencies = new QComboBox(this);
    setName(*m_currencies, QStringLiteral("courseCurrency"));
    m_currencies->setAccessibleName(tr("Currency"));
    for (const Currency& currency : m_context.catalog->currencies)
        m_currencies->addItem(plain(currency.code.view(), 3));
    m_currencies->model()->sort(0);
    addRow(card, tr("Currency"), m_currencies, m_currencies);
    connect(m_currencies, &QComboBox::activated, this, [this] {
        m_currency = CurrencyCode(m_currencies->currentText().toStdString());
        for (const AmountField& amount : std::as_const(m_amounts))
            amount.edit->setUnit(m_currencies->currentText());
        Q_EMIT changed(
            [code = m_currency](Course& course) {
                eachAmount(course, [code](std::optional<Money>& amount) {
                    if (amount)
                        amount->currency = code;
                });
            },
            nullptr);
    });
}

void SchoolForm::load(const Course& course)
{
    for (const NumberField& number : std::as_const(m_numbers))
        number.edit->setValue(course.school.*number.member);
    for (const MachineField& machine : std::as_const(m_machines))
        machine.edit->setMachine(course.school.*machine.member);
    m_server->setValue(course.school.gpuServer ? std::optional(*course.school.gpuServer ? 1.0 : 0.0) : std::nullopt);
    Course copy = course;
    bool any = false;
    eachAmount(course, [&any](const std::optional<Money>& amount) { any = any || amount.has_value(); });
    if (any)
        m_currency = currencyOfCourse(course);
    const QString code = plain(m_currency.view(), 3);
    for (const AmountField& amount : std::as_const(m_amounts)) {
        const std::optional<Money>& money = amount.of(copy);
        amount.edit->setValue(money ? std::optional(money->amount) : std::nullopt);
        amount.edit->setUnit(money ? plain(money->currency.view(), 3) : code);
    }
    if (m_currencies->findText(code) < 0)
        m_currencies->addItem(code);
    m_currencies->setCurrentText(code);
}

} // namespace rightrig
