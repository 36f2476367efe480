// Changes to the user's own prices: put in, taken out, taken back, and the dated list of what happened.
#pragma once

#include "models/domain/ownprices.h"

namespace rightrig {

/// What tells one own price from another: the offer's id, or without one provider, machine, kind and region.
[[nodiscard]] std::string priceKey(const PriceRow& row);

/// `fresh` replaces rows of the same key; `gone` are keys.
struct OwnPriceChange
{
    std::vector<std::string> gone;
    std::vector<PriceRow> fresh;
    [[nodiscard]] bool empty() const { return gone.empty() && fresh.empty(); }
};

/// The rows after the change, in the order of their keys.
[[nodiscard]] std::vector<PriceRow> changedRows(std::span<const PriceRow> rows, const OwnPriceChange& change);
/// What takes `change` back, if `before` were the rows.
[[nodiscard]] OwnPriceChange reverseOf(const OwnPriceChange& change, std::span<const PriceRow> before);

/// Describes a machine anew that only the user has: `old`, one of `own`, becomes `fresh`, and its other prices get the same description.
[[nodiscard]] OwnPriceChange redescribed(std::span<const PriceRow> own, const PriceRow& old, const PriceRow& fresh);

enum class PriceAction : std::uint8_t { Import, Edit, Reset, Undo };

/// One line of the history. `before` and `after` are what counted: the own price, else the shipped one; empty if there was none.
struct PriceEvent
{
    std::string day; ///< "2026-11-25"
    PriceAction action = PriceAction::Edit;
    std::string machine; ///< its name; empty: a summary of `prices` prices
    std::string region;
    std::optional<Money> before, after;
    int prices = 1;
    std::string source; ///< of the price put in; empty where one was taken out
};

constexpr std::size_t mostEventsOfOneChange = 200; ///< the rest becomes one summary
constexpr std::size_t mostPriceEvents = 2000;      ///< kept in all; the oldest go first

/// The lines that `change` adds to the history.
[[nodiscard]] std::vector<PriceEvent> eventsOf(
    const Catalog& shipped, std::span<const PriceRow> before, const OwnPriceChange& change, PriceAction action, const std::string& day);

} // namespace rightrig
