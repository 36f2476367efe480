#include "ui/charts/weekcolumns.h"

#include "models/qt/classtext.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rightrig {
namespace {

struct WeekColumnsWords
{
    Q_DECLARE_TR_FUNCTIONS(WeekColumns)
};

constexpr double titleLines = 1.3, plotLines = 5.0, labelLines = 1.2, gapLines = 0.8, axisLines = 1.4; // in heights of the text
constexpr int mostWeeks = 60;                                                                          // with a place of their own

/// Where each week stands. Weeks without work keep their place, so that the distance between two deadlines is seen.
class WeekPlaces
{
public:
    WeekPlaces(const ClassOverview& overview, double left, double width) : m_left(left)
    {
        double last = 0.0;
        bool undated = false;
        for (const CloudWeek& week : overview.weeks) {
            undated = undated || !week.week;
            last = std::max(last, std::ceil(week.week.value_or(0.0)));
        }
        m_weeks = static_cast<int>(std::clamp(last, 0.0, double{mostWeeks}));
        m_each = width / std::max(1, m_weeks + (undated ? 1 : 0));
    }
    [[nodiscard]] double middle(const std::optional<double>& week) const
    {
        const double place = week ? std::clamp(*week, 1.0, std::max(1.0, double(m_weeks))) : m_weeks + 1.0;
        return m_left + (place - 0.5) * m_each;
    }
    [[nodiscard]] double each() const { return m_each; }
    [[nodiscard]] int weeks() const { return m_weeks; }

private:
    double m_left, m_each = 1.0;
    int m_weeks = 0;
};

/// One row of columns: a bar from zero to the likely value, and a thin line for the range if there is one.
struct ColumnRow
{
    QString title;
    Range<double> (*value)(const CloudWeek&);
    QString (*label)(const CloudWeek&, CurrencyCode);
};

Range<double> hoursOf(const CloudWeek& week) { return {week.hours, week.hours, week.hours}; }
Range<double> costOf(const CloudWeek& week) { return week.cost; }
QString hoursLabel(const CloudWeek& week, CurrencyCode) { return formatDuration(Seconds{week.hours * secondsPerHour}); }
QString costLabel(const CloudWeek& week, CurrencyCode currency) { return formatMoneyAbout(week.cost.likely, currency); }

class ColumnPainter
{
public:
    ColumnPainter(QPainter& painter, const ClassOverview& overview, const QRectF& box, const ChartStyle& style)
        : m_painter(painter)
        , m_overview(overview)
        , m_box(box)
        , m_style(style)
        , m_line(QFontMetricsF(style.font).height())
        , m_places(overview, box.left(), box.width())
    { }

    void paint()
    {
        double top = m_box.top();
        const ColumnRow rows[] = {
            {WeekColumnsWords::tr("Rented hours"), hoursOf, hoursLabel}, {WeekColumnsWords::tr("Cost, with its range"), costOf, costLabel}};
        for (const ColumnRow& row : rows)
            top = paintRow(row, top);
        paintAxis(top - m_line * gapLines);
    }

private:
    double paintRow(const ColumnRow& row, double top)
    {
        m_painter.setPen(m_style.text);
        QFont strong = m_style.font;
        strong.setBold(true);
        m_painter.setFont(strong);
        m_painter.drawText(QRectF(m_box.left(), top, m_box.width(), m_line * titleLines), Qt::AlignLeft | Qt::AlignTop, row.title);
        m_painter.setFont(m_style.font);
        const double ground = top + m_line * (titleLines + labelLines + plotLines);
        double most = 0.0;
        for (const CloudWeek& week : m_overview.weeks)
            most = std::max(most, row.value(week).high);
        for (const CloudWeek& week : m_overview.weeks)
            paintColumn(row, week, ground, most);
        m_painter.setPen(QPen(m_style.guide, 1.0));
        m_painter.drawLine(QPointF(m_box.left(), ground), QPointF(m_box.right(), ground));
        return ground + m_line * gapLines;
    }

    void paintColumn(const ColumnRow& row, const CloudWeek& week, double ground, double most)
    {
        const Range<double> value = row.value(week);
        const auto height = [&](double amount) { return most > 0.0 ? m_line * plotLines * amount / most : 0.0; };
        const double middle = m_places.middle(week.week);
        const double width = std::min(m_places.each() * 0.6, m_line * 3.0);
        m_painter.fillRect(QRectF(middle - width / 2.0, ground - height(value.likely), width, height(value.likely)),
            m_style.dark ? QColor(0x86, 0xAE, 0xE6) : QColor(0x4A, 0x79, 0xB8));
        if (value.high > value.low) {
            m_painter.setPen(QPen(m_style.text, 1.2));
            const double low = ground - height(value.low), high = ground - height(value.high), cap = width * 0.2;
            m_painter.drawLine(QPointF(middle, low), QPointF(middle, high));
            for (const double end : {low, high})
                m_painter.drawLine(QPointF(middle - cap, end), QPointF(middle + cap, end));
        }
        const QString text = row.label(week, m_overview.currency);
        const double wide = QFontMetricsF(m_style.font).horizontalAdvance(text) + 2.0;
        const double left = std::clamp(middle - wide / 2.0, m_box.left(), std::max(m_box.left(), m_box.right() - wide));
        m_painter.setPen(m_style.text);
        m_painter.drawText(QRectF(left, ground - height(value.high) - m_line * labelLines, wide, m_line), Qt::AlignCenter, text);
    }

    /// The weeks with work first, the others where there is room.
    void paintAxis(double top)
    {
        m_painter.setPen(m_style.text);
        QList<QRectF> taken;
        for (const CloudWeek& week : m_overview.weeks)
            paintLabel(m_places.middle(week.week), top, weekText(week.week), taken);
        for (int week = 1; week <= m_places.weeks(); ++week)
            paintLabel(m_places.middle(week), top, weekText(week), taken);
    }

    void paintLabel(double middle, double top, const QString& text, QList<QRectF>& taken)
    {
        const double wide = QFontMetricsF(m_style.font).horizontalAdvance(text) + m_line * 0.6;
        const double left = std::clamp(middle - wide / 2.0, m_box.left(), std::max(m_box.left(), m_box.right() - wide));
        const QRectF box(left, top + m_line * 0.2, wide, m_line);
        if (std::any_of(taken.begin(), taken.end(), [&box](const QRectF& other) { return other.intersects(box); }))
            return;
        m_painter.drawText(box, Qt::AlignCenter, text);
        taken.append(box);
    }

    QPainter& m_painter;
    const ClassOverview& m_overview;
    const QRectF m_box;
    const ChartStyle& m_style;
    const double m_line;
    const WeekPlaces m_places;
};

} // namespace

double weekColumnsHeight(const ClassOverview& overview, const ChartStyle& style)
{
    constexpr double row = titleLines + labelLines + plotLines + gapLines;
    return overview.weeks.empty() ? 0.0 : QFontMetricsF(style.font).height() * (2.0 * row + axisLines - gapLines);
}

void paintWeekColumns(QPainter& painter, const ClassOverview& overview, const QRectF& box, const ChartStyle& style)
{
    if (!overview.weeks.empty())
        ColumnPainter(painter, overview, box, style).paint();
}

} // namespace rightrig
