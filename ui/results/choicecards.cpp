#include "ui/results/choicecards.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/forms/flowlayout.h"
#include "ui/results/parts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {
namespace {

constexpr int mostCards = 3;
constexpr std::size_t mostReasons = 2;

QString cardNumbers(const Option& option, const Settled& settled)
{
    QStringList lines;
    if (option.upfrontCost > 0.0) // what is sold again makes the whole period cheaper than the price on the label
        lines.append(ChoiceCards::tr("To pay now: %1").arg(formatMoney(option.upfrontCost, settled.currency)));
    const QString cost = option.total ? formatMoneyRange(*option.total, settled.currency) : unknownText();
    lines.append(ChoiceCards::tr("Cost in %1 months: %2").arg(formatNumber(settled.horizonMonths, 3), cost));
    lines.append(ChoiceCards::tr("One run: %1").arg(option.runTime ? formatDurationRange(*option.runTime) : unknownText()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ChoiceCards::ChoiceCards(QWidget* parent) : ResultsPart(parent)
{
    setObjectName(QStringLiteral("choiceCards"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_title = plainLabel(QStringLiteral("runnersUpTitleLabel"), this, 1.08, true);
    m_title->setText(tr("Also good"));
    outer->addWidget(m_title);
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("runnersUpWidget"));
    auto* flow = new FlowLayout(34, mostCards, row);
    flow->setSpacing(fontMetrics().height() / 2);
    for (int i = 0; i < mostCards; ++i) {
        m_cards.append(makeCard(i));
        flow->addWidget(m_cards.last().frame);
    }
    outer->addWidget(row);
}

ChoiceCards::Card ChoiceCards::makeCard(int number)
{
    const QString stem = QStringLiteral("runnerUp%1").arg(number);
    Card card;
    card.frame = new TitledCard({}, stem + QStringLiteral("Frame"), this);
    card.kind = plainLabel(stem + QStringLiteral("KindLabel"), card.frame, 0.92);
    card.kind->setForegroundRole(QPalette::PlaceholderText);
    card.numbers = plainLabel(stem + QStringLiteral("NumbersLabel"), card.frame);
    card.lines = new MarkedList(stem + QStringLiteral("List"), card.frame);
    card.show = new QPushButton(tr("Show this one"), card.frame);
    card.show->setObjectName(stem + QStringLiteral("Button"));
    card.frame->box()->addWidget(card.kind);
    card.frame->box()->addWidget(card.numbers);
    card.frame->box()->addWidget(card.lines);
    card.frame->box()->addStretch();
    card.frame->box()->addWidget(card.show, 0, Qt::AlignLeft);
    connect(card.show, &QPushButton::clicked, this, [this, number] { Q_EMIT optionChosen(m_cards[number].option); });
    return card;
}

void ChoiceCards::fill(Card& card, const Choice& choice, const Shown& shown)
{
    const Option* option = shown.at(choice.option);
    card.option = option ? choice.option : -1;
    card.frame->setVisible(option != nullptr);
    if (!option)
        return;
    const QString name = optionTitle(*option);
    card.frame->setTitle(name);
    card.show->setAccessibleName(tr("Show %1").arg(name));
    showText(*card.kind, kindText(option->kind));
    showText(*card.numbers, cardNumbers(*option, shown.results->settled));
    QList<MarkedLine> lines;
    for (std::size_t i = 0; i < choice.reasons.size() && i < mostReasons; ++i)
        lines.append({QStringLiteral("\u2713"), reasonText(choice.reasons[i], shown.currency())});
    for (std::size_t i = 0; i < choice.drawbacks.size() && i < mostReasons; ++i)
        lines.append({QStringLiteral("!"), reasonText(choice.drawbacks[i], shown.currency())});
    if (lines.isEmpty() && !option->whyNot.empty())
        lines.append({QStringLiteral("!"), reasonText(option->whyNot.front(), shown.currency())});
    card.lines->setLines(lines);
}

void ChoiceCards::present(const Shown& shown)
{
    const std::vector<Choice>& runners = shown.results->runnersUp;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const bool used = static_cast<std::size_t>(i) < runners.size();
        fill(m_cards[i], used ? runners[static_cast<std::size_t>(i)] : Choice(), shown);
    }
    m_title->setVisible(!runners.empty());
    setVisible(!runners.empty());
    select(shown);
}

void ChoiceCards::select(const Shown& shown)
{
    for (const Card& card : std::as_const(m_cards))
        card.frame->setStrong(card.option >= 0 && card.option == shown.option);
}

QString ChoiceCards::shownText() const
{
    QStringList all;
    for (const Card& card : m_cards) {
        if (card.option >= 0)
            all += card.lines->texts();
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace rightrig
