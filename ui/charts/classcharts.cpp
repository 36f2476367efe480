#include "ui/charts/classcharts.h"

#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/charts/classbars.h"
#include "ui/charts/weekcolumns.h"

#include <QCoreApplication>
#include <QPainter>

namespace rightrig {
namespace {

struct ClassChartWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassChart)
};

QString studentsText(const ClassOverview& overview)
{
    QStringList texts;
    for (const AssignmentTally& tally : overview.assignments) {
        QStringList parts;
        const auto segments = barSegments(tally, false);
        for (const BarSegment& segment : segments) {
            if (segment.count > 0)
                parts.append(ClassChartWords::tr("%1 %2").arg(segment.name, QString::number(segment.count)));
        }
        texts.append(ClassChartWords::tr("%1: %2.").arg(plain(tally.title, 80), parts.join(QLatin1String(", "))));
    }
    return texts.join(QLatin1Char(' '));
}

QString weeksText(const ClassOverview& overview)
{
    QStringList texts;
    for (const CloudWeek& week : overview.weeks)
        texts.append(ClassChartWords::tr("%1: %2 h, %3.")
                         .arg(weekText(week.week), formatNumber(week.hours), formatMoneyRange(week.cost, overview.currency)));
    return texts.join(QLatin1Char(' '));
}

} // namespace

double classChartHeight(ClassChart chart, const ClassOverview& overview, double width, const ChartStyle& style)
{
    return chart == ClassChart::Students ? classBarsHeight(overview, width, style) : weekColumnsHeight(overview, style);
}

void paintClassChart(QPainter& painter, ClassChart chart, const ClassOverview& overview, const QRectF& box, const ChartStyle& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    if (chart == ClassChart::Students)
        paintClassBars(painter, overview, box, style);
    else
        paintWeekColumns(painter, overview, box, style);
    painter.restore();
}

QString classChartName(ClassChart chart)
{
    return chart == ClassChart::Students ? ClassChartWords::tr("Students on their own computers, by assignment")
                                         : ClassChartWords::tr("Rented hours and their cost, by due week");
}

QString classChartText(ClassChart chart, const ClassOverview& overview)
{
    return chart == ClassChart::Students ? studentsText(overview) : weeksText(overview);
}

} // namespace rightrig
