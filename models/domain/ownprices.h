// Prices from outside the shipped catalogue: how a file's rows meet the catalogue, and the user's own prices laid over it.
#pragma once

#include "models/domain/catalog.h"

#include <span>

namespace rightrig {

constexpr std::size_t mostOwnPrices = 20000;

/// One price as a file lists it. Every number has been checked; names have not met the catalogue yet.
struct PriceRow
{
    int line = 0;                    ///< in the file, 1 is the first; 0 if it comes from no file
    std::string id;                  ///< of the offer; empty: the machine, kind and region say which
    std::string machine;             ///< id, name or alias
    std::string provider;            ///< empty: any
    std::optional<MachineKind> kind; ///< what a machine is that the catalogue lacks; empty: it must be known
    std::string cpu;                 ///< name or alias; empty: unknown
    std::string accelerator;         ///< name or alias; empty: none
    int acceleratorCount = 0;
    std::optional<Watts> tgp;         ///< power limit of a laptop's graphics
    std::optional<Gib> ram, vram;     ///< `vram` is that of one accelerator
    std::optional<double> statedVram; ///< of one accelerator, in MiB or GiB: files mix them up
    std::optional<double> vcpus;
    Money price;
    std::optional<PriceKind> priceKind; ///< empty: that of the machine's regular offer
    Per per = Per::Once;
    std::string region;
    SourceRef source;
    Confidence confidence = Confidence::Medium;
};

/// The kind it states, or the usual one of what is bought once or rented.
[[nodiscard]] PriceKind priceKindOf(const PriceRow& row);

struct PriceProblem
{
    int line = 0;
    std::string text; ///< one plain sentence
};

/// GiB of one card from a number under "SizeInMiB" that may be GiB: whichever lies within 15 % of the known card; empty if neither.
[[nodiscard]] std::optional<Gib> cardMemory(double stated, Gib known);

/// The catalogue with the rows laid over it. A row changes the offer with its id, or else the one of its machine with its kind
/// and region; a row for an unknown machine adds it if it says what it is. A row older than the catalogue's own price, and one
/// that fits nothing, is left out and said in `leftOut`. The result is indexed; `sha256` stays that of the file.
[[nodiscard]] Catalog withOwnPrices(const Catalog& catalog, std::span<const PriceRow> rows, std::vector<PriceProblem>& leftOut);

/// The offers of a catalogue as rows; those without a price are left out.
[[nodiscard]] std::vector<PriceRow> priceRows(const Catalog& catalog);

/// "own-nebius-gpu-h100-sxm-1gpu": lower case letters, digits and single dashes.
[[nodiscard]] std::string ownId(std::string_view provider, std::string_view name);

} // namespace rightrig
