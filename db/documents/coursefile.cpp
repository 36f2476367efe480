#include "db/documents/coursefile.h"

#include "db/documents/candidatereader.h"
#include "db/documents/embedded.h"
#include "db/documents/jobfile.h"
#include "db/documents/objectreader.h"
#include "models/domain/coursecheck.h"

#include <algorithm>

namespace rightrig {
namespace {

std::string requiredText(ObjectReader& in, const char* key)
{
    const std::optional<std::string> text = in.text(key);
    if (!text)
        throw DocumentFault(in.path(key), "is missing");
    return *text;
}

/// A number of things or weeks: 2.5 of them is a mistake.
std::optional<double> wholeNumber(ObjectReader& in, const char* key, ValueRange range)
{
    const std::optional<double> value = in.number(key, range);
    if (value && *value != static_cast<double>(static_cast<std::int64_t>(*value)))
        throw DocumentFault(in.path(key), numberText(*value) + " is not a whole number");
    return value;
}

std::vector<std::string> textList(ObjectReader& in, const char* key)
{
    std::vector<std::string> list;
    const Json* values = in.find(key);
    if (values == nullptr)
        return list;
    if (!values->is_array())
        throw DocumentFault(in.path(key), "expected a list");
    if (values->size() > mostCourseTexts)
        throw DocumentFault(in.path(key), std::to_string(values->size()) + " entries are more than " + std::to_string(mostCourseTexts));
    for (std::size_t i = 0; i < values->size(); ++i)
        list.push_back(checkedText((*values)[i], joinPath(in.path(key), i)));
    return list;
}

Assignment readAssignment(ObjectReader& in)
{
    Assignment assignment;
    assignment.id = requiredText(in, "id");
    assignment.title = requiredText(in, "title");
    const Json* job = in.find("job");
    if (job == nullptr)
        throw DocumentFault(in.path("job"), "is missing");
    assignment.job = embedded<JobRequest>(*job, in.path("job"), readJobRequest);
    assignment.dueWeek = wholeNumber(in, "due_week", {1, 60});
    assignment.runs = in.number("runs", {1, 10000});
    assignment.group = in.flag("group").value_or(false);
    assignment.ownMachine = in.flag("own_machine").value_or(false);
    return assignment;
}

void readAssignments(ObjectReader& in, Course& course)
{
    in.objects("assignments", mostAssignments, [&](ObjectReader& entry) {
        Assignment read = readAssignment(entry);
        for (const Assignment& earlier : course.assignments) {
            if (earlier.id == read.id)
                throw DocumentFault(entry.path("id"), "'" + shown(read.id) + "' is written twice");
        }
        course.assignments.push_back(std::move(read));
    });
    if (course.assignments.empty())
        throw DocumentFault(in.path("assignments"), "is missing or empty");
}

std::optional<Candidate> schoolMachine(ObjectReader& in, const char* key)
{
    std::optional<Candidate> machine;
    in.object(key, [&](ObjectReader& facts) { machine = readCandidate(facts); });
    return machine;
}

void readCourseSchool(ObjectReader& in, CourseSchool& school)
{
    in.object("school", [&](ObjectReader& given) {
        school.labMachines = wholeNumber(given, "lab_machines", {0, 100000});
        school.labHoursPerWeek = given.number("lab_hours_per_week", {0, 168});
        school.loanLaptops = wholeNumber(given, "loan_laptops", {0, 100000});
        school.gpuServer = given.flag("gpu_server");
        school.creditsPerStudent = given.money("credits_per_student");
        school.labMachine = schoolMachine(given, "lab_machine");
        school.serverMachine = schoolMachine(given, "gpu_server_machine");
        school.loanMachine = schoolMachine(given, "loan_laptop");
    });
}

/// A course speaks for all its students: it names none of them and none of their computers.
Answers readCourseAnswers(ObjectReader& in, const char* key)
{
    const Json* value = in.find(key);
    if (value == nullptr)
        return {};
    auto answers = embedded<Answers>(*value, in.path(key), readAnswers);
    for (const char* own : {"student", "course", "computer", "candidates"}) {
        if (value->contains(own))
            throw DocumentFault(joinPath(in.path(key), own), "belongs to a student, not to a course");
    }
    return answers;
}

void readProviders(ObjectReader& in, Course& course)
{
    in.object("providers", [&](ObjectReader& lists) {
        course.allowedProviders = textList(lists, "allow");
        course.deniedProviders = textList(lists, "deny");
        for (const std::string& name : course.deniedProviders) {
            if (std::find(course.allowedProviders.begin(), course.allowedProviders.end(), name) != course.allowedProviders.end())
                throw DocumentFault(lists.path("deny"), "'" + shown(name) + "' is also in allow");
        }
    });
}

Course courseFrom(const Json& root)
{
    ObjectReader in(root, {});
    Course course;
    if (const std::string schema = requiredText(in, "schema"); schema != "rightrig.course/1")
        throw DocumentFault(in.path("schema"), "'" + shown(schema) + "' is not rightrig.course/1");
    course.id = requiredText(in, "id");
    course.title = requiredText(in, "title");
    course.term = in.text("term");
    course.language = in.text("language");
    course.contact = in.text("contact");
    readAssignments(in, course);
    readCourseSchool(in, course.school);
    course.budgetCap = in.money("budget_cap");
    in.object("answers", [&](ObjectReader& answers) {
        course.fixed = readCourseAnswers(answers, "fixed");
        course.preset = readCourseAnswers(answers, "preset");
    });
    readProviders(in, course);
    course.dataRules = in.text("data_rules");
    course.notes = textList(in, "notes");
    in.finish();
    return course;
}

} // namespace

std::variant<Course, DocumentError> readCourse(const QByteArray& json)
{
    try {
        return courseFrom(parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())}));
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

} // namespace rightrig
