#include "ui/history.h"

namespace rightrig {

namespace {

constexpr std::size_t mostSteps = 200;

std::optional<Answers> move(std::vector<Answers>& from, std::vector<Answers>& to, const Answers& now)
{
    if (from.empty())
        return {};
    to.push_back(now);
    Answers answers = from.back();
    from.pop_back();
    return answers;
}

} // namespace

void History::push(const Answers& before)
{
    m_future.clear();
    m_past.push_back(before);
    if (m_past.size() > mostSteps)
        m_past.erase(m_past.begin());
}

std::optional<Answers> History::undo(const Answers& now) { return move(m_past, m_future, now); }

std::optional<Answers> History::redo(const Answers& now) { return move(m_future, m_past, now); }

} // namespace rightrig
