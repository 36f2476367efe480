// Small parts the answer page is made of: cards, plain labels, marked lines, plain tables. All text is Qt::PlainText.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QList>
#include <QStringList>

#include <functional>

class QGridLayout;
class QTableWidget;
class QTableView;
class QVBoxLayout;

namespace rightrig {

/// A titled card with a rounded border in the colours of the palette.
class TitledCard : public QFrame
{
    Q_OBJECT
public:
    TitledCard(const QString& title, const QString& name, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setStrong(bool strong); ///< accent border: the recommended or selected one
    [[nodiscard]] QVBoxLayout* box() const { return m_box; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QVBoxLayout* m_box;
    bool m_strong = false;
};

/// Calls `fit` with the font of the program now and each time the text size changes, as long as the widget lives.
void followFont(QWidget& widget, std::function<void(const QFont&)> fit);
/// A wrapped plain-text label; `scale` enlarges the font of the program.
[[nodiscard]] QLabel* plainLabel(const QString& name, QWidget* parent, double scale = 1.0, bool bold = false);
/// Sets the text and hides the label if there is none.
void showText(QLabel& label, const QString& text);

struct MarkedLine
{
    QString mark, text;
};

/// Lines with a sign in front. The labels are made once and used again.
class MarkedList : public QWidget
{
    Q_OBJECT
public:
    explicit MarkedList(const QString& name, QWidget* parent = nullptr);
    void setLines(const QList<MarkedLine>& lines);
    [[nodiscard]] QStringList texts() const;

private:
    QGridLayout* m_grid;
    QList<QLabel*> m_marks, m_texts;
};

[[nodiscard]] QTableWidget* plainTable(const QString& name, const QString& spoken, const QStringList& headers, QWidget* parent);
void fillTable(QTableWidget& table, const QList<QStringList>& rows);
/// Rows and columns as high and wide as the text size asks for, also when it changes; with `mostRows` the whole table, too.
void fitRows(QTableView& table, int mostRows = 0);
/// As high as its rows, at most `mostRows` of them.
void fitHeight(QTableView& table, int mostRows);

} // namespace rightrig
