#include "ui/wizard/wizardview.h"

#include "ui/messagebar.h"
#include "ui/wizard/coursebar.h"
#include "ui/wizard/planbar.h"
#include "ui/wizard/sofarpanel.h"
#include "ui/wizard/steplist.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardpage.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

WizardView::WizardView(const QList<WizardPage*>& pages, QWidget* resultPage, QWidget* parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_stack(new QStackedWidget(this))
    , m_steps(new StepList(this))
    , m_soFar(new SoFarPanel(this))
    , m_messages(new MessageBar(this))
    , m_course(new CourseBar(this))
    , m_plan(new PlanBar(this))
    , m_position(new QLabel(this))
{
    setName(*this, QStringLiteral("main"));
    setName(*m_stack, QStringLiteral("pages"));
    setName(*m_position, QStringLiteral("position"));
    for (WizardPage* page : pages) {
        m_stack->addWidget(page);
        connect(page, &WizardPage::changed, this, &WizardView::changed);
    }
    m_stack->addWidget(resultPage);
    setUpColumns();
    connect(m_steps, &StepList::stepWanted, this, &WizardView::pageWanted);
}

void WizardView::setUpColumns()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 8, 8, 4);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(4);
    outer->addLayout(m_columns, 1);
    m_left = new QVBoxLayout;
    m_left->addWidget(m_steps);
    m_columns->addLayout(m_left);
    auto* middle = new QVBoxLayout;
    middle->addWidget(m_course);
    middle->addWidget(m_plan);
    middle->addWidget(m_messages);
    middle->addWidget(m_stack, 1);
    m_columns->addLayout(middle, 1);
    m_soFarScroll = new QScrollArea(this); // long names, large text
    setName(*m_soFarScroll, QStringLiteral("soFar"));
    m_soFarScroll->setWidget(m_soFar);
    m_soFarScroll->setWidgetResizable(true);
    m_soFarScroll->setFrameShape(QFrame::NoFrame);
    m_soFarScroll->setFocusPolicy(Qt::NoFocus);
    m_soFarScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_soFar->setAutoFillBackground(true);
    m_soFar->setBackgroundRole(QPalette::Base);
    m_columns->addWidget(m_soFarScroll);
    setUpButtons(*outer);
    makeRoom();
}

void WizardView::makeRoom()
{
    constexpr int enoughLetters = 152; // below, the panel stands under the steps and the page takes its place
    const bool narrow = width() < fontMetrics().averageCharWidth() * enoughLetters;
    m_steps->setDense(narrow);
    const int own = std::clamp(fontMetrics().averageCharWidth() * 28, 190, 230);
    m_soFarScroll->setFixedWidth(narrow ? m_steps->sizeHint().width() : own);
    QBoxLayout* from = narrow ? static_cast<QBoxLayout*>(m_columns) : m_left;
    if (from->indexOf(m_soFarScroll) < 0)
        return;
    from->removeWidget(m_soFarScroll);
    if (narrow)
        m_left->addWidget(m_soFarScroll, 1);
    else
        m_columns->addWidget(m_soFarScroll);
}

void WizardView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void WizardView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns != nullptr)
        makeRoom();
}

void WizardView::setUpButtons(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 4, 4);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_position);
    row->addStretch();
    m_help = addButton(QStringLiteral("help"), tr("Help"), *row);
    m_back = addButton(QStringLiteral("back"), tr("&Back"), *row);
    m_next = addButton(QStringLiteral("next"), tr("&Next"), *row);
    m_next->setProperty("primary", true);
    connect(m_help, &QPushButton::clicked, this, &WizardView::helpWanted);
    connect(m_back, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { moveBy(1); });
    column.addLayout(row);
}

QPushButton* WizardView::addButton(const QString& name, const QString& text, QLayout& row)
{
    auto* button = new QPushButton(text, this);
    setName(*button, name);
    button->setAutoDefault(true);
    row.addWidget(button);
    return button;
}

void WizardView::moveBy(int steps)
{
    int wanted = pageNumber() + steps;
    while (wanted > 0 && wanted < resultStep && !asks(wanted))
        wanted += steps;
    if (wanted < 1)
        return;
    if (wanted > stepCount)
        Q_EMIT savePdfWanted();
    else
        Q_EMIT pageWanted(wanted);
}

void WizardView::showPage(int number, const Answers& answers)
{
    const bool listHasFocus = m_steps->hasFocus();
    if (number < resultStep)
        m_pages.at(number - 1)->load(answers);
    m_stack->setCurrentIndex(number - 1);
    m_steps->showStep(number);
    m_position->setText(tr("Step %1 of %2").arg(QString::number(number), QString::number(stepCount)));
    bool earlier = false;
    for (int page = 1; page < number; ++page)
        earlier = earlier || asks(page);
    m_back->setEnabled(earlier);
    m_next->setText(number == resultStep ? tr("Save &PDF...") : number == checkStep ? tr("&Show my recommendation") : tr("&Next"));
    parentWidget()->setWindowTitle(tr("RightRig - %1").arg(step(number).question));
    if (!listHasFocus && number < resultStep)
        m_pages.at(number - 1)->focusFirst();
    else if (!listHasFocus)
        m_next->setFocus();
}

void WizardView::putButtonsLast()
{
    QWidget* page = m_stack->currentWidget();
    QWidget* last = page;
    for (QWidget* next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0)
            last = next;
    }
    setTabOrder(last, m_help);
    setTabOrder(m_help, m_back);
    setTabOrder(m_back, m_next);
}

void WizardView::reload(const Answers& answers)
{
    if (pageNumber() < resultStep)
        m_pages.at(pageNumber() - 1)->load(answers);
}

void WizardView::setFixed(const Answers& fixed)
{
    QList<int> answered;
    for (WizardPage* page : std::as_const(m_pages)) {
        page->setFixed(fixed);
        if (!page->asks())
            answered.append(page->number());
    }
    m_steps->setAnswered(answered);
}

bool WizardView::asks(int number) const { return number >= resultStep || m_pages.at(number - 1)->asks(); }

int WizardView::pageNumber() const { return m_stack->currentIndex() + 1; }

} // namespace rightrig
