// The students of a course, as a learning management system or a form exports them (db/documents/rosterfile.h reads them).
#pragma once

#include "models/domain/answers.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// Who wrote the file, as far as its columns tell. Plain: some other table with a column of IDs.
enum class RosterSystem : std::uint8_t { Plain, Canvas, Moodle, GithubClassroom, Nbgrader, GoogleForms, MicrosoftForms };

struct RosterStudent
{
    int line = 0;                                  ///< of the file, from 1
    std::string id;                                ///< never empty, different for every student
    std::string name;                              ///< "Last, First" stays as it is; empty if the file has none
    std::shared_ptr<const ComputerFacts> computer; ///< null if the file says nothing about it; may be shared
    std::vector<std::string> key;                  ///< cells of Roster::keyColumns, unchanged
};

/// A row, or a cell of it, that could not be read. `line` is 0 for the whole file.
struct RosterProblem
{
    int line = 0;
    std::string text;
    bool leftOut = false; ///< a whole row, which may be a student
};

struct Roster
{
    RosterSystem system = RosterSystem::Plain;
    char separator = ',';
    std::vector<std::string> keyColumns; ///< headings of the columns that say who it is, in the file's order
    std::vector<RosterStudent> students;
    std::vector<RosterProblem> problems; ///< ordered by line
};

[[nodiscard]] std::string_view systemName(RosterSystem system); ///< "Canvas", "GitHub Classroom", ...; "table" for Plain

/// The student as answers: name and ID (at most 200 characters each, as answers allow) and the computer.
[[nodiscard]] Answers rosterAnswers(const RosterStudent& student);

/// One file name without its ending for each ID, in their order. Letters a-z, A-Z, digits, "-", "_" and "." only; never empty, hidden,
/// longer than 80, or a device of Windows (CON, LPT1, ...); never two that differ in case only, and never one of `taken`. An ID that is
/// such a name already stays as it is; any other gets a hash of the ID behind it, so that its name does not depend on the order of the IDs.
[[nodiscard]] std::vector<std::string> safeFileNames(const std::vector<std::string>& ids, const std::vector<std::string>& taken);

} // namespace rightrig
