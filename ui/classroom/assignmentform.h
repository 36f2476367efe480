// One assignment of the course: what is trained, with how much data, and until when.
#pragma once

#include "models/domain/catalog.h"
#include "ui/classroom/courseform.h"

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace rightrig {

class ChoiceCombo;
class Collapsible;
class NumberEdit;
struct NumberLimits;

class AssignmentForm : public CourseForm
{
    Q_OBJECT
public:
    explicit AssignmentForm(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    void load(const Course& course) override;
    void setIndex(int index); ///< of the assignment that load() shows
    /// False while a number is typed that cannot be taken.
    [[nodiscard]] bool isValid() const;
    void showInvalid(); ///< goes to that number; does nothing without one

private:
    using Number = std::optional<double> Assignment::*;
    using JobNumber = std::optional<double> JobRequest::*;
    struct NumberField
    {
        NumberEdit* edit;
        QString path; ///< below the assignment
        std::function<std::optional<double>(const Assignment&)> get;
        std::function<double(const Preset&)> usual; ///< empty: none
    };
    void setUpMain(QFormLayout& rows);
    void setUpExact(QFormLayout& rows);
    void addRow(QFormLayout& rows, const QString& label, QWidget* field, QWidget* buddy);
    TextField* addText(QFormLayout& rows, const char* stem, const QString& label, std::string Assignment::*member);
    void addNumber(QFormLayout& rows, const char* stem, const QString& label, const NumberLimits& limits, const QString& unit,
        const QString& path, Number member);
    void addJobNumber(QFormLayout& rows, const char* stem, const QString& label, const NumberLimits& limits, const char* json,
        JobNumber member, std::function<double(const Preset&)> usual);
    void add(NumberField number, QFormLayout& rows, const QString& label, std::function<void(Assignment&, std::optional<double>)> set);
    QCheckBox* addCheck(QFormLayout& rows, const char* stem, const QString& text, bool Assignment::*member);
    void fillPresets();
    void showPreset(const std::string& id);
    void change(const std::function<void(Assignment&)>& what, const QObject* field);
    void setPaths();

    std::shared_ptr<const Catalog> m_catalog;
    int m_index = 0;
    TextField *m_title = nullptr, *m_id = nullptr;
    QComboBox* m_preset;
    QLabel* m_example;
    QList<NumberField> m_numbers;
    QCheckBox *m_group = nullptr, *m_own = nullptr;
    ChoiceCombo *m_precision = nullptr, *m_checkpointing = nullptr;
    NumberEdit* m_samples = nullptr;
};

} // namespace rightrig
