#include "ui/wizard/wizardpage.h"

#include "ui/theme.h"
#include "ui/wizard/mnemonics.h"
#include "ui/wizard/steps.h"

#include <QApplication>
#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

constexpr QLatin1String takenLetters("FEVIHBNSP"); // menus, Back, Next, Show my recommendation, Save PDF

/// Everything the Tab key stops at, as the layouts show it from top to bottom.
void collectStops(const QLayout& layout, QList<QWidget*>& stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (const QLayout* inner = item->layout())
            collectStops(*inner, stops);
        QWidget* widget = item->widget();
        if (widget == nullptr)
            continue;
        if ((widget->focusPolicy() & Qt::TabFocus) != 0)
            stops.append(widget);
        else if (widget->layout() != nullptr)
            collectStops(*widget->layout(), stops);
    }
}

void setTabOrderByLayout(const QWidget& page)
{
    QList<QWidget*> stops;
    collectStops(*page.layout(), stops);
    for (int i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

/// Of radio buttons, the one the Tab key would go to.
QWidget* checkedOf(QWidget* widget)
{
    const auto* radio = qobject_cast<QRadioButton*>(widget);
    QAbstractButton* checked = radio != nullptr && radio->group() != nullptr ? radio->group()->checkedButton() : nullptr;
    return checked != nullptr ? checked : widget;
}

} // namespace

WizardPage::WizardPage(int number, const QList<Form*>& forms, QWidget* parent)
    : QWidget(parent), m_number(number), m_forms(forms), m_heading(new QLabel(this)), m_why(new QLabel(this))
{
    setName(*this, QStringLiteral("step%1").arg(number));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(16, 12, 8, 0);
    setUpHeading(step(number).question, step(number).why);
    box->addWidget(m_heading);
    box->addWidget(m_why);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 6, 8, 6);
    column->setSpacing(fontMetrics().height() * 2 / 3);
    for (Form* form : forms) {
        column->addWidget(form);
        connect(form, &Form::changed, this, [this, form] { Q_EMIT changed(form); });
    }
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    setName(*scroll, QStringLiteral("step%1").arg(number));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    box->addWidget(scroll, 1);
    assignMnemonics(*inside, takenLetters);
    setTabOrderByLayout(*inside);
}

void WizardPage::setUpHeading(const QString& question, const QString& why)
{
    setAccessibleName(tr("Step %1 of %2: %3").arg(QString::number(m_number), QString::number(stepCount), question));
    setAccessibleDescription(why);
    m_heading->setText(question);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_why->setText(why);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    setName(*m_heading, QStringLiteral("heading%1").arg(m_number));
    setName(*m_why, QStringLiteral("why%1").arg(m_number));
    scaleHeading();
    connect(&fontNotifier(), &FontNotifier::fontChanged, this, &WizardPage::scaleHeading);
}

void WizardPage::scaleHeading()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    m_heading->setFont(font);
}

void WizardPage::load(const Answers& answers)
{
    for (Form* form : std::as_const(m_forms))
        form->load(answers);
}

void WizardPage::setFixed(const Answers& fixed)
{
    for (Form* form : std::as_const(m_forms))
        form->setFixed(fixed);
}

bool WizardPage::asks() const
{
    return std::any_of(m_forms.begin(), m_forms.end(), [](const Form* form) { return form->asks(); });
}

void WizardPage::focusFirst()
{
    if (m_forms.isEmpty())
        return;
    QWidget* widget = m_forms.first();
    for (QWidget* next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
        const bool usable = next->isVisibleTo(this) && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus) != 0;
        if (usable && widget->isAncestorOf(next))
            return checkedOf(next)->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace rightrig
