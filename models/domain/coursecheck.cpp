#include "models/domain/coursecheck.h"

#include <algorithm>

namespace rightrig {

namespace {

constexpr std::size_t longestText = 200; // characters

/// Of UTF-8 text.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string at(std::string_view list, std::size_t i) { return std::string(list) + '[' + std::to_string(i) + ']'; }

class Checker
{
public:
    void required(const std::string& text, const std::string& path)
    {
        if (text.empty())
            add(path, CourseFaultKind::Missing);
        else
            notTooLong(text, path);
    }
    void optional(const std::optional<std::string>& text, const std::string& path)
    {
        if (text)
            required(*text, path);
    }
    void texts(const std::vector<std::string>& list, const std::string& path)
    {
        if (list.size() > mostCourseTexts)
            add(path, CourseFaultKind::TooMany);
        for (std::size_t i = 0; i < list.size(); ++i)
            required(list[i], at(path, i));
    }
    void add(std::string path, CourseFaultKind kind) { m_faults.push_back({std::move(path), kind}); }
    [[nodiscard]] std::vector<CourseFault> take() { return std::move(m_faults); }

private:
    void notTooLong(const std::string& text, const std::string& path)
    {
        if (characters(text) > longestText)
            add(path, CourseFaultKind::TooLong);
    }
    std::vector<CourseFault> m_faults;
};

void checkAssignments(const std::vector<Assignment>& assignments, Checker& check)
{
    if (assignments.empty())
        check.add("assignments", CourseFaultKind::NoAssignments);
    if (assignments.size() > mostAssignments)
        check.add("assignments", CourseFaultKind::TooMany);
    for (std::size_t i = 0; i < assignments.size(); ++i) {
        const Assignment& one = assignments[i];
        const std::string path = at("assignments", i);
        check.required(one.id, path + ".id");
        const auto same = [&one](const Assignment& other) { return other.id == one.id; };
        const auto here = assignments.begin() + static_cast<std::ptrdiff_t>(i);
        if (!one.id.empty() && std::any_of(assignments.begin(), here, same))
            check.add(path + ".id", CourseFaultKind::Twice);
        check.required(one.title, path + ".title");
        check.required(one.job.preset, path + ".job.preset");
    }
}

void checkProviders(const Course& course, Checker& check)
{
    check.texts(course.allowedProviders, "providers.allow");
    check.texts(course.deniedProviders, "providers.deny");
    const auto& allowed = course.allowedProviders;
    for (std::size_t i = 0; i < course.deniedProviders.size(); ++i) {
        if (std::find(allowed.begin(), allowed.end(), course.deniedProviders[i]) != allowed.end())
            check.add(at("providers.deny", i), CourseFaultKind::InBothLists);
    }
}

} // namespace

std::vector<CourseFault> courseFaults(const Course& course)
{
    Checker check;
    check.required(course.id, "id");
    check.required(course.title, "title");
    check.optional(course.term, "term");
    check.optional(course.language, "language");
    check.optional(course.contact, "contact");
    checkAssignments(course.assignments, check);
    checkProviders(course, check);
    check.optional(course.dataRules, "data_rules");
    check.texts(course.notes, "notes");
    return check.take();
}

std::string freshAssignmentId(const Course& course)
{
    for (std::size_t number = 1;; ++number) {
        std::string id = "a" + std::to_string(number);
        const auto same = [&id](const Assignment& one) { return one.id == id; };
        if (std::none_of(course.assignments.begin(), course.assignments.end(), same))
            return id;
    }
}

std::string courseIdFor(std::string_view title)
{
    constexpr std::size_t longestId = 60;
    std::string id;
    for (const char c : title) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept && id.size() < longestId)
            id += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!kept && !id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id.empty() ? std::string("course") : id;
}

} // namespace rightrig
