#include "app/answered.h"

#include "app/console.h"
#include "app/measurecommand.h"
#include "db/documents/planfile.h"
#include "models/domain/courseplan.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct AnsweredWords
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// The course of the command line before the one the plan was made for. Empty text: all is well.
QString takeCourse(SavedPlan& plan, const Request& request, const Catalog& catalog)
{
    if (!request.course.isEmpty()) {
        Outcome<Course> course = readCourseFile(request.course);
        if (!course.ok())
            return course.error();
        plan.course = course.get();
    }
    if (!plan.course)
        return {};
    for (const std::string& problem : courseProblems(*plan.course, catalog))
        printError(AnsweredWords::tr("Course: %1. It counts as unknown.").arg(QString::fromStdString(problem)));
    return {};
}

} // namespace

Outcome<Answered> answerPlan(const Request& request, const CatalogPtr& catalog)
{
    Outcome<SavedPlan> read = readPlanFile(request.answers);
    if (!read.ok())
        return {read.error()};
    SavedPlan plan = read.get();
    if (!plan.answers)
        return {AnsweredWords::tr("%1: this is a course. Give it with --course, and a student's answers here.").arg(request.answers)};
    if (const QString problem = takeCourse(plan, request, *catalog); !problem.isEmpty())
        return {problem};
    Answers own = request.noName ? withoutName(*plan.answers) : *plan.answers;
    if (!request.machineProfile.isEmpty()) {
        const Outcome<MachineProfile> profile = readProfileFile(request.machineProfile);
        if (!profile.ok())
            return {profile.error()};
        addProfile(own, profile.get(), *catalog);
    }
    Answered answered = answerFor(own, plan.course ? &*plan.course : nullptr, catalog);
    answered.plan = std::make_shared<const SavedPlan>(std::move(plan));
    return {std::move(answered)};
}

Answered answerFor(const Answers& own, const Course* course, const CatalogPtr& catalog)
{
    return CourseAnswers(course, catalog).answer(own);
}

CourseAnswers::CourseAnswers(const Course* course, const CatalogPtr& catalog)
    : m_course(course != nullptr ? std::optional(*course) : std::nullopt)
    , m_whole(catalog)
    , m_narrowed(course != nullptr ? std::make_shared<const Catalog>(narrowed(*catalog, *course)) : catalog)
{ }

Answered CourseAnswers::answer(const Answers& own)
{
    Answered answered;
    answered.own = own;
    answered.catalog = m_narrowed;
    Answers given = own;
    if (m_course) {
        answered.course = std::make_shared<const CoursePlan>(CoursePlan{*m_course, readiness(*m_whole, *m_course, own)});
        given = answersFor(*m_course, own, *m_whole);
    }
    answered.results = recommend(given, *answered.catalog);
    answered.changes = m_changes.find(given, [&] { return withinCap(whatWouldChange(answered.results, *m_narrowed), course(), *m_whole); });
    return answered;
}

QByteArray attachmentOf(const Answered& answered)
{
    const Course* course = answered.course ? &answered.course->course : nullptr;
    return writePlan(planOf(answered.own, course, answered.results, *answered.catalog, isoToday()));
}

} // namespace rightrig
