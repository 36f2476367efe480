// The measurements of a test, one small object each.
#pragma once

#include "models/domain/machineprofile.h"

#include <functional>
#include <memory>
#include <vector>

namespace rightrig {

/// One measurement. `prepare` runs once and may throw std::bad_alloc; `work` does one short piece (some milliseconds) and returns how
/// much that was, in the rate's unit times seconds. 0 or less: it failed.
struct Probe
{
    Rate rate = Rate::SgemmOneSmall;
    std::function<bool()> prepare;
    std::function<double()> work;
    Missing missing = Missing::Time; ///< what to say if `prepare` fails
};

using ProbePtr = std::shared_ptr<const Probe>;

/// All measurements that this machine can do. `facts` bounds threads and memory.
[[nodiscard]] std::vector<ProbePtr> makeProbes(const MachineProfile& facts);
/// Threads that a test uses: what the container allows, at least 1.
[[nodiscard]] int testThreads(const MachineProfile& facts);

} // namespace rightrig
