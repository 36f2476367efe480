// What was found out for a student, kept for others who answered the same.
#pragma once

#include "models/domain/savedplan.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace rightrig {

/// By answers without name and ID. Keeps the newest few hundred: the kinds of computers in a class.
template <class T> class KnownAnswers
{
public:
    /// What `make` returned for the same answers before, or returns now.
    template <class Make> T find(const Answers& answers, const Make& make)
    {
        constexpr std::size_t most = 300;
        Answers nameless = withoutName(answers);
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const auto& entry) { return entry.first == nameless; });
        if (known != m_known.end())
            return known->second;
        m_known.emplace_front(std::move(nameless), make());
        if (m_known.size() > most)
            m_known.pop_back();
        return m_known.front().second;
    }

private:
    std::deque<std::pair<Answers, T>> m_known;
};

} // namespace rightrig
