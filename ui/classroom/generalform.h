// The course editor's first page: what the course is called, whom to ask, what students should read.
#pragma once

#include "ui/classroom/courseform.h"

class QFormLayout;

namespace rightrig {

class GeneralForm : public CourseForm
{
    Q_OBJECT
public:
    explicit GeneralForm(QWidget* parent = nullptr);
    void load(const Course& course) override;
    /// True while nobody has the course yet: its id then follows the title.
    void setIdFollows(bool follows) { m_idFollows = follows; }

private:
    using Member = std::optional<std::string> Course::*;
    TextField* addField(QFormLayout& rows, const QString& path, const QString& label, int lines = 1);
    void addOptional(QFormLayout& rows, const QString& path, const QString& label, const QString& hint, Member member);

    struct Optional
    {
        TextField* field;
        Member member;
    };
    TextField *m_title = nullptr, *m_id = nullptr, *m_notes = nullptr;
    QList<Optional> m_optional;
    bool m_idFollows = true;
};

} // namespace rightrig
