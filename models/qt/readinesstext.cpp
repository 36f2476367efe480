#include "models/qt/readinesstext.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct ReadinessTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReadinessText)
};

QString eachRun(const std::optional<Range<Seconds>>& seconds) { return seconds ? formatDurationRange(*seconds) : unknownText(); }

QString notRunning(const AssignmentReadiness& assignment)
{
    if (assignment.blocked == ReasonCode::SoftwareUnsupported)
        return ReadinessTextWords::tr("Does not run on your computer: its graphics card lacks the software for this.");
    if (assignment.blocked == ReasonCode::JobTooLarge)
        return ReadinessTextWords::tr("Does not run on your computer: this method cannot handle so much data.");
    const MemoryCheck& memory = assignment.memory;
    if (!memory.need || !memory.have)
        return ReadinessTextWords::tr("There is no computer of your own to run it on.");
    const QString need = formatGib(*memory.need), have = formatGib(*memory.have);
    if (memory.kind == MemoryKind::Vram)
        return ReadinessTextWords::tr("Does not fit: it needs %1 of graphics memory, your card has %2.").arg(need, have);
    return ReadinessTextWords::tr("Does not fit: it needs %1 of memory, your computer has %2.").arg(need, have);
}

/// "the school's lab" or "the school's lab (name)"
QString placeName(const QString& place, const WayOut& way)
{
    return way.name.empty() ? place : ReadinessTextWords::tr("%1 (%2)").arg(place, plain(way.name, 60));
}

QString schoolText(const QString& place, const WayOut& way)
{
    if (!way.seconds)
        return ReadinessTextWords::tr("%1: ask whether it can run this.").arg(placeName(place, way));
    return ReadinessTextWords::tr("%1: %2 a run.").arg(placeName(place, way), eachRun(way.seconds));
}

QString cloudText(const WayOut& way, double runs, CurrencyCode currency)
{
    const QString cost = way.cost ? formatMoneyRange(*way.cost, currency) : unknownText();
    const QString rent = ReadinessTextWords::tr("Rent %1: %2 a run.").arg(plain(way.name, 60), eachRun(way.seconds));
    const QString all = ReadinessTextWords::tr("All %1 runs cost %2.").arg(formatNumber(runs), cost);
    const QString whole = runs > 1.0 ? all : ReadinessTextWords::tr("It costs %1.").arg(cost);
    const QString paid = way.covered ? ReadinessTextWords::tr("Your school's credits pay for it.") : QString();
    return QStringList{rent, whole, paid}.join(QLatin1Char(' ')).trimmed();
}

int countOf(const Readiness& readiness, bool (*counts)(const AssignmentReadiness&))
{
    return static_cast<int>(std::count_if(readiness.assignments.begin(), readiness.assignments.end(), counts));
}

QString needText(const Readiness& readiness)
{
    const int without = countOf(readiness, [](const AssignmentReadiness& one) { return !one.ready(); });
    switch (readiness.need) {
    case Need::Lab:
        return ReadinessTextWords::tr("You need your school's computers for %n assignment(s).", nullptr, without);
    case Need::Loan:
        return ReadinessTextWords::tr("You need another computer, such as a loan laptop, for %n assignment(s).", nullptr, without);
    case Need::Credits:
        return ReadinessTextWords::tr("You need rented hours for %n assignment(s). Ask your school for credits.", nullptr, without);
    case Need::Nothing:
        break;
    }
    if (without == 0)
        return ReadinessTextWords::tr("Your computer is enough for every assignment.");
    return ReadinessTextWords::tr("You need nothing from your school: a free service runs what your computer cannot.");
}

} // namespace

QString courseTitle(const Course& course)
{
    const QString title = plain(course.title);
    return course.term ? ReadinessTextWords::tr("%1, %2").arg(title, plain(*course.term)) : title;
}

