#include "ui/results/owncard.h"

#include "models/qt/ownviewtext.h"
#include "ui/results/parts.h"

#include <QVBoxLayout>

namespace rightrig {

OwnCard::OwnCard(QWidget* parent)
    : ResultsPart(parent)
    , m_card(new TitledCard(tr("Your computer"), QStringLiteral("ownFrame"), this))
    , m_list(new MarkedList(QStringLiteral("ownList"), m_card))
{
    setObjectName(QStringLiteral("ownCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card->box()->addWidget(m_list);
    outer->addWidget(m_card);
}

void OwnCard::present(const Shown& shown)
{
    const auto view = ownView(*shown.results, *shown.catalog);
    QList<MarkedLine> lines;
    if (view) {
        for (const QString& text : ownViewTexts(*view, *shown.results))
            lines.append({QStringLiteral("\u2022"), text});
        for (const RunComparison& run : compareRuns(shown.results->settled.given, *shown.catalog, *shown.results->constants))
            lines.append({run.inside ? QStringLiteral("\u2713") : QStringLiteral("!"), runComparisonText(run)});
    }
    m_list->setLines(lines);
    m_card->setTitle(view && view->measured ? tr("Your computer, measured") : tr("Your computer"));
    setVisible(!lines.isEmpty());
}

} // namespace rightrig
