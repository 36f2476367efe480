// Machines made from facts on a sticker: the student's own computer and candidates from a shop. Exact names only.
#pragma once

#include "models/domain/estimator.h"
#include "models/domain/planner.h"

namespace rightrig {

/// The student's computer as a machine. A processor that nobody named or knows is -1: see ownRig().
[[nodiscard]] Machine ownMachine(const Settled& settled, const Catalog& catalog);

/// Its numbers. Where the processor is unknown, the documented modest one stands in ("choice.default.cpu_*"), so it never flatters.
/// Where it was tested, the measured rates count (measuredrig.h).
[[nodiscard]] Rig ownRig(const Settled& settled, const Catalog& catalog, const Constants& constants);

/// A machine in a shop. What its label does not say, and no catalogue machine of exactly that name says, stays unknown.
[[nodiscard]] Machine candidateMachine(const Candidate& candidate, const Catalog& catalog);

} // namespace rightrig
