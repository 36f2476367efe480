// The only way an SQLite file becomes a Catalog. The file is hostile until every check has passed (ARCHITECTURE: decisions).
#pragma once

#include "models/domain/catalog.h"

#include <QString>

#include <memory>
#include <variant>

namespace rightrig {

struct DbError
{
    QString text;
}; ///< one plain sentence that names file, table, row

/// Opens, checks and reads a catalogue: at most 32 MiB, 2 s, 64 MiB of heap. Never writes.
[[nodiscard]] std::variant<std::shared_ptr<const Catalog>, DbError> openCatalogue(const QString& path);
/// The same, for a caller who lays other prices over it before anybody else sees it.
[[nodiscard]] std::variant<std::shared_ptr<Catalog>, DbError> openCatalogueToChange(const QString& path);
/// Where the shipped catalogue lies: next to the program (build), under its prefix (installed); empty if nowhere.
[[nodiscard]] QString shippedCataloguePath(const QString& programFolder);

} // namespace rightrig
