// Cells in as many columns as fit (or one after the other), so that cards stay readable at any window width and text size.
#pragma once

#include <QLayout>
#include <QList>

namespace rightrig {

class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    /// `leastCharacters`: of a column, in average letters. `mostColumns` 0: no columns, every cell has its own width.
    FlowLayout(int leastCharacters, int mostColumns, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override; ///< takes it over
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    [[nodiscard]] int leastWidth() const; ///< grows with the text
    [[nodiscard]] QList<QLayoutItem*> shown() const;
    int arrange(const QRect& rect, bool apply) const;
    int arrangeColumns(const QRect& rect, bool apply) const;
    int arrangeLine(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    int m_leastCharacters, m_mostColumns;
};

} // namespace rightrig
