// What is wrong, or worth a second look, in a catalogue that opens: contradictions that no check of one value can find.
#pragma once

#include "models/domain/priceage.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// One thing found. `check` is a stable word for scripts: "source", "date", "range", "duplicate", "disagree", "derived", "outlier".
struct CatalogFinding
{
    std::string check;
    std::string table; ///< "devices", "machines", "offers", "parts", "currencies", "countries"
    std::string id;    ///< of the row
    std::string text;  ///< one plain sentence
};

struct CatalogCoverage
{
    std::map<std::string, int> machines;                     ///< by kind
    std::map<std::string, int> providers;                    ///< offers by provider; without one: "(none)"
    std::map<std::string, std::map<std::string, int>> years; ///< offers: kind of machine, then year of the price
    std::map<std::string, int> rentProviders;                ///< the same, rented machines only
    int offers = 0, priced = 0, highConfidence = 0, lowConfidence = 0;
    int sourced = 0, dated = 0;        ///< offers that say where they are from and of which day
    int classes = 0, classMembers = 0; ///< offers that are classes of computers, and how many offers they are built from
    PriceAges ages;
};

struct CatalogReport
{
    std::vector<CatalogFinding> findings; ///< to be put right
    std::vector<CatalogFinding> remarks;  ///< odd, but already marked as not to be relied on
    CatalogCoverage coverage;
};

/// `today` is an ISO date; it dates the ages and finds prices from the future. The bounds are those the project promises:
/// two sources of one price may differ by 30 %, and a price lies within 5 times the median of its class (same kind of
/// price and same accelerator, or same kind of machine without one; one voice for each provider, four at least).
[[nodiscard]] CatalogReport checkCatalog(const Catalog& catalog, std::string_view today);

[[nodiscard]] std::string_view kindWord(MachineKind kind); ///< "laptop", "desktop", "cloud", "free", "school"

} // namespace rightrig
