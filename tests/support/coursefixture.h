// Random courses that an instructor could have written: every field present or not, with texts that nobody should trust.
#pragma once

#include "models/domain/course.h"
#include "tests/support/answerfixture.h"

#include <string>
#include <vector>

namespace rightrig::test {

class RandomCourses
{
public:
    explicit RandomCourses(unsigned seed) : m_random(seed), m_answers(seed + 1) { }

    Course next()
    {
        Course course;
        course.id = text();
        course.title = text();
        maybe(course.term, [&] { return text(); });
        maybe(course.language, [&] { return text(); });
        maybe(course.contact, [&] { return text(); });
        maybe(course.dataRules, [&] { return text(); });
        for (unsigned i = 1 + m_random() % 8; i > 0; --i)
            course.assignments.push_back(assignment(i));
        school(course.school);
        maybe(course.budgetCap, [&] { return money(); });
        course.fixed = answers();
        course.preset = answers();
        for (unsigned i = m_random() % 4; i > 0; --i)
            (flag() ? course.allowedProviders : course.deniedProviders).push_back("Provider " + std::to_string(i) + text());
        for (unsigned i = m_random() % 5; i > 0; --i)
            course.notes.push_back(text());
        return course;
    }

private:
    bool flag() { return m_random() % 2 == 0; }
    template <class T, class Make> void maybe(std::optional<T>& field, Make make)
    {
        if (flag())
            field = make();
    }
    double whole(double low, double high) { return std::trunc(std::uniform_real_distribution<double>(low, high)(m_random)); }
    double number(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }
    std::string text()
    {
        const char* const pieces[] = {"a", "LoRA week", " ", "\"", "\\", "<b>", "<img src=x>", "é", "漢", "\xF0\x9F\x98\x80", "\n", "\t",
            "\xE2\x80\xAE", "&", "%1", "[*]", "../"};
        std::string result = "x";
        for (unsigned i = m_random() % 8; i > 0; --i)
            result += pieces[m_random() % std::size(pieces)];
        return result;
    }
    Money money() { return {number(0, 1e6), CurrencyCode(flag() ? "USD" : "EUR")}; }
    Assignment assignment(unsigned i)
    {
        Assignment one;
        one.id = text() + std::to_string(i);
        one.title = text();
        const char* const presets[] = {"tables-boosted-small", "images-resnet18", "text-lora-1b", "<i>no such job</i>"};
        one.job.preset = presets[m_random() % std::size(presets)];
        maybe(one.job.samples, [&] { return number(1, 1e9); });
        maybe(one.job.epochs, [&] { return number(0.001, 1e6); });
        maybe(one.job.batch, [&] { return number(1, 1e5); });
        maybe(one.job.runsPerWeek, [&] { return number(0.01, 1000); });
        maybe(one.job.columns, [&] { return number(1, 1e6); });
        maybe(one.job.precision, [&] { return static_cast<Precision>(m_random() % 5); });
        maybe(one.job.checkpointing, [&] { return flag(); });
        maybe(one.dueWeek, [&] { return whole(1, 60); });
        maybe(one.runs, [&] { return number(1, 10000); });
        one.group = flag();
        one.ownMachine = flag();
        return one;
    }
    std::optional<Candidate> machine()
    {
        const std::vector<Candidate> machines = m_answers.next().candidates;
        return machines.empty() ? std::nullopt : std::optional(machines.front());
    }
    void school(CourseSchool& given)
    {
        maybe(given.labMachines, [&] { return whole(0, 100000); });
        maybe(given.labHoursPerWeek, [&] { return number(0, 168); });
        maybe(given.loanLaptops, [&] { return whole(0, 100000); });
        maybe(given.gpuServer, [&] { return flag(); });
        maybe(given.creditsPerStudent, [&] { return money(); });
        given.labMachine = machine();
        given.serverMachine = machine();
        given.loanMachine = machine();
    }
    Answers answers()
    {
        Answers given = m_answers.next();
        given.studentName.reset();
        given.studentId.reset();
        given.course.reset();
        given.computer.reset();
        given.candidates.clear();
        return given;
    }

    std::mt19937 m_random;
    RandomAnswers m_answers;
};

} // namespace rightrig::test
