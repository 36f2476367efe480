// What the page "Prices" may ask of the rest of the program: the prices there are, what a file would change, and changing them.
#pragma once

#include "models/domain/pricehistory.h"
#include "models/domain/priceimport.h"
#include "ui/outcome.h"

#include <atomic>
#include <functional>
#include <memory>

namespace rightrig {

/// Prices at one moment. None of the catalogues is null.
struct PriceBook
{
    std::shared_ptr<const Catalog> catalog; ///< for answers: the user's own prices laid over it, without prices too old to count
    std::shared_ptr<const Catalog> all;     ///< the same with every price, however old
    std::shared_ptr<const Catalog> shipped; ///< without the user's own prices
    std::vector<PriceRow> own;
    std::vector<PriceProblem> unread;  ///< lines of the user's own file that could not be read; a change would lose them
    std::vector<PriceProblem> leftOut; ///< own prices that fit nothing or are older than the catalogue's
    std::vector<PriceEvent> history;   ///< the oldest first
    QString file;                      ///< where the user's own prices are kept
    QString historyProblem;            ///< one sentence if the history could not be read or written
};

/// A file to look at before anything is changed.
struct PriceFileRequest
{
    QString path;
    QString provider; ///< whose prices they are, where the file does not say so
    bool allRegions = false;
    std::shared_ptr<const Catalog> all;           ///< PriceBook::all
    std::shared_ptr<std::atomic<bool>> cancelled; ///< never null
    std::shared_ptr<std::atomic<int>> perMille;   ///< how much has been read; never null
};

struct PriceServices
{
    std::function<Outcome<PriceBook>()> open; ///< empty: the program was started without the user's own prices
    /// Called off the GUI thread; writes nothing. A cancelled reading is an error without text.
    std::function<Outcome<ImportPlan>(const PriceFileRequest&)> plan;
    /// Writes the user's own prices once, whole or not at all, and the history. Lines that could not be read are lost only if `dropUnread`.
    std::function<Outcome<PriceBook>(const OwnPriceChange&, PriceAction, bool dropUnread)> change;
    /// Renames a file of own prices that cannot be read; the new name, empty if that failed.
    std::function<QString()> putAside;
    QString problem;     ///< what was wrong with the user's own prices at the start; empty: nothing
    bool broken = false; ///< the whole file could not be read: no own price counts
};

} // namespace rightrig
