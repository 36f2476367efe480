#include "ui/results/costovertimepanel.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/charts/charts.h"
#include "ui/charts/plainchartview.h"
#include "ui/results/parts.h"

#include <QEvent>
#include <QVBoxLayout>

namespace rightrig {

CostOverTimePanel::CostOverTimePanel(QWidget* parent)
    : ResultsPart(parent)
    , m_view(new PlainChartView(makeCostOverTimeChart({}, chartStyle(palette(), font())), this))
    , m_breakEven(plainLabel(QStringLiteral("breakEvenLabel"), this, 1.08, true))
    , m_words(plainLabel(QStringLiteral("costLinesLabel"), this))
{
    setObjectName(QStringLiteral("costOverTimePanel"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_view->setObjectName(QStringLiteral("costOverTimeView"));
    followFont(*m_view, [this](const QFont& font) {
        const int line = QFontMetrics(font).height();
        m_view->setMinimumHeight(line * 24);
        m_view->setMaximumHeight(line * 34);
    });
    box->addWidget(m_breakEven);
    box->addWidget(m_view, 1);
    box->addWidget(m_words);
}

void CostOverTimePanel::present(const Shown& shown)
{
    m_shown = shown;
    restyle();
    showText(*m_breakEven, breakEvenText(*shown.results));
    QStringList lines;
    for (const CostLine& line : shown.results->costLines) {
        const Option* option = shown.at(line.option);
        const QString name = option ? optionTitle(*option) : kindText(line.kind);
        lines.append(tr("%1: %2 at the start, then %3 a month.")
                         .arg(name, formatMoneyAbout(line.atStart, shown.currency()), formatMoneyAbout(line.perMonth, shown.currency())));
    }
    showText(*m_words, lines.join(QLatin1Char('\n')));
}

void CostOverTimePanel::restyle()
{
    const CostOverTimeChart lines = m_shown.results ? costOverTimeChart(*m_shown.results) : CostOverTimeChart();
    updateCostOverTimeChart(*m_view->chart(), lines, chartStyle(palette(), font()));
    m_view->setAccessibleName(lines.summary.isEmpty() ? tr("Chart of cost over time") : lines.summary);
    m_view->setAccessibleDescription(m_words->text());
}

void CostOverTimePanel::changeEvent(QEvent* event)
{
    ResultsPart::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace rightrig
