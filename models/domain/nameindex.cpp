#include "models/domain/nameindex.h"

#include "models/domain/normalised.h"

#include <bit>
#include <stdexcept>

namespace rightrig {

std::uint64_t nameHash(std::string_view name)
{
    constexpr std::uint64_t basis = 14695981039346656037U, prime = 1099511628211U; // FNV-1a
    std::uint64_t hash = basis;
    bool any = false;
    forEachNormalised(name, [&](char c) {
        hash = (hash ^ static_cast<unsigned char>(c)) * prime;
        any = true;
    });
    if (!any)
        return 0;
    hash ^= hash >> 32U; // its low bits alone choose the slot
    return hash == 0 ? 1 : hash;
}

void NameIndex::reset(std::size_t names)
{
    m_slots.assign(std::bit_ceil(2 * names + 1), {});
    m_room = names;
}

void NameIndex::add(std::uint64_t hash, int item)
{
    if (hash == 0)
        return;
    if (m_room == 0)
        throw std::logic_error("more names than there is room for");
    std::size_t at = start(hash);
    for (; m_slots[at].item >= 0; at = next(at)) {
        if (m_slots[at].hash == hash && m_slots[at].item == item)
            return;
    }
    m_slots[at] = {hash, item};
    --m_room;
}

} // namespace rightrig
