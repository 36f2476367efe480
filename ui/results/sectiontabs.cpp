#include "ui/results/sectiontabs.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace rightrig {

SectionTabs::SectionTabs(QWidget* parent) : QWidget(parent), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("sectionTabs"));
    m_bar->setObjectName(QStringLiteral("sectionTabBar"));
    m_bar->setAccessibleName(tr("Views of the options"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    m_stack->setObjectName(QStringLiteral("sectionStackedWidget"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(fontMetrics().height() / 2);
    box->addWidget(m_bar);
    box->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &SectionTabs::bringUp);
}

void SectionTabs::add(const QString& title, QWidget* page)
{
    m_stack->addWidget(page);
    m_bar->addTab(title);
    bringUp(m_bar->currentIndex());
}

void SectionTabs::bringUp(int index)
{
    for (int i = 0; i < m_stack->count(); ++i) { // a page that is not seen asks for no room
        const auto policy = i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, policy);
    }
    m_stack->setCurrentIndex(index);
    m_stack->updateGeometry();
    Q_EMIT currentChanged(index);
}

void SectionTabs::setCurrent(int index) { m_bar->setCurrentIndex(index); }
int SectionTabs::current() const { return m_bar->currentIndex(); }
QWidget* SectionTabs::page(int index) const { return m_stack->widget(index); }

} // namespace rightrig
