#include "models/qt/classtext.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {
namespace {

struct ClassWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassText)
};

QString helpedText(const Measure& measure) { return ClassWords::tr("%1 of %2 students").arg(measure.helped).arg(measure.of); }

QString hoursText(double hours) { return formatDuration(Seconds{hours * secondsPerHour}); }

QString measureText(const Measure& measure, const ClassOverview& overview)
{
    const QString title = plain(overview.assignments[measure.assignment].title, 80);
    const QString who = helpedText(measure);
    switch (measure.kind) {
    case WayKind::Free:
        return ClassWords::tr("%1: a free service on the web makes it possible for %2.").arg(title, who);
    case WayKind::Lab:
        return ClassWords::tr("%1: a lab slot of %2 makes it possible for %3.").arg(title, hoursText(measure.hours), who);
    case WayKind::Server:
        return ClassWords::tr("%1: %2 each on the school's server make it possible for %3.").arg(title, hoursText(measure.hours), who);
    case WayKind::Loan:
        return ClassWords::tr("%1: a loan laptop makes it possible for %2.").arg(title, who);
    case WayKind::Cloud:
    case WayKind::Lighter:
        break;
    }
    return ClassWords::tr("%1: credits of %2 a student make it possible for %3.")
        .arg(title, formatMoneyAbout(measure.mostPerStudent, overview.currency), who);
}

/// The first way that surely helps, in the order they are preferred.
const WayOut* firstSureWay(const AssignmentReadiness& assignment)
{
    const auto sure = [](const WayOut& way) { return way.kind != WayKind::Lighter && way.seconds.has_value(); };
    const auto found = std::find_if(assignment.ways.begin(), assignment.ways.end(), sure);
    return found == assignment.ways.end() ? nullptr : &*found;
}

QString placeText(WayKind kind)
{
    switch (kind) {
    case WayKind::Free:
        return ClassWords::tr("free service");
    case WayKind::Lab:
        return ClassWords::tr("lab");
    case WayKind::Server:
        return ClassWords::tr("server");
    case WayKind::Loan:
        return ClassWords::tr("loan laptop");
    case WayKind::Cloud:
    case WayKind::Lighter:
        break;
    }
    return ClassWords::tr("rented");
}

QString rentedShareText(double share) { return ClassWords::tr("%1 %").arg(formatNumber(share * 100.0, 3)); }

double rushValue(const char* name, const Catalog& catalog)
{
    const Assumption* found = catalog.findAssumption(name);
    return found != nullptr ? found->value : 0.0;
}

} // namespace

QString needWord(Need need)
{
    switch (need) {
    case Need::Nothing:
        break;
    case Need::Lab:
        return ClassWords::tr("a place in the lab");
    case Need::Loan:
        return ClassWords::tr("a loan laptop");
    case Need::Credits:
        return ClassWords::tr("credits");
    }
    return ClassWords::tr("nothing");
}

std::string standWord(const AssignmentReadiness& assignment)
{
    const bool runs = assignment.fits == Fit::Yes || assignment.fits == Fit::Tight;
    return runs && !assignment.ready() ? std::string("slow") : std::string(fitName(assignment.fits));
}

QString standText(const AssignmentReadiness& assignment)
{
    const std::string word = standWord(assignment);
    if (word == "yes")
        return ClassWords::tr("runs");
    if (word == "tight")
        return ClassWords::tr("tight");
    if (word == "slow")
        return ClassWords::tr("too slow");
    return word == "no" ? ClassWords::tr("no") : unknownText();
}

QString standNote(const AssignmentReadiness& assignment)
{
    if (assignment.ready())
        return formatDuration(assignment.seconds->likely);
    const WayOut* way = firstSureWay(assignment);
    if (way == nullptr)
        return assignment.ways.empty() ? ClassWords::tr("no way known") : placeText(assignment.ways.front().kind);
    return ClassWords::tr("%1: %2").arg(placeText(way->kind), formatDuration(way->seconds->likely));
}

QString classHeadline(const ClassOverview& overview)
{
    const int all = overview.nothing + overview.lab + overview.loan + overview.credits;
    return ClassWords::tr("%1 of %2 students can do every assignment without anything from the school.").arg(overview.nothing).arg(all);
}

QStringList measureTexts(const ClassOverview& overview)
{
    QStringList texts;
    for (const Measure& measure : overview.measures)
        texts.append(measureText(measure, overview));
    return texts;
}

QString weekText(const std::optional<double>& week)
{
    return week ? ClassWords::tr("week %1").arg(formatNumber(*week, 3)) : ClassWords::tr("no due week");
}

QString cloudSummary(const ClassOverview& overview)
{
    if (overview.weeks.empty())
        return ClassWords::tr("No student has to rent a computer.");
    return ClassWords::tr("Rented computers: about %1 h in all, %2.")
        .arg(formatNumber(overview.cloudHours), formatMoneyRange(overview.cloudCost, overview.currency));
}

QStringList classNotes(const Course& course, const ClassOverview& overview, const Catalog& catalog)
{
    QStringList notes;
    if (overview.assumed > 0)
        notes.append(
            ClassWords::tr("%1 students did not describe their computer. A modest laptop stands in for it.").arg(overview.assumed));
    if (std::any_of(course.assignments.begin(), course.assignments.end(), [](const Assignment& one) { return one.group; }))
        notes.append(ClassWords::tr("Work in groups is counted for every student, so hours and cost are the most it can be."));
    if (!overview.weeks.empty())
        notes.append(ClassWords::tr("We assume that %1 of the work is done in the last %2 days, %3 h a day.")
                         .arg(rentedShareText(overview.rushShare), formatNumber(rushValue("class.rush.days", catalog)),
                             formatNumber(rushValue("class.rush.hours_per_day", catalog))));
    if (overview.otherCurrency > 0)
        notes.append(ClassWords::tr("The costs of %1 students are in another currency and not added.").arg(overview.otherCurrency));
    notes.append(ClassWords::tr("Too slow: one run takes longer than a night, or all runs longer than a week."));
    return notes;
}

std::vector<std::string> classColumns(const Course& course)
{
    std::vector<std::string> columns{"RightRig: needs"};
    for (const Assignment& assignment : course.assignments) {
        const std::string title = plain(assignment.title, 80).toStdString();
        columns.push_back("RightRig: " + title);
        columns.push_back("RightRig: " + title + ", hours per run");
    }
    return columns;
}

std::vector<std::string> classCells(const Readiness& readiness)
{
    std::vector<std::string> cells{std::string(needName(readiness.need))};
    for (const AssignmentReadiness& assignment : readiness.assignments) {
        cells.push_back(standWord(assignment));
        const bool known = assignment.seconds.has_value();
        cells.push_back(known ? QString::number(assignment.seconds->likely.value / secondsPerHour, 'g', 3).toStdString() : std::string());
    }
    return cells;
}

} // namespace rightrig
