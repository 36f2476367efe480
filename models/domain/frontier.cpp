#include "models/domain/recommender.h"

#include <algorithm>
#include <array>

namespace rightrig {

std::vector<int> frontier(const std::vector<Option>& options)
{
    std::vector<int> order;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].eligible && options[i].total && options[i].weeklyTime)
            order.push_back(static_cast<int>(i));
    }
    const auto cost = [&](int i) { return options[static_cast<std::size_t>(i)].total->likely; };
    const auto time = [&](int i) { return options[static_cast<std::size_t>(i)].weeklyTime->likely.value; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return cost(a) != cost(b) ? cost(a) < cost(b) : time(a) < time(b); });
    std::vector<int> line;
    for (const int i : order) {
        if (line.empty() || time(i) < time(line.back()))
            line.push_back(i);
    }
    return line;
}

std::string_view kindName(OptionKind kind)
{
    static constexpr std::array<std::string_view, 8> names{"keep", "lab", "free", "rent", "mixed", "laptop", "desktop", "none"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace rightrig
