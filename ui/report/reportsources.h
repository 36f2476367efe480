// The numbered list of sources at the end of the report, and which figures refer to it.
#pragma once

#include "models/domain/recommender.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace rightrig {

class SourceList
{
public:
    /// "[3]" for this source, adding it if it is new; empty if it has no text.
    QString mark(const SourceRef& source);
    [[nodiscard]] QStringList entries() const; ///< "text, August 2026", in the order of the numbers

private:
    std::vector<SourceRef> m_sources;
};

/// The offer whose price an option shows: its own, or the rented part's; null if it has none.
[[nodiscard]] const Offer* offerOf(const Option& option, const Catalog& catalog);
/// The machine on which job `job` of an option runs, with candidates and the student's own computer made up from their facts.
[[nodiscard]] Machine machineForJob(const Results& results, const Option& option, std::size_t job, const Catalog& catalog);
/// At most `most` options worth a row: best, runners-up, candidates, the own computer, then the next best without repeats.
[[nodiscard]] std::vector<int> topOptions(const Results& results, std::size_t most);

} // namespace rightrig
