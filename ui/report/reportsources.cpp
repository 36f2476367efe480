#include "ui/report/reportsources.h"

#include "models/domain/owncomputer.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <algorithm>
#include <map>
#include <set>

namespace rightrig {
namespace {

constexpr int mostOfOneKind = 3;

/// Usable options first, by score; then the others, cheapest known total first.
std::vector<int> byMerit(const Results& results)
{
    std::vector<int> order(results.options.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto key = [&results](int index) {
        const Option& option = results.options.at(static_cast<std::size_t>(index));
        const double cost = option.total ? option.total->likely : 1e300;
        return std::make_tuple(!option.eligible, option.eligible ? option.score : cost);
    };
    std::stable_sort(order.begin(), order.end(), [&key](int a, int b) { return key(a) < key(b); });
    return order;
}

/// Collects options without repeating one, or a name (the same instance in a second region).
class Picker
{
public:
    Picker(const Results& results, std::size_t most) : m_results(results), m_most(most) { }
    void add(int index)
    {
        if (index < 0 || m_picked.size() >= m_most)
            return;
        if (m_names.insert(optionName(optionOf(index))).second)
            m_picked.push_back(index);
    }
    void addUnlessCrowded(int index)
    {
        int& count = m_ofKind[optionOf(index).kind];
        const std::size_t before = m_picked.size();
        if (count < mostOfOneKind)
            add(index);
        count += m_picked.size() > before ? 1 : 0;
    }
    [[nodiscard]] std::vector<int> picked() const { return m_picked; }

private:
    [[nodiscard]] const Option& optionOf(int index) const { return m_results.options.at(static_cast<std::size_t>(index)); }
    const Results& m_results;
    std::size_t m_most;
    std::vector<int> m_picked;
    std::set<QString> m_names;
    std::map<OptionKind, int> m_ofKind;
};

} // namespace

QString SourceList::mark(const SourceRef& source)
{
    if (source.text.empty())
        return {};
    const auto same = [&source](const SourceRef& other) { return other.text == source.text && other.asOf == source.asOf; };
    auto found = std::find_if(m_sources.begin(), m_sources.end(), same);
    if (found == m_sources.end())
        found = m_sources.insert(m_sources.end(), source);
    return QStringLiteral("[%1]").arg(found - m_sources.begin() + 1);
}

QStringList SourceList::entries() const
{
    QStringList entries;
    for (const SourceRef& source : m_sources) {
        const QString text = formatSource(source.text);
        entries.append(source.asOf.empty() ? text : QStringLiteral("%1 (%2)").arg(text, formatDate(source.asOf)));
    }
    return entries;
}

const Offer* offerOf(const Option& option, const Catalog& catalog)
{
    const int index = option.offer >= 0 ? option.offer : option.rentOffer;
    return index >= 0 ? &catalog.offers.at(static_cast<std::size_t>(index)) : nullptr;
}

Machine machineForJob(const Results& results, const Option& option, std::size_t job, const Catalog& catalog)
{
    int machine = option.machine;
    if (option.rentOffer >= 0 && job < option.rentedJob.size() && option.rentedJob[job])
        machine = catalog.offers.at(static_cast<std::size_t>(option.rentOffer)).machine;
    if (machine >= 0)
        return catalog.machines.at(static_cast<std::size_t>(machine));
    if (option.candidate >= 0)
        return candidateMachine(results.settled.given.candidates.at(static_cast<std::size_t>(option.candidate)), catalog);
    return ownMachine(results.settled, catalog);
}

std::vector<int> topOptions(const Results& results, std::size_t most)
{
    Picker picker(results, most);
    picker.add(results.best.option);
    for (const Choice& choice : results.runnersUp)
        picker.add(choice.option);
    for (const CandidateVerdict& candidate : results.candidates)
        picker.add(candidate.option);
    for (std::size_t i = 0; i < results.options.size(); ++i)
        if (results.options[i].kind == OptionKind::Keep)
            picker.add(static_cast<int>(i));
    for (const int index : byMerit(results))
        picker.addUnlessCrowded(index);
    return picker.picked();
}

} // namespace rightrig
