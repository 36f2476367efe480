// Undo and redo of answers: whole snapshots, because answers are small.
#pragma once

#include "models/domain/answers.h"

#include <optional>
#include <vector>

namespace rightrig {

class History
{
public:
    /// Remembers `before` as the state to go back to. Nothing is left to redo after that.
    void push(const Answers& before);
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// The state to show instead of `now`; empty if there is none.
    [[nodiscard]] std::optional<Answers> undo(const Answers& now);
    [[nodiscard]] std::optional<Answers> redo(const Answers& now);

private:
    std::vector<Answers> m_past, m_future;
};

} // namespace rightrig
