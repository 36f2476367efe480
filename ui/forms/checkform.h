// Page 8: every answer on one page, editable in place, assumed ones marked; what matters most and the country.
#pragma once

#include "ui/forms/form.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace rightrig {

class ChoiceCombo;

class CheckForm : public Form
{
    Q_OBJECT
public:
    explicit CheckForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

Q_SIGNALS:
    void pageWanted(int number); ///< "Change" was pressed

private:
    struct Row
    {
        Field field;
        ChoiceCombo* combo;
        QLabel* mark;
    };
    struct Summary
    {
        QLabel* value;
        QLabel* mark;
        std::function<QString(const Answers&)> text; ///< empty: assumed
    };
    void addField(const Field& field);
    void addSummary(const QString& name, const QString& question, int page, std::function<QString(const Answers&)> text);
    void addCountry();
    void addStudent();
    QLabel* addMark(int row);
    void mark(QLabel& label, bool assumed);

    FormContext m_context;
    Answers m_answers;
    QGridLayout* m_grid;
    QList<Row> m_rows;
    QList<Summary> m_summaries;
    QComboBox* m_country = nullptr;
    QLabel* m_countryMark = nullptr;
    QLineEdit* m_student = nullptr;
};

} // namespace rightrig
