// What a price file would change: read, compared and counted, for `catalogue import` and the window alike. Nothing is written.
#pragma once

#include "models/domain/priceimport.h"
#include "ui/outcome.h"

#include <functional>

namespace rightrig {

struct PriceFileOptions
{
    QString path;
    QString provider; ///< whose prices they are, where the file does not say so
    QString asOf;     ///< of prices without a day; empty: today
    bool allRegions = false;
    std::function<bool(int perMille)> goOn = {}; ///< asked now and then; false stops the reading
};

struct PriceFilePlan
{
    ImportPlan plan;
    QString format; ///< as priceFormatName() says it
};

/// The error names the file; it is empty if `goOn` said no.
[[nodiscard]] Outcome<PriceFilePlan> planPriceFile(const PriceFileOptions& options, const Catalog& catalog);

} // namespace rightrig
