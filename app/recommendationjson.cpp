#include "app/recommendationjson.h"

#include "app/coursejson.h"
#include "app/jsonparts.h"
#include "app/planchanges.h"
#include "models/qt/reasontext.h"

namespace rightrig {
namespace {

std::string optionId(const Results& results, int option)
{
    return option >= 0 ? results.options.at(static_cast<std::size_t>(option)).id : std::string();
}

std::string kindOf(const Results& results, int option)
{
    return std::string(kindName(option >= 0 ? results.options.at(static_cast<std::size_t>(option)).kind : OptionKind::None));
}

Json choiceJson(const Choice& choice, const Results& results)
{
    const CurrencyCode currency = results.settled.currency;
    return {{"option", orNull(optionId(results, choice.option))}, {"kind", kindOf(results, choice.option)},
        {"reasons", reasonsJson(choice.reasons, currency)}, {"drawbacks", reasonsJson(choice.drawbacks, currency)}};
}

Json changesJson(const std::vector<WouldChange>& changes, CurrencyCode currency)
{
    Json list = Json::array();
    for (const WouldChange& change : changes)
        list.push_back(
            {{"if", textJson(wouldChangeIf(change))}, {"then", change.optionId}, {"text", textJson(wouldChangeText(change, currency))}});
    return list;
}

Json jobsJson(const Results& results)
{
    Json list = Json::array();
    for (const Job& job : results.jobs)
        list.push_back({{"id", job.id}, {"preset", orNull(job.presetId)}, {"title", job.title}, {"samples", job.samples},
            {"unit", unitName(job.unit)}, {"epochs", job.epochs}, {"runs_per_week", job.runsPerWeek}});
    return list;
}

Json jobOnOption(const Job& job, const Estimate& estimate)
{
    return {{"job", job.id}, {"fits", std::string(fitName(estimate.fit))}, {"memory_gib", memoryJson(estimate.memory)},
        {"seconds", rangeJson(estimate.seconds)}, {"method", std::string(methodName(estimate.method))}};
}

const Offer* offerOf(const Option& option, const Catalog& catalog)
{
    const int index = option.offer >= 0 ? option.offer : option.rentOffer;
    return index >= 0 ? &catalog.offers.at(static_cast<std::size_t>(index)) : nullptr;
}

Json machineOf(const Option& option, const Catalog& catalog)
{
    return option.machine >= 0 ? Json(catalog.machines.at(static_cast<std::size_t>(option.machine)).id) : Json(nullptr);
}

Json totalJson(const Option& option, CurrencyCode currency)
{
    if (!option.total)
        return nullptr;
    return {{"low", option.total->low}, {"likely", option.total->likely}, {"high", option.total->high}, {"currency", currency.text()}};
}

/// Null where nothing is asked for and nobody has to be named: the student's own computer.
Json optionPrice(const Option& option, const Catalog& catalog)
{
    const Offer* offer = offerOf(option, catalog);
    if (!offer && !option.price)
        return nullptr;
    Json price = priceJson(option.price, option.per, offer);
    if (!offer && option.candidate >= 0)
        price["source"] = "answers";
    if (offer)
        addClass(price, catalog, *offer);
    return price;
}

Json optionJson(const Option& option, const Results& results, const Catalog& catalog)
{
    const CurrencyCode currency = results.settled.currency;
    Json json{{"id", option.id}, {"name", textJson(bareOptionName(option))}, {"added_by_you", option.ownMachine},
        {"kind", std::string(kindName(option.kind))}, {"machine", machineOf(option, catalog)}, {"candidate", option.candidate >= 0},
        {"fits", std::string(fitName(option.fit))}, {"eligible", option.eligible}, {"why_not", reasonsJson(option.whyNot, currency)},
        {"price", optionPrice(option, catalog)}, {"total_cost", totalJson(option, currency)},
        {"energy_kwh", option.energy ? Json(option.energy->likely.value) : Json(nullptr)},
        {"co2_kg", option.co2 ? Json(option.co2->likely.value) : Json(nullptr)}, {"week_seconds", rangeJson(option.weeklyTime)}};
    Json jobs = Json::array();
    for (std::size_t i = 0; i < option.jobs.size() && i < results.jobs.size(); ++i)
        jobs.push_back(jobOnOption(results.jobs[i], option.jobs[i]));
    json["jobs"] = std::move(jobs);
    json["on_frontier"] = option.onFrontier;
    return json;
}

const char* verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Enough:
        return "enough";
    case Verdict::MoreThanNeeded:
        return "more";
    case Verdict::TooLittle:
        return "too_little";
    case Verdict::Unknown:
        break;
    }
    return "unknown";
}

Json candidatesJson(const Results& results)
{
    Json list = Json::array();
    for (const CandidateVerdict& candidate : results.candidates)
        list.push_back({{"option", orNull(optionId(results, candidate.option))}, {"verdict", verdictName(candidate.verdict)},
            {"text", textJson(verdictText(candidate, results))}, {"reasons", reasonsJson(candidate.reasons, results.settled.currency)},
            {"better", orNull(optionId(results, candidate.better))}});
    return list;
}

Json assumedJson(const std::vector<Assumed>& assumed)
{
    Json list = Json::array();
    for (const Assumed& one : assumed) {
        const auto* number = std::get_if<double>(&one.value);
        list.push_back({{"path", one.path}, {"value", number ? Json(*number) : Json(std::get<std::string>(one.value))},
            {"text", textJson(assumedText(one))}});
    }
    return list;
}

Json issuesJson(const std::vector<AnswerIssue>& issues)
{
    Json list = Json::array();
    for (const AnswerIssue& issue : issues)
        list.push_back({{"path", issue.path}, {"code", issue.code}, {"text", textJson(issueText(issue))}});
    return list;
}

} // namespace

QByteArray recommendationJson(const Answered& answered)
{
    const Results& results = answered.results;
    const Catalog& catalog = *answered.catalog;
    Json runnersUp = Json::array();
    for (const Choice& choice : results.runnersUp)
        runnersUp.push_back(choiceJson(choice, results));
    Json options = Json::array();
    for (const Option& option : results.options)
        options.push_back(optionJson(option, results, catalog));
    Json document{{"schema", "rightrig.recommendation/1"}, {"headline", textJson(headline(results))},
        {"best", choiceJson(results.best, results)}, {"runners_up", std::move(runnersUp)},
        {"would_change", changesJson(answered.changes, results.settled.currency)}, {"jobs", jobsJson(results)},
        {"options", std::move(options)}, {"candidates", candidatesJson(results)},
        {"break_even_hours_per_week", orNull(results.breakEvenHoursPerWeek)}, {"assumed", assumedJson(results.settled.assumed)},
        {"issues", issuesJson(results.issues)},
        {"catalogue",
            {{"as_of", orNull(catalog.asOf)}, {"offers", catalog.offers.size()}, {"sha256", orNull(catalog.sha256)},
                {"own_prices", catalog.ownPrices}, {"expired_prices", catalog.expiredPrices}}}};
    if (answered.course)
        document["course"] = courseJson(*answered.course);
    if (Json plan = planChangesJson(answered); !plan.is_null())
        document["plan"] = std::move(plan);
    return documentBytes(document);
}

} // namespace rightrig
