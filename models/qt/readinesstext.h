// A course and its assignments in words: for the terminal, the PDF and the window. Every sentence at most 20 words.
#pragma once

#include "models/domain/readiness.h"

#include <QString>
#include <QStringList>

namespace rightrig {

[[nodiscard]] QString courseTitle(const Course& course);                              ///< "Machine learning 1, autumn term"
[[nodiscard]] QStringList courseNotes(const Course& course);                          ///< whom to ask, data rules, notes; one entry each
[[nodiscard]] QString assignmentFacts(const AssignmentReadiness& assignment);         ///< "due in week 4, 10 runs, in a group"
[[nodiscard]] QString readinessText(const AssignmentReadiness& assignment);           ///< "Runs on your computer: about 25 min."
[[nodiscard]] QString wayText(const WayOut& way, double runs, CurrencyCode currency); ///< one way, one or two sentences
[[nodiscard]] QStringList wayTexts(const AssignmentReadiness& assignment, CurrencyCode currency);
/// What the student needs from the school, what nothing helps with, and what was assumed; first the most important.
[[nodiscard]] QStringList needTexts(const Readiness& readiness);
[[nodiscard]] QString readinessWord(const AssignmentReadiness& assignment); ///< "runs", "tight", "too slow", "does not run", "unknown"

} // namespace rightrig
