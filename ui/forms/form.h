// What every form of the wizard can do: show answers, put what was chosen back into them, and say that something changed.
#pragma once

#include "ui/forms/choices.h"

#include <QWidget>

namespace rightrig {

class Form : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Shows the answers. Emits nothing.
    virtual void load(const Answers& answers) = 0;
    /// Writes this form's own answers and leaves all others alone. What was loaded and not touched comes back unchanged.
    virtual void save(Answers& answers) const = 0;
    /// Hides the questions that a course answers; empty answers show all of them again. load() follows.
    virtual void setFixed(const Answers& fixed) { Q_UNUSED(fixed) }
    /// False if the course has answered every question of this form.
    [[nodiscard]] virtual bool asks() const { return true; }

Q_SIGNALS:
    void changed();
};

/// An object name that ends in the widget's class, as tests and assistive tools expect: "rowsNumberEdit".
void setName(QWidget& widget, const QString& stem);

} // namespace rightrig
