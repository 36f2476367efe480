// What stands in for missing answers, what contradicts, and what another answer would change: paths -> sentences.
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace rightrig {

namespace {

struct AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)
};

using Text = std::pair<std::string_view, const char*>;

template <std::size_t N> QString lookUp(const std::array<Text, N>& table, std::string_view key)
{
    const auto it = std::find_if(table.begin(), table.end(), [key](const Text& text) { return text.first == key; });
    return it != table.end() ? QCoreApplication::translate("AnswerWords", it->second) : QString();
}

// %1 is the value. Every path that planner.cpp can note has its own sentence.
constexpr std::array<Text, 33> assumedSentences{{
    {"goals", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you work with %1.")},
    {"depth", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you %1.")},
    {"data", QT_TRANSLATE_NOOP("AnswerWords", "We assume this much data: %1.")},
    {"data.rows", QT_TRANSLATE_NOOP("AnswerWords", "We assume tables of %1 rows.")},
    {"data.columns", QT_TRANSLATE_NOOP("AnswerWords", "We assume tables of %1 columns.")},
    {"data.images", QT_TRANSLATE_NOOP("AnswerWords", "We assume %1 pictures.")},
    {"data.pixels", QT_TRANSLATE_NOOP("AnswerWords", "We assume pictures %1 pixels wide and high.")},
    {"data.documents", QT_TRANSLATE_NOOP("AnswerWords", "We assume %1 texts.")},
    {"data.tokens", QT_TRANSLATE_NOOP("AnswerWords", "We assume %1 word pieces (tokens) of text.")},
    {"data.hours_of_audio", QT_TRANSLATE_NOOP("AnswerWords", "We assume %1 hours of sound.")},
    {"runs_per_week", QT_TRANSLATE_NOOP("AnswerWords", "We assume %1 runs a week.")},
    {"tuning", QT_TRANSLATE_NOOP("AnswerWords", "Do you search for good settings? We assume: %1.")},
    {"patience_hours", QT_TRANSLATE_NOOP("AnswerWords", "We assume that one run may take %1 h.")},
    {"computer", QT_TRANSLATE_NOOP("AnswerWords", "We assume this computer: %1.")},
    {"computer.kind", QT_TRANSLATE_NOOP("AnswerWords", "We do not know your computer, so we assume a simple laptop.")},
    {"computer.form", QT_TRANSLATE_NOOP("AnswerWords", "We assume that your computer is a %1.")},
    {"computer.cpu", QT_TRANSLATE_NOOP("AnswerWords", "We assume this processor: %1.")},
    {"computer.gpu", QT_TRANSLATE_NOOP("AnswerWords", "We assume these graphics: %1.")},
    {"computer.ram_gib", QT_TRANSLATE_NOOP("AnswerWords", "We assume that your computer has %1 GB of memory (RAM).")},
    {"computer.vram_gib", QT_TRANSLATE_NOOP("AnswerWords", "We assume that your graphics card has %1 GB of memory.")},
    {"computer.os", QT_TRANSLATE_NOOP("AnswerWords", "We assume that your computer runs %1.")},
    {"budget.upfront", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you can spend %1 now, in your currency.")},
    {"budget.monthly", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you can spend %1 a month, in your currency.")},
    {"horizon_months", QT_TRANSLATE_NOOP("AnswerWords", "We count the cost over %1 months.")},
    {"portability", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you %1.")},
    {"os", QT_TRANSLATE_NOOP("AnswerWords", "We assume that you want %1.")},
    {"school.lab", QT_TRANSLATE_NOOP("AnswerWords", "Does your school have a computer lab? We assume: %1.")},
    {"school.gpu_server", QT_TRANSLATE_NOOP("AnswerWords", "Does your school have a server with graphics cards? We assume: %1.")},
    {"school.loan_laptop", QT_TRANSLATE_NOOP("AnswerWords", "Does your school lend laptops? We assume: %1.")},
    {"internet", QT_TRANSLATE_NOOP("AnswerWords", "We assume that your internet connection is %1.")},
    {"private_data", QT_TRANSLATE_NOOP("AnswerWords", "Is your data private? We assume: %1.")},
    {"priority", QT_TRANSLATE_NOOP("AnswerWords", "We assume that this matters most: %1.")},
    {"country", QT_TRANSLATE_NOOP("AnswerWords", "We assume prices and electricity of this country: %1.")},
}};

constexpr std::array<Text, 25> valueWords{{
    {"tables", QT_TRANSLATE_NOOP("AnswerWords", "tables")},
    {"images", QT_TRANSLATE_NOOP("AnswerWords", "pictures")},
    {"text", QT_TRANSLATE_NOOP("AnswerWords", "text")},
    {"sound", QT_TRANSLATE_NOOP("AnswerWords", "sound")},
    {"games", QT_TRANSLATE_NOOP("AnswerWords", "games")},
    {"tutorials", QT_TRANSLATE_NOOP("AnswerWords", "follow tutorials")},
    {"adapt", QT_TRANSLATE_NOOP("AnswerWords", "adapt a ready-made model to your data")},
    {"scratch", QT_TRANSLATE_NOOP("AnswerWords", "train big models from scratch")},
    {"true", QT_TRANSLATE_NOOP("AnswerWords", "yes")},
    {"false", QT_TRANSLATE_NOOP("AnswerWords", "no")},
    {"laptop", QT_TRANSLATE_NOOP("AnswerWords", "laptop")},
    {"desktop", QT_TRANSLATE_NOOP("AnswerWords", "desktop computer")},
    {"carry", QT_TRANSLATE_NOOP("AnswerWords", "carry your computer every day")},
    {"desk", QT_TRANSLATE_NOOP("AnswerWords", "work at a desk")},
    {"both", QT_TRANSLATE_NOOP("AnswerWords", "work at a desk and elsewhere")},
    {"any", QT_TRANSLATE_NOOP("AnswerWords", "any operating system")},
    {"windows", QT_TRANSLATE_NOOP("AnswerWords", "Windows")},
    {"macos", QT_TRANSLATE_NOOP("AnswerWords", "macOS")},
    {"linux", QT_TRANSLATE_NOOP("AnswerWords", "Linux")},
    {"good", QT_TRANSLATE_NOOP("AnswerWords", "good")},
    {"slow", QT_TRANSLATE_NOOP("AnswerWords", "slow")},
    {"cost", QT_TRANSLATE_NOOP("AnswerWords", "lowest cost")},
    {"time", QT_TRANSLATE_NOOP("AnswerWords", "least waiting")},
    {"hassle", QT_TRANSLATE_NOOP("AnswerWords", "least hassle")},
    {"quiet", QT_TRANSLATE_NOOP("AnswerWords", "quiet and light")},
}};

constexpr std::array<Text, 18> issueSentences{{
    {"unknown_device", QT_TRANSLATE_NOOP("AnswerWords", "We do not know this part. Check its name, or pick one from the list.")},
    {"none_with_facts", QT_TRANSLATE_NOOP("AnswerWords", "You have no computer, yet you describe one. Check which is right.")},
    {"mac_with_nvidia", QT_TRANSLATE_NOOP("AnswerWords", "Macs of today have no NVIDIA graphics card. Check the card and the system.")},
    {"ram_is_small", QT_TRANSLATE_NOOP("AnswerWords", "This is very little memory for a computer. Check the number.")},
    {"candidate_without_price", QT_TRANSLATE_NOOP("AnswerWords", "Add the price of this computer, so that we can compare its cost.")},
    {"candidate_without_parts",
        QT_TRANSLATE_NOOP("AnswerWords", "Add the processor and graphics of this computer, so that we can judge it.")},
    {"candidate_over_budget", QT_TRANSLATE_NOOP("AnswerWords", "This computer costs more than you can spend. We judge it all the same.")},
    {"candidate_wrong_os", QT_TRANSLATE_NOOP("AnswerWords", "This computer comes with another system than the one you want.")},
    {"carry_desktop", QT_TRANSLATE_NOOP("AnswerWords", "A desktop computer cannot be carried every day. Check one of the two answers.")},
    {"unknown_currency", QT_TRANSLATE_NOOP("AnswerWords", "We have no exchange rate for this currency. Choose another one.")},
    {"unknown_country", QT_TRANSLATE_NOOP("AnswerWords", "We have no prices for this country, so we use those of the United States.")},
    {"data_without_goal", QT_TRANSLATE_NOOP("AnswerWords", "You give a data size for something you do not plan to make. We leave it out.")},
    {"data_too_large", QT_TRANSLATE_NOOP("AnswerWords", "This is more data than a student usually has. Check the number.")},
    {"no_goal", QT_TRANSLATE_NOOP("AnswerWords", "Choose at least one thing to make, or say that you are not sure.")},
    {"no_computer_no_money",
        QT_TRANSLATE_NOOP(
            "AnswerWords", "Without a computer and without money, only school machines and lent ones remain. Ask your school.")},
    {"private_needs_own_computer",
        QT_TRANSLATE_NOOP("AnswerWords", "Private data needs a computer of your own or of your school. Ask your school.")},
    {"private_cloud_only", QT_TRANSLATE_NOOP("AnswerWords", "Private data should not leave your computer, so renting is left out.")},
    {"scratch_is_expensive",
        QT_TRANSLATE_NOOP(
            "AnswerWords", "Training a language model from scratch costs more than students have. Adapting one is affordable.")},
}};

QString valueText(const std::string& value)
{
    QStringList parts;
    const QStringList keys = plain(value).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& key : keys) {
        const QString words = lookUp(valueWords, key.trimmed().toStdString());
        parts += words.isEmpty() ? key.trimmed() : words;
    }
    return parts.join(AnswerWords::tr(", ", "between list items"));
}

QString valueText(const Assumed& assumed)
{
    if (const auto* text = std::get_if<std::string>(&assumed.value))
        return valueText(*text);
    return formatNumber(std::get<double>(assumed.value), 4);
}

/// What an issue is about, where its sentence alone does not say; empty for all else.
QString placeText(const std::string& path, const Answers& answers)
{
    if (path == "computer.cpu")
        return AnswerWords::tr("Your processor");
    if (path == "computer.gpu")
        return AnswerWords::tr("Your graphics card");
    for (std::size_t i = 0; i < answers.candidates.size(); ++i) {
        if (!path.starts_with("candidates[" + std::to_string(i) + ']'))
            continue;
        const QString name = plain(answers.candidates[i].name, 60);
        if (path.ends_with(".cpu"))
            return AnswerWords::tr("%1, processor", "name of a machine").arg(name);
        return path.ends_with(".gpu") ? AnswerWords::tr("%1, graphics card", "name of a machine").arg(name) : name;
    }
    return {};
}

/// The changed answer in front of "we would say"; empty for a path this table does not know.
QString conditionText(const WouldChange& change, CurrencyCode currency)
{
    const QString number = formatNumber(change.value, 3);
    const CurrencyCode money = change.unit.size() == 3 ? CurrencyCode(change.unit) : currency;
    if (change.path == "budget.upfront")
        return change.atLeast ? AnswerWords::tr("With %1 to spend").arg(formatMoney(change.value, money))
                              : AnswerWords::tr("With only %1 to spend").arg(formatMoney(change.value, money));
    if (change.path == "budget.monthly")
        return change.atLeast ? AnswerWords::tr("With %1 to spend each month").arg(formatMoney(change.value, money))
                              : AnswerWords::tr("With only %1 to spend each month").arg(formatMoney(change.value, money));
    if (change.path == "runs_per_week" && change.value < 1.0) {
        const QString days = formatNumber(7.0 / change.value);
        return change.atLeast ? AnswerWords::tr("With a run every %1 days or more often").arg(days)
                              : AnswerWords::tr("With a run every %1 days or less often").arg(days);
    }
    if (change.path == "runs_per_week")
        return change.atLeast ? AnswerWords::tr("With %1 or more runs a week").arg(number)
                              : AnswerWords::tr("With %1 or fewer runs a week").arg(number);
    if (change.path.starts_with("data"))
        return change.atLeast ? AnswerWords::tr("With %1 times as much data").arg(number)
                              : AnswerWords::tr("With only %1 % of your data").arg(formatNumber(100.0 * change.value));
    if (change.path == "patience_hours") {
        const QString time = formatDuration(Seconds{change.value * secondsPerHour});
        return change.atLeast ? AnswerWords::tr("If one run may take %1").arg(time)
                              : AnswerWords::tr("If one run must end within %1").arg(time);
    }
    if (change.path == "horizon_months")
        return change.atLeast ? AnswerWords::tr("Over %1 months or more").arg(number)
                              : AnswerWords::tr("Over %1 months or less").arg(number);
    return {};
}

QString changedAdvice(const WouldChange& change)
{
    const QString name = plain(change.optionName.empty() ? change.optionId : change.optionName, 80);
    if (change.kind == OptionKind::Keep)
        return kindText(OptionKind::Keep);
    return name.isEmpty() ? kindText(change.kind) : AnswerWords::tr("%1 (%2)", "kind of option, its name").arg(kindText(change.kind), name);
}

} // namespace

QString wouldChangeText(const WouldChange& change, CurrencyCode currency)
{
    QString condition = conditionText(change, currency);
    if (condition.isEmpty())
        condition = AnswerWords::tr("If %1 changes").arg(plain(change.path));
    if (change.kind == OptionKind::None)
        return AnswerWords::tr("%1, nothing we know would be enough.", "condition").arg(condition);
    return AnswerWords::tr("%1, we would say: %2.", "condition, advice").arg(condition, changedAdvice(change));
}

QString wouldChangeIf(const WouldChange& change)
{
    const QString unit = plain(change.unit, 20);
    return plain(change.path) + (change.atLeast ? QLatin1String(" >= ") : QLatin1String(" <= ")) + QString::number(change.value, 'g', 10)
        + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
}

QString assumedText(const Assumed& assumed)
{
    const QString sentence = lookUp(assumedSentences, assumed.path);
    if (sentence.isEmpty())
        return AnswerWords::tr("We assume %1: %2.", "answer, value").arg(plain(assumed.path), valueText(assumed));
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(valueText(assumed)) : sentence;
}

QString issueText(const AnswerIssue& issue)
{
    const QString sentence = lookUp(issueSentences, issue.code);
    return sentence.isEmpty() ? AnswerWords::tr("Please check this answer: %1.").arg(plain(issue.path)) : sentence;
}

QStringList issueTexts(const std::vector<AnswerIssue>& issues, const Answers& answers)
{
    QStringList sentences;
    for (const AnswerIssue& issue : issues) {
        const QString place = placeText(issue.path, answers);
        sentences.append(place.isEmpty() ? issueText(issue) : AnswerWords::tr("%1: %2", "place, sentence").arg(place, issueText(issue)));
    }
    sentences.removeDuplicates();
    return sentences;
}

} // namespace rightrig
