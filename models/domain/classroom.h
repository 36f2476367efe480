// A whole class: who can do which assignment, what the school must give, and what one more thing from it would change.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/knownanswers.h"
#include "models/domain/readiness.h"

#include <memory>
#include <string>
#include <vector>

namespace rightrig {

struct ClassStudent
{
    std::string id;
    std::string name;                           ///< empty: not said, or left out
    std::shared_ptr<const Readiness> readiness; ///< never null; students with equal answers share one
};

/// How the students of one assignment stand. yes + tight + slow + no + unknown are all of them.
struct AssignmentTally
{
    std::string id, title;
    std::optional<double> dueWeek;
    int yes = 0, tight = 0, no = 0, unknown = 0;
    int slow = 0;     ///< it runs, but too slowly
    int unsolved = 0; ///< not on their own computer, and no way out is sure to help
    [[nodiscard]] int ready() const { return yes + tight; }
};

/// What a thing from the school does for one assignment: "a lab slot of `hours` makes it possible for `helped` of `of`".
struct Measure
{
    WayKind kind = WayKind::Lab;
    std::size_t assignment = 0;
    int helped = 0;            ///< students whose own computer is not enough and whom this surely helps
    int of = 0;                ///< students whose own computer is not enough
    double hours = 0.0;        ///< for the slowest of those it helps, all runs
    Range<double> cost;        ///< of all of them together, in ClassOverview::currency
    double mostPerStudent = 0; ///< likely cost for the dearest of them
};

/// Work for rented machines by the week in which it is due.
struct CloudWeek
{
    std::optional<double> week; ///< empty: assignments without a due week
    int students = 0;
    double hours = 0.0;
    Range<double> cost;
    double machinesAtOnce = 0.0; ///< in the rush before the deadline, whole machines, at most one for each student
};

struct ClassOverview
{
    std::vector<AssignmentTally> assignments;
    int nothing = 0, lab = 0, loan = 0, credits = 0; ///< students by Readiness::need
    int assumed = 0;                                 ///< students whose computer nobody described
    std::vector<CloudWeek> weeks;                    ///< those with hours only, by week
    double rushShare = 0.0;                          ///< of the work, done in the last days before a deadline
    double cloudHours = 0.0;
    Range<double> cloudCost;
    CurrencyCode currency;
    int otherCurrency = 0;         ///< students whose costs are in another currency and not added
    std::vector<Measure> measures; ///< that help somebody; by assignment, then by how many they help
};

/// Students who need credits are those who rent; of the others nobody is counted as renting. Of a group's assignment every student is
/// counted, since nobody knows the groups: hours and cost are the most it can be. Constants: "class.rush.*" of the catalogue; a given
/// `rushShare` (0 to 1) counts instead of its share. Throws std::runtime_error if one is missing.
[[nodiscard]] ClassOverview overviewOf(const Course& course, const std::vector<ClassStudent>& students, const Catalog& catalog,
    std::optional<double> rushShare = std::nullopt);
/// The catalogue's share of work in the last days, from 0 to 1. Throws std::runtime_error if it is missing.
[[nodiscard]] double usualRushShare(const Catalog& catalog);

/// The way of that kind that surely helps; nullptr if there is none.
[[nodiscard]] const WayOut* sureWay(const AssignmentReadiness& assignment, WayKind kind);

/// For a class without a course: one assignment for each preset that some student's jobs are made from, in the order they come.
[[nodiscard]] Course courseOfJobs(const std::vector<Answers>& students, const Catalog& catalog);
/// That course with the sizes and runs of this student's own jobs; jobs of others keep the sizes of their presets.
[[nodiscard]] Course withOwnSizes(Course course, const Answers& student, const Catalog& catalog);

/// Judges one student after the other. Those whose answers are equal but for name and ID are judged once: a class list without computers
/// costs as much as one student, in time and in memory.
class ClassJudge
{
public:
    /// `ownSizes`: the course is courseOfJobs() of the class. `catalog` must outlive this.
    ClassJudge(const Catalog& catalog, Course course, bool ownSizes = false);
    [[nodiscard]] std::shared_ptr<const Readiness> operator()(const Answers& student);

private:
    const Catalog& m_catalog;
    Course m_course;
    bool m_ownSizes;
    KnownAnswers<std::shared_ptr<const Readiness>> m_known;
};

/// Puts the students into an order that says nothing about who they are, takes their names away and calls them "1", "2", ...
void anonymise(std::vector<ClassStudent>& students);

} // namespace rightrig
