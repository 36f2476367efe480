// SHA-256 over every value of a catalogue, so that a damaged file is noticed: SQLite's own checks miss changed values.
#pragma once

#include <string>

struct sqlite3;

namespace rightrig {

/// Hexadecimal digest of all tables but `meta`, in name order, rows in order of writing, types included. Throws std::runtime_error.
[[nodiscard]] std::string dataDigest(sqlite3* database);

} // namespace rightrig
