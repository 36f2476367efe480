#include "models/domain/planner.h"

#include "models/domain/choiceconstants.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

/// Takes an answer, or notes that its default stands in.
class Settling
{
public:
    explicit Settling(Settled& settled) : m_settled(settled) { }
    template <class T> void take(T& value, const std::optional<T>& answer, const char* path, std::variant<double, std::string> fallback)
    {
        if (answer)
            value = *answer;
        else
            note(path, std::move(fallback));
    }
    void note(std::string path, std::variant<double, std::string> value)
    {
        m_settled.assumed.push_back({std::move(path), std::move(value)});
    }

private:
    Settled& m_settled;
};

void settleCountry(Settled& s, const Catalog& catalog, Settling& settling)
{
    settling.take(s.country, s.given.country, "country", "US");
    if (s.country.empty())
        s.country = "US";
    const Country* country = catalog.findCountry(s.country);
    s.currency = country != nullptr ? country->currency : CurrencyCode("USD");
    if (!convert({1.0, CurrencyCode("USD")}, s.currency, catalog, s.given))
        s.currency = CurrencyCode("USD");
}

/// Two significant digits: an assumed budget of 17.32 would look as if somebody had said so.
double rounded(double amount)
{
    if (amount <= 0.0)
        return 0.0;
    const double step = std::pow(10.0, std::floor(std::log10(amount)) - 1.0);
    return std::round(amount / step) * step;
}

Money ownCurrency(const Settled& s, const Money& money, const Catalog& catalog)
{
    return convert(money, s.currency, catalog, s.given).value_or(Money{0.0, s.currency});
}

void settleMoney(Settled& s, const Catalog& catalog, Settling& settling)
{
    s.budgetUpfront = s.budgetMonthly = s.credits = {0.0, s.currency};
    if (s.given.budgetUpfront)
        s.budgetUpfront = ownCurrency(s, *s.given.budgetUpfront, catalog);
    else
        settling.note("budget.upfront", 0.0);
    if (s.given.budgetMonthly) {
        s.budgetMonthly = ownCurrency(s, *s.given.budgetMonthly, catalog);
    } else {
        const double usd = choiceValue("choice.default.budget_monthly", catalog, s.given);
        s.budgetMonthly.amount = rounded(ownCurrency(s, {usd, CurrencyCode("USD")}, catalog).amount);
        settling.note("budget.monthly", s.budgetMonthly.amount);
    }
    if (s.given.school.credits)
        s.credits = ownCurrency(s, *s.given.school.credits, catalog);
    settling.take(s.horizonMonths, s.given.horizonMonths, "horizon_months", 24.0);
}

void settleWork(Settled& s, Settling& settling)
{
    if (s.given.goals && !s.given.goals->empty()) {
        for (const Goal goal : *s.given.goals) {
            if (std::find(s.goals.begin(), s.goals.end(), goal) == s.goals.end())
                s.goals.push_back(goal);
        }
    } else {
        s.goals = {Goal::Tables, Goal::Images, Goal::Text};
        settling.note("goals", "tables,images,text");
    }
    settling.take(s.depth, s.given.depth, "depth", "adapt");
    settling.take(s.runsPerWeek, s.given.runsPerWeek, "runs_per_week", 3.0);
    settling.take(s.tuning, s.given.tuning, "tuning", "true");
    double hours = 1.0;
    settling.take(hours, s.given.patienceHours, "patience_hours", 1.0);
    s.patience = {hours * secondsPerHour};
}

/// A desk computer nobody named, or one whose facts have gaps. What is filled in is noted fact by fact.
void settleComputer(Settled& s, const Catalog& catalog, Settling& settling)
{
    if (s.given.computer)
        s.computer = *s.given.computer;
    if (s.computer.kind == ComputerKind::None)
        return;
    const double ram = choiceValue("choice.default.ram", catalog, s.given);
    if (s.computer.kind == ComputerKind::Unknown) {
        settling.note("computer.kind", "unknown");
        if (!s.computer.ram)
            settling.note("computer.ram_gib", ram);
        s.computer.ram = s.computer.ram.value_or(Gib{ram});
        s.computer.form = s.computer.form.value_or(FormFactor::Laptop);
        s.computer.gpu = s.computer.gpu.value_or("none");
        return;
    }
    if (!s.computer.ram) {
        s.computer.ram = Gib{ram};
        settling.note("computer.ram_gib", ram);
    }
    if (!s.computer.form) {
        s.computer.form = FormFactor::Laptop;
        settling.note("computer.form", "laptop");
    }
    if (!s.computer.cpu || catalog.findDevice(*s.computer.cpu, DeviceKind::Cpu) < 0)
        settling.note("computer.cpu", "Intel Core i5-8250U");
}

void settleSurroundings(Settled& s, Settling& settling)
{
    settling.take(s.portability, s.given.portability, "portability", "carry");
    settling.take(s.os, s.given.os, "os", "any");
    settling.take(s.internet, s.given.internet, "internet", "good");
    settling.take(s.privateData, s.given.privateData, "private_data", "false");
    settling.take(s.priority, s.given.priority, "priority", "cost");
    settling.take(s.lab, s.given.school.lab, "school.lab", "false");
    settling.take(s.gpuServer, s.given.school.gpuServer, "school.gpu_server", "false");
    settling.take(s.loanLaptop, s.given.school.loanLaptop, "school.loan_laptop", "false");
    const auto uses = s.given.otherUses.value_or(std::vector<OtherUse>{});
    s.gaming = std::find(uses.begin(), uses.end(), OtherUse::Gaming) != uses.end();
    s.video = std::find(uses.begin(), uses.end(), OtherUse::Video) != uses.end();
}

const char* dataPath(SampleUnit unit)
{
    switch (unit) {
    case SampleUnit::Rows:
        return "data.rows";
    case SampleUnit::Images:
        return "data.images";
    case SampleUnit::Documents:
        return "data.documents";
    case SampleUnit::AudioHours:
        return "data.hours_of_audio";
    case SampleUnit::Tokens:
        return "data.tokens";
    case SampleUnit::Steps:
        break;
    }
    return nullptr;
}

/// The sizes the presets bring stand in for every size that was not given.
void settleData(Settled& s, const Catalog& catalog, Settling& settling)
{
    for (const Job& job : planJobs(s, catalog)) {
        const char* path = dataPath(job.unit);
        if (path != nullptr && !job.sizeFromStudent)
            settling.note(path, job.samples);
        if (job.unit == SampleUnit::Rows && !s.given.data.columns && job.table.columns)
            settling.note("data.columns", *job.table.columns);
        if (job.unit == SampleUnit::Images && !s.given.data.pixels && job.net.imagePx)
            settling.note("data.pixels", *job.net.imagePx);
    }
}

} // namespace

Settled settle(const Answers& answers, const Catalog& catalog)
{
    Settled s;
    s.given = answers;
    Settling settling(s);
    settleWork(s, settling);
    settleCountry(s, catalog, settling);
    settleMoney(s, catalog, settling);
    settleComputer(s, catalog, settling);
    settleSurroundings(s, settling);
    settleData(s, catalog, settling);
    return s;
}

} // namespace rightrig
