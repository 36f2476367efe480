// Small parts the answer page is made of: cards, plain labels, marked lines, plain tables. All text is Qt::PlainText.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QList>
#include <QStringList>

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

/// A wrapped plain-text label; `scale` enlarges the font of the parent.
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
/// As high as its rows, at most `mostRows` of them.
void fitHeight(QTableView& table, int mostRows);

} // namespace rightrig
