// A chart to look at: it takes no clicks (QTBUG-118669), lets the page scroll, and offers its picture.
#pragma once

#include <QtCharts/QChartView>

#include <memory>

namespace rightrig {

class PlainChartView : public QChartView
{
    Q_OBJECT
public:
    PlainChartView(std::unique_ptr<QChart> chart, QWidget* parent);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace rightrig
