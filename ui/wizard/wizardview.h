// The middle of the window: steps at the left, the page, "So far" at the right, Help / Back / Next below.
#pragma once

#include "ui/forms/choices.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace rightrig {

class CourseBar;
class Form;
class MessageBar;
class PlanBar;
class SoFarPanel;
class StepList;
class WizardPage;

class WizardView : public QWidget
{
    Q_OBJECT
public:
    /// `pages`: the eight pages of questions; `resultPage`: the ninth. All are taken over.
    WizardView(const QList<WizardPage*>& pages, QWidget* resultPage, QWidget* parent = nullptr);
    void showPage(int number, const Answers& answers);
    void reload(const Answers& answers); ///< the page that is shown
    void setFixed(const Answers& fixed); ///< hides what a course answers; pages without questions are passed over
    [[nodiscard]] bool asks(int number) const;
    [[nodiscard]] int pageNumber() const;
    void putButtonsLast(); ///< in tab order, after the result page has got its content
    [[nodiscard]] CourseBar& course() const { return *m_course; }
    [[nodiscard]] PlanBar& plan() const { return *m_plan; }
    [[nodiscard]] MessageBar& messages() const { return *m_messages; }
    [[nodiscard]] SoFarPanel& soFar() const { return *m_soFar; }

Q_SIGNALS:
    void pageWanted(int number);
    void helpWanted();
    void savePdfWanted();
    void changed(rightrig::Form* form);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpColumns();
    void setUpButtons(QVBoxLayout& column);
    QPushButton* addButton(const QString& name, const QString& text, QLayout& row);
    void makeRoom(); ///< with large text, "So far" moves below the steps
    void moveBy(int steps);

    QList<WizardPage*> m_pages;
    QStackedWidget* m_stack;
    StepList* m_steps;
    SoFarPanel* m_soFar;
    MessageBar* m_messages;
    CourseBar* m_course;
    PlanBar* m_plan;
    QLabel* m_position;
    QHBoxLayout* m_columns = nullptr;
    QVBoxLayout* m_left = nullptr;
    QScrollArea* m_soFarScroll = nullptr;
    QPushButton *m_help = nullptr, *m_back = nullptr, *m_next = nullptr;
};

} // namespace rightrig
