// Which column of a roster says what: by the headings that learning management systems write in English and German, by words of a form's
// questions, or by a mapping file.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/roster.h"

#include <array>
#include <map>

namespace rightrig {

/// Id to Email say who it is; Key is any other column that a system wants back to find its student (a section, a login).
enum class RosterField : std::uint8_t { Id, Name, FirstName, LastName, Email, Key, Form, Cpu, Ram, Gpu, Vram, Os, Profile };

/// `rightrig.roster-map/1`: {"schema":"rightrig.roster-map/1","columns":{"id":"Matrikelnr.","ram_gib":"Wie viel RAM?"}}.
/// Members of "columns": id (needed), name, first_name, last_name, email, form, cpu, ram_gib, gpu, vram_gib, os, profile; each names a
/// heading of the file.
using RosterMap = std::map<RosterField, std::string>;
[[nodiscard]] std::variant<RosterMap, DocumentError> readRosterMap(const QByteArray& json);

struct RosterColumns
{
    RosterSystem system = RosterSystem::Plain;
    std::vector<int> ids;           ///< in the order they are tried: the first cell that is not empty is the ID
    std::map<RosterField, int> one; ///< every other field but Key
    std::vector<int> keys;          ///< columns that say who it is, in the file's order
    std::vector<RosterProblem> problems;
};

/// The name of a field in a mapping; nullptr for Key, which none names.
[[nodiscard]] const char* mapMember(RosterField field);

/// What can be told from a header row, also without a column of IDs. Where two headings ask for the same fact, neither is read and a
/// problem says so.
[[nodiscard]] RosterColumns likelyColumns(const std::vector<std::string>& header, int line);
/// The columns of a header row. The error says what is missing, and which headings there are.
[[nodiscard]] std::variant<RosterColumns, DocumentError> recognisedColumns(const std::vector<std::string>& header, int line);
/// As the mapping says. A heading that the file lacks is an error.
[[nodiscard]] std::variant<RosterColumns, DocumentError> mappedColumns(const std::vector<std::string>& header, const RosterMap& map);

} // namespace rightrig
