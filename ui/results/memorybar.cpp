#include "ui/results/memorybar.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace rightrig {

MemoryBar::MemoryBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void MemoryBar::setCheck(const MemoryCheck& check, double most)
{
    m_check = check;
    m_most = std::max(most, 1e-9);
    update();
}

double MemoryBar::needShare() const { return m_check.need ? std::clamp(m_check.need->value / m_most, 0.0, 1.0) : 0.0; }

double MemoryBar::wallShare() const { return m_check.have ? std::clamp(m_check.have->value / m_most, 0.0, 1.0) : 0.0; }

QSize MemoryBar::sizeHint() const { return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 3 / 2}; }

void MemoryBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartStyle style = chartStyle(palette(), font());
    const QRectF area = QRectF(rect()).adjusted(1, 3, -3, -3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(area, 3, 3);
    const double inside = m_check.have ? std::min(needShare(), wallShare()) : needShare();
    const bool over = m_check.have && needShare() > wallShare();
    QRectF bar = area;
    bar.setWidth(area.width() * inside);
    painter.setBrush(style.highlight);
    painter.drawRect(bar);
    if (over) { // hatched as well as red, so that colour is not the only sign
        QRectF beyond = area;
        beyond.setLeft(bar.right());
        beyond.setWidth(area.width() * (needShare() - wallShare()));
        const QColor red = style.dark ? QColor(255, 128, 112) : QColor(176, 32, 24);
        painter.setBrush(QBrush(red, Qt::BDiagPattern));
        painter.setPen(QPen(red, 1.0));
        painter.drawRect(beyond);
    }
    if (m_check.have) {
        const double x = area.left() + area.width() * wallShare();
        painter.setPen(QPen(style.text, 3.0));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

} // namespace rightrig
