#include "ui/forms/numberedit.h"

#include "models/qt/formatter.h"
#include "ui/forms/form.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <cmath>

namespace rightrig {

namespace {

QString written(double value) { return QLocale().toString(value, 'g', 12); }

} // namespace

NumberEdit::NumberEdit(const QString& accessibleName, NumberLimits limits, const QString& unit, QWidget* parent)
    : QWidget(parent), m_limits(limits), m_edit(new QLineEdit(this)), m_unit(new QLabel(unit, this)), m_problem(new QLabel(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_edit, 0, 0);
    grid->addWidget(m_unit, 0, 1);
    grid->addWidget(m_problem, 1, 0, 1, 3);
    grid->setColumnStretch(2, 1);
    fitWidth();
    m_edit->setMaxLength(40);
    m_edit->setPlaceholderText(tr("not sure"));
    m_edit->setAccessibleName(accessibleName);
    m_unit->setTextFormat(Qt::PlainText);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &NumberEdit::read);
}

void NumberEdit::setValue(std::optional<double> value)
{
    if (m_valid && m_value == value)
        return; // leave the text alone while somebody types it
    m_value = value;
    m_edit->setText(value ? written(*value) : QString());
    showProblem({});
}

void NumberEdit::fitWidth() { m_edit->setFixedWidth(fontMetrics().averageCharWidth() * 15); }

void NumberEdit::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitWidth();
}

void NumberEdit::setUnit(const QString& unit) { m_unit->setText(unit); }

void NumberEdit::read(const QString& text)
{
    const std::optional<double> typed = text.trimmed().isEmpty() ? std::nullopt : parseNumber(text);
    QString problem;
    if (!text.trimmed().isEmpty() && !typed)
        problem = tr("This is not a number. Use digits only.");
    else if (typed && !(*typed >= m_limits.least && *typed <= m_limits.most))
        problem = tr("Enter a number from %1 to %2.").arg(written(m_limits.least), written(m_limits.most));
    else if (typed && m_limits.whole && *typed != std::floor(*typed))
        problem = tr("Enter a whole number.");
    showProblem(problem);
    if (!problem.isEmpty() || typed == m_value)
        return; // the last good number stays
    m_value = typed;
    Q_EMIT edited();
}

void NumberEdit::showProblem(const QString& text)
{
    m_valid = text.isEmpty();
    m_problem->setText(text);
    m_problem->setVisible(!m_valid);
    m_edit->setAccessibleDescription(text);
}

} // namespace rightrig
