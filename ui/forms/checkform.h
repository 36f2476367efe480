// Page 8: every answer on one page, editable in place, assumed ones marked; what matters most and the country.
#pragma once

#include "ui/forms/form.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rightrig {

class ChoiceCombo;
class FlowLayout;

class CheckForm : public Form
{
    Q_OBJECT
public:
    explicit CheckForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;
    void setFixed(const Answers& fixed) override;

Q_SIGNALS:
    void pageWanted(int number); ///< "Change" was pressed

private:
    struct Row
    {
        Field field;
        ChoiceCombo* combo;
    };
    struct Summary
    {
        QLabel* value;
        std::function<QString(const Answers&)> text; ///< empty: assumed
    };
    void setUpLayout();
    void addCell(const QString& question, QWidget* editor, QWidget* second = nullptr);
    void addField(const Field& field);
    QPushButton* addSummary(const QString& name, const QString& question, int page, std::function<QString(const Answers&)> text);
    void addCountry();
    void addStudent();

    FormContext m_context;
    Answers m_answers;
    QPushButton* m_changeGoals = nullptr;
    QLabel* m_issues; ///< answers that contradict each other; hidden if none
    FlowLayout* m_cells = nullptr;
    QList<Row> m_rows;
    QList<Summary> m_summaries;
    QComboBox* m_country = nullptr;
    QLineEdit* m_student = nullptr;
};

} // namespace rightrig
