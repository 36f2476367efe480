// Answers -> concrete jobs, with every default that stands in for a missing answer named.
#pragma once

#include "models/domain/catalog.h"

#include <string>
#include <variant>
#include <vector>

namespace rightrig {

/// A default that was used because the student did not say. `path` is the JSON path of the answer.
struct Assumed
{
    std::string path;
    std::variant<double, std::string> value;
    bool operator==(const Assumed&) const = default;
};

/// The answers with every gap filled, in one currency. Made by settle(), used by everything behind it.
struct Settled
{
    Answers given;
    std::vector<Goal> goals;
    Depth depth = Depth::Adapt;
    double runsPerWeek = 3.0;
    bool tuning = true;
    Seconds patience;
    ComputerFacts computer;
    Money budgetUpfront, budgetMonthly;
    double horizonMonths = 24.0;
    Portability portability = Portability::Carry;
    Os os = Os::Any;
    bool gaming = false, video = false;
    bool lab = false, gpuServer = false, loanLaptop = false;
    Money credits;
    Internet internet = Internet::Good;
    bool privateData = false;
    Priority priority = Priority::Cost;
    std::string country;
    CurrencyCode currency; ///< of the country; all results are in it
    std::vector<Assumed> assumed;
};

/// A contradiction or impossibility in the answers, to be shown beside the question it concerns.
struct AnswerIssue
{
    std::string path;
    std::string code; ///< stable name, words in models/qt
};

[[nodiscard]] Settled settle(const Answers& answers, const Catalog& catalog);
/// At least one job for any answers; one typical job per goal, sized from the data answers.
[[nodiscard]] std::vector<Job> planJobs(const Settled& settled, const Catalog& catalog);
/// A job straight from a preset with its default sizes (command line `estimate`).
[[nodiscard]] Job jobFromPreset(const Preset& preset);
[[nodiscard]] std::vector<AnswerIssue> checkAnswers(const Answers& answers, const Catalog& catalog);

/// Converts with the catalogue's dated rate or the student's override ("rate.EUR" = USD per EUR). Empty if a rate is unknown.
[[nodiscard]] std::optional<Money> convert(const Money& money, CurrencyCode to, const Catalog& catalog, const Answers& answers);

} // namespace rightrig
