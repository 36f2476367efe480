#include "ui/classroom/textfield.h"

#include "models/qt/formatter.h"
#include "ui/forms/form.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rightrig {

namespace {

constexpr int longestText = 200;
constexpr int longestShown = 100000; // of a text with many lines

} // namespace

TextField::TextField(const QString& stem, const QString& accessibleName, int lines, QWidget* parent)
    : QWidget(parent), m_problem(new QLabel(this))
{
    setName(*this, stem);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    if (lines == 1)
        setUpLine(stem, accessibleName);
    else
        setUpLines(stem, accessibleName, lines);
    box->addWidget(edit());
    m_problem->setObjectName(stem + QStringLiteral("ProblemQLabel"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    box->addWidget(m_problem);
    setFocusProxy(edit());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // a form must not pull it apart
}

void TextField::setUpLine(const QString& stem, const QString& name)
{
    m_line = new QLineEdit(this);
    m_line->setObjectName(stem + QStringLiteral("QLineEdit"));
    m_line->setAccessibleName(name);
    m_line->setMaxLength(longestText);
    connect(m_line, &QLineEdit::textEdited, this, &TextField::readLine);
}

void TextField::setUpLines(const QString& stem, const QString& name, int lines)
{
    m_lines = new QPlainTextEdit(this);
    m_lines->setObjectName(stem + QStringLiteral("QPlainTextEdit"));
    m_lines->setAccessibleName(name);
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * (m_lines->frameWidth() + 6));
    connect(m_lines, &QPlainTextEdit::textChanged, this, &TextField::readLines);
}

QWidget* TextField::edit() const
{
    if (m_line != nullptr)
        return m_line;
    return m_lines;
}

void TextField::setHint(const QString& text)
{
    if (m_line != nullptr)
        m_line->setPlaceholderText(text);
    else
        m_lines->setPlaceholderText(text);
}

void TextField::setText(const std::string& text)
{
    if (text == this->text())
        return;
    m_texts = {text};
    m_line->setText(plain(text, longestText));
}

void TextField::setTexts(const std::vector<std::string>& texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    QStringList lines;
    for (const std::string& text : texts)
        lines.append(plain(text, longestShown));
    const QSignalBlocker quiet(m_lines);
    m_lines->setPlainText(lines.join(QLatin1Char('\n')));
}

void TextField::readLine(const QString& typed)
{
    m_texts = {plain(typed.toStdString()).toStdString()};
    Q_EMIT edited();
}

void TextField::readLines()
{
    std::vector<std::string> texts;
    const QStringList lines = m_lines->toPlainText().split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (const QString text = plain(line.toStdString(), longestShown); !text.isEmpty())
            texts.push_back(text.toStdString());
    }
    if (texts == m_texts)
        return;
    m_texts = texts;
    Q_EMIT edited();
}

void TextField::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    edit()->setAccessibleDescription(text);
}

QString TextField::problem() const { return m_problem->text(); }

} // namespace rightrig
