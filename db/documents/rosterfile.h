// Rosters: the exports of Canvas, Moodle, GitHub Classroom, nbgrader, Google and Microsoft Forms, and other tables with a mapping.
#pragma once

#include "db/documents/rostercolumns.h"
#include "models/domain/roster.h"

namespace rightrig {

constexpr qint64 rosterBytes = qint64{64} << 20; ///< most a roster may have
constexpr std::size_t rosterRows = 200000;

/// Reads what it can. A row without an ID, with an ID of an earlier row, or that is no table row is left out and named by its line; a fact
/// that cannot be read is left out alone. In a form the last answer of a student counts. Fails only where no student can be read: an empty
/// or too large file, no column of IDs, a mapping that names headings the file lacks. Cells are text and never formulas.
[[nodiscard]] std::variant<Roster, DocumentError> readRoster(const QByteArray& bytes, const RosterMap& map = {});

/// The roster's own ID columns, then `columns`, one row for each student: what the system that wrote the roster can take back. UTF-8 with a
/// byte order mark (Excel), CRLF, the roster's separator. Cells that a spreadsheet would take for a formula begin with an apostrophe.
/// `cells` has one row for each student of the roster.
[[nodiscard]] QByteArray writeRoster(
    const Roster& roster, const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& cells);

} // namespace rightrig
