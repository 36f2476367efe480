// The single rules of checkCatalog(). Each appends what it finds.
#pragma once

#include "models/domain/cataloguecheck.h"

namespace rightrig {

using Findings = std::vector<CatalogFinding>;

void checkSources(const Catalog& catalog, std::string_view today, Findings& findings); ///< rows without source or date, or from the future
void checkRanges(const Catalog& catalog, Findings& findings);                          ///< amounts at or below 0, a free offer with a price
void checkDuplicates(const Catalog& catalog, Findings& findings);                      ///< one machine or one price written twice
void checkDisagreements(const Catalog& catalog, Findings& findings);                   ///< two sources of one price more than 30 % apart
void checkDerived(const Catalog& catalog, Findings& findings);                         ///< figures that contradict their parts
/// Prices of low confidence are remarks: their mark already says not to trust them.
void checkOutliers(const Catalog& catalog, Findings& findings, Findings& remarks); ///< prices 5 times above or below their class

/// In USD by the catalogue's own rates; empty if the price or its rate is unknown.
[[nodiscard]] std::optional<double> offerUsd(const Catalog& catalog, const Offer& offer);
/// Up to four significant digits, without the locale's signs.
[[nodiscard]] std::string ruleNumber(double value);

} // namespace rightrig
