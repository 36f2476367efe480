// A line, or several, of text from a course, and right below what is wrong with it.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace rightrig {

/// Keeps the text exactly until somebody types; what it shows has gone through plain().
class TextField : public QWidget
{
    Q_OBJECT
public:
    /// `lines` 1: a line edit; more: a text edit as high as that many lines, each of them one text.
    TextField(const QString& stem, const QString& accessibleName, int lines, QWidget* parent = nullptr);
    void setText(const std::string& text);
    void setTexts(const std::vector<std::string>& texts); ///< of a text edit
    [[nodiscard]] std::string text() const { return m_texts.empty() ? std::string() : m_texts.front(); }
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }
    void setHint(const QString& text); ///< in grey while it is empty
    void showProblem(const QString& text);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QWidget* edit() const; ///< for labels and for the tab order

Q_SIGNALS:
    void edited();

private:
    void setUpLine(const QString& stem, const QString& name);
    void setUpLines(const QString& stem, const QString& name, int lines);
    void readLine(const QString& typed);
    void readLines();

    std::vector<std::string> m_texts;
    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_lines = nullptr;
    QLabel* m_problem;
};

} // namespace rightrig
