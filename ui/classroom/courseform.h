// A part of the course editor: shows the course, and says what to change in it. The editor owns the course, so whatever no field was
// touched for stays as it was read.
#pragma once

#include "models/domain/coursecheck.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <utility>

namespace rightrig {

class TextField;

using CourseChange = std::function<void(Course&)>;

class CourseForm : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Shows the course. Emits nothing, and leaves the text alone that somebody is typing.
    virtual void load(const Course& course) = 0;
    /// Another document: what was half chosen in the one before is forgotten.
    virtual void startOver() { }
    /// Shows each fault at its field, and takes away those that are mended.
    virtual void showFaults(const std::vector<CourseFault>& faults);
    /// Brings up the field with this path; null if it is in another form.
    [[nodiscard]] virtual QWidget* fieldFor(const QString& path);

Q_SIGNALS:
    /// `field`: changes of one field in quick succession are one step to undo; null: a step of its own.
    void changed(const rightrig::CourseChange& change, const QObject* field);

protected:
    /// `path` as the reader of the file would say it: a fault there is shown at the field. Calling it again gives the field another path.
    void setPath(TextField& field, const QString& path);

private:
    QList<std::pair<TextField*, QString>> m_paths;
};

} // namespace rightrig
