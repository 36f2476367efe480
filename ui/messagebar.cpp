#include "ui/messagebar.h"

#include "ui/forms/form.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace rightrig {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_row(new QHBoxLayout(this)), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setName(*this, QStringLiteral("message"));
    setName(*m_text, QStringLiteral("message"));
    setName(*m_close, QStringLiteral("closeMessage"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_row->setContentsMargins(12, 4, 6, 4);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close);
    setFrameShape(QFrame::NoFrame);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QList<MessageAction>& actions)
{
    dismiss();
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    for (const MessageAction& action : actions)
        addAction(action);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::addAction(const MessageAction& action)
{
    auto* button = new QPushButton(action.text, this);
    setName(*button, QStringLiteral("messageAction%1").arg(m_actions.size() + 1));
    m_row->insertWidget(m_row->count() - 1, button);
    m_actions.append(button);
    const auto run = action.run;
    connect(button, &QPushButton::clicked, this, [this, run] {
        dismiss();
        run();
    });
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::dismiss()
{
    hide();
    for (QWidget* button : std::as_const(m_actions)) {
        button->hide();
        button->deleteLater(); // it may be the one being pressed
    }
    m_actions.clear();
    m_text->clear();
}

/// Only the ground is our own, and asked for when it is painted: ink and buttons follow the look by themselves.
QColor MessageBar::ground() const
{
    const bool dark = isDark(QApplication::palette());
    const QColor news = dark ? QColor(0x1F, 0x33, 0x4F) : QColor(0xE1, 0xEC, 0xFB);
    const QColor problem = dark ? QColor(0x52, 0x27, 0x20) : QColor(0xFB, 0xE6, 0xDF);
    return m_kind == News ? news : problem;
}

void MessageBar::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), ground());
    QFrame::paintEvent(event);
}

} // namespace rightrig
