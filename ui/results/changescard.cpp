#include "ui/results/changescard.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/forms/flowlayout.h"
#include "ui/results/parts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {
namespace {

QString markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Enough:
        return QStringLiteral("\u2713");
    case Verdict::MoreThanNeeded:
        return QStringLiteral("+");
    case Verdict::TooLittle:
        return QStringLiteral("\u2717");
    case Verdict::Unknown:
        return QStringLiteral("?");
    }
    return {};
}

} // namespace

ChangesCard::ChangesCard(QWidget* parent) : ResultsPart(parent)
{
    setObjectName(QStringLiteral("changesCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new TitledCard(tr("What would change the answer"), QStringLiteral("changesFrame"), this);
    m_list = new MarkedList(QStringLiteral("changesList"), card);
    card->box()->addWidget(m_list);
    outer->addWidget(card);
}

void ChangesCard::present(const Shown& /*shown*/) { m_list->setLines({{QStringLiteral("\u2026"), tr("Trying other answers.")}}); }

void ChangesCard::showChanges(const std::vector<WouldChange>& changes, CurrencyCode currency)
{
    QList<MarkedLine> lines;
    for (const WouldChange& change : changes)
        lines.append({QStringLiteral("\u2192"), wouldChangeText(change, currency)});
    if (lines.isEmpty())
        lines.append({QStringLiteral("\u2713"), tr("Nothing we tried changes it: budget, runs, data size, waiting time.")});
    m_list->setLines(lines);
}

CandidatesCard::CandidatesCard(QWidget* parent)
    : ResultsPart(parent)
    , m_card(new TitledCard(tr("The machines you are looking at"), QStringLiteral("candidatesFrame"), this))
    , m_list(new MarkedList(QStringLiteral("candidatesList"), m_card))
{
    setObjectName(QStringLiteral("candidatesCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* row = new QWidget(m_card);
    row->setObjectName(QStringLiteral("candidateButtonsWidget"));
    auto* flow = new FlowLayout(0, 0, row);
    for (int i = 0; i < 6; ++i)
        flow->addWidget(button(i));
    m_card->box()->addWidget(m_list);
    m_card->box()->addWidget(row);
    outer->addWidget(m_card);
}

QPushButton* CandidatesCard::button(int number)
{
    auto* made = new QPushButton(this);
    made->setObjectName(QStringLiteral("candidate%1Button").arg(number));
    connect(made, &QPushButton::clicked, this, [this, number] { Q_EMIT optionChosen(m_options.value(number, -1)); });
    m_buttons.append(made);
    return made;
}

void CandidatesCard::present(const Shown& shown)
{
    const std::vector<CandidateVerdict>& verdicts = shown.results->candidates;
    QList<MarkedLine> lines;
    m_options.clear();
    for (const CandidateVerdict& verdict : verdicts) {
        const Option* option = shown.at(verdict.option);
        if (!option)
            continue;
        lines.append({markOf(verdict.verdict), verdictText(verdict, *shown.results)});
        m_options.append(verdict.option);
    }
    m_list->setLines(lines);
    for (int i = 0; i < m_buttons.size(); ++i) {
        const Option* option = shown.at(m_options.value(i, -1));
        m_buttons[i]->setVisible(option != nullptr);
        if (option) // an "&" in a name is a letter, not a shortcut
            m_buttons[i]->setText(tr("Show %1").arg(optionName(*option).left(40).replace(QLatin1Char('&'), QLatin1String("&&"))));
    }
    setVisible(!lines.isEmpty());
}

} // namespace rightrig
