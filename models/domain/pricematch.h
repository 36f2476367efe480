// Which machine and which offer of the catalogue a row of a price file means. Exact names only, never a guess.
#pragma once

#include "models/domain/ownprices.h"

namespace rightrig {

class PriceMatcher
{
public:
    /// `catalog` must outlive the matcher and not grow.
    explicit PriceMatcher(const Catalog& catalog);

    /// Index of the machine with that id, name or alias (of that provider, if one is given); -1 if none, -2 if several.
    [[nodiscard]] int machine(const PriceRow& row) const;
    /// Index of the offer that the row renews; -1 if none. `elsewhere` is set if the machine has one of that kind in another region.
    [[nodiscard]] int offer(const PriceRow& row, int machine, bool& elsewhere) const;

private:
    void add(const std::string& key, int machine);

    const Catalog& m_catalog;
    std::unordered_map<std::string, int> m_byProvider;
    std::vector<std::vector<int>> m_offers; ///< of each machine
};

/// What contradicts the machine that the catalogue knows; empty if nothing does.
[[nodiscard]] std::string contradiction(const PriceRow& row, const Machine& machine, const Catalog& catalog);
/// The machine a row describes. `problem` is set, and the result not to be used, if a part of it is not in the catalogue.
[[nodiscard]] Machine newMachine(const PriceRow& row, const Catalog& catalog, std::string& problem);

} // namespace rightrig
