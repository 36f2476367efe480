#include "ui/wizard/planbar.h"

#include "ui/forms/form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace rightrig {

PlanBar::PlanBar(QWidget* parent)
    : QFrame(parent)
    , m_note(new QLabel(this))
    , m_details(new QPushButton(tr("What changed..."), this))
    , m_today(new QPushButton(tr("Use today's prices"), this))
{
    setName(*this, QStringLiteral("plan"));
    setName(*m_note, QStringLiteral("planNote"));
    setName(*m_details, QStringLiteral("planDetails"));
    setName(*m_today, QStringLiteral("useToday"));
    setFrameShape(QFrame::StyledPanel);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_note, 1);
    row->addWidget(m_details, 0, Qt::AlignTop);
    row->addWidget(m_today, 0, Qt::AlignTop);
    connect(m_details, &QPushButton::clicked, this, &PlanBar::detailsWanted);
    connect(m_today, &QPushButton::clicked, this, &PlanBar::todayWanted);
    showNote({});
}

void PlanBar::showNote(const QString& note)
{
    m_note->setText(note);
    setAccessibleName(note);
    setVisible(!note.isEmpty());
}

QString PlanBar::note() const { return m_note->text(); }

} // namespace rightrig
