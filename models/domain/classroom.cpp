#include "models/domain/classroom.h"

#include "models/domain/choiceconstants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace rightrig {
namespace {

/// How much of the work comes at the last moment.
struct Rush
{
    double share = 0.0, hours = 0.0;
};

Rush rushOf(const Catalog& catalog, const std::optional<double>& share)
{
    const auto value = [&catalog](const char* name) { return choiceValue(name, catalog, Answers{}); };
    return {share ? *share : usualRushShare(catalog), value("class.rush.days") * value("class.rush.hours_per_day")};
}

void count(AssignmentTally& tally, const AssignmentReadiness& one)
{
    const bool runs = one.fits == Fit::Yes || one.fits == Fit::Tight;
    if (runs && !one.ready())
        ++tally.slow;
    else if (one.fits == Fit::Yes)
        ++tally.yes;
    else if (one.fits == Fit::Tight)
        ++tally.tight;
    else
        ++(one.fits == Fit::No ? tally.no : tally.unknown);
    tally.unsolved += one.unsolved() ? 1 : 0;
}

void countNeed(ClassOverview& overview, Need need)
{
    switch (need) {
    case Need::Nothing:
        ++overview.nothing;
        break;
    case Need::Lab:
        ++overview.lab;
        break;
    case Need::Loan:
        ++overview.loan;
        break;
    case Need::Credits:
        ++overview.credits;
        break;
    }
}

/// Costs of a student in another currency are left out, never added as if they were the same.
bool sameCurrency(const ClassStudent& student, const ClassOverview& overview) { return student.readiness->currency == overview.currency; }

class WeekSums
{
public:
    void add(const AssignmentReadiness& one, const WayOut& way, bool addCost)
    {
        CloudWeek& week = m_weeks[one.dueWeek.value_or(undated)];
        week.students += 1;
        week.hours += way.hours.value_or(0.0);
        if (addCost)
            week.cost = week.cost + way.cost.value_or(Range<double>{});
    }

    void finish(ClassOverview& overview, const Rush& rush) const
    {
        for (const auto& [number, sum] : m_weeks) {
            CloudWeek week = sum;
            if (number < undated)
                week.week = number;
            week.machinesAtOnce = std::min<double>(week.students, std::max(1.0, std::ceil(week.hours * rush.share / rush.hours)));
            overview.cloudHours += week.hours;
            overview.cloudCost = overview.cloudCost + week.cost;
            overview.weeks.push_back(week);
        }
    }

private:
    static constexpr double undated = 1e9; // behind every week
    std::map<double, CloudWeek> m_weeks;
};

/// The way of kind Cloud of an assignment that this student must rent for.
const WayOut* rentedWay(const ClassStudent& student, const AssignmentReadiness& one)
{
    const bool rents = one.need == Need::Credits || (student.readiness->need == Need::Credits && one.need != Need::Nothing);
    return rents ? sureWay(one, WayKind::Cloud) : nullptr;
}

Measure measureOf(WayKind kind, std::size_t assignment, const std::vector<ClassStudent>& students, const ClassOverview& overview)
{
    Measure measure;
    measure.kind = kind;
    measure.assignment = assignment;
    for (const ClassStudent& student : students) {
        const AssignmentReadiness& one = student.readiness->assignments[assignment];
        if (one.ready())
            continue;
        ++measure.of;
        const WayOut* way = sureWay(one, kind);
        if (way == nullptr)
            continue;
        ++measure.helped;
        measure.hours = std::max(measure.hours, way->hours.value_or(0.0));
        if (!way->cost || !sameCurrency(student, overview))
            continue;
        measure.cost = measure.cost + *way->cost;
        measure.mostPerStudent = std::max(measure.mostPerStudent, way->cost->likely);
    }
    return measure;
}

void addMeasures(ClassOverview& overview, const std::vector<ClassStudent>& students)
{
    constexpr std::array<WayKind, 5> kinds{WayKind::Free, WayKind::Lab, WayKind::Server, WayKind::Loan, WayKind::Cloud};
    for (std::size_t i = 0; i < overview.assignments.size(); ++i) {
        std::vector<Measure> found;
        for (const WayKind kind : kinds) {
            const Measure measure = measureOf(kind, i, students, overview);
            if (measure.helped > 0)
                found.push_back(measure);
        }
        std::stable_sort(found.begin(), found.end(), [](const Measure& a, const Measure& b) { return a.helped > b.helped; });
        overview.measures.insert(overview.measures.end(), found.begin(), found.end());
    }
}

std::vector<AssignmentTally> emptyTallies(const Course& course)
{
    std::vector<AssignmentTally> tallies;
    for (const Assignment& assignment : course.assignments) {
        AssignmentTally tally;
        tally.id = assignment.id;
        tally.title = assignment.title;
        tally.dueWeek = assignment.dueWeek;
        tallies.push_back(std::move(tally));
    }
    return tallies;
}

/// What the overview shows of a student anyway, and nothing else.
auto shownOf(const ClassStudent& student)
{
    std::vector<std::tuple<Fit, double>> fits;
    for (const AssignmentReadiness& one : student.readiness->assignments)
        fits.emplace_back(one.fits, one.seconds ? one.seconds->likely.value : -1.0);
    return std::tuple(student.readiness->need, fits);
}

} // namespace

