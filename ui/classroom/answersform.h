// The course editor's page of answers that the instructor gives for all students: suggested or fixed.
#pragma once

#include "ui/classroom/courseform.h"
#include "ui/forms/choices.h"

#include <cstdint>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace rightrig {

class ChoiceCombo;
class NumberEdit;

/// Who answers a question of the wizard.
enum class WhoAnswers : std::uint8_t { Student, Suggested, Fixed };

class AnswersForm : public CourseForm
{
    Q_OBJECT
public:
    explicit AnswersForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Course& course) override;
    void startOver() override;

private:
    struct Row
    {
        Field field;
        QComboBox* who;
        ChoiceCombo* choice; ///< or a number: one of the two is null
        NumberEdit* number;
    };
    QComboBox* addWho(QGridLayout& grid, const QString& question, const QString& stem);
    void addGoals(QGridLayout& grid);
    void addSection(QGridLayout& grid, const QString& title, const QList<Field>& questions);
    void addRow(QGridLayout& grid, const Field& field);
    void addAssumptions(QGridLayout& grid);
    void takeWho(const Row& row);
    void takeValue(const Row& row);
    void takeGoals();
    void set(const Field& field, WhoAnswers who, std::optional<double> value, const QObject* edited);
    void showRow(const Row& row, const Course& course);
    void showGoals(const Course& course);
    void showAssumptions(const Course& course);
    [[nodiscard]] static WhoAnswers whoOf(const QComboBox& who);

    FormContext m_context;
    QList<Row> m_rows;
    QComboBox* m_goalsWho = nullptr;
    QList<QCheckBox*> m_goals;
    QLabel* m_assumptions = nullptr;
    QPushButton* m_forget = nullptr;
};

} // namespace rightrig
