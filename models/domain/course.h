// What an instructor says about a course. The written form is `rightrig.course/1` (db/documents/coursefile.h reads it).
#pragma once

#include "models/domain/job.h"

namespace rightrig {

/// A job as a preset with other sizes, before the preset is looked up. Samples are counted in the preset's unit.
struct JobRequest
{
    std::string preset;
    std::optional<double> samples, epochs, batch, runsPerWeek;
    std::optional<double> columns; ///< of a table
    std::optional<Precision> precision;
    std::optional<bool> checkpointing;
    bool operator==(const JobRequest&) const = default;
};

struct Assignment
{
    std::string id, title;
    JobRequest job;
    std::optional<double> dueWeek; ///< counted from 1
    std::optional<double> runs;    ///< expected runs until it is handed in
    bool group = false;            ///< done together: one computer per group is enough
    bool ownMachine = false;       ///< must run on the student's own computer
    bool operator==(const Assignment&) const = default;
};

/// What the school gives. Empty: the instructor did not say.
struct CourseSchool
{
    std::optional<double> labMachines, labHoursPerWeek, loanLaptops;
    std::optional<bool> gpuServer;
    std::optional<Money> creditsPerStudent;
    std::optional<Candidate> labMachine, serverMachine, loanMachine; ///< what one of each is; its price means nothing here
    bool operator==(const CourseSchool&) const = default;
};

struct Course
{
    std::string id, title;
    std::optional<std::string> term, language, contact, dataRules;
    std::vector<Assignment> assignments;
    CourseSchool school;
    std::optional<Money> budgetCap;
    Answers fixed;  ///< answers the student cannot change
    Answers preset; ///< answers the student may change
    std::vector<std::string> allowedProviders, deniedProviders;
    std::vector<std::string> notes; ///< for students, a paragraph each
    bool operator==(const Course&) const = default;
};

} // namespace rightrig