QStringList courseNotes(const Course& course)
{
    QStringList notes;
    for (const std::string& note : course.notes)
        notes.append(plain(note));
    if (course.dataRules)
        notes.append(ReadinessTextWords::tr("Data: %1").arg(plain(*course.dataRules)));
    if (course.contact)
        notes.append(ReadinessTextWords::tr("Questions: %1").arg(plain(*course.contact)));
    return notes;
}

QString assignmentFacts(const AssignmentReadiness& assignment)
{
    QStringList facts;
    if (assignment.dueWeek)
        facts.append(ReadinessTextWords::tr("due in week %1").arg(formatNumber(*assignment.dueWeek)));
    if (assignment.runs > 1.0)
        facts.append(ReadinessTextWords::tr("%1 runs").arg(formatNumber(assignment.runs)));
    if (assignment.group)
        facts.append(ReadinessTextWords::tr("in a group"));
    if (assignment.ownMachine)
        facts.append(ReadinessTextWords::tr("on your own computer"));
    return facts.join(QStringLiteral(", "));
}

QString readinessText(const AssignmentReadiness& assignment)
{
    if (assignment.fits == Fit::No)
        return notRunning(assignment);
    if (!assignment.seconds)
        return ReadinessTextWords::tr("We cannot say: something about your computer or this assignment is unknown.");
    const QString time = eachRun(assignment.seconds);
    if (assignment.tooSlow)
        return ReadinessTextWords::tr("Runs on your computer, but a run takes %1. That is too long.").arg(time);
    if (assignment.fits == Fit::Tight)
        return ReadinessTextWords::tr("Runs on your computer, but memory is tight: %1 a run.").arg(time);
    return ReadinessTextWords::tr("Runs on your computer: %1 a run.").arg(time);
}

QString wayText(const WayOut& way, double runs, CurrencyCode currency)
{
    switch (way.kind) {
    case WayKind::Free:
        return ReadinessTextWords::tr("Free: %1, %2 a run.").arg(plain(way.name, 60), eachRun(way.seconds));
    case WayKind::Lab:
        return schoolText(ReadinessTextWords::tr("Your school's lab"), way);
    case WayKind::Server:
        return schoolText(ReadinessTextWords::tr("Your school's GPU server"), way);
    case WayKind::Loan:
        return schoolText(ReadinessTextWords::tr("A loan laptop of your school"), way);
    case WayKind::Cloud:
        return cloudText(way, runs, currency);
    case WayKind::Lighter:
        break;
    }
    return ReadinessTextWords::tr("Ask whether less will do: \"%1\" runs on your computer, %2 a run.")
        .arg(plain(way.name, 60), eachRun(way.seconds));
}

QStringList wayTexts(const AssignmentReadiness& assignment, CurrencyCode currency)
{
    QStringList texts;
    for (const WayOut& way : assignment.ways)
        texts.append(wayText(way, assignment.runs, currency));
    if (texts.isEmpty() && !assignment.ready())
        texts.append(ReadinessTextWords::tr("Nothing we know helps. Ask your teacher."));
    return texts;
}

QStringList needTexts(const Readiness& readiness)
{
    QStringList texts{needText(readiness)};
    const int unsolved = countOf(readiness, [](const AssignmentReadiness& one) { return one.unsolved(); });
    if (unsolved > 0)
        texts.append(ReadinessTextWords::tr("For %n assignment(s) nothing we know surely helps. Ask your teacher.", nullptr, unsolved));
    if (readiness.computerAssumed)
        texts.append(ReadinessTextWords::tr("You did not describe your computer. We assume a modest one."));
    return texts;
}

QString readinessWord(const AssignmentReadiness& assignment)
{
    if (assignment.fits == Fit::No)
        return ReadinessTextWords::tr("does not run");
    if (!assignment.seconds)
        return unknownText();
    if (assignment.tooSlow)
        return ReadinessTextWords::tr("too slow");
    return fitText(assignment.fits);
}

} // namespace rightrig
