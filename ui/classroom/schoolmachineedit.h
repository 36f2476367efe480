// What one of the school's machines is: a kind from the catalogue, or in own words.
#pragma once

#include "ui/forms/choices.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace rightrig {

class SchoolMachineEdit : public QWidget
{
    Q_OBJECT
public:
    SchoolMachineEdit(const FormContext& context, const QString& stem, const QString& accessibleName, QWidget* parent = nullptr);
    void setMachine(const std::optional<Candidate>& machine);
    [[nodiscard]] const std::optional<Candidate>& machine() const { return m_machine; }
    [[nodiscard]] QWidget* combo() const;

Q_SIGNALS:
    void edited();

private:
    void show();
    void take(int index);
    void describe();

    FormContext m_context;
    QString m_spoken;
    std::optional<Candidate> m_machine;
    std::vector<Candidate> m_kinds;
    QComboBox* m_combo;
    QPushButton* m_describe;
};

} // namespace rightrig
