#include "ui/charts/costtimeview.h"

#include "ui/charts/chartaccess.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/charts.h"
#include "ui/charts/costtimelayer.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QtCharts/QChart>

#include <algorithm>

namespace rightrig {
namespace {

constexpr int mostOnCard = 6;

} // namespace

CostTimeView::CostTimeView(QWidget* parent)
    : QChartView(makeCostTimeChart({}, {}).release(), parent) // the view owns it
    , m_card(new QLabel(viewport()))
{
    installChartAccess();
    setObjectName(QStringLiteral("costTimeView"));
    restyle();
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setObjectName(QStringLiteral("qt_scrollarea_viewport")); // as in every other scroll area
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUpCard();
}

void CostTimeView::setUpCard()
{
    m_card->setObjectName(QStringLiteral("chartCardLabel"));
    m_card->setTextFormat(Qt::PlainText);
    m_card->setFrameShape(QFrame::Box);
    m_card->setAutoFillBackground(true);
    m_card->setBackgroundRole(QPalette::ToolTipBase);
    m_card->setForegroundRole(QPalette::ToolTipText);
    m_card->setMargin(fontMetrics().height() / 2);
    m_card->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_card->hide();
}

void CostTimeView::restyle() { updateCostTimeChart(*chart(), m_data, chartStyle(palette(), font())); }

void CostTimeView::setData(const CostTimeChart& data)
{
    m_data = data;
    m_focused = -1;
    hideCard();
    restyle();
    m_compared.removeIf([this](int option) { return pointOf(option) < 0; });
    setAccessibleName(m_data.summary.isEmpty() ? tr("Chart of cost against training time") : m_data.summary);
    setAccessibleDescription(tr("%n option(s). Arrow keys go from point to point by cost. Enter shows one, Space compares.", nullptr,
        static_cast<int>(m_data.points.size())));
    mark();
}

int CostTimeView::pointOf(int option) const
{
    const auto found
        = std::find_if(m_data.points.begin(), m_data.points.end(), [option](const ChartPoint& p) { return p.option == option; });
    return found == m_data.points.end() ? -1 : static_cast<int>(found - m_data.points.begin());
}

void CostTimeView::mark()
{
    QList<int> points;
    for (const int option : std::as_const(m_compared)) {
        if (const int point = pointOf(option); point >= 0)
            points.append(point);
    }
    CostTimeLayer::of(*chart())->setMarked(m_focused >= 0 ? m_focused : pointOf(m_option), points);
}

void CostTimeView::setCurrentOption(int option)
{
    m_option = option;
    if (!hasFocus())
        m_focused = -1;
    mark();
}

void CostTimeView::setCompared(const QList<int>& options)
{
    m_compared = options.mid(0, mostCompared);
    mark();
}

void CostTimeView::toggleCompared(int option)
{
    if (!m_compared.removeOne(option)) {
        if (m_compared.size() == mostCompared)
            m_compared.removeFirst();
        m_compared.append(option);
    }
    mark();
    Q_EMIT compareChanged(m_compared);
}

QPoint CostTimeView::pixelOf(int point) const
{
    if (point < 0 || point >= m_data.points.size())
        return {};
    const QPointF place = CostTimeLayer::of(*chart())->place(m_data.points[point].position);
    return mapFromScene(chart()->mapToScene(place));
}

QList<int> CostTimeView::pointsAt(QPoint pixel) const
{
    const QPointF where = chart()->mapFromScene(mapToScene(pixel));
    return CostTimeLayer::of(*chart())->pointsNear(where, std::max(12.0, fontMetrics().height() * 0.9));
}

QString CostTimeView::spoken() const
{
    if (m_focused < 0 || m_focused >= m_data.points.size())
        return {};
    const ChartPoint& point = m_data.points[m_focused];
    const QString text = point.card.isEmpty() ? point.label : point.card;
    const QString place = tr("%1 of %2").arg(m_focused + 1).arg(m_data.points.size());
    return m_compared.contains(point.option) ? tr("%1. %2. Compared.").arg(text, place) : tr("%1. %2.").arg(text, place);
}

QString CostTimeView::cardText() const { return m_card->isHidden() ? QString() : m_card->text(); }

void CostTimeView::showCard(const QList<int>& points)
{
    QStringList texts;
    for (const int point : points.mid(0, mostOnCard))
        texts.append(m_data.points[point].card.isEmpty() ? m_data.points[point].label : m_data.points[point].card);
    if (points.size() > mostOnCard)
        texts.append(tr("and %n more here", nullptr, static_cast<int>(points.size() - mostOnCard)));
    m_card->setText(texts.join(QStringLiteral("\n\n")));
    m_card->setWordWrap(false);
    m_card->adjustSize();
    if (const int most = viewport()->width() * 9 / 10; m_card->width() > most) {
        m_card->setWordWrap(true);
        m_card->resize(most, m_card->heightForWidth(most));
    }
    const QPoint at = pixelOf(points.first());
    const int gap = fontMetrics().height();
    const int left = at.x() + gap + m_card->width() <= viewport()->width() ? at.x() + gap : at.x() - gap - m_card->width();
    m_card->move(std::max(0, left), std::clamp(at.y() - m_card->height() / 2, 0, std::max(0, viewport()->height() - m_card->height())));
    m_card->show();
    m_card->raise();
}

void CostTimeView::hideCard() { m_card->hide(); }

void CostTimeView::focusPoint(int point)
{
    if (m_data.points.isEmpty())
        return;
    m_focused = std::clamp(point, 0, static_cast<int>(m_data.points.size()) - 1);
    showCard({m_focused});
    mark();
    QAccessibleValueChangeEvent event(this, spoken());
    QAccessible::updateAccessibility(&event);
}

void CostTimeView::step(int by)
{
    const int start = m_focused >= 0 ? m_focused : pointOf(m_option);
    focusPoint(start < 0 ? 0 : start + by);
}

void CostTimeView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton) {
        const QList<int> points = pointsAt(event->pos());
        if (!points.isEmpty()) {
            m_focused = points.first();
            const int option = m_data.points[m_focused].option;
            toggleCompared(option);
            Q_EMIT currentChanged(option);
        }
    }
    event->accept(); // never passed on: Qt 6.4 crashes on a press that meets no item (QTBUG-118669)
}

