#include "ui/results/coursecard.h"

#include "models/qt/formatter.h"
#include "models/qt/readinesstext.h"
#include "ui/results/parts.h"

#include <QVBoxLayout>

namespace rightrig {
namespace {

QString readyMark(const AssignmentReadiness& assignment)
{
    if (assignment.ready())
        return assignment.fits == Fit::Tight ? QStringLiteral("!") : QStringLiteral("\u2713");
    return assignment.fits == Fit::Unknown ? QStringLiteral("?") : QStringLiteral("\u2717");
}

/// "LoRA week (due in week 12): Does not fit ..." and below it where else it runs.
QString assignmentLine(const AssignmentReadiness& assignment, CurrencyCode currency)
{
    const QString facts = assignmentFacts(assignment);
    const QString title = plain(assignment.title, 80);
    const QString head = facts.isEmpty() ? title : CourseCard::tr("%1 (%2)").arg(title, facts);
    const QStringList lines = QStringList{readinessText(assignment)} + wayTexts(assignment, currency);
    return head + QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

} // namespace

CourseCard::CourseCard(QWidget* parent)
    : ResultsPart(parent), m_card(new TitledCard(tr("Your course"), QStringLiteral("courseFrame"), this))
{
    setObjectName(QStringLiteral("courseCard"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_need = plainLabel(QStringLiteral("courseNeedLabel"), m_card, 1.0, true);
    m_list = new MarkedList(QStringLiteral("assignmentsList"), m_card);
    m_card->box()->addWidget(m_need);
    m_card->box()->addWidget(m_list);
    outer->addWidget(m_card);
    setVisible(false);
}

void CourseCard::present(const Shown& shown)
{
    setVisible(shown.course != nullptr);
    if (!shown.course)
        return;
    const Readiness& readiness = shown.course->readiness;
    m_card->setTitle(tr("Your course: %1").arg(courseTitle(shown.course->course)));
    m_need->setText(needTexts(readiness).join(QLatin1Char(' ')));
    QList<MarkedLine> lines;
    for (const AssignmentReadiness& assignment : readiness.assignments)
        lines.append({readyMark(assignment), assignmentLine(assignment, readiness.currency)});
    m_list->setLines(lines);
}

QStringList CourseCard::shownLines() const { return m_list->texts(); }

} // namespace rightrig
