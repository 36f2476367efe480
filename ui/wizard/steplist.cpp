#include "ui/wizard/steplist.h"

#include "ui/forms/form.h"
#include "ui/wizard/steps.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace rightrig {

StepList::StepList(QWidget* parent) : QListWidget(parent), m_visited(stepCount, false)
{
    setName(*this, QStringLiteral("steps"));
    setAccessibleName(tr("Steps"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    viewport()->setAutoFillBackground(false);
    for (int number = 1; number <= stepCount; ++number)
        addItem(QString());
    write();
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT stepWanted(row + 1);
    });
}

void StepList::showStep(int number)
{
    m_current = number;
    m_visited[number - 1] = true;
    write();
    const QSignalBlocker quiet(this);
    setCurrentRow(number - 1);
}

void StepList::setDense(bool dense)
{
    m_dense = dense;
    setSizePolicy(QSizePolicy::Fixed, dense ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    write();
}

void StepList::setAnswered(const QList<int>& numbers)
{
    m_answered = numbers;
    write();
}

QSize StepList::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 0;
    for (int number = 1; number <= stepCount; ++number)
        width = std::max(width, metrics.horizontalAdvance(QStringLiteral("9  %1 ✓").arg(step(number).name))); // the widest it ever is
    return {width + metrics.height() * 3 / 2, item(0)->sizeHint().height() * stepCount + 4};
}

void StepList::write()
{
    const int height = std::max(26, fontMetrics().height() + (m_dense ? 6 : 18));
    for (int number = 1; number <= stepCount; ++number) {
        const bool current = number == m_current;
        const bool visited = m_visited.at(number - 1);
        QListWidgetItem* entry = item(number - 1);
        const QString mark = m_answered.contains(number) || (visited && !current) ? QStringLiteral("✓") : QStringLiteral(" ");
        entry->setText(QStringLiteral("%1  %2 %3").arg(QString::number(number), step(number).name, mark).trimmed());
        entry->setSizeHint({0, height});
        const bool answered = m_answered.contains(number);
        entry->setFlags(answered ? Qt::NoItemFlags : Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        entry->setToolTip(answered ? tr("Your course answers this page.") : QString());
        const QString state = answered ? tr("answered by your course")
            : current                  ? tr("you are here")
            : visited                  ? tr("visited")
                                       : tr("not visited yet");
        entry->setData(Qt::AccessibleTextRole,
            tr("Step %1 of %2: %3, %4").arg(QString::number(number), QString::number(stepCount), step(number).name, state));
        QFont bold = font();
        bold.setBold(current);
        entry->setFont(bold);
    }
    updateGeometry();
}

void StepList::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && count() == stepCount)
        write();
}

} // namespace rightrig
