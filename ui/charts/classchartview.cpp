#include "ui/charts/classchartview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace rightrig {

ClassChartView::ClassChartView(ClassChart chart, QWidget* parent) : QWidget(parent), m_chart(chart)
{
    setObjectName(
        chart == ClassChart::Students ? QStringLiteral("classStudentsClassChartView") : QStringLiteral("classWeeksClassChartView"));
    setAccessibleName(classChartName(chart));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(false);
}

void ClassChartView::setOverview(ClassOverview overview)
{
    m_overview = std::move(overview);
    const QString text = classChartText(m_chart, m_overview);
    setAccessibleDescription(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

ChartStyle ClassChartView::style() const { return chartStyle(palette(), font()); }

int ClassChartView::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(classChartHeight(m_chart, m_overview, width, style())));
}

QSize ClassChartView::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 90;
    return {width, heightForWidth(width)};
}

void ClassChartView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const ChartStyle look = style();
    painter.fillRect(rect(), look.background);
    paintClassChart(painter, m_chart, m_overview, rect(), look);
}

void ClassChartView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const QAction* picture = menu.addAction(tr("Copy picture"));
    const QAction* asText = menu.addAction(tr("Copy data as text"));
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == picture)
        QGuiApplication::clipboard()->setPixmap(grab());
    else if (chosen == asText)
        QGuiApplication::clipboard()->setText(accessibleName() + QLatin1Char('\n') + accessibleDescription());
}

void ClassChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace rightrig
