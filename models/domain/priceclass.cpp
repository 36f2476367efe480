#include "models/domain/priceclass.h"

#include <algorithm>

namespace rightrig {

namespace {

/// The members that still have a price, cheapest first; a stable order where two cost the same.
std::vector<const Offer*> pricedMembers(const Catalog& catalog, const Offer& offer)
{
    std::vector<const Offer*> members;
    for (const int index : offer.builtFrom) {
        const Offer& member = catalog.offers.at(static_cast<std::size_t>(index));
        if (member.price && (!offer.price || member.price->currency == offer.price->currency))
            members.push_back(&member);
    }
    std::stable_sort(members.begin(), members.end(), [](const Offer* a, const Offer* b) { return a->price->amount < b->price->amount; });
    return members;
}

} // namespace

std::optional<PriceSpan> priceSpan(const Catalog& catalog, const Offer& offer)
{
    const std::vector<const Offer*> members = pricedMembers(catalog, offer);
    if (members.empty())
        return std::nullopt;
    return PriceSpan{*members.front()->price, *members.back()->price, static_cast<int>(members.size())};
}

std::vector<std::string> classExamples(const Catalog& catalog, const Offer& offer, std::size_t most)
{
    std::vector<std::string> names;
    for (const Offer* member : pricedMembers(catalog, offer)) {
        if (names.size() == most)
            break;
        if (member->machine >= 0)
            names.push_back(catalog.machines.at(static_cast<std::size_t>(member->machine)).name);
    }
    return names;
}

} // namespace rightrig