const WayOut* sureWay(const AssignmentReadiness& assignment, WayKind kind)
{
    for (const WayOut& way : assignment.ways) {
        if (way.kind == kind && way.seconds)
            return &way;
    }
    return nullptr;
}

double usualRushShare(const Catalog& catalog) { return choiceValue("class.rush.share", catalog, Answers{}); }

ClassOverview overviewOf(
    const Course& course, const std::vector<ClassStudent>& students, const Catalog& catalog, std::optional<double> rushShare)
{
    const Rush rush = rushOf(catalog, rushShare);
    ClassOverview overview;
    overview.rushShare = rush.share;
    overview.assignments = emptyTallies(course);
    if (!students.empty())
        overview.currency = students.front().readiness->currency;
    WeekSums weeks;
    for (const ClassStudent& student : students) {
        countNeed(overview, student.readiness->need);
        overview.assumed += student.readiness->computerAssumed ? 1 : 0;
        overview.otherCurrency += sameCurrency(student, overview) ? 0 : 1;
        for (std::size_t i = 0; i < overview.assignments.size(); ++i) {
            const AssignmentReadiness& one = student.readiness->assignments[i];
            count(overview.assignments[i], one);
            if (const WayOut* way = rentedWay(student, one))
                weeks.add(one, *way, sameCurrency(student, overview));
        }
    }
    weeks.finish(overview, rush);
    addMeasures(overview, students);
    return overview;
}

Course courseOfJobs(const std::vector<Answers>& students, const Catalog& catalog)
{
    Course course;
    course.id = "own-jobs";
    for (const Answers& student : students) {
        for (const Job& job : planJobs(settle(student, catalog), catalog)) {
            const auto known = std::find_if(
                course.assignments.begin(), course.assignments.end(), [&job](const Assignment& one) { return one.id == job.presetId; });
            if (known != course.assignments.end())
                continue;
            Assignment assignment;
            assignment.id = job.presetId;
            assignment.title = job.title;
            assignment.job.preset = job.presetId;
            course.assignments.push_back(std::move(assignment));
        }
    }
    return course;
}

Course withOwnSizes(Course course, const Answers& student, const Catalog& catalog)
{
    for (const Job& job : planJobs(settle(student, catalog), catalog)) {
        for (Assignment& assignment : course.assignments) {
            if (assignment.id != job.presetId)
                continue;
            assignment.runs = job.runsPerWeek;
            assignment.job.columns = job.table.columns;
            if (job.sizeFromStudent)
                assignment.job.samples = job.samples;
        }
    }
    return course;
}

ClassJudge::ClassJudge(const Catalog& catalog, Course course, bool ownSizes)
    : m_catalog(catalog), m_course(std::move(course)), m_ownSizes(ownSizes)
{ }

std::shared_ptr<const Readiness> ClassJudge::operator()(const Answers& student)
{
    return m_known.find(student, [&] {
        return std::make_shared<const Readiness>(
            readiness(m_catalog, m_ownSizes ? withOwnSizes(m_course, student, m_catalog) : m_course, student));
    });
}

void anonymise(std::vector<ClassStudent>& students)
{
    std::stable_sort(
        students.begin(), students.end(), [](const ClassStudent& a, const ClassStudent& b) { return shownOf(a) < shownOf(b); });
    int number = 0;
    for (ClassStudent& student : students) {
        student.id = std::to_string(++number);
        student.name.clear();
    }
}

} // namespace rightrig
