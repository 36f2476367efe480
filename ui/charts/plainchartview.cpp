#include "ui/charts/plainchartview.h"

#include "ui/charts/chartexport.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QtCharts/QChart>

namespace rightrig {

PlainChartView::PlainChartView(std::unique_ptr<QChart> chart, QWidget* parent) : QChartView(chart.release(), parent) // the view owns it
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its numbers stand beside it as text
    viewport()->setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PlainChartView::mousePressEvent(QMouseEvent* event) { event->accept(); }
void PlainChartView::mouseReleaseEvent(QMouseEvent* event) { event->accept(); }
void PlainChartView::mouseDoubleClickEvent(QMouseEvent* event) { event->accept(); }
void PlainChartView::wheelEvent(QWheelEvent* event) { event->ignore(); }

void PlainChartView::contextMenuEvent(QContextMenuEvent* event)
{
    showChartMenu(*this, accessibleName() + QLatin1Char('\n') + accessibleDescription(), event->globalPos());
    event->accept();
}

} // namespace rightrig
