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
    Answered answered;
    answered.own = own;
    answered.catalog = catalog;
    Answers given = own;
    if (course != nullptr) {
        answered.catalog = std::make_shared<const Catalog>(narrowed(*catalog, *course));
        answered.course = std::make_shared<const CoursePlan>(CoursePlan{*course, readiness(*catalog, *course, own)});
        given = answersFor(*course, own, *catalog);
    }
    answered.results = recommend(given, *answered.catalog);
    answered.changes = withinCap(whatWouldChange(answered.results, *answered.catalog), course, *catalog);
    return answered;
}

QByteArray attachmentOf(const Answered& answered)
{
    const Course* course = answered.course ? &answered.course->course : nullptr;
    return writePlan(planOf(answered.own, course, answered.results, *answered.catalog, isoToday()));
}

} // namespace rightrig
