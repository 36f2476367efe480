// The chart of cost against time on screen: hover card, compare by click, every point by keyboard and for a screen reader.
#pragma once

#include "models/qt/chartdata.h"

#include <QtCharts/QChartView>

class QLabel;

namespace rightrig {

class CostTimeView : public QChartView
{
    Q_OBJECT
public:
    static constexpr int mostCompared = 4;

    explicit CostTimeView(QWidget* parent = nullptr);
    void setData(const CostTimeChart& data);
    [[nodiscard]] const CostTimeChart& data() const { return m_data; }
    void setCurrentOption(int option); ///< marks the point without telling anybody
    void setCompared(const QList<int>& options);
    [[nodiscard]] QList<int> compared() const { return m_compared; }
    [[nodiscard]] int focusedPoint() const { return m_focused; } ///< index into data().points, -1 none
    [[nodiscard]] QString spoken() const;                        ///< what a screen reader says about the point in focus
    [[nodiscard]] QString cardText() const;                      ///< empty while no card is shown
    [[nodiscard]] QPoint pixelOf(int point) const;               ///< in the viewport
    [[nodiscard]] QString asText() const;                        ///< all points, one a line, cells parted by tabs
    void focusPoint(int point);

Q_SIGNALS:
    void currentChanged(int option);
    void compareChanged(const QList<int>& options);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setUpCard();
    void restyle();
    void showCard(const QList<int>& points);
    void hideCard();
    void toggleCompared(int option);
    void step(int by);
    void mark();
    [[nodiscard]] QList<int> pointsAt(QPoint pixel) const;
    [[nodiscard]] int pointOf(int option) const;

    CostTimeChart m_data;
    QLabel* m_card;
    QList<int> m_compared;
    int m_focused = -1;
    int m_option = -1;
};

} // namespace rightrig
