// What an import changes, as text and as `rightrig.catalogue-import/1`.
#pragma once

#include "models/domain/priceimport.h"

#include <QByteArray>
#include <QString>

namespace rightrig {

struct ImportFacts
{
    QString file, format;
    QString written; ///< path of the user's own prices; empty: nothing was written
    bool dryRun = false;
};

[[nodiscard]] QString importText(const ImportPlan& plan, const ImportFacts& facts);
[[nodiscard]] QByteArray importJson(const ImportPlan& plan, const ImportFacts& facts);

} // namespace rightrig
