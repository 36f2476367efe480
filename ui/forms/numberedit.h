// A number that may be left empty ("not sure"), with its unit and, right below, what is wrong with what was typed.
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace rightrig {

struct NumberLimits
{
    double least = 0.0, most = 1e12;
    bool whole = false;
};

class NumberEdit : public QWidget
{
    Q_OBJECT
public:
    NumberEdit(const QString& accessibleName, NumberLimits limits, const QString& unit, QWidget* parent = nullptr);
    /// Shows the number; keeps it exactly until somebody types.
    void setValue(std::optional<double> value);
    [[nodiscard]] std::optional<double> value() const { return m_value; }
    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    void setUnit(const QString& unit);

Q_SIGNALS:
    void edited(); ///< the value is another one now

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitWidth();
    void read(const QString& text);
    void showProblem(const QString& text);

    NumberLimits m_limits;
    std::optional<double> m_value;
    bool m_valid = true;
    QLineEdit* m_edit;
    QLabel* m_unit;
    QLabel* m_problem;
};

} // namespace rightrig
