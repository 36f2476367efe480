// The second half of the report: the tables that back the answer up.
#include "models/domain/priceage.h"
#include "models/qt/formatter.h"
#include "models/qt/ownviewtext.h"
#include "models/qt/priceclasstext.h"
#include "models/qt/reasontext.h"
#include "ui/report/reportcontent.h"

#include <QCoreApplication>

#include <set>

namespace rightrig {
namespace {

constexpr std::size_t mostOptions = 12;

struct ReportDetailWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString joined(const QString& text, const QString& mark) { return mark.isEmpty() ? text : text + QLatin1Char(' ') + mark; }

ReportCell priceCell(const Option& option, ReportInput& input)
{
    const Offer* offer = offerOf(option, input.catalog);
    if (!offer)
        return {priceText(option), option.candidate >= 0 ? ReportDetailWords::tr("as you told us") : QString()};
    const std::optional<int> months = ageInMonths(offer->source.asOf, input.today);
    const QString day = formatDate(offer->source.asOf);
    const bool old = months && *months >= oldPriceMonths;
    const QString dated = !old    ? day
        : option.per == Per::Free ? ReportDetailWords::tr("%1, old").arg(day)
                                  : ReportDetailWords::tr("%1, old price").arg(day);
    const QString note
        = offer->confidence == Confidence::Low ? ReportDetailWords::tr("%1, %2").arg(dated, confidenceText(offer->confidence)) : dated;
    const QString span = priceSpanText(input.catalog, *offer);
    return {joined(priceText(option), input.sources.mark(offer->source)), span.isEmpty() ? note : span + QLatin1String("; ") + note};
}

/// The check that is tightest over all jobs, as "needs 7.4 GB of 8 GB".
ReportCell memoryCell(const Option& option)
{
    const MemoryCheck* tightest = nullptr;
    double share = -1.0;
    for (const Estimate& estimate : option.jobs) {
        const MemoryCheck& memory = estimate.memory;
        const double used = memory.need && memory.have && memory.have->value > 0 ? memory.need->value / memory.have->value : 0.0;
        if (used > share) {
            share = used;
            tightest = &memory;
        }
    }
    if (!tightest || !tightest->need || !tightest->have)
        return {fitText(option.fit), {}};
    return {fitText(option.fit), ReportDetailWords::tr("%1 of %2").arg(formatGib(*tightest->need), formatGib(*tightest->have))};
}

QString whyNotText(const Option& option, int index, const Results& results)
{
    if (index == results.best.option)
        return ReportDetailWords::tr("This is the recommendation.");
    return reasonTexts(option.whyNot, results.settled.currency).mid(0, 2).join(QLatin1Char(' '));
}

QString memoryKindText(MemoryKind kind)
{
    if (kind == MemoryKind::Vram)
        return ReportDetailWords::tr("graphics memory");
    return kind == MemoryKind::Unified ? ReportDetailWords::tr("shared memory") : ReportDetailWords::tr("main memory");
}

ReportCell jobMemory(const Estimate& estimate)
{
    const MemoryCheck& memory = estimate.memory;
    const QString need = memory.need ? formatGib(*memory.need) : unknownText();
    const QString have = memory.have ? formatGib(*memory.have) : unknownText();
    return {ReportDetailWords::tr("%1 of %2").arg(need, have),
        ReportDetailWords::tr("%1: %2").arg(memoryKindText(memory.kind), fitText(estimate.fit))};
}

/// Notes the sources of the figures behind each job's time; returns the formula of the slowest job.
QString explainJobs(ReportInput& input, const Option& best)
{
    QString formula;
    double slowest = -1.0;
    const Results& results = input.results;
    for (std::size_t i = 0; i < best.jobs.size() && i < results.jobs.size(); ++i) {
        if (!best.jobs[i].seconds || !results.constants)
            continue;
        Trace trace;
        const Machine machine = machineForJob(results, best, i, input.catalog);
        const Estimate estimate = explain(results.jobs[i], input.catalog, machine, *results.constants, trace);
        for (const TraceInput& figure : trace.inputs)
            input.sources.mark(figure.source);
        if (estimate.seconds && estimate.seconds->likely.value > slowest) {
            slowest = estimate.seconds->likely.value;
            formula = ReportDetailWords::tr("%1: %2").arg(plain(results.jobs[i].title), plain(trace.formula, 400));
        }
    }
    return formula;
}

QStringList ratesUsed(ReportInput& input)
{
    const Results& results = input.results;
    std::set<CurrencyCode> used;
    for (const int index : topOptions(results, mostOptions))
        if (const auto& price = results.options.at(static_cast<std::size_t>(index)).price)
            used.insert(price->currency);
    used.erase(results.settled.currency);
    QStringList lines;
    for (const CurrencyCode code : used) {
        const auto rate = convert({1.0, code}, results.settled.currency, input.catalog, results.settled.given);
        const Currency* currency = input.catalog.findCurrency(code);
        if (rate && currency)
            lines.append(joined(
                ReportDetailWords::tr("1 %1 is %2 %3.")
                    .arg(QString::fromStdString(code.text()), formatNumber(rate->amount, 4), QString::fromStdString(rate->currency.text())),
                input.sources.mark(currency->source)));
    }
    return lines;
}

QString electricityLine(ReportInput& input)
{
    const Country* country = input.catalog.findCountry(input.results.settled.country);
    if (!country)
        return {};
    for (const auto& [name, value] : input.results.settled.given.overrides)
        if (name == "electricity.price_per_kwh")
            return ReportDetailWords::tr("You set electricity to %1 a kWh.").arg(formatMoney(value, input.results.settled.currency));
    if (!country->electricityPerKwh)
        return ReportDetailWords::tr("The price of electricity in %1 is unknown.").arg(plain(country->name));
    const Money& price = *country->electricityPerKwh;
    return joined(ReportDetailWords::tr("Electricity (%1) costs %2 %3 a kWh.")
                      .arg(plain(country->name), formatNumber(price.amount, 3), QString::fromStdString(price.currency.text())),
        input.sources.mark(country->electricitySource));
}

} // namespace

void writeOptions(ReportWriter& writer, ReportInput& input)
{
    const Results& results = input.results;
    ReportTable table{{23, 14, 13, 13, 12, 25},
        {ReportDetailWords::tr("Option"), ReportDetailWords::tr("Price"), ReportDetailWords::tr("Cost, whole period"),
            ReportDetailWords::tr("Slowest job"), ReportDetailWords::tr("Memory"), ReportDetailWords::tr("Why not")},
        {}, true};
    for (const int index : topOptions(results, mostOptions)) {
        const Option& option = results.options.at(static_cast<std::size_t>(index));
        if (option.kind == OptionKind::None)
            continue;
        table.rows.append({{optionTitle(option), kindText(option.kind)}, priceCell(option, input),
            rangeCell(option.total ? formatMoneyRange(*option.total, results.settled.currency) : unknownText()),
            rangeCell(option.runTime ? formatDurationRange(*option.runTime) : unknownText()), memoryCell(option),
            {whyNotText(option, index, results), {}}});
    }
    writer.heading(ReportDetailWords::tr("The options side by side"));
    writer.leadIn(ReportDetailWords::tr("%1 options were compared. These are the most useful ones.").arg(results.options.size()));
    writer.table(table);
}

void writeJobs(ReportWriter& writer, ReportInput& input)
{
    const Results& results = input.results;
    const Option* best = optionAt(results, results.best.option);
    ReportTable table{{30, 15, 10, 25, 20},
        {ReportDetailWords::tr("Job"), ReportDetailWords::tr("Data"), ReportDetailWords::tr("Runs a week"),
            ReportDetailWords::tr("One run"), ReportDetailWords::tr("Memory")},
        {}, false};
    for (std::size_t i = 0; i < results.jobs.size(); ++i) {
        const Job& job = results.jobs[i];
        const Estimate* estimate = best && i < best->jobs.size() ? &best->jobs[i] : nullptr;
        const QString time = estimate && estimate->seconds ? formatDurationRange(*estimate->seconds) : unknownText();
        table.rows.append({{joined(plain(job.title), input.sources.mark(job.source)), {}, true},
            {amountText(job.samples, job.unit), ReportDetailWords::tr("epochs: %1").arg(formatNumber(job.epochs, 3))},
            {formatNumber(job.runsPerWeek), {}}, {time, estimate ? methodText(estimate->method) : QString()},
            estimate ? jobMemory(*estimate) : ReportCell{unknownText(), {}}});
    }
    writer.heading(findsNothing(results) ? ReportDetailWords::tr("Your training jobs")
                                         : ReportDetailWords::tr("Your training jobs on the recommended computer"));
    writer.table(table);
    const QString formula = best ? explainJobs(input, *best) : QString();
    if (formula.isEmpty())
        return;
    writer.heading(ReportDetailWords::tr("How the slowest job's time is estimated"));
    writer.paragraph(formula, Tone::Small);
    writer.paragraph(ReportDetailWords::tr("A range in brackets holds in about 8 of 10 cases."), Tone::Small);
}

void writeAssumptions(ReportWriter& writer, ReportInput& input)
{
    QStringList lines;
    for (const Assumed& assumed : input.results.settled.assumed)
        lines.append(assumedText(assumed));
    if (!lines.isEmpty()) {
        writer.heading(ReportDetailWords::tr("What was assumed"));
        writer.leadIn(ReportDetailWords::tr("You did not say these, so usual values stand in. Change one and the answer may change."));
        writer.bullets(lines, Tone::Small);
    }
    QStringList rates = ratesUsed(input);
    const QString electricity = electricityLine(input);
    if (!electricity.isEmpty())
        rates.prepend(electricity);
    if (rates.isEmpty())
        return;
    writer.heading(ReportDetailWords::tr("Electricity and exchange rates"));
    writer.bullets(rates, Tone::Small);
}

} // namespace rightrig
