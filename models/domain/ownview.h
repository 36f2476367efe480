// What the student's own computer can and cannot do, in numbers: for the card "Your computer" on the answer page and in the report.
#pragma once

#include "models/domain/recommender.h"

#include <optional>

namespace rightrig {

/// What holds the slowest job back on the own computer.
enum class OwnLimit : std::uint8_t { Memory, GraphicsMemory, Arithmetic, Bandwidth, OneCore, Cores, Calls, Reading, Unknown };
/// What would make the biggest difference.
enum class OwnRemedy : std::uint8_t { Nothing, Memory, Card, Faster };

struct OwnView
{
    int option = -1; ///< index into Results::options
    int job = -1;    ///< the slowest one, or one that does not fit
    Estimate estimate;
    bool measured = false; ///< tested, or corrected by a real run
    OwnLimit limit = OwnLimit::Unknown;
    std::optional<double> heldUp; ///< share of its first speed that is left when it is warm; only where heat or power hold it back
    bool enough = false;          ///< every job runs within the student's patience
    OwnRemedy remedy = OwnRemedy::Nothing;
    std::optional<double> faster; ///< Card: how many times; Faster: empty
    std::optional<Gib> memory;    ///< Memory: how much would do
    /// Samples of the job up to which it stays within memory and patience, two digits, rounded down; empty where it is enough for far
    /// more than anybody has, or not even for a hundredth of it.
    std::optional<double> enoughUntil;
};

/// Empty where the student has no computer or nothing is known about it.
[[nodiscard]] std::optional<OwnView> ownView(const Results& results, const Catalog& catalog);

} // namespace rightrig
