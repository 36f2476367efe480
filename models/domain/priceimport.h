// What importing a price file would change: decided row by row, so that a file of 200,000 rows needs little memory.
#pragma once

#include "models/domain/pricematch.h"

namespace rightrig {

constexpr std::size_t mostListedProblems = 1000; ///< of each sort; all of them are counted

struct PriceChange
{
    PriceRow row;                ///< as it will be kept; `row.id` is that of the offer
    std::string name;            ///< of the machine
    std::optional<Money> before; ///< empty: a new price
    std::string beforeAsOf;
};

struct ImportPlan
{
    std::vector<PriceChange> added, changed;
    std::vector<PriceRow> confirmed; ///< the same price, of a newer day
    std::vector<PriceProblem> unmatched, rejected;
    int rows = 0;         ///< prices the file states
    int unchanged = 0;    ///< confirmed ones and those the catalogue has as they are
    int otherRegions = 0; ///< left out: the catalogue keeps one region of a machine
    int repeated = 0;     ///< the same price twice (zones of a region); the cheaper one counts
    int unmatchedCount = 0, rejectedCount = 0;
};

class ImportPlanner
{
public:
    /// `catalog` must outlive the planner. Without `allRegions` a machine keeps the region it has, a new one its cheapest.
    ImportPlanner(const Catalog& catalog, bool allRegions) : m_catalog(catalog), m_matcher(catalog), m_allRegions(allRegions) { }

    void add(PriceRow row);
    void reject(int line, std::string reason); ///< a row that could not be read
    [[nodiscard]] ImportPlan finish();

private:
    void addNew(PriceRow row);
    void renew(PriceRow row, int machine);
    void keep(PriceRow row, const std::string& key, const std::string& name, int offer);
    void unmatched(const PriceRow& row, const std::string& reason);

    const Catalog& m_catalog;
    PriceMatcher m_matcher;
    bool m_allRegions;
    ImportPlan m_plan;
    struct Kept
    {
        PriceRow row;
        std::string name;
        int offer; ///< index, -1 for a new one
    };
    std::vector<Kept> m_kept;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// The kept rows of a plan: added, changed and confirmed.
[[nodiscard]] std::vector<PriceRow> keptRows(const ImportPlan& plan);

} // namespace rightrig
