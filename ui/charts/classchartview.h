// A chart of a class in a window. Its numbers stand in the table below it; its menu copies them or the picture.
#pragma once

#include "ui/charts/classcharts.h"

#include <QWidget>

namespace rightrig {

class ClassChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ClassChartView(ClassChart chart, QWidget* parent = nullptr);
    void setOverview(ClassOverview overview); ///< hidden where there is nothing to draw

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] ChartStyle style() const;

    ClassChart m_chart;
    ClassOverview m_overview;
};

} // namespace rightrig
