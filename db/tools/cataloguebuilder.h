// Makes catalogue.db from db/schema/*.sql and db/rows/*.csv. Runs at build time; one bad row stops the build.
#pragma once

#include <filesystem>
#include <stdexcept>

namespace rightrig {

/// "db/rows/offers.csv:123: price: 'abc' is not a number"
class BuildError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct BuildFolders
{
    std::filesystem::path schema; ///< *.sql, run in name order
    std::filesystem::path rows;   ///< TABLE.csv and TABLE-*.csv; a table may have none
};

/// Writes `out` whole or not at all. The same input gives the same bytes. Throws BuildError with file, line, column and reason.
void buildCatalogue(const BuildFolders& folders, const std::filesystem::path& out);

} // namespace rightrig
