#include "ui/wizard/coursebar.h"

#include "ui/forms/form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

QLabel* barLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    setName(*label, name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CourseBar::CourseBar(QWidget* parent)
    : QFrame(parent)
    , m_title(barLabel(this, QStringLiteral("courseTitle")))
    , m_notes(barLabel(this, QStringLiteral("courseNotes")))
    , m_more(new QPushButton(tr("Show notes"), this))
    , m_leave(new QPushButton(tr("Leave the course"), this))
{
    setName(*this, QStringLiteral("course"));
    setName(*m_more, QStringLiteral("courseNotes"));
    setName(*m_leave, QStringLiteral("leaveCourse"));
    setFrameShape(QFrame::StyledPanel);
    m_more->setCheckable(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    row->addWidget(m_leave, 0, Qt::AlignTop);
    auto* box = new QVBoxLayout(this);
    box->addLayout(row);
    box->addWidget(m_notes);
    connect(m_more, &QPushButton::toggled, this, &CourseBar::showNotes);
    connect(m_leave, &QPushButton::clicked, this, &CourseBar::leaveWanted);
    showCourse({}, {});
}

void CourseBar::showCourse(const QString& title, const QStringList& notes)
{
    m_title->setText(title.isEmpty() ? QString() : tr("Your course: %1").arg(title));
    setAccessibleName(m_title->text());
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_more->setVisible(!notes.isEmpty());
    m_more->setChecked(false);
    showNotes(false);
    setVisible(!title.isEmpty());
}

QString CourseBar::title() const { return m_title->text(); }

void CourseBar::showNotes(bool open)
{
    m_notes->setVisible(open && !m_notes->text().isEmpty());
    m_more->setText(open ? tr("Hide notes") : tr("Show notes"));
}

} // namespace rightrig
