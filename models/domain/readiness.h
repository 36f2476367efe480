// A course on one student's computer: does each assignment run there, how long does it take, and what to do where it does not.
#pragma once

#include "models/domain/course.h"
#include "models/domain/estimator.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// Where an assignment can be done if not on the student's own computer. In the order they are preferred.
enum class WayKind : std::uint8_t { Free, Lab, Server, Loan, Cloud, Lighter };

struct WayOut
{
    WayKind kind = WayKind::Lab;
    std::string name;                      ///< of the service or machine, or the title of a lighter job; empty: nobody said what it is
    std::string id;                        ///< of the offer, or of a lighter job's preset; else empty
    Fit fit = Fit::Unknown;                ///< Unknown: the school has it, and nobody said what it is
    std::optional<Range<Seconds>> seconds; ///< one run
    std::optional<double> hours;           ///< all runs, likely
    std::optional<Range<double>> cost;     ///< all runs, in Readiness::currency, before credits; empty: costs nothing, or unknown
    bool covered = false;                  ///< the school's credits pay for this assignment alone
};

/// What a student must get from the school. A free service on the web needs nothing from it. Where nothing known helps it is Loan: a
/// computer must be found.
enum class Need : std::uint8_t { Nothing, Lab, Loan, Credits };

struct AssignmentReadiness
{
    std::string id, title;
    Fit fits = Fit::Unknown;               ///< on the student's own computer; No also without one
    std::optional<Range<Seconds>> seconds; ///< one run there; empty unless fits is Yes or Tight
    Method method = Method::Spec;          ///< means nothing without seconds
    MemoryCheck memory;                    ///< what it needs there and what there is
    std::optional<ReasonCode> blocked;     ///< why not, if it is not memory
    std::uint16_t adjustments = 0;         ///< bits of Adjustment
    bool tooSlow = false;                  ///< it runs there, but longer than a night, or all runs longer than a week
    double runs = 1.0;                     ///< until it is handed in; 1 where the course does not say
    std::optional<double> dueWeek;
    bool group = false, ownMachine = false;
    std::vector<WayOut> ways; ///< empty if the own computer is enough, or nothing known helps
    Need need = Need::Nothing;

    /// The own computer is enough.
    [[nodiscard]] bool ready() const { return seconds.has_value() && !tooSlow; }
    /// Neither the own computer nor a known way is enough; a lighter job is another job.
    [[nodiscard]] bool unsolved() const;
};

struct Readiness
{
    std::vector<AssignmentReadiness> assignments; ///< in the order of the course
    Need need = Need::Nothing;    ///< the least that helps with every assignment; if no one thing does, the most that one of them needs
    bool computerAssumed = false; ///< nobody described the computer: a modest one stands in, and what it cannot run is Unknown
    CurrencyCode currency;
};

/// A course and what it asks of one student, for everything that shows it.
struct CoursePlan
{
    Course course;
    Readiness readiness;
};

/// `student`: as the student gave them; what the course says about them is applied here (courseplan.h). Uses the one estimator, and the
/// recommender's gates for free and rented machines. An assignment with a preset the catalogue lacks is Unknown. Throws
/// std::runtime_error if the catalogue lacks a constant.
[[nodiscard]] Readiness readiness(const Catalog& catalog, const Course& course, const Answers& student);

[[nodiscard]] std::string_view needName(Need need);   ///< "nothing", "lab", "loan", "credits" as in INTERFACES
[[nodiscard]] std::string_view wayName(WayKind kind); ///< "free", "lab", "gpu_server", "loan", "cloud", "lighter"

} // namespace rightrig
