// A class in words: who can do what, what the school must give, what one more thing would change.
#pragma once

#include "models/domain/classroom.h"

#include <QString>
#include <QStringList>

namespace rightrig {

[[nodiscard]] QString needWord(Need need); ///< "nothing", "a place in the lab", ...
/// "yes", "tight", "slow", "no" or "unknown": the words of the tables that other programs read.
[[nodiscard]] std::string standWord(const AssignmentReadiness& assignment);
/// "runs", "tight", "too slow", "no", "unknown".
[[nodiscard]] QString standText(const AssignmentReadiness& assignment);
/// "12 min", or where it can be done instead: "in the lab", "rented: 2.5 h".
[[nodiscard]] QString standNote(const AssignmentReadiness& assignment);
/// "14 of 17 students can do every assignment with what they have."
[[nodiscard]] QString classHeadline(const ClassOverview& overview);
[[nodiscard]] QStringList measureTexts(const ClassOverview& overview);
[[nodiscard]] QString weekText(const std::optional<double>& week); ///< "week 4", "no due week"
[[nodiscard]] QString cloudSummary(const ClassOverview& overview); ///< hours and cost of all weeks together, or that nobody must rent
/// What the counts rest on: assumed computers, groups, the rush before a deadline, other currencies.
[[nodiscard]] QStringList classNotes(const Course& course, const ClassOverview& overview, const Catalog& catalog);

/// Columns and cells of the table that goes back to a learning management system: what a student needs from the school, and for each
/// assignment one of the words of standWord() and the likely hours of one run, in C form; empty where nobody knows.
[[nodiscard]] std::vector<std::string> classColumns(const Course& course);
[[nodiscard]] std::vector<std::string> classCells(const Readiness& readiness);

} // namespace rightrig
