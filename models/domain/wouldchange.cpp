#include "models/domain/wouldchange.h"

#include "models/domain/quickbest.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

struct Direction
{
    std::string_view path;
    bool up = true;
    double now = 0.0, first = 0.0, last = 0.0;
    std::string unit;
};

OptionKind bestKind(const Results& results)
{
    return results.best.option < 0 ? OptionKind::None : results.options[static_cast<std::size_t>(results.best.option)].kind;
}

void scaleData(DataSize& data, const Job& job, double factor)
{
    switch (job.unit) {
    case SampleUnit::Rows:
        data.rows = std::max(1.0, job.samples * factor);
        break;
    case SampleUnit::Images:
        data.images = std::max(1.0, job.samples * factor);
        break;
    case SampleUnit::Documents:
        data.documents = std::max(1.0, job.samples * factor);
        break;
    case SampleUnit::AudioHours:
        data.hoursOfAudio = job.samples * factor;
        break;
    case SampleUnit::Tokens: {
        const double length = data.tokens.value_or(job.net.sequence.value_or(1.0));
        data.documents = std::max(1.0, job.samples / std::max(1.0, length) * factor);
        data.tokens = length;
        break;
    }
    case SampleUnit::Steps:
        break;
    }
}

/// Two significant digits, away from the present value so that the change still happens.
double roundedAway(double value, bool up)
{
    if (value <= 0.0)
        return 0.0;
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return (up ? std::ceil(value / step - 1e-9) : std::floor(value / step + 1e-9)) * step;
}

class Search
{
public:
    Search(const Results& results, const Catalog& catalog, const std::function<bool()>& cancelled)
        : m_results(results), m_catalog(catalog), m_cancelled(cancelled), m_kind(bestKind(results))
    { }

    [[nodiscard]] bool stopped() const { return m_cancelled && m_cancelled(); }

    /// Doubles or halves until the kind of the best option changes, narrows it down, and proves the rounded value.
    std::optional<WouldChange> operator()(const Direction& direction)
    {
        double same = direction.now, changed = direction.first;
        const double factor = direction.up ? 2.0 : 0.5;
        while (!stopped() && !changes(direction, changed)) {
            if (direction.up ? changed >= direction.last : changed <= direction.last)
                return std::nullopt;
            same = changed;
            changed *= factor;
        }
        constexpr int steps = 4;
        for (int i = 0; i < steps && !stopped(); ++i) {
            const double middle = (same + changed) / 2.0;
            (changes(direction, middle) ? changed : same) = middle;
        }
        return proven(direction, changed);
    }

private:
    [[nodiscard]] bool changes(const Direction& direction, double value)
    {
        m_last = quickBest(withChange(m_results, direction.path, value), m_catalog, m_seats);
        return m_last && m_last->kind != m_kind;
    }

    std::optional<WouldChange> proven(const Direction& direction, double value)
    {
        if (stopped())
            return std::nullopt;
        const double rounded = roundedAway(value, direction.up);
        if (!changes(direction, rounded))
            return std::nullopt;
        return WouldChange{std::string(direction.path), rounded, direction.unit, direction.up, m_last->kind, m_last->id, m_last->name};
    }

    const Results& m_results;
    const Catalog& m_catalog;
    const std::function<bool()>& m_cancelled;
    OptionKind m_kind;
    std::optional<QuickBest> m_last;
    SeatStore m_seats;
};

std::vector<Direction> directionsOf(const Results& results, const Catalog& catalog)
{
    const Settled& s = results.settled;
    const std::string money = s.currency.text();
    const double upfront = s.budgetUpfront.amount, monthly = s.budgetMonthly.amount;
    const double hours = s.patience.value / secondsPerHour;
    const double usd = convert({1.0, CurrencyCode("USD")}, s.currency, catalog, s.given).value_or(Money{1.0, s.currency}).amount;
    std::vector<Direction> all{{"budget.upfront", true, upfront, std::max(100.0 * usd, upfront * 1.25), 8000.0 * usd, money},
        {"budget.monthly", true, monthly, std::max(5.0 * usd, monthly * 1.25), 500.0 * usd, money},
        {"runs_per_week", true, s.runsPerWeek, s.runsPerWeek * 2.0, 200.0, "1/week"},
        {"runs_per_week", false, s.runsPerWeek, s.runsPerWeek / 2.0, 0.25, "1/week"}, {"data", true, 1.0, 2.0, 256.0, "x"},
        {"data", false, 1.0, 0.5, 1.0 / 64.0, "x"}, {"patience_hours", true, hours, hours * 2.0, 168.0, "h"},
        {"patience_hours", false, hours, hours / 2.0, 0.05, "h"}};
    if (upfront > 0.0)
        all.push_back({"budget.upfront", false, upfront, upfront / 2.0, upfront / 64.0, money});
    if (monthly > 0.0)
        all.push_back({"budget.monthly", false, monthly, monthly / 2.0, monthly / 64.0, money});
    return all;
}

} // namespace

Answers withChange(const Results& results, std::string_view path, double value)
{
    const Settled& settled = results.settled;
    Answers answers = settled.given;
    if (path == "budget.upfront")
        answers.budgetUpfront = Money{value, settled.currency};
    else if (path == "budget.monthly")
        answers.budgetMonthly = Money{value, settled.currency};
    else if (path == "runs_per_week")
        answers.runsPerWeek = value;
    else if (path == "patience_hours")
        answers.patienceHours = value;
    else if (path == "data")
        for (const Job& job : results.jobs)
            scaleData(answers.data, job, value);
    return answers;
}

std::vector<WouldChange> whatWouldChange(const Results& results, const Catalog& catalog, const std::function<bool()>& cancelled)
{
    std::vector<WouldChange> found;
    Search search(results, catalog, cancelled);
    for (const Direction& direction : directionsOf(results, catalog)) {
        if (search.stopped())
            break;
        auto change = search(direction);
        const auto same = [&](const WouldChange& other) { return change->path == other.path && change->atLeast == other.atLeast; };
        if (change && std::none_of(found.begin(), found.end(), same))
            found.push_back(std::move(*change));
    }
    return found;
}

} // namespace rightrig
