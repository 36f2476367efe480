// Results made by hand: one option of each kind, with known and unknown numbers.
#pragma once

#include "models/domain/recommender.h"

#include <string>

namespace rightrig::sample {

inline const CurrencyCode usd("USD");

inline Range<Seconds> around(double seconds) { return {{seconds * 0.7}, {seconds}, {seconds * 1.5}}; }

/// An option that can be used, with a cost for the whole period and a time for one run and for one week.
inline Option option(OptionKind kind, std::string name, double total, double seconds)
{
    Option made;
    made.id = name;
    made.name = std::move(name);
    made.kind = kind;
    made.fit = Fit::Yes;
    made.eligible = true;
    made.total = Range<double>{total * 0.8, total, total * 1.3};
    made.runTime = around(seconds);
    made.weeklyTime = around(3.0 * seconds);
    Estimate estimate;
    estimate.fit = Fit::Yes;
    estimate.memory = {MemoryKind::Ram, Gib{4.0}, Gib{16.0}, Fit::Yes};
    estimate.seconds = around(seconds);
    made.jobs = {estimate};
    return made;
}

inline Results results()
{
    Results made;
    made.settled.currency = usd;
    made.settled.patience = {3600.0};
    made.settled.budgetUpfront = {1000.0, usd};
    made.settled.budgetMonthly = {20.0, usd};
    made.settled.computer.kind = ComputerKind::Known;
    made.settled.computer.form = FormFactor::Laptop;
    Job job;
    job.title = "Boosted trees";
    job.runsPerWeek = 3.0;
    made.jobs = {job};
    made.options = {option(OptionKind::Keep, "Your laptop", 0.0, 1500.0), option(OptionKind::Free, "Free notebook", 0.0, 900.0),
        option(OptionKind::Rent, "Cloud card", 60.0, 300.0), option(OptionKind::Laptop, "Shop laptop", 1200.0, 400.0),
        option(OptionKind::Desktop, "Built desktop", 1500.0, 200.0), option(OptionKind::Mixed, "Laptop and cloud", 90.0, 350.0)};
    made.options[2].price = Money{0.53, usd};
    made.options[2].per = Per::Hour;
    made.options[3].price = Money{1200.0, usd};
    made.options[5].per = Per::Hour;
    made.options[3].per = Per::Once;
    made.options[4].eligible = false;
    made.options[4].whyNot = {{ReasonCode::OverUpfrontBudget, {Money{1500.0, usd}, Money{1000.0, usd}}}};
    made.best.option = 0;
    return made;
}

} // namespace rightrig::sample
