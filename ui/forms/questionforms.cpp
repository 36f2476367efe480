#include "ui/forms/questionforms.h"

#include "models/qt/formatter.h"
#include "ui/forms/collapsible.h"
#include "ui/forms/numberedit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QVBoxLayout>

namespace rightrig {

namespace {

std::unique_ptr<QWidget> rowsWidget(QFormLayout*& rows)
{
    auto widget = std::make_unique<QWidget>();
    rows = new QFormLayout(widget.get());
    rows->setContentsMargins(widget->fontMetrics().height(), 0, 0, 0);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return widget;
}

/// The same question again, for the section of exact numbers.
Field asNumber(Field field, const QString& label)
{
    field.name += QStringLiteral("Exact");
    field.question = label;
    field.choices.clear();
    return field;
}

QString codeText(CurrencyCode code) { return plain(code.view(), 3); }

void fillCurrencies(QComboBox& combo, const Catalog& catalog)
{
    for (const Currency& currency : catalog.currencies)
        combo.addItem(codeText(currency.code));
    combo.model()->sort(0);
}

} // namespace

DepthForm::DepthForm(const FormContext& context, QWidget* parent)
    : FieldForm(context, parent)
    , m_exactFields(fields::dataNumbers())
    , m_more(new Collapsible(tr("Exact numbers"), QStringLiteral("exact"), this))
    , m_note(new QLabel(tr("Games make their own data while they run, so there is no size to choose."), this))
{
    addChoice(fields::depth(), ChoiceGroup::Cards);
    m_words = addChoice(fields::dataWords(context), ChoiceGroup::Cards);
    m_note->setWordWrap(true);
    box()->addWidget(m_note);
    auto content = rowsWidget(m_rows);
    for (const Field& field : std::as_const(m_exactFields))
        m_exact.append(addNumber(field, *m_rows));
    m_more->setContent(content.release());
    box()->addWidget(m_more);
}

void DepthForm::refresh(const Answers& answers)
{
    const std::vector<Goal> goals = goalsOf(answers, context());
    bool any = false;
    for (int i = 0; i < m_exact.size(); ++i) {
        const bool shown = fields::concerns(m_exactFields[i], goals) || m_exactFields[i].get(answers).has_value();
        m_exact[i]->setVisible(shown);
        m_rows->labelForField(m_exact[i])->setVisible(shown);
        any = any || shown;
    }
    m_words->setVisible(any);
    m_more->setVisible(any);
    m_note->setVisible(!any);
}

RhythmForm::RhythmForm(const FormContext& context, QWidget* parent) : FieldForm(context, parent)
{
    addChoice(fields::runsPerWeek(), ChoiceGroup::Lines);
    addChoice(fields::patience(), ChoiceGroup::Lines);
    addChoice(fields::tuning(), ChoiceGroup::Row);
    QFormLayout* rows = nullptr;
    auto content = rowsWidget(rows);
    addNumber(asNumber(fields::runsPerWeek(), tr("Runs a week")), *rows);
    addNumber(asNumber(fields::patience(), tr("Hours one run may take")), *rows);
    auto* more = new Collapsible(tr("Exact numbers"), QStringLiteral("exact"), this);
    more->setContent(content.release());
    box()->addWidget(more);
}

MoneyForm::MoneyForm(const FormContext& context, QWidget* parent) : FieldForm(context, parent), m_currency(new QComboBox(this))
{
    addChoice(fields::budgetUpfront(context), ChoiceGroup::Row);
    addChoice(fields::budgetMonthly(context), ChoiceGroup::Row);
    addChoice(fields::horizon(), ChoiceGroup::Row);
    QFormLayout* rows = nullptr;
    auto content = rowsWidget(rows);
    setName(*m_currency, QStringLiteral("currency"));
    m_currency->setAccessibleName(tr("Currency"));
    fillCurrencies(*m_currency, *context.catalog);
    rows->addRow(tr("Currency"), m_currency);
    m_amounts.append(addNumber(asNumber(fields::budgetUpfront(context), tr("Amount now")), *rows));
    m_amounts.append(addNumber(asNumber(fields::budgetMonthly(context), tr("Amount each month")), *rows));
    addNumber(asNumber(fields::horizon(), tr("Months it should last")), *rows);
    auto* more = new Collapsible(tr("Currency and exact amounts"), QStringLiteral("exact"), this);
    more->setContent(content.release());
    box()->addWidget(more);
    connect(m_currency, &QComboBox::activated, this, [this] {
        m_picked = true;
        Q_EMIT changed();
    });
}

void MoneyForm::load(const Answers& answers)
{
    m_picked = false;
    FieldForm::load(answers);
}

void MoneyForm::save(Answers& answers) const
{
    FieldForm::save(answers);
    if (!m_picked)
        return; // amounts keep the currency they came with
    const CurrencyCode code(m_currency->currentText().toStdString());
    bool any = false;
    for (auto* money : {&answers.budgetUpfront, &answers.budgetMonthly, &answers.school.credits}) {
        if (*money)
            (*money)->currency = code;
        any = any || money->has_value();
    }
    if (!any)
        answers.budgetUpfront = Money{context().defaults.budgetUpfront.amount, code}; // a currency lives in an amount
}

void MoneyForm::refresh(const Answers& answers)
{
    const QString code = codeText(currencyOf(answers, *context().catalog));
    if (m_currency->findText(code) < 0)
        m_currency->addItem(code);
    m_currency->setCurrentText(code);
    for (NumberEdit* amount : std::as_const(m_amounts))
        amount->setUnit(code);
    for (auto* group : findChildren<ChoiceGroup*>()) {
        if (group->field().name.startsWith(QLatin1String("budget")))
            group->setTitle(tr("%1 (%2)").arg(group->field().question, code));
    }
}

PlaceForm::PlaceForm(const FormContext& context, QWidget* parent) : FieldForm(context, parent)
{
    addChoice(fields::portability(), ChoiceGroup::Cards);
    addChoice(fields::operatingSystem(), ChoiceGroup::Row);
    addChoice(fields::otherUses(), ChoiceGroup::Row);
}

FreeForm::FreeForm(const FormContext& context, QWidget* parent) : FieldForm(context, parent)
{
    for (const Field& field : {fields::lab(), fields::gpuServer(), fields::loanLaptop()})
        addChoice(field, ChoiceGroup::Row);
    QFormLayout* rows = nullptr;
    auto content = rowsWidget(rows);
    rows->setContentsMargins({}); // stands on its own, in line with the questions
    m_credits = addNumber(fields::credits(context), *rows);
    box()->addWidget(content.release());
    addChoice(fields::internet(), ChoiceGroup::Lines);
    addChoice(fields::privateData(), ChoiceGroup::Lines);
}

void FreeForm::refresh(const Answers& answers)
{
    m_credits->setUnit(codeText(answers.school.credits ? answers.school.credits->currency : currencyOf(answers, *context().catalog)));
}

} // namespace rightrig
