#include "ui/forms/collapsible.h"

#include "ui/forms/form.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace rightrig {

Collapsible::Collapsible(const QString& title, const QString& stem, QWidget* parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_button->setText(title);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setArrowType(Qt::RightArrow);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    setName(*this, stem);
    setName(*m_button, stem);
    m_box->addWidget(m_button, 0, Qt::AlignLeft);
    setOpen(false);
    connect(m_button, &QToolButton::toggled, this, &Collapsible::setOpen);
}

void Collapsible::setContent(QWidget* content)
{
    m_content = content;
    m_box->addWidget(content);
    setOpen(isOpen());
}

void Collapsible::setOpen(bool open)
{
    m_button->setChecked(open);
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_button->setAccessibleDescription(open ? tr("shown") : tr("folded away"));
    if (m_content != nullptr)
        m_content->setVisible(open);
}

bool Collapsible::isOpen() const { return m_button->isChecked(); }

} // namespace rightrig
