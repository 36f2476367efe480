// SHA-256 over every value of a catalogue, so that a damaged file is noticed: SQLite's own checks miss changed values.
#pragma once

#include <string>
#include <string_view>

struct sqlite3;

namespace rightrig {

/// All tables but `meta`, in name order, rows in order of writing, types included. Throws std::runtime_error.
[[nodiscard]] std::string dataBytes(sqlite3* database);
[[nodiscard]] std::string digestOf(std::string_view bytes); ///< hexadecimal SHA-256
/// Both in one step. Throws std::runtime_error.
[[nodiscard]] std::string dataDigest(sqlite3* database);

} // namespace rightrig
