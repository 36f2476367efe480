// What `catalogue check` found, as text and as `rightrig.catalogue-check/1`.
#pragma once

#include "models/domain/cataloguecheck.h"

#include <QByteArray>
#include <QString>

namespace rightrig {

[[nodiscard]] QString checkText(const CatalogReport& report, const Catalog& catalog);
[[nodiscard]] QByteArray checkJson(const CatalogReport& report, const Catalog& catalog);
/// The document for a file that does not open at all.
[[nodiscard]] QByteArray refusedJson(const QString& problem);

} // namespace rightrig
