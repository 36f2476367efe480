#include "app/recommendationtext.h"

#include "app/plaintext.h"
#include "models/qt/formatter.h"
#include "models/qt/readinesstext.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct RecommendationTextWords
{
    Q_DECLARE_TR_FUNCTIONS(RecommendationText)
};

QString section(const QString& title, const QStringList& entries)
{
    return entries.isEmpty() ? QString() : headingText(title) + bulletsText(entries);
}

/// "about 450 USD (380-600) over 24 months; slowest job about 25 min (15-45 min)"
QString costAndTime(const Option& option, const Results& results)
{
    const QString cost
        = option.total ? formatMoneyRange(*option.total, results.settled.currency) : RecommendationTextWords::tr("cost unknown");
    const QString time = option.runTime ? formatDurationRange(*option.runTime) : RecommendationTextWords::tr("time unknown");
    return RecommendationTextWords::tr("%1 over %2 months; slowest job %3").arg(cost, formatNumber(results.settled.horizonMonths), time);
}

QString bestText(const Results& results)
{
    const CurrencyCode currency = results.settled.currency;
    QString text = wrappedText(headline(results));
    if (findsNothing(results))
        return text
            + section(
                RecommendationTextWords::tr("What you can do now"), reasonTexts(results.best.drawbacks, currency) + nothingFitsNotes());
    if (const Option* best = optionAt(results, results.best.option))
        text += wrappedText(optionTitle(*best) + QStringLiteral(": ") + costAndTime(*best, results), 2);
    text += section(RecommendationTextWords::tr("Why"), reasonTexts(results.best.reasons, currency));
    return text + section(RecommendationTextWords::tr("What to know"), reasonTexts(results.best.drawbacks, currency));
}

QString runnersUpText(const Results& results)
{
    QString text;
    for (const Choice& choice : results.runnersUp) {
        const Option* option = optionAt(results, choice.option);
        if (!option)
            continue;
        text += QStringLiteral("  ")
            + wrappedText(QStringLiteral("%1 (%2): %3").arg(optionTitle(*option), kindText(option->kind), costAndTime(*option, results)), 4,
                terminalWidth - 2);
        const QStringList why
            = reasonTexts(choice.reasons, results.settled.currency) + reasonTexts(choice.drawbacks, results.settled.currency);
        for (const QString& one : why)
            text += QStringLiteral("    ") + wrappedText(QStringLiteral("- ") + one, 6, terminalWidth - 4);
    }
    const QString title
        = findsNothing(results) ? RecommendationTextWords::tr("What comes closest") : RecommendationTextWords::tr("Other good choices");
    return text.isEmpty() ? text : headingText(title) + text;
}

QString jobsText(const Results& results)
{
    const Option* best = optionAt(results, results.best.option);
    QList<QStringList> rows{{RecommendationTextWords::tr("Job"), RecommendationTextWords::tr("Runs a week"),
        RecommendationTextWords::tr("One run"), RecommendationTextWords::tr("Memory"), RecommendationTextWords::tr("Fits")}};
    for (std::size_t i = 0; i < results.jobs.size(); ++i) {
        const Job& job = results.jobs[i];
        QStringList row{plain(job.title), formatNumber(job.runsPerWeek)};
        if (best && i < best->jobs.size()) {
            const Estimate& estimate = best->jobs[i];
            row << (estimate.seconds ? formatDurationRange(*estimate.seconds) : unknownText())
                << (estimate.memory.need ? formatGib(*estimate.memory.need) : unknownText()) << fitText(estimate.fit);
        }
        rows.append(row);
    }
    const QString title = findsNothing(results) ? RecommendationTextWords::tr("Your jobs")
                                                : RecommendationTextWords::tr("Your jobs, on the recommended computer");
    return headingText(title) + columnsText(rows);
}

QStringList candidateSentences(const Results& results)
{
    QStringList list;
    for (const CandidateVerdict& candidate : results.candidates)
        list.append(verdictText(candidate, results));
    return list;
}

QString closingText(const Results& results, const Catalog& catalog)
{
    const QString compared = RecommendationTextWords::tr("%1 options were compared. Prices are as of %2 or older.")
                                 .arg(results.options.size())
                                 .arg(formatDate(catalog.asOf));
    const QString old = RecommendationTextWords::tr(
        "Not counted: %n price(s) of 24 months and more. --old-prices counts them.", nullptr, catalog.expiredPrices);
    const QString own = RecommendationTextWords::tr("%n price(s) are your own.", nullptr, catalog.ownPrices);
    return QLatin1Char('\n') + wrappedText(compared) + (catalog.expiredPrices > 0 ? wrappedText(old) : QString())
        + (catalog.ownPrices > 0 ? wrappedText(own) : QString())
        + wrappedText(RecommendationTextWords::tr("A range in brackets holds 8 times out of 10. Use --json for every option."));
}

QString assignmentText(const AssignmentReadiness& assignment, CurrencyCode currency)
{
    const QString facts = assignmentFacts(assignment);
    const QString title = facts.isEmpty() ? plain(assignment.title) : QStringLiteral("%1 (%2)").arg(plain(assignment.title), facts);
    QString text = QStringLiteral("  ") + wrappedText(title, 4, terminalWidth - 2);
    const QStringList lines = QStringList{readinessText(assignment)} + wayTexts(assignment, currency);
    for (const QString& line : lines)
        text += QStringLiteral("    ") + wrappedText(QStringLiteral("- ") + line, 6, terminalWidth - 4);
    return text;
}

QString courseText(const CoursePlan& plan)
{
    QString text = headingText(RecommendationTextWords::tr("Your course: %1").arg(courseTitle(plan.course)));
    text += bulletsText(needTexts(plan.readiness) + courseNotes(plan.course));
    for (const AssignmentReadiness& assignment : plan.readiness.assignments)
        text += assignmentText(assignment, plan.readiness.currency);
    return text;
}

} // namespace

QString recommendationText(
    const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, const CoursePlan* course)
{
    QStringList wouldChange, assumed;
    for (const WouldChange& change : changes)
        wouldChange.append(wouldChangeText(change, results.settled.currency));
    for (const Assumed& one : results.settled.assumed)
        assumed.append(assumedText(one));
    QString text = bestText(results) + runnersUpText(results);
    if (course != nullptr)
        text += courseText(*course);
    text += section(RecommendationTextWords::tr("From your school"), schoolNotes(results));
    text += section(RecommendationTextWords::tr("Machines you are looking at"), candidateSentences(results));
    text += section(RecommendationTextWords::tr("What would change the answer"), wouldChange);
    const QString breakEven = breakEvenText(results);
    if (!breakEven.isEmpty())
        text += section(RecommendationTextWords::tr("Rent or buy"), {breakEven});
    text += jobsText(results)
        + section(RecommendationTextWords::tr("Please check these answers"), issueTexts(results.issues, results.settled.given));
    return text + section(RecommendationTextWords::tr("What we assumed"), assumed) + closingText(results, catalog);
}

} // namespace rightrig
