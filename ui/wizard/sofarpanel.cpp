#include "ui/wizard/sofarpanel.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/forms/form.h"

#include <QAccessible>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

struct SoFarWords
{
    Q_DECLARE_TR_FUNCTIONS(SoFarPanel)
};

enum Group { Memory, Budget, Software, Carry, Rules, Waiting, Facts, Other, GroupCount };

Group groupOf(ReasonCode code)
{
    switch (code) {
    case ReasonCode::NotEnoughVram:
    case ReasonCode::NotEnoughRam:
    case ReasonCode::TightMemory:
    case ReasonCode::JobTooLarge:
        return Memory;
    case ReasonCode::OverUpfrontBudget:
    case ReasonCode::OverMonthlyBudget:
        return Budget;
    case ReasonCode::SoftwareUnsupported:
    case ReasonCode::WrongOs:
        return Software;
    case ReasonCode::NotPortable:
        return Carry;
    case ReasonCode::PrivateDataOffSite:
    case ReasonCode::SlowInternet:
        return Rules;
    case ReasonCode::QuotaExceeded:
    case ReasonCode::SessionTooLong:
    case ReasonCode::TooSlow:
        return Waiting;
    case ReasonCode::UnknownSpec:
    case ReasonCode::UnknownPrice:
        return Facts;
    default:
        return Other;
    }
}

QString groupText(Group group)
{
    switch (group) {
    case Memory:
        return SoFarWords::tr("not enough memory");
    case Budget:
        return SoFarWords::tr("over your budget");
    case Software:
        return SoFarWords::tr("wrong system or software");
    case Carry:
        return SoFarWords::tr("cannot be carried");
    case Rules:
        return SoFarWords::tr("your data or internet rules them out");
    case Waiting:
        return SoFarWords::tr("too slow or too short a session");
    case Facts:
        return SoFarWords::tr("a price or a fact is unknown");
    default:
        return SoFarWords::tr("another reason");
    }
}

QString droppedLine(int count, const QString& why)
{
    return count == 1 ? SoFarWords::tr("1 option dropped: %1").arg(why)
                      : SoFarWords::tr("%1 options dropped: %2").arg(QString::number(count), why);
}

QString figures(const Option& option)
{
    QStringList lines;
    lines.append(option.per == Per::Free && !option.price ? SoFarWords::tr("Nothing to pay for it") : priceText(option));
    if (option.runTime)
        lines.append(SoFarWords::tr("One run: %1").arg(formatDurationRange(*option.runTime)));
    return lines.join(QLatin1Char('\n'));
}

QLabel* addLabel(QVBoxLayout& box, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    setName(*label, name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    box.addWidget(label);
    return label;
}

} // namespace

SoFarPanel::SoFarPanel(QWidget* parent) : QWidget(parent)
{
    setName(*this, QStringLiteral("soFar"));
    auto* box = new QVBoxLayout(this);
    box->setSpacing(fontMetrics().height() / 2);
    QFont bold = font();
    bold.setBold(true);
    QLabel* title = addLabel(*box, QStringLiteral("soFarTitle"), this);
    title->setText(tr("So far"));
    title->setForegroundRole(QPalette::PlaceholderText);
    m_best = addLabel(*box, QStringLiteral("soFarBest"), this);
    m_best->setFont(bold);
    m_best->setText(tr("Working it out..."));
    m_figures = addLabel(*box, QStringLiteral("soFarFigures"), this);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    box->addWidget(line);
    m_dropped = addLabel(*box, QStringLiteral("soFarDropped"), this);
    m_dropped->setForegroundRole(QPalette::PlaceholderText);
    box->addStretch();
}

void SoFarPanel::showResults(const Results& results)
{
    const Option* best = optionAt(results, results.best.option);
    const bool any = best != nullptr && best->kind != OptionKind::None;
    const QString before = summary();
    m_best->setText(any ? optionTitle(*best) : tr("Nothing fits yet"));
    m_figures->setText(any ? figures(*best) : tr("The last page says what would help."));
    m_dropped->setText(droppedLines(results).join(QLatin1Char('\n')));
    if (summary() == before)
        return;
    setAccessibleName(tr("So far: %1").arg(summary()));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

QString SoFarPanel::summary() const { return QStringList{m_best->text(), m_figures->text(), m_dropped->text()}.join(QLatin1Char('\n')); }

QStringList droppedLines(const Results& results)
{
    std::array<int, GroupCount> counts{};
    for (const Option& option : results.options) {
        if (!option.eligible && !option.whyNot.empty())
            ++counts.at(groupOf(option.whyNot.front().code));
    }
    QList<int> order;
    for (int group = 0; group < GroupCount; ++group) {
        if (counts.at(std::size_t(group)) > 0)
            order.append(group);
    }
    std::stable_sort(order.begin(), order.end(), [&counts](int a, int b) { return counts.at(std::size_t(a)) > counts.at(std::size_t(b)); });
    QStringList lines;
    for (const int group : order)
        lines.append(droppedLine(counts.at(std::size_t(group)), groupText(Group(group))));
    return lines.mid(0, 4);
}

} // namespace rightrig
