#include "ui/classroom/generalform.h"

#include "ui/classroom/textfield.h"

#include <QFormLayout>
#include <QLabel>

namespace rightrig {

namespace {

/// "data_rules" -> "courseDataRules"
QString stemFor(const QString& path)
{
    QString stem = QStringLiteral("course");
    bool upper = true;
    for (const QChar letter : path) {
        if (letter == QLatin1Char('_'))
            upper = true;
        else
            stem += std::exchange(upper, false) ? letter.toUpper() : letter;
    }
    return stem;
}

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

} // namespace

GeneralForm::GeneralForm(QWidget* parent) : CourseForm(parent)
{
    auto* rows = new QFormLayout(this);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_title = addField(*rows, QStringLiteral("title"), tr("&Title"));
    m_title->setHint(tr("Machine learning 1"));
    addOptional(*rows, QStringLiteral("term"), tr("Te&rm"), tr("Autumn 2026"), &Course::term);
    addOptional(*rows, QStringLiteral("language"), tr("&Language"), tr("en"), &Course::language);
    addOptional(*rows, QStringLiteral("contact"), tr("&Questions go to"), tr("a name, a room, an address, a forum"), &Course::contact);
    addOptional(
        *rows, QStringLiteral("data_rules"), tr("R&ules for the data"), tr("Patient data must not leave the school."), &Course::dataRules);
    m_notes = addField(*rows, QStringLiteral("notes"), tr("&Notes for students"), 5);
    m_notes->setHint(tr("Each line is a paragraph of its own."));
    m_id = addField(*rows, QStringLiteral("id"), tr("Short na&me"));
    m_id->setToolTip(tr("Ties the students' files to this course. Keep it once the course is handed out."));
    connect(m_title, &TextField::edited, this, [this] {
        const std::string title = m_title->text();
        const bool follows = m_idFollows;
        Q_EMIT changed(
            [title, follows](Course& course) {
                if (follows && (course.id.empty() || course.id == courseIdFor(course.title)))
                    course.id = courseIdFor(title);
                course.title = title;
            },
            m_title);
    });
    connect(m_id, &TextField::edited, this, [this] { Q_EMIT changed([id = m_id->text()](Course& course) { course.id = id; }, m_id); });
    connect(m_notes, &TextField::edited, this,
        [this] { Q_EMIT changed([notes = m_notes->texts()](Course& course) { course.notes = notes; }, m_notes); });
}

TextField* GeneralForm::addField(QFormLayout& rows, const QString& path, const QString& label, int lines)
{
    auto* field = new TextField(stemFor(path), QString(label).remove(QLatin1Char('&')), lines, this);
    auto* text = new QLabel(label, this);
    text->setBuddy(field->edit());
    rows.addRow(text, field);
    setPath(*field, path);
    return field;
}

void GeneralForm::addOptional(QFormLayout& rows, const QString& path, const QString& label, const QString& hint, Member member)
{
    TextField* field = addField(rows, path, label);
    field->setHint(hint);
    m_optional.append({field, member});
    connect(field, &TextField::edited, this,
        [this, field, member] { Q_EMIT changed([text = given(field->text()), member](Course& course) { course.*member = text; }, field); });
}

void GeneralForm::load(const Course& course)
{
    m_title->setText(course.title);
    m_id->setText(course.id);
    m_notes->setTexts(course.notes);
    for (const Optional& optional : std::as_const(m_optional))
        optional.field->setText((course.*optional.member).value_or(std::string()));
}

} // namespace rightrig
