#include "ui/report/reportcontent.h"

#include "models/qt/formatter.h"
#include "models/qt/ownviewtext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>
#include <QLocale>

namespace rightrig {
namespace {

constexpr qsizetype mostDrawbacks = 8; // what concerns this option comes first, general advice fills up

struct ReportContentWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString costText(const Option& option, const Results& results)
{
    return option.total ? formatMoneyRange(*option.total, results.settled.currency) : unknownText();
}

QString timeText(const std::optional<Range<Seconds>>& time) { return time ? formatDurationRange(*time) : unknownText(); }

/// "For Ada (id 17), 23 November 2026"; the name is left out where none was given.
QString forWhom(const ReportInput& input)
{
    const Answers& given = input.results.settled.given;
    QString date = QLocale().toString(input.today, QStringLiteral("d MMMM yyyy"));
    const QString name = given.studentName ? plain(*given.studentName) : QString();
    const QString id = given.studentId ? plain(*given.studentId) : QString();
    if (name.isEmpty() && id.isEmpty())
        return date;
    const QString who = name.isEmpty() || id.isEmpty() ? name + id : ReportContentWords::tr("%1 (%2)").arg(name, id);
    return ReportContentWords::tr("For %1, %2").arg(who, date);
}

QList<ReportFact> factsOf(const Option& best, const Results& results)
{
    QList<ReportFact> facts;
    facts.append({ReportContentWords::tr("COST OVER %1 MONTHS").arg(formatNumber(results.settled.horizonMonths)),
        rangeCell(costText(best, results))});
    facts.append({ReportContentWords::tr("SLOWEST JOB, ONE RUN"), rangeCell(timeText(best.runTime))});
    facts.append({ReportContentWords::tr("ALL RUNS OF A WEEK"), rangeCell(timeText(best.weeklyTime))});
    if (best.upfrontCost > 0.0) // what is sold again makes the whole period cheaper than the price on the label
        facts.append({ReportContentWords::tr("TO PAY NOW"), {formatMoney(best.upfrontCost, results.settled.currency), {}}});
    else
        facts.append({ReportContentWords::tr("MEMORY"), {fitText(best.fit), {}}});
    return facts;
}

QStringList drawbacksOf(const ReportInput& input, const Option& best)
{
    QStringList drawbacks = reasonTexts(input.results.best.drawbacks, input.results.settled.currency);
    const QStringList notes = schoolNotes(input.results) + honestNotes(best, input.results, input.catalog);
    for (const QString& note : notes)
        if (drawbacks.size() < mostDrawbacks && !drawbacks.contains(note))
            drawbacks.append(note);
    return drawbacks;
}

void writeRunnersUp(ReportWriter& writer, const ReportInput& input)
{
    const Results& results = input.results;
    ReportTable table{{27, 15, 14, 44},
        {ReportContentWords::tr("Option"), ReportContentWords::tr("Cost, whole period"), ReportContentWords::tr("Slowest job"),
            ReportContentWords::tr("Why")},
        {}, false};
    for (const Choice& choice : results.runnersUp) {
        const Option* option = optionAt(results, choice.option);
        if (!option)
            continue;
        const QStringList why = reasonTexts(choice.reasons, results.settled.currency);
        const QStringList but = reasonTexts(choice.drawbacks, results.settled.currency);
        ReportCell cost = rangeCell(costText(*option, results));
        if (option->upfrontCost > 0.0)
            cost.note += ReportContentWords::tr("; %1 now").arg(formatMoney(option->upfrontCost, results.settled.currency));
        table.rows.append({{optionTitle(*option), kindText(option->kind), true}, cost, rangeCell(timeText(option->runTime)),
            {why.mid(0, 2).join(QLatin1Char(' ')), but.mid(0, 2).join(QLatin1Char(' '))}});
    }
    if (table.rows.isEmpty())
        return;
    writer.heading(findsNothing(results) ? ReportContentWords::tr("What comes closest") : ReportContentWords::tr("Other good choices"));
    writer.table(table);
}

void writeCandidates(ReportWriter& writer, const ReportInput& input)
{
    const Results& results = input.results;
    ReportTable table{{30, 45, 25},
        {ReportContentWords::tr("Machine"), ReportContentWords::tr("Verdict"), ReportContentWords::tr("Better for the same money")}, {},
        false};
    for (const CandidateVerdict& candidate : results.candidates) {
        const Option* option = optionAt(results, candidate.option);
        const Option* better = optionAt(results, candidate.better);
        if (option)
            table.rows.append({{optionTitle(*option), priceText(*option), true}, {verdictText(candidate, results), {}},
                {better ? optionTitle(*better) : ReportContentWords::tr("none found"), better ? costText(*better, results) : QString()}});
    }
    if (table.rows.isEmpty())
        return;
    writer.heading(ReportContentWords::tr("The machines you are looking at"));
    writer.table(table);
}

void writeOwnComputer(ReportWriter& writer, const ReportInput& input)
{
    const auto view = ownView(input.results, input.catalog);
    if (!view)
        return;
    QStringList lines = ownViewTexts(*view, input.results);
    for (const RunComparison& run : compareRuns(input.results.settled.given, input.catalog, *input.results.constants))
        lines.append(runComparisonText(run));
    writer.heading(view->measured ? ReportContentWords::tr("Your computer, measured") : ReportContentWords::tr("Your computer"));
    writer.bullets(lines);
}

} // namespace

void writeAnswer(ReportWriter& writer, ReportInput& input)
{
    const Results& results = input.results;
    writer.paragraph(forWhom(input), Tone::Muted, 0, 4);
    const Option* best = optionAt(results, results.best.option);
    const QString words = headline(results);
    const QString name = best ? optionTitle(*best) : QString();
    const bool nothing = findsNothing(results);
    writer.answerBox(words, nothing || words.contains(name) ? QString() : name); // the sentence may name it already
    const auto section = [&writer](const QString& title, const QStringList& lines) {
        if (lines.isEmpty())
            return;
        writer.heading(title);
        writer.bullets(lines);
    };
    section(ReportContentWords::tr("Please check these answers"), issueTexts(results.issues, results.settled.given));
    if (nothing)
        return section(ReportContentWords::tr("What you can do now"),
            reasonTexts(results.best.drawbacks, results.settled.currency) + schoolNotes(results) + nothingFitsNotes());
    writer.facts(factsOf(*best, results));
    writer.twoLists(ReportContentWords::tr("Why"), reasonTexts(results.best.reasons, results.settled.currency),
        ReportContentWords::tr("What to know"), drawbacksOf(input, *best));
}

void writeAlternatives(ReportWriter& writer, ReportInput& input)
{
    writeRunnersUp(writer, input);
    writeCandidates(writer, input);
    writeOwnComputer(writer, input);
    QStringList changes;
    for (const WouldChange& change : input.changes)
        changes.append(wouldChangeText(change, input.results.settled.currency));
    if (changes.isEmpty())
        return;
    writer.heading(ReportContentWords::tr("What would change the answer"));
    writer.bullets(changes);
}

void writeSources(ReportWriter& writer, ReportInput& input)
{
    const QStringList entries = input.sources.entries();
    if (entries.isEmpty())
        return;
    writer.heading(ReportContentWords::tr("Sources"));
    writer.numbered(entries);
}

} // namespace rightrig
