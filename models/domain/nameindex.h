// Finds things by their names. Only hashes are kept: a copy of every name would take most of the time it takes to open a catalogue.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rightrig {

/// Equal for names that are equal after normalisedName(); 0 for those that are nothing but blanks.
[[nodiscard]] std::uint64_t nameHash(std::string_view name);

class NameIndex
{
public:
    /// Forgets everything and makes room for at most that many names.
    void reset(std::size_t names);
    /// The same name may stand for several items. A hash of 0 is left out.
    void add(std::uint64_t hash, int item);
    /// The first item added under `hash` that `is` accepts; -1 if none. Names may share a hash: `is` has to compare them.
    template <class Is> [[nodiscard]] int find(std::uint64_t hash, const Is& is) const
    {
        if (m_slots.empty() || hash == 0)
            return -1;
        for (std::size_t at = start(hash); m_slots[at].item >= 0; at = next(at)) {
            if (m_slots[at].hash == hash && is(m_slots[at].item))
                return m_slots[at].item;
        }
        return -1;
    }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        int item = -1;
    };
    [[nodiscard]] std::size_t start(std::uint64_t hash) const { return hash & (m_slots.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (m_slots.size() - 1); }

    std::vector<Slot> m_slots; ///< a power of two, at least half of them free
    std::size_t m_room = 0;
};

} // namespace rightrig