void CostTimeView::mouseReleaseEvent(QMouseEvent* event) { event->accept(); }

void CostTimeView::mouseDoubleClickEvent(QMouseEvent* event) { event->accept(); }

void CostTimeView::mouseMoveEvent(QMouseEvent* event)
{
    const QList<int> points = pointsAt(event->pos());
    if (points.isEmpty())
        hideCard();
    else
        showCard(points);
    event->accept();
}

void CostTimeView::leaveEvent(QEvent* event)
{
    hideCard();
    QChartView::leaveEvent(event);
}

void CostTimeView::wheelEvent(QWheelEvent* event) { event->ignore(); } // the page scrolls (QTBUG-119712)

void CostTimeView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_data.points.size()) - 1;
    const bool onPoint = m_focused >= 0 && m_focused <= last;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Home:
        return focusPoint(0);
    case Qt::Key_End:
        return focusPoint(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (onPoint)
            Q_EMIT currentChanged(m_data.points[m_focused].option);
        return;
    case Qt::Key_Space:
        if (onPoint)
            toggleCompared(m_data.points[m_focused].option);
        return;
    case Qt::Key_Escape:
        m_focused = -1;
        hideCard();
        return mark();
    default:
        event->ignore(); // Tab and shortcuts go on to the window
    }
}

void CostTimeView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    const bool byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeyboard && m_focused < 0)
        step(0);
}

void CostTimeView::focusOutEvent(QFocusEvent* event)
{
    hideCard();
    QChartView::focusOutEvent(event);
}

void CostTimeView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (chart() && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        restyle();
        mark();
    }
}

void CostTimeView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    hideCard();
}

void CostTimeView::contextMenuEvent(QContextMenuEvent* event)
{
    hideCard();
    showChartMenu(*this, asText(), event->globalPos());
    event->accept();
}

QString CostTimeView::asText() const
{
    QString text;
    for (const ChartPoint& point : m_data.points) {
        QString line = point.card.isEmpty() ? point.label : point.card;
        text += line.replace(QLatin1Char('\n'), QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace rightrig
