// Rules over several rows, which no CHECK of one row can say.
#pragma once

#include "db/tools/rowloader.h"

namespace rightrig {

/// Throws BuildError with the place of the first row that contradicts another one.
void checkSemantics(SQLite::Database& database, const RowLoader& loader);

} // namespace rightrig
