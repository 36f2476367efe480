#include "ui/forms/choices.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

namespace rightrig {

namespace {

struct ChoicesWords
{
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

constexpr double hoursThatNeverMatter = 72.0; // "I don't mind": three days

template <class Value> std::optional<double> number(const std::optional<Value>& value)
{
    if (!value)
        return {};
    return static_cast<double>(*value);
}

template <class Value> std::optional<Value> fromNumber(std::optional<double> value)
{
    if (!value)
        return {};
    if constexpr (std::is_same_v<Value, bool>)
        return *value != 0.0;
    else if constexpr (std::is_enum_v<Value>)
        return static_cast<Value>(static_cast<int>(*value));
    else
        return *value;
}

/// A field that is one optional member of the answers.
template <class Value> void bind(Field& field, std::optional<Value> Answers::*member)
{
    field.get = [member](const Answers& answers) { return number(answers.*member); };
    field.set = [member](Answers& answers, std::optional<double> value) { answers.*member = fromNumber<Value>(value); };
}

template <class Value> void bindSchool(Field& field, std::optional<Value> School::*member)
{
    field.get = [member](const Answers& answers) { return number(answers.school.*member); };
    field.set = [member](Answers& answers, std::optional<double> value) { answers.school.*member = fromNumber<Value>(value); };
}

void bindMoney(Field& field, const FormContext& context, const std::function<std::optional<Money>&(Answers&)>& member)
{
    field.most = 1e9;
    field.get = [member](const Answers& answers) -> std::optional<double> {
        Answers copy = answers;
        const std::optional<Money>& money = member(copy);
        return money ? std::optional<double>(money->amount) : std::nullopt;
    };
    field.set = [member, catalog = context.catalog](Answers& answers, std::optional<double> value) {
        std::optional<Money>& money = member(answers);
        const CurrencyCode currency = money ? money->currency : currencyOf(answers, *catalog);
        money = value ? std::optional<Money>(Money{*value, currency}) : std::nullopt;
    };
}

QList<AnswerChoice> yesNo() { return {{1.0, ChoicesWords::tr("Yes"), {}, {}}, {0.0, ChoicesWords::tr("No"), {}, {}}}; }

template <class Enum> double as(Enum value) { return static_cast<double>(value); }

double usesCode(const std::vector<OtherUse>& uses)
{
    const auto with = [&uses](OtherUse use) { return std::find(uses.begin(), uses.end(), use) != uses.end(); };
    return (with(OtherUse::Gaming) ? 1.0 : 0.0) + (with(OtherUse::Video) ? 2.0 : 0.0);
}

void setUses(Answers& answers, std::optional<double> value)
{
    if (!value) {
        answers.otherUses.reset();
        return;
    }
    if (answers.otherUses && usesCode(*answers.otherUses) == *value)
        return; // the same uses in another order stay as they are
    const int code = static_cast<int>(*value);
    answers.otherUses.emplace();
    if ((code & 1) != 0)
        answers.otherUses->push_back(OtherUse::Gaming);
    if ((code & 2) != 0)
        answers.otherUses->push_back(OtherUse::Video);
}

Field schoolField(const char* name, const QString& question, std::optional<bool> School::*member, bool Settled::*assumed)
{
    Field field{QString::fromLatin1(name), question, yesNo(), {}, 0, 1, true, {}, {}, {}};
    bindSchool(field, member);
    field.assumed = [assumed](const Settled& settled) { return settled.*assumed ? 1.0 : 0.0; };
    return field;
}

} // namespace

QList<AnswerChoice> goalChoices()
{
    return {{as(Goal::Tables), ChoicesWords::tr("Tables"), ChoicesWords::tr("Predict from a spreadsheet"), QStringLiteral("goal-tables")},
        {as(Goal::Images), ChoicesWords::tr("Pictures"), ChoicesWords::tr("Sort or find things in photos"), QStringLiteral("goal-images")},
        {as(Goal::Text), ChoicesWords::tr("Text and chatbots"), ChoicesWords::tr("Sort texts, tune a chatbot"),
            QStringLiteral("goal-text")},
        {as(Goal::Sound), ChoicesWords::tr("Sound"), ChoicesWords::tr("Speech to text, music"), QStringLiteral("goal-sound")},
        {as(Goal::Games), ChoicesWords::tr("Games and robots"), ChoicesWords::tr("A player that learns by trying"),
            QStringLiteral("goal-games")}};
}

QList<AnswerChoice> computerKindChoices()
{
    return {{as(ComputerKind::Known), ChoicesWords::tr("I have one"), ChoicesWords::tr("Check what we found below"),
                QStringLiteral("computer")},
        {as(ComputerKind::None), ChoicesWords::tr("None"), ChoicesWords::tr("I do not have a computer yet"), QStringLiteral("none")}};
}

QList<AnswerChoice> formFactorChoices()
{
    return {{as(FormFactor::Laptop), ChoicesWords::tr("Laptop"), {}, QStringLiteral("laptop")},
        {as(FormFactor::Desktop), ChoicesWords::tr("Desktop"), {}, QStringLiteral("desktop")}};
}

QList<AnswerChoice> machineOsChoices()
{
    return {{as(Os::Windows), ChoicesWords::tr("Windows"), {}, {}}, {as(Os::MacOs), ChoicesWords::tr("Mac"), {}, {}},
        {as(Os::Linux), ChoicesWords::tr("Linux"), {}, {}}};
}

namespace fields {

Field depth()
{
    Field field{QStringLiteral("depth"), ChoicesWords::tr("How far do you want to go?"),
        {{as(Depth::Tutorials), ChoicesWords::tr("Follow tutorials"), ChoicesWords::tr("Small examples from a course or a book"),
             QStringLiteral("depth-tutorials")},
            {as(Depth::Adapt), ChoicesWords::tr("Adapt a ready-made model"), ChoicesWords::tr("Teach it my own photos, texts or numbers"),
                QStringLiteral("depth-adapt")},
            {as(Depth::Scratch), ChoicesWords::tr("Train big models from scratch"),
                ChoicesWords::tr("Start from nothing, with very much data"), QStringLiteral("depth-scratch")}},
        {}, 0, 2, true, {}, {}, {}};
    bind(field, &Answers::depth);
    field.assumed = [](const Settled& settled) { return as(settled.depth); };
    return field;
}

Field runsPerWeek()
{
    Field field{QStringLiteral("runsPerWeek"), ChoicesWords::tr("How often will you train a model?"),
        {{0.1, ChoicesWords::tr("Once or twice a term"), {}, {}}, {3.0, ChoicesWords::tr("A few times a week"), {}, {}},
            {6.0, ChoicesWords::tr("Most days"), {}, {}}},
        ChoicesWords::tr("runs a week"), 0.01, 1000.0, false, {}, {}, {}};
    bind(field, &Answers::runsPerWeek);
    field.assumed = [](const Settled& settled) { return settled.runsPerWeek; };
    return field;
}

Field patience()
{
    Field field{QStringLiteral("patience"), ChoicesWords::tr("How long may one run take?"),
        {{1.0 / 6.0, ChoicesWords::tr("A coffee"), ChoicesWords::tr("about 10 minutes"), {}},
            {1.0, ChoicesWords::tr("A lunch break"), ChoicesWords::tr("about 1 hour"), {}},
            {10.0, ChoicesWords::tr("Overnight"), ChoicesWords::tr("about 10 hours"), {}},
            {hoursThatNeverMatter, ChoicesWords::tr("I don't mind"), ChoicesWords::tr("up to 3 days"), {}}},
        ChoicesWords::tr("hours"), 0.01, 10000.0, false, {}, {}, {}};
    bind(field, &Answers::patienceHours);
    field.assumed = [](const Settled& settled) { return settled.patience.value / secondsPerHour; };
    return field;
}

Field tuning()
{
    Field field{QStringLiteral("tuning"), ChoicesWords::tr("Will you try many settings?"), yesNo(), {}, 0, 1, true, {}, {}, {}};
    bind(field, &Answers::tuning);
    field.assumed = [](const Settled& settled) { return settled.tuning ? 1.0 : 0.0; };
    return field;
}

Field budgetUpfront(const FormContext& context)
{
    Field field{QStringLiteral("budgetUpfront"), ChoicesWords::tr("What can you spend now?"),
        {{0.0, ChoicesWords::tr("Nothing"), {}, {}}, {500.0, ChoicesWords::tr("Up to 500"), {}, {}},
            {1000.0, ChoicesWords::tr("Up to 1,000"), {}, {}}, {1500.0, ChoicesWords::tr("Up to 1,500"), {}, {}},
            {2500.0, ChoicesWords::tr("Up to 2,500"), {}, {}}},
        {}, 0, 0, false, {}, {}, {}};
    bindMoney(field, context, [](Answers& answers) -> std::optional<Money>& { return answers.budgetUpfront; });
    field.assumed = [](const Settled& settled) { return settled.budgetUpfront.amount; };
    return field;
}

Field budgetMonthly(const FormContext& context)
{
    Field field{QStringLiteral("budgetMonthly"), ChoicesWords::tr("And each month?"),
        {{0.0, ChoicesWords::tr("Nothing"), {}, {}}, {10.0, ChoicesWords::tr("Up to 10"), {}, {}},
            {20.0, ChoicesWords::tr("Up to 20"), {}, {}}, {50.0, ChoicesWords::tr("Up to 50"), {}, {}},
            {100.0, ChoicesWords::tr("Up to 100"), {}, {}}},
        {}, 0, 0, false, {}, {}, {}};
    bindMoney(field, context, [](Answers& answers) -> std::optional<Money>& { return answers.budgetMonthly; });
    field.assumed = [](const Settled& settled) { return settled.budgetMonthly.amount; };
    return field;
}

Field horizon()
{
    Field field{QStringLiteral("horizon"), ChoicesWords::tr("For how long should it last?"),
        {{4.0, ChoicesWords::tr("This term"), {}, {}}, {24.0, ChoicesWords::tr("2 years"), {}, {}},
            {48.0, ChoicesWords::tr("4 years"), {}, {}}},
        ChoicesWords::tr("months"), 1, 120, true, {}, {}, {}};
    bind(field, &Answers::horizonMonths);
    field.assumed = [](const Settled& settled) { return settled.horizonMonths; };
    return field;
}

Field portability()
{
    Field field{QStringLiteral("portability"), ChoicesWords::tr("Where will you use it?"),
        {{as(Portability::Carry), ChoicesWords::tr("I carry it every day"), ChoicesWords::tr("Light, with a battery"),
             QStringLiteral("carry")},
            {as(Portability::Desk), ChoicesWords::tr("At a desk"), ChoicesWords::tr("It stays in one place"), QStringLiteral("desktop")},
            {as(Portability::Both), ChoicesWords::tr("Both"), ChoicesWords::tr("Mostly at a desk, at times on the way"),
                QStringLiteral("both")}},
        {}, 0, 2, true, {}, {}, {}};
    bind(field, &Answers::portability);
    field.assumed = [](const Settled& settled) { return as(settled.portability); };
    return field;
}

Field operatingSystem()
{
    Field field{QStringLiteral("os"), ChoicesWords::tr("Which system do you prefer?"), machineOsChoices(), {}, 0, 3, true, {}, {}, {}};
    field.choices.prepend({as(Os::Any), ChoicesWords::tr("No preference"), {}, {}});
    bind(field, &Answers::os);
    field.assumed = [](const Settled& settled) { return as(settled.os); };
    return field;
}

Field otherUses()
{
    Field field{QStringLiteral("otherUses"), ChoicesWords::tr("Also for games or video?"),
        {{0.0, ChoicesWords::tr("No"), {}, {}}, {1.0, ChoicesWords::tr("Games"), {}, {}}, {2.0, ChoicesWords::tr("Video"), {}, {}},
            {3.0, ChoicesWords::tr("Games and video"), {}, {}}},
        {}, 0, 3, true, {}, {}, {}};
    field.get = [](const Answers& answers) -> std::optional<double> {
        return answers.otherUses ? std::optional<double>(usesCode(*answers.otherUses)) : std::nullopt;
    };
    field.set = setUses;
    field.assumed = [](const Settled& settled) { return (settled.gaming ? 1.0 : 0.0) + (settled.video ? 2.0 : 0.0); };
    return field;
}

Field lab() { return schoolField("lab", ChoicesWords::tr("Can you use a computer lab?"), &School::lab, &Settled::lab); }

Field gpuServer()
{
    return schoolField("gpuServer", ChoicesWords::tr("Can you use a shared server?"), &School::gpuServer, &Settled::gpuServer);
}

Field loanLaptop()
{
    return schoolField("loanLaptop", ChoicesWords::tr("Can you borrow a laptop?"), &School::loanLaptop, &Settled::loanLaptop);
}

Field credits(const FormContext& context)
{
    Field field{QStringLiteral("credits"), ChoicesWords::tr("Cloud credits from your school"), {}, {}, 0, 0, false, {}, {}, {}};
    bindMoney(field, context, [](Answers& answers) -> std::optional<Money>& { return answers.school.credits; });
    field.assumed = [](const Settled& settled) { return settled.credits.amount; };
    return field;
}

Field internet()
{
    Field field{QStringLiteral("internet"), ChoicesWords::tr("How is your internet?"),
        {{as(Internet::Good), ChoicesWords::tr("Good"), ChoicesWords::tr("films play without stops"), {}},
            {as(Internet::Slow), ChoicesWords::tr("Slow or limited"), ChoicesWords::tr("big files take hours, or cost extra"), {}}},
        {}, 0, 1, true, {}, {}, {}};
    bind(field, &Answers::internet);
    field.assumed = [](const Settled& settled) { return as(settled.internet); };
    return field;
}

Field privateData()
{
    Field field{QStringLiteral("privateData"), ChoicesWords::tr("Is your data private?"),
        {{0.0, ChoicesWords::tr("No"), ChoicesWords::tr("public or my own"), {}},
            {1.0, ChoicesWords::tr("Yes"), ChoicesWords::tr("patients, a company, other people"), {}}},
        {}, 0, 1, true, {}, {}, {}};
    bind(field, &Answers::privateData);
    field.assumed = [](const Settled& settled) { return settled.privateData ? 1.0 : 0.0; };
    return field;
}

Field priority()
{
    Field field{QStringLiteral("priority"), ChoicesWords::tr("What matters most to you?"),
        {{as(Priority::Cost), ChoicesWords::tr("Lowest cost"), {}, {}}, {as(Priority::Time), ChoicesWords::tr("Least waiting"), {}, {}},
            {as(Priority::Hassle), ChoicesWords::tr("Least hassle"), {}, {}},
            {as(Priority::Quiet), ChoicesWords::tr("Quiet and light"), {}, {}}},
        {}, 0, 3, true, {}, {}, {}};
    bind(field, &Answers::priority);
    field.assumed = [](const Settled& settled) { return as(settled.priority); };
    return field;
}

} // namespace fields

std::vector<Goal> goalsOf(const Answers& answers, const FormContext& context)
{
    return answers.goals && !answers.goals->empty() ? *answers.goals : context.defaults.goals;
}

QString choiceText(const Field& field, std::optional<double> value)
{
    if (!value)
        return ChoicesWords::tr("not sure");
    for (const AnswerChoice& choice : field.choices) {
        if (choice.value == *value)
            return choice.text;
    }
    if (*value < 0.0)
        return ChoicesWords::tr("My own numbers");
    const QString text = formatNumber(*value, 6);
    return field.unit.isEmpty() ? text : ChoicesWords::tr("%1 %2").arg(text, field.unit);
}

QString unsureText(const Field& field, const Settled& defaults)
{
    if (!field.assumed && field.assumedText.isEmpty())
        return ChoicesWords::tr("I'm not sure");
    QString text = !field.assumed ? field.assumedText : choiceText(field, field.assumed(defaults));
    if (!text.isEmpty() && !text.startsWith(QLatin1String("I "))) // "I carry it" stays
        text[0] = text.at(0).toLower();
    return ChoicesWords::tr("I'm not sure (we assume: %1)").arg(text);
}

CurrencyCode currencyOf(const Answers& answers, const Catalog& catalog)
{
    for (const auto* money : {&answers.budgetUpfront, &answers.budgetMonthly, &answers.school.credits}) {
        if (*money)
            return (*money)->currency;
    }
    const Country* country = answers.country ? catalog.findCountry(*answers.country) : nullptr;
    return country != nullptr ? country->currency : CurrencyCode("USD");
}

} // namespace rightrig
