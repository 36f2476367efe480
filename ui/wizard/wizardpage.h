// One page: the question as heading, why we ask, and a form that scrolls only when text is large.
#pragma once

#include "ui/forms/form.h"

#include <QList>

class QLabel;

namespace rightrig {

class WizardPage : public QWidget
{
    Q_OBJECT
public:
    /// Takes over the forms; they stand one below the other.
    WizardPage(int number, const QList<Form*>& forms, QWidget* parent = nullptr);
    void load(const Answers& answers);
    void setFixed(const Answers& fixed); ///< hides what a course answers
    [[nodiscard]] bool asks() const;     ///< false if nothing is left to ask
    [[nodiscard]] const QList<Form*>& forms() const { return m_forms; }
    [[nodiscard]] int number() const { return m_number; }
    void focusFirst();

Q_SIGNALS:
    void changed(rightrig::Form* form);

private:
    void setUpHeading(const QString& question, const QString& why);
    void scaleHeading();

    int m_number;
    QList<Form*> m_forms;
    QLabel* m_heading;
    QLabel* m_why;
};

} // namespace rightrig
