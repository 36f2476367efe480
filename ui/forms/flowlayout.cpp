#include "ui/forms/flowlayout.h"

#include <QWidget>

#include <algorithm>
#include <memory>

namespace rightrig {

FlowLayout::FlowLayout(int leastCharacters, int mostColumns, QWidget* parent)
    : QLayout(parent), m_leastCharacters(leastCharacters), m_mostColumns(mostColumns)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    while (const std::unique_ptr<QLayoutItem> item{FlowLayout::takeAt(0)}) { }
}

void FlowLayout::addItem(QLayoutItem* item) { m_items.append(item); }

QLayoutItem* FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    const int width = leastWidth() * (m_mostColumns > 0 ? std::min(m_mostColumns, 3) : 1);
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem* item : shown())
        width = std::max(width, item->minimumSize().width());
    return {std::max(width, std::min(leastWidth(), 120)), 24};
}

int FlowLayout::leastWidth() const
{
    const QWidget* parent = parentWidget();
    return m_leastCharacters * (parent != nullptr ? parent->fontMetrics().averageCharWidth() : 8);
}

QList<QLayoutItem*> FlowLayout::shown() const
{
    QList<QLayoutItem*> items;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(items), [](const QLayoutItem* item) { return !item->isEmpty(); });
    return items;
}

/// Returns the height that is needed.
int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    return m_mostColumns > 0 ? arrangeColumns(rect, apply) : arrangeLine(rect, apply);
}

int FlowLayout::arrangeLine(const QRect& rect, bool apply) const
{
    const int gap = std::max(0, spacing());
    int x = rect.x();
    int y = rect.y();
    int line = 0;
    for (QLayoutItem* item : shown()) {
        QSize size = item->sizeHint();
        if (size.width() > rect.width() && rect.width() > 0)
            size = {rect.width(), item->hasHeightForWidth() ? item->heightForWidth(rect.width()) : size.height()};
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += line + gap;
            line = 0;
        }
        if (apply)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap * 4;
        line = std::max(line, size.height());
    }
    return y + line - rect.y();
}

/// Every row is as high as its highest cell.
int FlowLayout::arrangeColumns(const QRect& rect, bool apply) const
{
    const QList<QLayoutItem*> items = shown();
    if (items.isEmpty())
        return 0;
    const int gap = std::max(0, spacing());
    int least = leastWidth();
    for (const QLayoutItem* item : items)
        least = std::max(least, item->minimumSize().width());
    const int most = std::min(m_mostColumns, int(items.size()));
    const int columns = std::clamp((rect.width() + gap) / (least + gap), 1, most);
    const int cell = (rect.width() - (columns - 1) * gap) / columns;
    int y = rect.y();
    for (int first = 0; first < items.size(); first += columns) {
        const int last = std::min(first + columns, int(items.size()));
        int height = 0;
        for (int i = first; i < last; ++i)
            height = std::max(height, items[i]->hasHeightForWidth() ? items[i]->heightForWidth(cell) : items[i]->sizeHint().height());
        for (int i = first; apply && i < last; ++i)
            items[i]->setGeometry(QRect(rect.x() + (i - first) * (cell + gap), y, cell, height));
        y += height + gap;
    }
    return y - gap - rect.y();
}

} // namespace rightrig
