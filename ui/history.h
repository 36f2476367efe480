// Undo and redo of whole snapshots: of answers, of a course. Both are small.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace rightrig {

template <class State> class History
{
public:
    /// Remembers `before` as the state to go back to. Nothing is left to redo after that.
    void push(const State& before)
    {
        constexpr std::size_t mostSteps = 200;
        m_future.clear();
        m_past.push_back(before);
        if (m_past.size() > mostSteps)
            m_past.erase(m_past.begin());
    }
    void clear()
    {
        m_past.clear();
        m_future.clear();
    }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// The state to show instead of `now`; empty if there is none.
    [[nodiscard]] std::optional<State> undo(const State& now) { return move(m_past, m_future, now); }
    [[nodiscard]] std::optional<State> redo(const State& now) { return move(m_future, m_past, now); }

private:
    static std::optional<State> move(std::vector<State>& from, std::vector<State>& to, const State& now)
    {
        if (from.empty())
            return std::nullopt;
        to.push_back(now);
        std::optional<State> state = std::move(from.back());
        from.pop_back();
        return state;
    }

    std::vector<State> m_past, m_future;
};

} // namespace rightrig
