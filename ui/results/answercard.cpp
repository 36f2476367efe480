#include "ui/results/answercard.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/forms/flowlayout.h"
#include "ui/results/parts.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

namespace rightrig {
namespace {

QString yes() { return QStringLiteral("\u2713"); }
QString attention() { return QStringLiteral("!"); }
QString hint() { return QStringLiteral("\u2192"); }

QList<MarkedLine> marked(const QString& mark, const QStringList& texts)
{
    QList<MarkedLine> lines;
    for (const QString& text : texts)
        lines.append({mark, text});
    return lines;
}

/// How the slowest job was estimated: the word for the whole answer.
Method methodOf(const Option& option)
{
    const auto slowest = std::max_element(option.jobs.begin(), option.jobs.end(), [](const Estimate& a, const Estimate& b) {
        return (a.seconds ? a.seconds->likely.value : 0.0) < (b.seconds ? b.seconds->likely.value : 0.0);
    });
    return slowest == option.jobs.end() ? Method::Spec : slowest->method;
}

/// What the drawbacks say already need not be said twice.
std::uint16_t adjustmentsIn(const std::vector<Reason>& drawbacks)
{
    static constexpr std::pair<ReasonCode, Adjustment> known[] = {{ReasonCode::UsedAccumulation, AdjustAccumulation},
        {ReasonCode::UsedCheckpointing, AdjustCheckpointing}, {ReasonCode::UsedLora, AdjustLora}, {ReasonCode::UsedQlora, AdjustQlora},
        {ReasonCode::UsedSmallerInput, AdjustSmallerInput}, {ReasonCode::LoaderBound, AdjustLoaderBound},
        {ReasonCode::PowerCapped, AdjustPowerCapped}, {ReasonCode::SmallMicroBatch, AdjustSmallBatch}};
    std::uint16_t found = 0;
    for (const auto& [code, bit] : known) {
        const bool named = std::any_of(drawbacks.begin(), drawbacks.end(), [code = code](const Reason& one) { return one.code == code; });
        found = static_cast<std::uint16_t>(found | (named ? bit : 0));
    }
    return found;
}

constexpr qsizetype mostFreeHints = 2;

/// Only money (or patience) stands between the student and this option.
bool isOnlyTooDear(const Option& option)
{
    bool dear = false;
    for (const Reason& reason : option.whyNot) {
        const bool money = reason.code == ReasonCode::OverUpfrontBudget || reason.code == ReasonCode::OverMonthlyBudget;
        const bool soft
            = reason.code >= ReasonCode::CostsMore || reason.code == ReasonCode::TooSlow || reason.code == ReasonCode::TightMemory;
        if (!money && !soft)
            return false;
        dear = dear || money;
    }
    return dear;
}

/// The cheapest option on which all jobs run and that only the budget rules out.
const Option* nearestMiss(const Results& results)
{
    const Option* nearest = nullptr;
    for (const Option& option : results.options) {
        const bool runs = option.total && (option.fit == Fit::Yes || option.fit == Fit::Tight) && isOnlyTooDear(option);
        if (runs && (!nearest || option.total->likely < nearest->total->likely))
            nearest = &option;
    }
    return nearest;
}

} // namespace

QStringList freeFirst(const Shown& shown)
{
    QList<const Option*> free;
    for (const Option& option : shown.results->options) {
        const bool costsNothing = option.kind == OptionKind::Free || option.kind == OptionKind::Lab;
        const bool runs = option.fit == Fit::Yes || option.fit == Fit::Tight;
        if (costsNothing && runs && &option != shown.best())
            free.append(&option);
    }
    const auto time = [](const Option* option) {
        return option->weeklyTime ? option->weeklyTime->likely.value : std::numeric_limits<double>::infinity();
    };
    std::stable_sort(free.begin(), free.end(),
        [&time](const Option* a, const Option* b) { return a->eligible != b->eligible ? a->eligible : time(a) < time(b); });
    QStringList hints;
    std::set<std::string_view> named; // one machine of each service is enough
    for (const Option* option : free) {
        if (hints.size() == mostFreeHints)
            break;
        if (option->machine >= 0) {
            const std::string_view provider = shown.catalog->machines[static_cast<std::size_t>(option->machine)].provider;
            if (!provider.empty() && !named.insert(provider).second)
                continue;
        }
        hints.append(option->eligible ? AnswerCard::tr("Try %1 first. It costs nothing.").arg(optionName(*option))
                                      : AnswerCard::tr("%1 costs nothing. %2")
                                            .arg(optionTitle(*option),
                                                option->whyNot.empty() ? QString() : reasonText(option->whyNot.front(), shown.currency())));
    }
    return hints;
}

QString numbersLine(const Option& option, const Results& results)
{
    QStringList parts;
    if (option.weeklyTime)
        parts.append(AnswerCard::tr("All runs of a week: %1.").arg(formatDurationRange(*option.weeklyTime)));
    const QString months = formatNumber(results.settled.horizonMonths, 3);
    if (option.upfrontCost > 0.0)
        parts.append(AnswerCard::tr("To pay now: %1.").arg(formatMoney(option.upfrontCost, results.settled.currency)));
    parts.append(option.total
            ? AnswerCard::tr("Cost in %1 months: %2.").arg(months, formatMoneyRange(*option.total, results.settled.currency))
            : AnswerCard::tr("Cost in %1 months: unknown.").arg(months));
    return parts.join(QLatin1Char(' '));
}

AnswerCard::AnswerCard(QWidget* parent) : ResultsPart(parent)
{
    setObjectName(QStringLiteral("answerCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new TitledCard({}, QStringLiteral("answerFrame"), this);
    card->setStrong(true);
    card->setAccessibleName(tr("Your recommendation"));
    outer->addWidget(card);
    setUpHead(*card);
    setUpLists(*card);
}

void AnswerCard::setUpHead(TitledCard& card)
{
    m_headline = plainLabel(QStringLiteral("headlineLabel"), &card, 1.45, true);
    m_numbers = plainLabel(QStringLiteral("numbersLabel"), &card);
    m_method = plainLabel(QStringLiteral("methodLabel"), &card);
    m_method->setForegroundRole(QPalette::PlaceholderText);
    m_words = new QPushButton(tr("&Words explained"), &card);
    m_words->setObjectName(QStringLiteral("wordsButton"));
    connect(m_words, &QPushButton::clicked, this, &AnswerCard::wordsRequested);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_words);
    buttons->addStretch();
    card.box()->addWidget(m_headline);
    card.box()->addWidget(m_numbers);
    card.box()->addWidget(m_method);
    card.box()->addLayout(buttons);
}

void AnswerCard::setUpLists(TitledCard& card)
{
    m_reasons = new MarkedList(QStringLiteral("reasonsList"), &card);
    m_drawbacks = new MarkedList(QStringLiteral("drawbacksList"), &card);
    m_firstTry = new MarkedList(QStringLiteral("firstTryList"), &card);
    m_firstTryTitle = plainLabel(QStringLiteral("firstTryTitleLabel"), &card, 1.0, true);
    m_firstTryTitle->setText(tr("Good to know before you spend anything"));
    m_issues = new MarkedList(QStringLiteral("issuesList"), &card);
    m_issuesTitle = plainLabel(QStringLiteral("issuesTitleLabel"), &card, 1.0, true);
    m_issuesTitle->setText(tr("Please check these answers"));
    auto* pair = new QWidget(&card); // side by side where there is room
    pair->setObjectName(QStringLiteral("forAndAgainstWidget"));
    auto* flow = new FlowLayout(44, 2, pair);
    flow->setSpacing(fontMetrics().height());
    flow->addWidget(m_reasons);
    flow->addWidget(m_drawbacks);
    card.box()->addWidget(m_issuesTitle);
    card.box()->addWidget(m_issues);
    card.box()->addWidget(pair);
    card.box()->addWidget(m_firstTryTitle);
    card.box()->addWidget(m_firstTry);
}

void AnswerCard::present(const Shown& shown)
{
    showText(*m_headline, headline(*shown.results));
    const QStringList issues = issueTexts(shown.results->issues, shown.results->settled.given);
    m_issues->setLines(marked(attention(), issues));
    m_issuesTitle->setVisible(!issues.isEmpty());
    const Option* best = shown.best();
    if (findsNothing(*shown.results))
        return presentNone(shown);
    showText(*m_numbers, numbersLine(*best, *shown.results));
    showText(*m_method, tr("%1 The numbers in brackets hold 8 times out of 10.").arg(methodText(methodOf(*best))));
    m_reasons->setLines(marked(yes(), reasonTexts(shown.results->best.reasons, shown.currency())));
    const QStringList but = reasonTexts(shown.results->best.drawbacks, shown.currency());
    m_drawbacks->setLines(marked(attention(), but));
    QStringList first = best->kind == OptionKind::Free || best->kind == OptionKind::Lab ? QStringList() : freeFirst(shown);
    first += schoolNotes(*shown.results);
    first += honestNotes(*best, *shown.results, *shown.catalog);
    const std::uint16_t said = adjustmentsIn(shown.results->best.drawbacks);
    for (std::size_t i = 0; i < best->jobs.size() && i < shown.results->jobs.size(); ++i) {
        const QString how = adjustmentText(static_cast<std::uint16_t>(best->jobs[i].adjustments & ~said));
        if (!how.isEmpty())
            first.append(tr("\u201c%1\u201d: %2", "job title, how it is run").arg(plain(shown.results->jobs[i].title), how));
    }
    m_firstTry->setLines(marked(hint(), first));
    m_firstTryTitle->setVisible(!first.isEmpty());
}

void AnswerCard::presentNone(const Shown& shown)
{
    showText(*m_numbers, tr("No option meets everything you asked for. Here is what you can do now."));
    showText(*m_method, {});
    m_reasons->setLines({});
    QStringList could;
    if (const Option* miss = nearestMiss(*shown.results)) {
        could.append(
            tr("If you could spend more: %1 costs %2 in all.").arg(optionName(*miss), formatMoneyRange(*miss->total, shown.currency())));
        if (!miss->whyNot.empty())
            could.append(reasonText(miss->whyNot.front(), shown.currency()));
    }
    m_drawbacks->setLines(marked(attention(), could));
    QStringList first = freeFirst(shown) + schoolNotes(*shown.results);
    first += nothingFitsNotes();
    m_firstTry->setLines(marked(hint(), first));
    m_firstTryTitle->setVisible(true);
}

QString AnswerCard::shownText() const
{
    const QStringList all = QStringList{m_headline->text(), m_numbers->text(), m_method->text()} + m_reasons->texts() + m_drawbacks->texts()
        + m_firstTry->texts() + m_issues->texts();
    return all.join(QLatin1Char('\n'));
}

} // namespace rightrig
