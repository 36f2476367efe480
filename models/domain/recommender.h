// Options, gates, money, choice: Answers + Catalog -> Results. Results are immutable; recomputing is new answers in, new results out.
#pragma once

#include "models/domain/estimator.h"
#include "models/domain/planner.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rightrig {

/// In the order ties are broken: the most reversible first.
enum class OptionKind : std::uint8_t { Keep, Lab, Free, Rent, Mixed, Laptop, Desktop, None };

/// Where the money of an option goes over the student's period, in the student's currency. Parts add up to Option::total (likely).
struct CostBreakdown
{
    double purchase = 0.0, resale = 0.0 /* <= 0 */, electricity = 0.0, rent = 0.0, idle = 0.0, storage = 0.0, transfer = 0.0, setUp = 0.0,
           credits = 0.0 /* <= 0 */;
    [[nodiscard]] double sum() const { return purchase + resale + electricity + rent + idle + storage + transfer + setUp + credits; }
};

struct Option
{
    std::string id; ///< "own", an offer's id, "candidate-1", "mixed-own+OFFER"
    std::string name;
    OptionKind kind = OptionKind::Keep;
    int machine = -1;           ///< index into Catalog::machines; -1 own computer, candidate or none
    int offer = -1;             ///< index into Catalog::offers
    int rentOffer = -1;         ///< mixed plans: the rented part
    int candidate = -1;         ///< index into Answers::candidates
    std::optional<Money> price; ///< as asked, in the asker's currency
    Per per = Per::Free;
    Fit fit = Fit::Unknown;                      ///< worst of all jobs
    std::vector<Estimate> jobs;                  ///< one per Results::jobs
    std::vector<bool> rentedJob;                 ///< mixed plans: job runs on the rented part
    std::optional<Range<double>> total;          ///< whole period, student's currency; empty if a price or time is unknown
    CostBreakdown cost;                          ///< likely
    double monthlyCost = 0.0, upfrontCost = 0.0; ///< student's currency
    std::optional<Range<Seconds>> weeklyTime;    ///< all runs of one week
    std::optional<Range<Seconds>> runTime;       ///< the slowest job, one run
    std::optional<Range<KilowattHours>> energy;  ///< whole period
    std::optional<Range<Kilograms>> co2;
    double score = 0.0;                       ///< money-equivalent, lower is better; meaningless unless eligible
    double uncertainty = 0.0;                 ///< of the score, same unit, for ties
    bool eligible = false;                    ///< passed every gate
    bool ownMachine = false;                  ///< on a machine that the user has added to the catalogue
    bool onFrontier = false;                  ///< no other usable option is both cheaper and faster
    Confidence confidence = Confidence::High; ///< of its price
    std::vector<Reason> whyNot;               ///< never empty unless it is the best
};

enum class Verdict : std::uint8_t { Enough, MoreThanNeeded, TooLittle, Unknown };
struct CandidateVerdict
{
    int option = -1;
    Verdict verdict = Verdict::Unknown;
    std::vector<Reason> reasons;
    int better = -1; ///< option for the same money, -1 if none
};

struct Choice
{
    int option = -1; ///< index into Results::options
    std::vector<Reason> reasons, drawbacks;
};

/// "If `path` were `value`, the answer would be `option`." Found by running the engine again.
struct WouldChange
{
    std::string path;
    double value = 0.0;
    std::string unit;    ///< currency code, "h", "1/week", "x"
    bool atLeast = true; ///< >= value, else <= value
    OptionKind kind = OptionKind::None;
    std::string optionId, optionName;
};

/// Renting against owning: cumulated cost by month of the best option of each family.
struct CostLine
{
    OptionKind kind = OptionKind::Keep;
    int option = -1;
    double atStart = 0.0, perMonth = 0.0, resaleAtEnd = 0.0; ///< student's currency
};

struct Results
{
    Settled settled;
    std::vector<Job> jobs;
    std::vector<Option> options;   ///< every offer considered, also those that do not fit
    Choice best;                   ///< option is -1 only if the catalogue is empty and there is no computer
    std::vector<Choice> runnersUp; ///< at most three, of differing kind where possible
    std::vector<CandidateVerdict> candidates;
    std::vector<CostLine> costLines;
    std::optional<double> breakEvenHoursPerWeek; ///< rented hours above which owning is cheaper
    std::vector<AnswerIssue> issues;
    std::shared_ptr<const Constants> constants;
};

/// Everything but whatWouldChange(). Never throws for any answers that db/ accepted; a full catalogue takes under 16 ms.
[[nodiscard]] Results recommend(const Answers& answers, const Catalog& catalog);

/// Runs the engine again with one answer changed at a time (budget, runs per week, data size, patience).
/// `cancelled` is asked between runs; a cancelled search returns what it has.
[[nodiscard]] std::vector<WouldChange> whatWouldChange(
    const Results& results, const Catalog& catalog, const std::function<bool()>& cancelled = {});

/// Indices of the options no other is both cheaper and faster than, by cost. Unknown cost or time is never on it.
[[nodiscard]] std::vector<int> frontier(const std::vector<Option>& options);

[[nodiscard]] std::string_view kindName(OptionKind kind); ///< "keep", "free", ... as in INTERFACES

} // namespace rightrig
