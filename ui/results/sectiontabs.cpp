#include "ui/results/sectiontabs.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace rightrig {

SectionTabs::SectionTabs(QWidget* parent) : QWidget(parent), m_bar(new QTabBar(this)), m_box(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("sectionTabs"));
    m_bar->setObjectName(QStringLiteral("sectionTabBar"));
    m_bar->setAccessibleName(tr("Views of the options"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(fontMetrics().height() / 2);
    m_box->addWidget(m_bar);
    connect(m_bar, &QTabBar::currentChanged, this, &SectionTabs::bringUp);
}

void SectionTabs::add(const QString& title, QWidget* page)
{
    m_pages.append(page);
    m_box->addWidget(page, 1);
    m_bar->addTab(title);
    bringUp(m_bar->currentIndex());
}

void SectionTabs::bringUp(int index)
{
    for (int i = 0; i < m_pages.size(); ++i) // a hidden page asks for no room; a stack would be as high as its highest
        m_pages[i]->setVisible(i == index);
    Q_EMIT currentChanged(index);
}

void SectionTabs::setCurrent(int index) { m_bar->setCurrentIndex(index); }
int SectionTabs::current() const { return m_bar->currentIndex(); }
QWidget* SectionTabs::page(int index) const { return m_pages.value(index); }

} // namespace rightrig
