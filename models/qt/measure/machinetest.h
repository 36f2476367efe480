// "Test it": the facts of this machine, then every rate twice - in the second half of the time the machine is warm.
#pragma once

#include "models/qt/measure/machinefacts.h"
#include "models/qt/measure/probes.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace rightrig {

struct TestProgress
{
    double share = 0.0; ///< of the whole test, 0 to 1
    Rate rate = Rate::SgemmOneSmall;
    bool going = false;          ///< `value` is of a single piece: the rate is still being measured
    std::optional<double> value; ///< what it is so far; empty: just begun, or it could not be measured
};

struct TestOptions
{
    bool quick = false;
    double secondsLimit = 0.0; ///< 0: 20 s, quick 6 s
    FactSources sources;
    std::function<void(const TestProgress&)> progress; ///< called in the thread that runs the test
    std::shared_ptr<std::atomic<bool>> cancelled;      ///< may be set from any thread
    std::function<std::vector<ProbePtr>(const MachineProfile&)> probes = makeProbes;
};

/// Runs the test; empty if it was cancelled. Blocks: at most the limit and a second more, however slow or stuck a probe is (a stuck one is
/// left behind in its own thread). What could not be measured stays empty and is named in `missing`.
[[nodiscard]] std::optional<MachineProfile> testMachine(const TestOptions& options);

} // namespace rightrig
