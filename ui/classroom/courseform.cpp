#include "ui/classroom/courseform.h"

#include "models/qt/coursetext.h"
#include "ui/classroom/textfield.h"

#include <algorithm>

namespace rightrig {

void CourseForm::setPath(TextField& field, const QString& path)
{
    for (auto& [known, knownPath] : m_paths) {
        if (known == &field) {
            knownPath = path;
            return;
        }
    }
    m_paths.append({&field, path});
}

void CourseForm::showFaults(const std::vector<CourseFault>& faults)
{
    for (const auto& [field, path] : std::as_const(m_paths)) {
        const auto here = [&path = path](const CourseFault& fault) {
            const QString at = QString::fromStdString(fault.path);
            return at == path || at.startsWith(path + QLatin1Char('['));
        };
        const auto fault = std::find_if(faults.begin(), faults.end(), here);
        field->showProblem(fault == faults.end() ? QString() : courseFaultText(*fault));
    }
}

QWidget* CourseForm::fieldFor(const QString& path)
{
    for (const auto& [field, known] : std::as_const(m_paths)) {
        if (path == known || path.startsWith(known + QLatin1Char('[')))
            return field;
    }
    return nullptr;
}

} // namespace rightrig
